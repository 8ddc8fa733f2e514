"""Why a figure of the payroll sheet is what it is 为什么是这个数, step by step."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from models.payroll import PayrollLine, PayrollRun
from services import (
    payroll_component_reasons,
    payroll_insurance_reasons,
    payroll_lines,
    payroll_tax_reasons,
    records,
)
from services.database import Session
from services.errors import Refused
from services.payroll_ledgers import LedgerRow, ledger
from services.payroll_why import WhyRow, total
from services.permissions import Actor, Permission, requires

__all__ = ["Compared", "LedgerRow", "WhyRow", "compared", "ledger", "why"]

_COMPARED = ("gross", "insurance", "tax", "withheld", "net")


@dataclass(frozen=True, slots=True)
class Compared:
    """A figure last month and now (yuan; None: the person was not on the sheet)."""

    figure: str
    before: Decimal | None
    now: Decimal | None


@requires(Permission.PAYROLL_SEE)
def why(session: Session, actor: Actor, line_id: int, figure: str) -> list[WhyRow]:  # noqa: ARG001 - the permission needs it
    """The steps to one figure of a line, the result last.

    `figure`: "gross", "social", "housing", "insurance", "tax", "withheld", "net", "employer_insurance",
    "employer_cost", "additional", "component:<code>", "item:<insurance item>". Refused "record.gone",
    "payroll.unknown_figure".
    """
    line = session.get(PayrollLine, line_id)
    if line is None:
        raise Refused("record.gone")
    run = records.load(session, PayrollRun, line.run_id)
    kind, _, code = figure.partition(":")
    match kind:
        case "component":
            return payroll_component_reasons.of_component(session, run, line, code)
        case "gross" | "withheld":
            return payroll_component_reasons.of_sum(run, line, kind)
        case "social" | "housing" | "insurance" | "employer_insurance" | "employer_cost":
            return payroll_insurance_reasons.of_sum(line, kind)
        case "item":
            return payroll_insurance_reasons.of_item(session, run, line, code)
        case "tax":
            return payroll_tax_reasons.of_tax(session, run, line)
        case "additional":
            return payroll_tax_reasons.of_deductions(line)
        case "net":
            return _net(line)
    raise Refused("payroll.unknown_figure")


@requires(Permission.PAYROLL_SEE)
def compared(session: Session, actor: Actor, line_id: int) -> list[Compared]:  # noqa: ARG001 - the permission needs it
    """Gross, insurance, tax, what was withheld and net of the sheet before and of this one 较上月."""
    line = session.get(PayrollLine, line_id)
    if line is None:
        raise Refused("record.gone")
    earlier = payroll_lines.run_before(session, records.load(session, PayrollRun, line.run_id))
    was = None
    if earlier is not None:
        found = session.query(PayrollLine).filter_by(run_id=earlier.id, employee_id=line.employee_id)
        was = _figures(found.one_or_none())
    now = _figures(line)
    return [Compared(name, was[name] if was else None, now[name]) for name in _COMPARED]


def _figures(line: PayrollLine | None) -> Mapping[str, Decimal]:
    if line is None:
        return {}
    own = {name: getattr(line, name) for name in ("gross", "tax", "withheld", "net")}
    return own | {"insurance": line.social + line.housing}


def _net(line: PayrollLine) -> list[WhyRow]:
    steps = [("gross", line.gross, "")]
    steps += [
        (name, getattr(line, name), "−")
        for name in ("social", "housing", "tax", "withheld")
        if getattr(line, name)
    ]
    return [
        *(WhyRow(f"why_{name}", {}, amount, sign) for name, amount, sign in steps),
        total("why_net", line.net),
    ]
