"""A real database with 1,000,000 believable claims, made once a month into a folder that is kept."""

from __future__ import annotations

import hashlib
import shutil
import sys
import tempfile
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from time import perf_counter
from typing import Any

from sqlalchemy import Connection, text

from models.expense_claim import ClaimState, ExpenseClaim, PaperKind
from models.migrations import FOLDER
from models.people import Company, Department, Employee
from models.user import Role, User, UserRole
from services import passwords, search
from services.database import FILE_NAME, Database
from services.permissions import Actor, permissions_of

CLAIMS = 1_000_000
PASSWORD = "benchmark"
LOGIN = "wangxue"
SURNAMES = "李王张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗单曾仇"
GIVEN = ("文静", "建国", "晓燕", "志强", "雪", "明远", "凯", "倩", "俊", "洋", "涛", "立新", "海燕", "丽华")
DEPARTMENTS = ("测绘一部", "测绘二部", "市场部", "研发部", "运营部", "财务部", "人力资源部")
PLACES = ("武汉", "宜昌", "襄阳", "荆州", "黄石", "十堰", "恩施", "孝感", "黄冈", "咸宁", "随州", "鄂州")
MATTERS = (
    "外业差旅", "投标文件印刷", "项目备用金借款", "饮用水及办公用品", "监督审核费", "节福利采购", "油卡充值",
    "外业住宿", "投标报名费", "绿植租摆", "服务器配件", "客户接待", "培训费", "快递费", "仪器检定费", "车辆维修",
)  # fmt: skip
STATES = (
    [ClaimState.PAID] * 955 + [ClaimState.RETURNED] * 12 + [ClaimState.VOIDED] * 6 + [ClaimState.WITHDRAWN] * 8
    + [ClaimState.SUBMITTED] * 8 + [ClaimState.TO_PAY] * 5 + [ClaimState.DRAFT] * 6
)  # fmt: skip
YEARS = 10


def clerk(database: Database) -> Actor:
    """The user the benchmarks act as, with the rights of every role."""
    with database.read() as session:
        found = session.execute(text("SELECT id, name, employee_id FROM user_account")).first()
    assert found is not None
    return Actor(found[0], found[1], LOGIN, found[2], frozenset(Role), permissions_of(Role))


def folder(claims: int = CLAIMS, today: date | None = None) -> Path:
    """Where the database lies; made when it is not there (about a minute for a million)."""
    today = today or date.today()
    steps = sorted((FOLDER / "versions").glob("*_tables.sqlite.sql"))
    schema = hashlib.sha256(b"".join(step.read_bytes() for step in steps)).hexdigest()[:8]
    own = hashlib.sha256(Path(__file__).read_bytes()).hexdigest()[:8]
    kept = Path(tempfile.gettempdir()) / f"opsdesk-{claims}-{today:%Y%m}-{schema}-{own}"
    if not (kept / "complete").exists():
        for older in kept.parent.glob(f"opsdesk-{claims}-*"):
            shutil.rmtree(older)  # of another month or other tables: a gigabyte that nobody reads
        database = Database.open(kept)
        fill(database, claims, today)
        database.close()
        (kept / "complete").touch()
    return kept


def fill(database: Database, claims: int, today: date) -> None:
    """Write people and `claims` papers; the indexes are built after the rows, as every loader does."""
    with database.write() as session:
        people = _people(session)
        connection = session.connection()
        indexes = _dropped_indexes(connection)
        raw: Any = connection.connection.driver_connection
        raw.execute(
            "INSERT INTO expense_claim_search(expense_claim_search, rank) VALUES('hashsize', 134217728)"
        )
        raw.execute("INSERT INTO expense_claim_search(expense_claim_search, rank) VALUES('automerge', 0)")
        writer = _Writer(people, claims, today)
        places = ", ".join("?" * len(writer.names))
        into = f"INSERT INTO expense_claim ({', '.join(writer.names)}) VALUES ({places})"
        raw.executemany(into, writer.rows())
        raw.executemany("INSERT INTO expense_claim_search (rowid, body) VALUES (?, ?)", writer.bodies)
        raw.execute("INSERT INTO expense_claim_search(expense_claim_search, rank) VALUES('automerge', 4)")
        raw.execute(
            "INSERT INTO expense_claim_search(expense_claim_search, rank) VALUES('hashsize', 1048576)"
        )
        for statement in indexes:
            raw.execute(statement)


def _dropped_indexes(connection: Connection) -> list[str]:
    wanted = "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'expense_claim' AND sql <> ''"
    found = connection.exec_driver_sql(wanted).all()
    for name, _ in found:
        connection.exec_driver_sql(f"DROP INDEX {name}")
    return [sql for _, sql in found]


