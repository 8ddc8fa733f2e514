"""Payment batches for tests: people with accounts, approved papers, a batch, what a bank answers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import xlsxwriter
from sqlalchemy import select

from models.expense_claim import ExpenseClaim
from models.payment import BankFormat, PaymentBatch, PaymentLine
from models.people import Employee
from services import bank_answers, bank_formats, payment_batches, payment_confirmations
from services.claim_values import Saved
from services.database import Database
from services.exchange.foreign_sheets import read_sheet
from services.permissions import Actor
from tests.claims import TODAY, Office, add_person, command, make_office

CARD = "6222020000000000000"
OTHER_CARD = "6214830000000009"


def make_treasury(database: Database) -> Office:
    """The office of the claims, everybody with a bank account, and the usual bank formats."""
    office = make_office(database)
    with office.writing() as session:
        for employee in session.scalars(select(Employee)):
            employee.bank_name, employee.bank_account = "中国工商银行武汉光谷支行", CARD
        bank_formats.load_usual(session, office.cashier)
    return office


def person(office: Office, name: str, account: str = CARD, **values: object) -> Actor:
    """One more employee."""
    with office.writing() as session:
        made = add_person(session, name, office.survey)
        employee = session.get_one(Employee, made.employee_id)
        employee.bank_name, employee.bank_account = "招商银行武汉分行", account
        for field, value in values.items():
            setattr(employee, field, value)
    return made


def approved_for(office: Office, who: Actor, *amounts: str) -> Saved:
    """An approved claim of somebody."""
    return office.approved(office.draft(*amounts, claimant_id=who.employee_id))


def make(office: Office, papers: Sequence[Saved], **changes: object) -> Saved:
    given = {
        "account_id": office.account,
        "paid_on": TODAY,
        "command_id": command(),
        "today": TODAY,
    } | changes
    actor = given.pop("actor", office.cashier)
    with office.writing() as session:
        return payment_batches.make(session, actor, [paper.id for paper in papers], **given)


def now(office: Office, batch: Saved) -> PaymentBatch:
    """The batch as it stands."""
    with office.database.read() as session:
        return session.get_one(PaymentBatch, batch.id)


def lines(office: Office, batch: Saved) -> list[PaymentLine]:
    with office.database.read() as session:
        query = select(PaymentLine).where(PaymentLine.batch_id == batch.id).order_by(PaymentLine.position)
        return list(session.scalars(query))


def paper(office: Office, saved: Saved) -> ExpenseClaim:
    with office.database.read() as session:
        return session.get_one(ExpenseClaim, saved.id)


def act(
    office: Office, service: Callable[..., Saved], batch: Saved, *values: object, **changes: object
) -> Saved:
    """One act on a batch as it stands, by the cashier."""
    actor = changes.pop("actor", office.cashier)
    version = changes.pop("version", now(office, batch).version)
    given = {"command_id": command()} | changes
    with office.writing() as session:
        return service(session, actor, batch.id, version, *values, **given)


def confirm(office: Office, batch: Saved, line_ids: Sequence[int] | None = None, **changes: object) -> Saved:
    given = {"paid_on": TODAY, "today": TODAY} | changes
    return act(office, payment_confirmations.confirm, batch, line_ids, **given)


def format_id(office: Office, code: str = "generic") -> int:
    with office.database.read() as session:
        found = session.scalar(select(BankFormat.id).where(BankFormat.code == code))
    assert found is not None
    return found


ANSWER_TITLES = ("账号", "户名", "金额", "结果", "失败原因", "流水号")


def answer_file(path: Path, rows: Sequence[Sequence[object]], titles: Sequence[str] = ANSWER_TITLES) -> Path:
    """An answer as a bank writes it: two lines of heading, titles, rows."""
    book = xlsxwriter.Workbook(str(path), {"strings_to_formulas": False})
    sheet = book.add_worksheet()
    sheet.write_string(0, 0, "批量付款回单")
    for number, row in enumerate([titles, *rows], start=2):
        for place, cell in enumerate(row):
            sheet.write(number, place, cell)
    book.close()
    return path


def row_of(line: PaymentLine, result: str = "成功", reason: str = "", reference: str = "") -> list[object]:
    """What the bank says about a line."""
    return [line.bank_account, line.payee_name, f"{line.amount:.2f}", result, reason, reference]


def compare(office: Office, batch: Saved, path: Path, code: str = "generic") -> bank_answers.Compared:
    sheet = read_sheet(path)
    with office.database.read() as session:
        return bank_answers.compare(session, office.cashier, batch.id, format_id(office, code), sheet)


def apply(
    office: Office, batch: Saved, path: Path, command_id: str = "", actor: Actor | None = None
) -> bank_answers.Applied:
    """Read an answer, compare it, carry it out."""
    compared = compare(office, batch, path)
    with office.writing() as session:
        return bank_answers.apply(
            session,
            actor or office.cashier,
            batch.id,
            compared,
            paid_on=TODAY,
            command_id=command_id or command(),
            today=TODAY,
            path=path,
        )
