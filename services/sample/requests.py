"""The sample's payees, its payment requests with an invoice that is overdue, and advances that come back."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from sqlalchemy import select

from models.expense_claim import ExpenseClaim, InvoicePromise, PaperKind, PaymentMethod
from models.payee import Payee
from services import expense_claims, payees, users
from services.claim_values import ClaimDraft, LineDraft
from services.database import at_moment
from services.payees import PayeeDraft
from services.permissions import open_to_all

if TYPE_CHECKING:
    from services.sample.travel import Stage

PAYEES = (
    PayeeDraft(name="湖北华测仪器有限公司", bank_name="中国银行武汉光谷支行", bank_account="558766001234", tax_id="91420100MA4K20003H", contact="郭亮", phone="13900001201"),
    PayeeDraft(name="武汉晨阳办公用品有限公司", bank_name="中国建设银行武汉关山支行", bank_account="42050110204400001234", tax_id="91420100MA4K268519", contact="秦红", phone="13900001202"),
    PayeeDraft(name="武汉天际航测服务有限公司", bank_name="招商银行武汉东湖支行", bank_account="127912345610801", bank_code="308521015161", contact="贺文", phone="13900001203"),
    PayeeDraft(name="湖北正信会计师事务所", bank_name="中国工商银行武汉珞喻路支行", bank_account="3202006719200054321", contact="龚老师", phone="027-87000321"),
    PayeeDraft(name="武汉市光谷公证处", bank_name="中国农业银行武汉光谷支行", bank_account="17067101040012345", phone="027-87000654"),
)  # fmt: skip
_WHY = "a step of making the sample, before anybody is there"


@open_to_all(_WHY)
def write_requests(stage: Stage) -> None:
    """One whose invoice is overdue, one whose invoice is due soon, one that waits, one that would overpay."""
    clerk = users.actor_of(stage.session, stage.standing.user_of("王雪")[0])
    known = set(stage.session.scalars(select(Payee.name)))
    with at_moment(next(stage.times)):
        for payee in PAYEES:
            if payee.name not in known:
                payees.save(stage.session, clerk, payee)
    year, day = stage.today.year, timedelta(days=1)
    late, soon = stage.today - 3 * day, stage.today + 12 * day
    first = _request(
        stage, 0, "equipment", "RTK 接收机配件", "12600.00", (f"CG-{year}-008", "38000"), late, 20
    )
    second = _request(
        stage, 2, "service", "荆州片区航飞进度款", "18500.00", (f"CG-{year}-011", "46000"), soon, 2
    )
    for paper in (first, second):
        stage.pay(stage.approve(stage.submit(paper, "按合同约定付款")))
    third = _request(stage, 3, "service", "年度审计首付款", "9000.00", (f"CG-{year}-013", "18000"), soon, 0)
    stage.submit(third, "按合同约定付款")
    _request(stage, 0, "equipment", "RTK 接收机尾款", "26000.00", (f"CG-{year}-008", "38000"), soon, 0)


@open_to_all(_WHY)
def write_repayments(stage: Stage) -> None:
    """Of the advances that are open: one comes back in cash, of another a part is held for the pay."""
    advances = stage.session.execute(
        select(ExpenseClaim.id, ExpenseClaim.claimant_id)
        .where(ExpenseClaim.kind == PaperKind.ADVANCE, ExpenseClaim.outstanding >= Decimal(800))
        .order_by(ExpenseClaim.id.desc())
    ).all()
    cashier = stage.cashier()
    free = [
        row.id
        for row in advances
        for one in expense_claims.open_advances(stage.session, cashier, row.claimant_id, today=stage.today)
        if one.id == row.id and one.available >= Decimal(800)
    ]
    ways = ((PaymentMethod.CASH, "500.00"), (PaymentMethod.FROM_PAY, "300.00"))
    for advance, (method, amount) in zip(free, ways, strict=False):
        with at_moment(next(stage.times)):
            expense_claims.repay(
                stage.session, cashier, advance, stage.version(advance),
                amount=Decimal(amount), method=method, paid_on=stage.today, account_id=stage.standing.accounts[2],
                pay_month=stage.today, command_id=stage.command(), today=stage.today,
                note="结余退回" if method == PaymentMethod.CASH else "",
            )  # fmt: skip


def _request(
    stage: Stage,
    payee: int,
    category: str,
    words: str,
    amount: str,
    contract: tuple[str, str],
    due: date,
    ago: int,
) -> int:
    clerk = users.actor_of(stage.session, stage.standing.user_of("王雪")[0])
    payee_id = stage.session.scalar(select(Payee.id).where(Payee.name == PAYEES[payee].name))
    day = stage.today - timedelta(days=ago)
    person = stage.standing.people["王雪"]
    draft = ClaimDraft(
        kind=PaperKind.PAYMENT,
        claimant_id=person.id,
        department_id=stage.standing.departments[person.department][0],
        business_date=day,
        purpose=words,
        payee_id=payee_id,
        contract_number=contract[0],
        contract_amount=Decimal(contract[1]),
        invoice_promise=InvoicePromise.LATER,
        invoice_due_on=due,
        lines=(LineDraft(stage.standing.categories[category][0], day, None, words, Decimal(amount)),),
    )
    with at_moment(next(stage.times)):
        return expense_claims.save(stage.session, clerk, draft, today=stage.today).id
