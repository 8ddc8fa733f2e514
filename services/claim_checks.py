"""The checks of a claim put together: what stops it, what wants a reason, what is in order."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from decimal import Decimal

from sqlalchemy import select

from models.expense_category import ExpenseCategory
from models.expense_claim import CheckLevel, ClaimCheck, ClaimState, ExpenseClaim, PaperKind
from models.invoice import Invoice
from models.people import Company, Employee
from models.policy import PolicyKind
from services import claim_circumstances, claim_duplicates, paper_kinds
from services.claim_check_row import Check, stop, warn
from services.claim_invoice_checks import Ground, invoice_checks
from services.claim_rules import ClaimRules, rules_on
from services.claim_values import ClaimDraft, LineDraft
from services.database import Session
from services.errors import Refused
from services.money import format_money
from services.permissions import Actor, Permission, open_to_all, requires
from services.policies import policies
from services.policy_checks import policy_checks
from services.policy_ground import ground_of


@requires(Permission.CLAIM_SEE)
def check_draft(session: Session, actor: Actor, draft: ClaimDraft, *, today: date) -> list[Check]:  # noqa: ARG001 - the permission needs the actor
    """How every check of `draft` comes out as it stands, stored or not; `draft.reasons` are put beside them."""
    used = {line.invoice_id for line in draft.lines} - {None}
    invoices = session.scalars(select(Invoice).where(Invoice.id.in_(used)).order_by(Invoice.id)).all()
    return evaluate(session, draft, invoices, today=today)


@open_to_all("a step of saving and submitting a claim, which have their permissions")
def evaluate(session: Session, draft: ClaimDraft, invoices: Sequence[Invoice], *, today: date) -> list[Check]:
    """Run every check; at most one result for a code and subject."""
    company = session.scalar(select(Company).order_by(Company.id))
    claimant = session.get(Employee, draft.claimant_id) if draft.claimant_id else None
    ground = Ground(
        company_name=company.name if company else "",
        company_tax_id=company.tax_id if company else "",
        claimant_name=claimant.name if claimant else "",
        lines=draft.lines,
        today=today,
        rules=_rules(session, today),
    )
    limits = ground_of(session, draft, invoices, today=today)
    found = [
        *claim_duplicates.duplicate_checks(session, draft.id, invoices),
        *invoice_checks(invoices, ground),
        *_line_checks(session, draft.lines, today),
        *policy_checks(draft, invoices, limits),
        *_overdue(session, draft, today),
        *claim_circumstances.checks(session, draft, today),
        *paper_kinds.checks(session, draft, today),
    ]
    told = [check for check in found if not paper_kinds.is_moot(check, draft)]
    once = {check.key: check for check in reversed(told)}
    return [
        replace(check, reason=draft.reasons.get(check.key, "").strip()) for check in reversed(once.values())
    ]


@open_to_all("a step of saving and submitting a claim, which have their permissions")
def keep(session: Session, claim: ExpenseClaim, checks: Sequence[Check]) -> None:
    """Write the results beside the claim, for the list, the approver and the record."""
    claim.checks.clear()
    session.flush()
    claim.checks.extend(
        ClaimCheck(
            position=position,
            code=check.code,
            subject=check.subject,
            level=check.level,
            values=check.values,
            reason=check.reason,
        )
        for position, check in enumerate(checks)
    )
    claim.doubt_count = sum(check.level != CheckLevel.OK for check in checks)


def refuse_doubts(checks: Iterable[Check]) -> None:
    """Refuse a claim that is stopped or leaves a warning without its reason.

    Raises Refused "claim.stopped" or "claim.reason_missing", field "reasons.<code:subject>", with the count and the
    first one (check).
    """
    checks = list(checks)
    refuse_stops(checks)
    silent = [check for check in checks if check.level == CheckLevel.WARN and not check.reason]
    if silent:
        raise Refused(
            "claim.reason_missing", field=f"reasons.{silent[0].key}", count=len(silent), check=silent[0]
        )


def refuse_stops(checks: Iterable[Check]) -> None:
    """Raises Refused "claim.stopped", field "reasons.<code:subject>", with the count and the first one (check)."""
    stops = [check for check in checks if check.level == CheckLevel.STOP]
    if stops:
        raise Refused("claim.stopped", field=f"reasons.{stops[0].key}", count=len(stops), check=stops[0])


def kept(claim: ExpenseClaim) -> list[Check]:
    """The results as they were written."""
    return [Check(row.code, row.level, row.subject, row.values, row.reason) for row in claim.checks]


def reasons_of(claim: ExpenseClaim) -> Mapping[str, str]:
    """The clerk's words, by "code:subject"."""
    return {f"{row.code}:{row.subject}": row.reason for row in claim.checks if row.reason}


def _rules(session: Session, today: date) -> ClaimRules:
    """The rules of claims; a limit on the age of invoices among the company's policies comes first."""
    rules, age = rules_on(session, today), policies(session).find(PolicyKind.INVOICE_AGE, today)
    return replace(rules, invoice_age_days=age.count) if age and age.count else rules


def _line_checks(session: Session, lines: Sequence[LineDraft], today: date) -> Iterator[Check]:
    categories = {category.id: category for category in session.scalars(select(ExpenseCategory))}
    seen: dict[str, int] = {}
    for number, line in enumerate(lines, start=1):
        subject = f"{line.spent_on}/{line.amount:.2f}"
        seen[subject] = seen.get(subject, 0) + 1
        subject += f"/{seen[subject]}" if seen[subject] > 1 else ""
        category = categories.get(line.category_id or 0)
        yield from _line_check(str(number), subject, line, category, today)


def _line_check(
    number: str,
    subject: str,
    line: LineDraft,
    category: ExpenseCategory | None,
    today: date,
) -> Iterator[Check]:
    amount = format_money(line.amount)
    if category and category.needs_invoice and line.invoice_id is None:
        yield warn("no_invoice", subject, line=number, category=category.name, amount=amount)
    last = line.spent_to or line.spent_on
    if last and last > today:
        yield stop("line_future", subject, line=number, day=last.isoformat())
    if line.tax > line.amount:
        yield stop("tax_above_amount", subject, line=number, tax=format_money(line.tax), amount=amount)


def _overdue(session: Session, draft: ClaimDraft, today: date) -> Iterator[Check]:
    """Who asks for another advance while an old one is overdue says why."""
    if draft.kind != PaperKind.ADVANCE:
        return
    rows = session.execute(
        select(ExpenseClaim.number, ExpenseClaim.due_on, ExpenseClaim.outstanding)
        .where(
            ExpenseClaim.claimant_id == draft.claimant_id,
            ExpenseClaim.kind == PaperKind.ADVANCE,
            ExpenseClaim.state == ClaimState.PAID,
            ExpenseClaim.outstanding > Decimal(0),
            ExpenseClaim.due_on < today,
        )
        .order_by(ExpenseClaim.id),
    )
    for number, due_on, outstanding in rows:
        values = {"due": str(due_on), "outstanding": format_money(outstanding)}
        yield warn("advance_overdue", number, number=number, **values)
