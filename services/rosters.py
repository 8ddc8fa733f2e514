"""Rosters 职工名册 by the statutory fields, and the list a bank opens cards by."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType

from sqlalchemy import or_, select
from sqlalchemy.orm import Session

from models.labour_contract import ContractKind, LabourContract
from models.people import Company, Department, Employee
from models.personnel import EmploymentKind, IdentityKind, Sex
from services import bank_cards, personal_files
from services.errors import Refused
from services.labour_contract_rules import FOR_EVER, MAIN, Link
from services.permissions import Actor, Permission, requires
from services.personal_files import Identity

# the words of the form, in any language of the window
SEXES = MappingProxyType({Sex.MALE: "男", Sex.FEMALE: "女"})
EMPLOYMENTS = MappingProxyType(
    {
        EmploymentKind.FULL_TIME: "全日制",
        EmploymentKind.PART_TIME: "非全日制",
        EmploymentKind.DISPATCHED: "劳务派遣",
        EmploymentKind.INTERN: "实习",
        EmploymentKind.RETIRED: "退休返聘",
        EmploymentKind.LABOUR: "劳务",
    }
)
IDENTITIES = MappingProxyType(
    {
        IdentityKind.ID_CARD: "居民身份证",
        IdentityKind.PASSPORT: "护照",
        IdentityKind.HONG_KONG_MACAU: "港澳居民来往内地通行证",
        IdentityKind.TAIWAN: "台湾居民来往大陆通行证",
        IdentityKind.PERMANENT_RESIDENT: "外国人永久居留身份证",
        IdentityKind.OTHER: "其他",
    }
)
_TERMS = MappingProxyType({ContractKind.OPEN_ENDED: "无固定期限", ContractKind.TASK: "以完成一定任务为期限"})
HEADINGS = ("序号", "工号", "姓名", "性别", "公民身份号码", "部门", "岗位", "户籍地址", "现住址", "联系方式", "用工形式", "用工起始时间", "劳动合同期限")  # fmt: skip
BANK_HEADINGS = ("序号", "姓名", "证件类型", "证件号码", "手机号码", "部门", "卡号", "开户银行", "备注")


@dataclass(frozen=True, slots=True)
class RosterRow:
    """One person as the roster has them (劳动合同法实施条例 art 8), with number, department and post beside."""

    number: str
    name: str
    sex: str
    identity_number: str
    department: str
    post: str
    household_address: str
    home_address: str
    phone: str
    employment: str
    hired_on: date | None
    term: str

    def cells(self, place: int) -> tuple[object, ...]:
        """The row in the order of HEADINGS."""
        return (
            place,
            self.number,
            self.name,
            self.sex,
            self.identity_number,
            self.department,
            self.post,
            self.household_address,
            self.home_address,
            self.phone,
            self.employment,
            self.hired_on,
            self.term,
        )


@dataclass(frozen=True, slots=True)
class Roster:
    """The roster of a day as printed."""

    company: str
    on: date
    rows: tuple[RosterRow, ...]
    made_by: str


@requires(Permission.PERSONNEL_SEE)
def roster(session: Session, actor: Actor, *, on: date) -> Roster:
    """Who works here on a day, by number; Refused "print.nothing" when nobody does."""
    known, terms = personal_files.identities(session), _terms(session, on)
    rows = tuple(
        _row(employee, department, known.get(employee.id, Identity()), terms.get(employee.id, ""))
        for employee, department in _people(session, on)
    )
    if not rows:
        raise Refused("print.nothing")
    company = session.scalar(select(Company.name).limit(1)) or ""
    return Roster(company, on, rows, actor.name)


def _row(employee: Employee, department: str, known: Identity, term: str) -> RosterRow:
    return RosterRow(
        number=employee.number,
        name=employee.name,
        sex=SEXES[known.sex] if known.sex else "",
        identity_number=known.number,
        department=department,
        post=employee.post,
        household_address=known.household_address,
        home_address=known.home_address,
        phone=employee.phone,
        employment=EMPLOYMENTS[known.employment_kind],
        hired_on=employee.hired_on,
        term=term,
    )


def _people(session: Session, on: date) -> Sequence[tuple[Employee, str]]:
    query = (
        select(Employee, Department.name)
        .join(Department, Department.id == Employee.department_id)
        .where(or_(Employee.left_on.is_(None), Employee.left_on >= on))
        .where(or_(Employee.hired_on.is_(None), Employee.hired_on <= on))
        .order_by(Employee.number)
    )
    return [(row[0], row[1]) for row in session.execute(query)]


def _terms(session: Session, on: date) -> dict[int, str]:
    """The term of everybody's contract that holds on a day, in the words of the form."""
    items = session.scalars(select(LabourContract).where(LabourContract.kind.in_(MAIN))).all()
    next_on = {item.previous_id: item.from_on for item in items if item.previous_id}
    found: dict[int, str] = {}
    for item in items:
        last = Link(item, next_on.get(item.id)).last_day
        if item.from_on <= on <= last:
            end = _TERMS.get(item.kind, "") if item.to_on is None else f"{item.to_on}"
            found[item.employee_id] = f"{item.from_on}至{end}" if end and last != FOR_EVER else end
    return found


@requires(Permission.PERSONNEL_SEE)
def bank_list(
    session: Session,
    actor: Actor,  # noqa: ARG001 - the permission needs it
    employee_ids: Sequence[int],
    *,
    on: date,
) -> list[tuple[object, ...]]:
    """The rows by BANK_HEADINGS of these people, by number: what a bank asks for to open cards in one go.

    Who has a card in force on the day has it in the columns of the card. Raises Refused "roster.no_identity" (names)
    when somebody has no number of an identity card: no bank opens a card without.
    """
    known, cards = personal_files.identities(session), bank_cards.in_force(session, on)
    wanted = set(employee_ids)
    people = [pair for pair in _people(session, on) if pair[0].id in wanted]
    missing = [person.name for person, _ in people if not known.get(person.id, Identity()).number]
    if missing:
        raise Refused("roster.no_identity", names="、".join(missing))
    if not people:
        raise Refused("print.nothing")
    rows: list[tuple[object, ...]] = []
    for place, (person, department) in enumerate(people, start=1):
        who, card = known[person.id], cards.get(person.id)
        number, bank = (card.number, card.bank_name) if card else ("", "")
        kind = IDENTITIES[who.kind]
        rows.append((place, person.name, kind, who.number, person.phone, department, number, bank, ""))
    return rows
