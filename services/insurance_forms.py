"""What the funds' forms of a month say: 社会保险人员增减表, 住房公积金汇缴（变更）清册, from the approved changes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlalchemy import or_, select

from models.insurance import ChangeKind, ChangeStage, Enrolment, InsuranceChange
from models.insurance_terms import Fund, InsuranceItem
from models.people import Employee
from models.personnel import EmploymentKind, HouseholdKind, PersonalFile, Sex
from models.personnel_paper import OfficePaperState
from services import company, insured, remittance_lines, settings
from services.database import Session
from services.insurance_policies import percent_text
from services.months import month_of, month_text, previous_month
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import tidy
from services.remittance_lines import Line
from services.reports.insurance_change_form import Cell, InsuranceForm
from services.reports.sheet import SheetColumn

_SEX = {Sex.MALE: "男", Sex.FEMALE: "女", None: ""}
_HOUSEHOLD = {HouseholdKind.URBAN: "A城镇", HouseholdKind.RURAL: "B农村", None: ""}
_EMPLOYMENT = {
    EmploymentKind.FULL_TIME: "全日制",
    EmploymentKind.PART_TIME: "非全日制",
    EmploymentKind.DISPATCHED: "劳务派遣",
    EmploymentKind.INTERN: "实习",
    EmploymentKind.RETIRED: "返聘",
    EmploymentKind.LABOUR: "劳务",
    None: "",
}
_REASONS = {
    "A": "A首次参保", "B": "B中断后续保", "C": "C区外转入", "D": "D区内转入", "01": "01转区内其他单位", "02": "02转区外",
    "03": "03暂停", "04": "04退保", "05": "05退休", "06": "06在职死亡",
}  # fmt: skip
_ITEMS = (
    ("养老", {InsuranceItem.PENSION}),
    ("医疗", {InsuranceItem.MEDICAL, InsuranceItem.LARGE_MEDICAL}),
    ("失业", {InsuranceItem.UNEMPLOYMENT}),
    ("工伤", {InsuranceItem.INJURY}),
    ("生育", {InsuranceItem.MATERNITY}),
)
_SOCIAL = (
    SheetColumn("序号", 5, "centre"), SheetColumn("增减", 5, "centre"), SheetColumn("姓名", 8), SheetColumn("公民身份号码", 17),
    SheetColumn("性别", 5, "centre"), SheetColumn("出生年月", 8, "centre"), SheetColumn("参加工作时间", 8, "centre"),
    SheetColumn("户口性质", 7, "centre"), SheetColumn("个人身份", 7, "centre"), SheetColumn("用工形式", 8, "centre"),
    *(SheetColumn(word, 5, "centre") for word, _ in _ITEMS), SheetColumn("月缴费基数", 10, "right"),
    SheetColumn("参保类型/停保原因", 15), SheetColumn("增减年月", 8, "centre"), SheetColumn("联系电话", 11),
    SheetColumn("备注", 8),
)  # fmt: skip
_HOUSING = (
    SheetColumn("序号", 5, "centre"), SheetColumn("个人账号", 14), SheetColumn("姓名", 8), SheetColumn("证件号码", 18),
    SheetColumn("缴存基数", 11, "right"), SheetColumn("单位比例", 7, "right"), SheetColumn("个人比例", 7, "right"),
    SheetColumn("单位月缴额", 10, "right"), SheetColumn("个人月缴额", 10, "right"), SheetColumn("合计", 11, "right"),
    SheetColumn("变更原因", 9, "centre"), SheetColumn("起止月", 14, "centre"), SheetColumn("备注", 10),
)  # fmt: skip
_UP = (ChangeKind.JOIN, ChangeKind.RESUME)
_ENDING = ("填表人：", "负责人：", "填表日期：")


@dataclass(frozen=True, slots=True)
class Listed:
    """A change with what the forms ask of the person."""

    change: InsuranceChange
    person: Employee
    file: PersonalFile | None
    account: str
    increases: bool


@requires(Permission.INSURANCE_SEE)
def form_of(
    session: Session, actor: Actor, fund: Fund, city: str, month: date, *, made_by: str
) -> InsuranceForm:
    """The form of a fund, city and month (any of its days): increases first, then decreases, times to the month."""
    month = month_of(month)
    listed = _listed(session, fund, city, month)
    if fund is Fund.SOCIAL:
        return _social_form(session, actor, city, month, listed, made_by)
    return _housing_form(session, actor, city, month, listed, made_by)


@open_to_all("the number of the company with a fund stands on every form")
def unit_number(session: Session, fund: Fund, city: str) -> str:
    """The company's number with a fund of a city 社保编号、单位公积金账号; "" when none was entered."""
    return str(settings.get(session, f"insured.unit.{fund.value}.{city}", ""))


