"""Travel for tests: an office whose categories have roles, its limits, legs in a line, a payee."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from models.expense_category import CategoryRole, ExpenseCategory
from models.expense_claim import InvoicePromise, PaperKind
from models.policy import CityTier, ExpensePolicy, PolicyKind
from models.travel import Vehicle
from services import payees
from services.claim_values import ClaimDraft, LegDraft, LineDraft
from services.database import Database
from services.payees import PayeeDraft
from tests.claims import TODAY, Office, make_office

ROLES = {
    "交通": CategoryRole.TRANSPORT,
    "住宿": CategoryRole.LODGING,
    "补助": CategoryRole.ALLOWANCE,
}
START = date(2020, 1, 1)


def leg(
    where: str,
    start: tuple[int, int],
    end: tuple[int, int] | None = None,
    vehicle: Vehicle = Vehicle.TRAIN,
    seat: str = "二等座",
) -> LegDraft:
    """武汉—宜昌 in November 2026, from (day, hour) to (day, hour)."""
    origin, goal = where.split("—")
    day, hour = end or (start[0], min(start[1] + 2, 23))
    return LegDraft(
        origin, goal, TODAY.replace(day=start[0]), start[1], TODAY.replace(day=day), hour, vehicle, seat
    )


THERE, BACK = leg("武汉—宜昌", (9, 8)), leg("宜昌—武汉", (13, 15))


def travel_office(database: Database) -> Office:
    """The office with roles of its categories, 100 + 80 yuan a day (120 for meals in 上海), and one payee."""
    office = make_office(database)
    with office.writing() as session:
        for name, role in ROLES.items():
            session.get_one(ExpenseCategory, office.categories[name]).role = role
        session.add_all([CityTier(city="上海", tier=1), CityTier(city="成都", tier=2)])
        for kind, tier, amount in (
            (PolicyKind.MEAL_PER_DAY, None, "100"),
            (PolicyKind.MEAL_PER_DAY, 1, "120"),
            (PolicyKind.LOCAL_PER_DAY, None, "80"),
        ):
            session.add(ExpensePolicy(kind=kind, city_tier=tier, amount=Decimal(amount), from_on=START))
    return office


def travel(office: Office, *legs: LegDraft, **changes: object) -> ClaimDraft:
    """A travel claim with the allowance of one line, unless `changes` say otherwise."""
    line = LineDraft(
        office.categories["补助"],
        TODAY.replace(day=9),
        TODAY.replace(day=13),
        description="宜昌 伙食 100 + 市内交通 80 × 5 天",
        amount=Decimal(900),
        city="宜昌",
    )
    base = office.draft(kind=PaperKind.TRAVEL, legs=legs or (THERE, BACK), lines=(line,))
    return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields


def add_payee(office: Office, name: str = "湖北华测仪器有限公司", **changes: object) -> int:
    draft = PayeeDraft(name=name, bank_name="中国银行武汉光谷支行", bank_account="5587 6600 1234 5678")
    with office.writing() as session:
        return payees.save(session, office.clerk, replace(draft, **changes))  # type: ignore[arg-type]  # as above


def request(office: Office, amount: str = "5000", **changes: object) -> ClaimDraft:
    """A payment request whose invoice comes later, of contract CG-2026-008."""
    line = LineDraft(office.categories["其他"], TODAY, description="全站仪维修", amount=Decimal(amount))
    base = office.draft(
        kind=PaperKind.PAYMENT,
        lines=(line,),
        purpose="全站仪维修费",
        payee_name="湖北华测仪器有限公司",
        payee_bank="中国银行武汉光谷支行",
        payee_account="558766001234",
        contract_number="CG-2026-008",
        contract_amount=Decimal(12000),
        invoice_promise=InvoicePromise.LATER,
        invoice_due_on=TODAY.replace(day=30),
    )
    return replace(base, **changes)  # type: ignore[arg-type]  # values of its own fields