def _people(session: Any) -> list[tuple[int, str, int, str]]:
    """(employee id, name, department id, department name) of a hundred people, the first with an account."""
    random = Random(1)
    session.add(Company(name="武汉云图测绘科技有限公司", tax_id="91420100MA4KX1Y00P"))
    departments = [Department(code=f"{n:02}", name=name) for n, name in enumerate(DEPARTMENTS, start=1)]
    session.add_all(departments)
    session.flush()
    employees = []
    for number in range(1, 101):
        name = "李文静" if number == 2 else random.choice(SURNAMES) + random.choice(GIVEN)
        department = departments[number % len(departments)]
        employees.append(Employee(number=f"{number:04}", name=name, department_id=department.id))
    session.add_all(employees)
    session.flush()
    user = User(
        login=LOGIN, name="王雪", password_hash=passwords.hashed(PASSWORD), employee_id=employees[0].id
    )
    session.add(user)
    session.flush()
    session.add_all(UserRole(user_id=user.id, role=role) for role in Role)
    session.flush()
    by_id = {department.id: department.name for department in departments}
    return [(one.id, one.name, one.department_id, by_id[one.department_id]) for one in employees]


class _Writer:
    """Makes one row after the other, and beside it the pieces it is found by."""

    def __init__(self, people: list[tuple[int, str, int, str]], claims: int, today: date) -> None:
        self.random = Random(2)
        self.people, self.claims = people, claims
        first = today - timedelta(days=365 * YEARS)
        self.days = [(first + timedelta(days=n)).isoformat() for n in range(365 * YEARS + 1)]
        self.matters = [f"{place}{matter}" for place in PLACES for matter in MATTERS]
        self.known: dict[str, tuple[str, str]] = {}
        self.counters: dict[str, int] = {}
        self.bodies: list[tuple[int, str]] = []
        self.names = [column.name for column in ExpenseClaim.__table__.columns]
        self.at = {name: place for place, name in enumerate(self.names)}
        fixed = _fixed(today)
        self.template = [fixed.get(name) for name in self.names]

    def rows(self) -> Iterator[list[Any]]:
        for number in range(1, self.claims + 1):
            yield self.row(number)

    def row(self, number: int) -> list[Any]:
        random, at, row = self.random, self.at, self.template.copy()
        employee, name, department, department_name = random.choice(self.people)
        last = len(self.days) - 1
        place = min(max(number * (last + 1) // self.claims + random.randrange(-9, 1), 0), last)
        day, purpose = self.days[place], random.choice(self.matters)
        serial = self.counters[day[:4]] = self.counters.get(day[:4], 0) + 1
        fen = int(random.lognormvariate(11, 1.2)) + 100
        state = random.choice(STATES) if place > last - 60 or random.random() < 0.3 else ClaimState.PAID
        row[at["id"]], row[at["number"]] = number, f"BX-{day[:4]}-{serial:06}"
        paid = state is ClaimState.PAID
        row[at["state"]], row[at["paid_on"]] = state.value, day if paid else None
        row[at["late_days"]] = 0 if paid else None
        row[at["claimant_id"]], row[at["claimant_name"]] = employee, name
        row[at["department_id"]], row[at["department_name"]] = department, department_name
        row[at["business_date"]] = row[at["submitted_on"]] = row[at["pay_by"]] = day
        row[at["purpose"]], row[at["invoice_count"]] = purpose, fen % 5
        row[at["amount"]], row[at["sanctioned"]], row[at["tax"]] = fen, fen, fen // 20
        plain = (f"bx{day[:4]}{serial:06}", str(fen))
        row[at["search_text"]] = self.found_by(number, plain, (name, department_name, purpose))
        return row

    def found_by(self, number: int, plain: tuple[str, str], parts: tuple[str, str, str]) -> str:
        words = [_known(self.known, part) for part in parts]
        pieces = [search.pairs(plain[0]), *(pair for _, pair in words), search.pairs(plain[1])]
        self.bodies.append((number, " ".join(pieces)))
        return " ".join((plain[0], *(word for word, _ in words), plain[1]))


def _fixed(today: date) -> dict[str, Any]:
    moment = f"{today.isoformat()}T00:00:00.000000+00:00"
    needed = [column for column in ExpenseClaim.__table__.columns if not column.nullable]
    fixed: dict[str, Any] = {column.name: "" if column.type.python_type is str else 0 for column in needed}
    fixed |= {"version": 1, "created_at": moment, "updated_at": moment, "round": 1}
    fixed |= {"kind": PaperKind.CLAIM.value, "created_by_id": 1, "attachment_count": 1}
    numbers = ("offset_total", "outstanding", "doubt_count", "paid_before", "invoice_owed")
    texts = ("payment_note", "paid_by_name", "company_name", "project_name", "holder_name", "state_note")
    stands = ("batch_number", "packet_number", "voucher_number")
    payee = ("payee_name", "payee_bank", "payee_account", "contract_number", "paid_from_name")
    return fixed | dict.fromkeys(numbers, 0) | dict.fromkeys((*texts, *stands, *payee), "")


def _known(known: dict[str, tuple[str, str]], part: str) -> tuple[str, str]:
    found = known.get(part)
    if found is None:
        words = search.text_for(part)
        found = known[part] = (words, search.pairs(words))
    return found


def main() -> None:
    claims = int(sys.argv[1]) if len(sys.argv) > 1 else CLAIMS
    start = perf_counter()
    made = folder(claims)
    size = Decimal((made / FILE_NAME).stat().st_size) / 1_000_000
    print(f"{made}: {claims:,} claims, {size:.0f} MB, {perf_counter() - start:.1f} s")


if __name__ == "__main__":
    main()