@requires(Permission.INSURANCE_EDIT)
def note_unit_number(session: Session, actor: Actor, fund: Fund, city: str, number: str) -> None:
    """Remember the company's number with a fund of a city. Raises Refused "record.too_long"."""
    name = f"insured.unit.{fund.value}.{tidy(city, 'city')}"
    settings.put_checked(session, actor, name, tidy(number, "unit_number"))


def _listed(session: Session, fund: Fund, city: str, month: date) -> list[Listed]:
    rows = session.execute(
        select(InsuranceChange, Employee, PersonalFile)
        .join(Employee, Employee.id == InsuranceChange.employee_id)
        .outerjoin(PersonalFile, PersonalFile.employee_id == Employee.id)
        .where(
            InsuranceChange.fund == fund,
            InsuranceChange.month == month,
            InsuranceChange.state == OfficePaperState.APPROVED,
            InsuranceChange.stage != ChangeStage.REFUSED,
            or_(InsuranceChange.city == city, InsuranceChange.other_place == city),
            InsuranceChange.kind != ChangeKind.BACK_PAYMENT,
        )
        .order_by(InsuranceChange.number)
    ).all()
    accounts = _accounts(session, fund, [person.id for _, person, _ in rows])
    found = [
        Listed(change, person, file, accounts.get(person.id, ""), _increases(change, city))
        for change, person, file in rows
    ]
    return sorted(found, key=lambda one: (not one.increases, one.change.kind is ChangeKind.BASE))


def _increases(change: InsuranceChange, city: str) -> bool:
    """Somebody who moves is one more in the new city and one less in the old one."""
    moved_here = change.kind is ChangeKind.TRANSFER and change.city == city
    return change.kind in _UP or moved_here


def _accounts(session: Session, fund: Fund, people: list[int]) -> dict[int, str]:
    rows = session.execute(
        select(Enrolment.employee_id, Enrolment.account_number)
        .where(Enrolment.fund == fund, Enrolment.employee_id.in_(people))
        .order_by(Enrolment.from_month)
    )
    return {row[0]: row[1] for row in rows if row[1]}


def _social_form(
    session: Session, actor: Actor, city: str, month: date, listed: list[Listed], made_by: str
) -> InsuranceForm:
    moves = [one for one in listed if one.change.kind is not ChangeKind.BASE]
    up = sum(one.increases for one in moves)
    before, now = (len(_paid(session, Fund.SOCIAL, city, each)) for each in (previous_month(month), month))
    rules = insured.rules_of_month(session, month).get((Fund.SOCIAL, city))
    known = {item.item for item in rules.policy.items} if rules else set()
    name = company.get(session, actor).name
    return InsuranceForm(
        "社会保险人员增减表", name,
        (
            ("单位全称（章）", name), ("社保编号", unit_number(session, Fund.SOCIAL, city)),
            ("所属期", f"{month.year}年{month.month}月"), ("上月人数", str(before)), ("本月增加", str(up)),
            ("本月减少", str(len(moves) - up)), ("本月人数", str(now)), ("基数变更", f"{len(listed) - len(moves)}人"),
        ),
        _SOCIAL,
        tuple(_social_row(place, one, known, city) for place, one in enumerate(listed, start=1)),
        _signed(made_by),
    )  # fmt: skip


def _sign(one: Listed) -> str:
    if one.change.kind is ChangeKind.BASE:
        return "变"
    return "增" if one.increases else "减"


