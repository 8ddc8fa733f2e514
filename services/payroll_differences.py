"""Every difference between a sheet and last month's, with its cause 差异."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from services.database import Session
from services.permissions import Actor, Permission, requires


class DifferenceCause(StrEnum):
    """Why a figure moved."""

    JOINED = "joined"
    LEFT = "left"
    MISSING = "missing"
    RATE = "rate"
    ATTENDANCE = "attendance"
    ONE_OFF = "one_off"
    FORMULA = "formula"
    BASE = "base"
    INSURANCE_BEGAN = "insurance_began"
    INSURANCE_ENDED = "insurance_ended"
    INSURANCE_RATE = "insurance_rate"
    BRACKET = "bracket"
    TAX = "tax"
    DEDUCTION = "deduction"
    WITHHELD = "withheld"
    CARD = "card"


@dataclass(frozen=True, slots=True)
class Cause:
    """One cause: `what` is the component, insurance item or rate in words, before and now in yuan where there are."""

    cause: DifferenceCause
    what: str = ""
    before: Decimal | None = None
    now: Decimal | None = None
    values: Mapping[str, object] | None = None


@dataclass(frozen=True, slots=True)
class Difference:
    """A person whose pay differs, or whose tax bracket, card or presence does. Yuan; None: not on that sheet."""

    employee_id: int
    line_id: int | None
    name: str
    department: str
    net_before: Decimal | None
    net: Decimal | None
    causes: tuple[Cause, ...]


@requires(Permission.PAYROLL_SEE)
def differences(session: Session, actor: Actor, run_id: int) -> list[Difference]:
    """Everybody of a run that is not as on the regular sheet before it, in the order of the sheet; then the missing.

    Two frozen sheets are compared, so that a locked month always tells the same. Refused "record.gone".
    """
    raise NotImplementedError
