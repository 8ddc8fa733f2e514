"""Two cashiers, double clicks, repeated imports, on a file and on a server: every paper is paid once."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import func, select

from models.expense_claim import ClaimState, ExpenseClaim
from models.payment import PaymentLine, PaymentState
from models.user import Role
from models.voucher import Voucher
from services import bank_answers, integrity, payment_batches, payment_confirmations
from services.claim_values import Saved
from services.database import Database
from services.permissions import Actor
from tests.claims import TODAY, Office, add_person, at_once, command, refusal
from tests.payments import answer_file, compare, confirm, lines, make, make_treasury, now, row_of


@pytest.fixture
def office(either: Database) -> Office:
    return make_treasury(either)


@pytest.fixture
def second(office: Office) -> Actor:
    with office.writing() as session:
        return add_person(session, "钱二", office.board, Role.CASHIER)


def vouchers(office: Office) -> int:
    with office.database.read() as session:
        assert integrity.invariants(session) == []
        return session.scalar(select(func.count()).select_from(Voucher)) or 0


def confirming(office: Office, batch: Saved, actor: Actor, command_id: str = "") -> Callable[[], object]:
    version = now(office, batch).version

    def act() -> None:
        with office.writing() as session:
            payment_confirmations.confirm(
                session,
                actor,
                batch.id,
                version,
                None,
                paid_on=TODAY,
                command_id=command_id or command(),
                today=TODAY,
            )

    return act


def test_two_cashiers_confirm_at_once_and_pay_once(office: Office, second: Actor) -> None:
    batch = make(office, [office.approved(office.draft("800")) for _ in range(3)])
    acts = [confirming(office, batch, actor) for actor in (office.cashier, second)]
    answers = at_once(*acts)
    assert answers in (["batch.changed", "done"], ["batch.wrong_state", "done"])
    assert vouchers(office) == 3


def test_a_double_click_pays_once(office: Office) -> None:
    batch = make(office, [office.approved(office.draft("800"))])
    act = confirming(office, batch, office.cashier, command())
    assert at_once(act, act) == ["done", "done"]
    assert vouchers(office) == 1


def test_two_cashiers_put_a_paper_into_one_batch(office: Office, second: Actor) -> None:
    papers = [office.approved(office.draft("800")), office.approved(office.draft("50"))]
    answers = at_once(*(partial(make, office, papers, actor=actor) for actor in (office.cashier, second)))
    assert answers == ["batch.paper_taken", "done"]
    with office.database.read() as session:
        assert session.scalar(select(func.count()).select_from(PaymentLine)) == 2


def test_one_pays_the_paper_alone_while_the_other_puts_it_into_a_batch(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    answers = at_once(partial(make, office, [approved]), partial(office.pay, approved))
    assert answers.count("done") == 1
    with office.database.read() as session:
        claim = session.get_one(ExpenseClaim, approved.id)
    assert (claim.state is ClaimState.PAID) != bool(claim.batch_number)


def test_one_takes_a_paper_out_while_the_other_confirms(office: Office, second: Actor) -> None:
    papers = [office.approved(office.draft("800")), office.approved(office.draft("50"))]
    batch = make(office, papers)
    version, line = now(office, batch).version, lines(office, batch)[0].id

    def take_out() -> None:
        with office.writing() as session:
            payment_batches.take_out(session, second, batch.id, version, [line], command_id=command())

    answers = at_once(confirming(office, batch, office.cashier), take_out)
    assert answers.count("done") == 1
    assert vouchers(office) == sum(row.state is PaymentState.CONFIRMED for row in lines(office, batch))


def test_two_cashiers_import_the_same_answer_and_it_is_carried_out_once(
    office: Office, second: Actor, tmp_path: Path
) -> None:
    batch = make(office, [office.approved(office.draft("800")), office.approved(office.draft("50"))])
    file = answer_file(tmp_path / "a.xlsx", [row_of(line) for line in lines(office, batch)])
    compared = compare(office, batch, file)
    told: list[bank_answers.Applied] = []

    def imported(actor: Actor) -> None:
        with office.writing() as session:
            told.append(
                bank_answers.apply(
                    session, actor, batch.id, compared, paid_on=TODAY, command_id=command(), today=TODAY
                )
            )

    assert at_once(partial(imported, office.cashier), partial(imported, second)) == ["done", "done"]
    assert sorted((one.confirmed, one.already) for one in told) == [(0, 2), (2, 0)]
    assert vouchers(office) == 2


def test_the_last_wall_keeps_a_paper_out_of_a_second_batch(office: Office) -> None:
    """Should a service ever forget to look, the partial unique index does not."""
    approved = office.approved(office.draft("800"))
    batch = make(office, [approved])
    with refusal("record.duplicate"), office.writing() as session:
        line = session.scalars(select(PaymentLine)).one()
        copy = {name: getattr(line, name) for name in ("claim_id", "claim_number", "payee_name", "amount")}
        session.add(PaymentLine(batch_id=batch.id, position=9, bank_account="1", **copy))


def test_the_database_lets_no_paper_become_unpaid_while_its_line_is_confirmed(office: Office) -> None:
    approved = office.approved(office.draft("800"))
    confirm(office, make(office, [approved]))
    with refusal("claim.wrong_state"), office.writing() as session:
        session.get_one(ExpenseClaim, approved.id).state = ClaimState.TO_PAY