def _social_row(place: int, one: Listed, known: set[InsuranceItem], city: str) -> tuple[Cell, ...]:
    file, change = one.file, one.change
    reason = _REASONS.get(change.reason, "")
    if change.kind is ChangeKind.TRANSFER:
        reason = "C区外转入" if change.city == city else "02转区外"
    if change.kind is ChangeKind.BASE:
        reason = f"基数变更（原{change.old_base:,}）" if change.old_base is not None else "基数变更"
    base: Cell = change.base if change.base is not None else ""
    return (
        str(place), _sign(one), one.person.name, (file.identity_number or "") if file else "",
        _SEX[file.sex if file else None], _month(file.born_on if file else None),
        _month(file.started_work_on if file else None), _HOUSEHOLD[file.household_kind if file else None], "",
        _EMPLOYMENT[file.employment_kind if file else None],
        *("✓" if known & items else "" for _, items in _ITEMS),
        base if _stays(one) else (change.old_base if change.old_base is not None else ""), reason,
        month_text(change.month), one.person.phone, change.note,
    )  # fmt: skip


def _housing_form(
    session: Session, actor: Actor, city: str, month: date, listed: list[Listed], made_by: str
) -> InsuranceForm:
    last, now = (_paid(session, Fund.HOUSING, city, each) for each in (previous_month(month), month))
    up = sum(one.increases for one in listed)
    down = sum(not one.increases and one.change.kind is not ChangeKind.BASE for one in listed)
    name = company.get(session, actor).name
    return InsuranceForm(
        "住房公积金汇缴（变更）清册", name,
        (
            ("单位名称", name), ("单位公积金账号", unit_number(session, Fund.HOUSING, city)),
            ("汇缴年月", f"{month.year}年{month.month}月"), ("上月汇缴", _people_and_sum(last)),
            ("本月增加", f"{up}人"), ("本月减少", f"{down}人"), ("本月汇缴", _people_and_sum(now)),
        ),
        _HOUSING,
        tuple(
            _housing_row(place, one, (now if _stays(one) else last).get(one.person.id, ()))
            for place, one in enumerate(listed, start=1)
        ),
        _signed(made_by),
    )  # fmt: skip


def _stays(one: Listed) -> bool:
    return one.increases or one.change.kind is ChangeKind.BASE


def _housing_row(place: int, one: Listed, items: tuple[Line, ...]) -> tuple[Cell, ...]:
    change, file = one.change, one.file
    item = items[0] if items else None
    until = "" if _stays(one) else month_text(previous_month(change.month))
    return (
        str(place), one.account, one.person.name, (file.identity_number or "") if file else "",
        item.base if item else change.base or "", _percent(item.employer_rate) if item else "",
        _percent(item.employee_rate) if item else "", item.employer if item else "", item.employee if item else "",
        item.employer + item.employee if item else "", _housing_reason(one),
        f"至 {until}" if until else f"{month_text(change.month)} 起", change.note,
    )  # fmt: skip


def _housing_reason(one: Listed) -> str:
    """新开户、调入、启封、封存、调出、基数变更."""
    kind, reason = one.change.kind, one.change.reason
    if kind is ChangeKind.BASE:
        return "基数变更"
    if kind is ChangeKind.RESUME:
        return "启封"
    if kind is ChangeKind.JOIN:
        return "新开户" if reason in {"", "A"} else "调入"
    if kind is ChangeKind.TRANSFER:
        return "调入" if one.increases else "调出"
    return "调出" if reason in {"01", "02"} else "封存"


def _percent(rate: str) -> str:
    return f"{percent_text(Decimal(rate))}%"


def _paid(session: Session, fund: Fund, city: str, month: date) -> dict[int, tuple[Line, ...]]:
    """The items of everybody insured in the city with the fund in a month: as frozen, whatever was changed since."""
    own: dict[int, tuple[Line, ...]] = {}
    for line in remittance_lines.of_month(session, fund, city, month):
        own[line.employee_id] = (*own.get(line.employee_id, ()), line)
    return own


def _people_and_sum(paid: dict[int, tuple[Line, ...]]) -> str:
    total = sum((line.employer + line.employee for lines in paid.values() for line in lines), Decimal("0.00"))
    return f"{len(paid)}人 {total:,}元"


def _signed(made_by: str) -> tuple[str, ...]:
    return (f"填表人：{made_by}", *_ENDING[1:])


def _month(day: date | None) -> str:
    return f"{day:%Y-%m}" if day else ""
