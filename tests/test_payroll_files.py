"""The bank file of a payroll run: control totals, who is left out, what is doubtful, the same bytes ever after."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

import pytest
from python_calamine import CalamineWorkbook
from sqlalchemy import select, update

from models.audit import AuditEntry
from models.bank_account import AccountKind, BankAccount
from models.payment import BankFormat
from models.payroll import PayrollRun, RunState
from models.people import Employee
from models.personnel import BankCard
from services import attachments, bank_formats, payroll_files
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from tests.claims import command
from tests.payroll_helpers import Payroll, lines_of, make_payroll, make_run


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return make_payroll(database, 12, ("欧阳<&>明辉", "𬭎辉"))


def form_id(payroll: Payroll, code: str = "generic") -> int:
    with payroll.database.read() as session:
        found: int = session.scalars(select(BankFormat.id).where(BankFormat.code == code)).one()
    return found


def look(
    payroll: Payroll, run_id: int, code: str = "generic", account: int | None = None
) -> payroll_files.PayFileLook:
    with payroll.database.read() as session:
        return payroll_files.look(
            session, payroll.cashier, run_id, account or payroll.account, form_id(payroll, code)
        )


def version(payroll: Payroll, run_id: int) -> int:
    with payroll.database.read() as session:
        return session.get_one(PayrollRun, run_id).version


def write(payroll: Payroll, run_id: int, code: str = "generic", **changes: Any) -> payroll_files.PayFile:
    given = {"command_id": command(), "version": version(payroll, run_id)} | changes
    with payroll.database.write() as session:
        return payroll_files.write(
            session, payroll.cashier, run_id, given["version"], payroll.account, form_id(payroll, code), command_id=given["command_id"]
        )  # fmt: skip


def take_back(payroll: Payroll, run_id: int, reason: str = "银行要求另一模板", click: str = "") -> None:
    with payroll.database.write() as session:
        payroll_files.take_back(
            session,
            payroll.cashier,
            run_id,
            version(payroll, run_id),
            reason=reason,
            command_id=click or command(),
        )


def sheet(content: bytes) -> list[list[Any]]:
    return CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0).to_python()


def refusal(code: str) -> Any:
    return pytest.raises(Refused, match=code.replace(".", r"\."))


def test_the_file_pays_everybody_their_net_pay_and_ends_with_the_control_totals(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    made, lines = write(payroll, run_id), lines_of(payroll, run_id)
    rows = sheet(made.content)
    assert rows[0] == ["序号", "户名", "账号", "开户行", "金额", "用途", "备注"]
    assert [(row[1], row[2], Decimal(str(row[4])), row[6]) for row in rows[1:-1]] == [
        (line.name, line.bank_account, line.net, line.number) for line in lines
    ]
    assert rows[-1][0] == "合计 12 笔"
    assert Decimal(str(rows[-1][4])) == sum(line.net for line in lines)
    assert rows[1][5] == "2026年11月工资"
    assert made.name == "2026-11 工资代发 通用格式.xlsx"
    assert made.paper == (made.name, made.content)


@pytest.mark.parametrize("code", ["generic", "cmb", "icbc", "ccb"])
def test_every_bank_gets_accounts_as_text_and_amounts_of_two_decimals(payroll: Payroll, code: str) -> None:
    run_id = make_run(payroll)
    made = write(payroll, run_id, code)
    line = lines_of(payroll, run_id)[1]
    if code == "ccb":
        (_, _, row, *_) = csv.reader(StringIO(made.content.decode("gb18030")))
        assert row[1:] == [line.bank_account, "𬭎辉", f"{line.net:.2f}", f"2026年11月工资 {line.number}"]
        return
    titles, _, row, *_ = sheet(made.content)
    said = dict(zip(titles, row, strict=True))
    assert said.get("收款账号", said.get("账号")) == line.bank_account
    assert Decimal(str(said["金额"])) == line.net
    if code == "icbc":
        assert (said["付款账号"], said["日期"]) == ("127906000010101", "2026-11-06")


def test_before_it_is_written_the_totals_and_who_is_left_out_are_shown(payroll: Payroll) -> None:
    changes = {2: {"bank_account": ""}, 3: {"net": Decimal(0)}, 4: {"net": Decimal("-5.00")}}
    run_id = make_run(payroll, changes=changes)
    found, lines = look(payroll, run_id), lines_of(payroll, run_id)
    assert (found.count, found.people) == (9, 12)
    assert found.total == sum(line.net for place, line in enumerate(lines) if place not in changes)
    assert found.net == sum(line.net for line in lines)
    assert [(check.code, check.values["number"]) for check in found.left_out] == [
        ("payroll_file_no_card", "G0003"), ("payroll_file_no_net", "G0004"), ("payroll_file_no_net", "G0005"),
    ]  # fmt: skip
    assert found.rows[-1][0] == "合计 9 笔"
    assert len(found.rows) == 6
    assert found.rows[0][4] == f"{lines[0].net:.2f}"


def test_what_may_be_wrong_with_a_card_is_named(payroll: Payroll) -> None:
    run_id = make_run(
        payroll,
        changes={
            1: {"bank_account": "6214830000000001"},
            2: {"bank_name": ""},
            5: {"bank_account": lines_card(payroll, 4)},
            6: {"name": "曾用名"},
        },
    )
    with payroll.database.write() as session:
        session.add(
            BankCard(
                employee_id=payroll.people[7],
                from_on=date(2026, 11, 1),
                bank_name="工商银行",
                number="6222020000000000000",
            )
        )
        session.add(
            BankCard(
                employee_id=payroll.people[8],
                from_on=date(2026, 11, 20),
                bank_name="工商银行",
                number="6222020000000000000",
            )
        )
    said = [(check.code, check.values["number"]) for check in look(payroll, run_id).doubts]
    assert said == [
        ("payroll_file_card", "G0002"), ("payroll_file_changed", "G0002"), ("payroll_file_bank", "G0003"),
        ("payroll_file_shared", "G0005"), ("payroll_file_shared", "G0006"), ("payroll_file_changed", "G0006"),
        ("payroll_file_name", "G0007"), ("payroll_file_changed", "G0008"),
    ]  # fmt: skip


def lines_card(payroll: Payroll, place: int) -> str:
    with payroll.database.read() as session:
        return session.get_one(Employee, payroll.people[place]).bank_account


def test_it_is_written_once_and_given_out_with_the_same_bytes_ever_after(payroll: Payroll) -> None:
    run_id, click = make_run(payroll), command()
    made = write(payroll, run_id, command_id=click)
    with payroll.database.write() as session:
        draft = bank_formats.get(session, payroll.cashier, form_id(payroll))
        bank_formats.save(session, payroll.cashier, replace(draft, control_line=False))
    assert write(payroll, run_id, command_id=click).again
    with payroll.database.read() as session:
        again = payroll_files.again(session, payroll.cashier, run_id)
        paper = payroll_files.file_again(session, payroll.cashier, run_id)
        kept = attachments.of(session, payroll.cashier, "payroll_run", run_id)
    assert (again.content, again.again, again.run.number) == (made.content, True, "GZ-2026-11")
    assert paper == (made.name, made.content)
    assert [(row.name, row.sha256) for row in kept] == [(made.name, made.sha256)]
    with refusal("payroll_file.written"):
        write(payroll, run_id)


def test_a_file_the_bank_did_not_take_makes_room_for_another(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    first = write(payroll, run_id)
    with refusal("record.required"):
        take_back(payroll, run_id, reason=" ")
    click = command()
    take_back(payroll, run_id, click=click)
    take_back(payroll, run_id, click=click)
    second = write(payroll, run_id, "ccb")
    assert second.name.endswith(".csv")
    assert second.sha256 != first.sha256
    with payroll.database.read() as session:
        acts = session.scalars(
            select(AuditEntry.action).where(
                AuditEntry.record_kind == "payroll_run", AuditEntry.record_id == run_id
            )
        ).all()
        assert acts == ["send", "reopen", "send"]
        assert len(attachments.of(session, payroll.cashier, "payroll_run", run_id)) == 2


@pytest.mark.parametrize("state", [RunState.DRAFT, RunState.CHECKED, RunState.SUBMITTED, RunState.LOCKED])
def test_only_an_approved_sheet_has_a_bank_file(payroll: Payroll, state: RunState) -> None:
    run_id = make_run(payroll, state=state)
    with refusal("payroll_file.wrong_state"):
        write(payroll, run_id)
    with refusal("bank_file.not_written"), payroll.database.read() as session:
        payroll_files.again(session, payroll.cashier, run_id)


def test_once_paid_a_file_is_not_taken_back(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    with refusal("bank_file.not_written"):
        take_back(payroll, run_id)
    write(payroll, run_id)
    with payroll.database.write() as session:
        session.execute(update(PayrollRun).values(state=RunState.PAID))
    with refusal("payroll_file.wrong_state"):
        take_back(payroll, run_id)


def test_somebody_else_was_faster(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    with refusal("record.stale"):
        write(payroll, run_id, version=version(payroll, run_id) - 1)


def test_changed_bytes_are_not_given_out(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    made = write(payroll, run_id)
    next(payroll.database.folder.rglob(made.sha256)).write_bytes(b"changed")
    with refusal("attachment.missing"), payroll.database.read() as session:
        payroll_files.again(session, payroll.cashier, run_id)


def test_the_file_stays_with_the_run(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    write(payroll, run_id)
    with payroll.database.read() as session:
        (kept,) = attachments.of(session, payroll.cashier, "payroll_run", run_id)
    with refusal("attachment.batch_sent"), payroll.database.write() as session:
        attachments.remove(session, payroll.cashier, kept.id)


@pytest.mark.parametrize(
    ("change", "code"),
    [({"kind": AccountKind.CASH}, "batch.cash_account"), ({"active": False}, "claim.account_closed")],
)
def test_it_is_paid_from_a_bank_account_that_is_open(
    payroll: Payroll, change: dict[str, Any], code: str
) -> None:
    run_id = make_run(payroll)
    with payroll.database.write() as session:
        session.execute(update(BankAccount).values(**change))
    with refusal(code):
        look(payroll, run_id)


def test_a_format_must_be_chosen_and_somebody_paid(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    with refusal("record.required"), payroll.database.read() as session:
        payroll_files.look(session, payroll.cashier, run_id, payroll.account, 999)
    nobody = make_run(payroll, date(2026, 10, 1), changes={place: {"net": Decimal(0)} for place in range(12)})
    with refusal("bank_file.nothing"):
        look(payroll, nobody)


def test_only_who_pays_wages_sees_or_writes_it(payroll: Payroll, clerk: Actor, manager: Actor) -> None:
    run_id, form = make_run(payroll), form_id(payroll)
    for actor in (clerk, manager):
        with refusal("permission.denied"), payroll.database.read() as session:
            payroll_files.look(session, actor, run_id, payroll.account, form)
        with refusal("permission.denied"), payroll.database.write() as session:
            payroll_files.write(session, actor, run_id, 1, payroll.account, form, command_id=command())
        with refusal("permission.denied"), payroll.database.read() as session:
            payroll_files.file_again(session, actor, run_id)


def test_files_of_pay_are_hidden_from_who_may_not_see_pay(payroll: Payroll, administrator: Actor) -> None:
    run_id = make_run(payroll)
    write(payroll, run_id)
    with refusal("permission.denied"), payroll.database.read() as session:
        attachments.of(session, administrator, "payroll_run", run_id)


def test_on_both_databases_a_file_is_written(either: Database) -> None:
    payroll = make_payroll(either, 3)
    run_id = make_run(payroll)
    made = write(payroll, run_id)
    with either.read() as session:
        assert payroll_files.again(session, payroll.cashier, run_id).content == made.content
