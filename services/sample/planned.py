"""What a planned paper is: plain data, before it becomes rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from models.approval import StepState
from models.expense_claim import ClaimState, PaperKind


@dataclass(frozen=True, slots=True)
class Person:
    """An employee of the sample; `department` is its code."""

    id: int
    name: str
    department: str


@dataclass(frozen=True, slots=True)
class PlannedInvoice:
    """An invoice of the sample: amounts in yuan, `percent` the VAT rate."""

    number: str
    issued_on: date
    net: Decimal
    tax: Decimal
    total: Decimal
    seller: str
    seller_tax_id: str
    words: str
    percent: int


@dataclass(slots=True)
class PlannedLine:
    """A line of a claim; amount in yuan."""

    category: str
    spent_on: date
    spent_to: date | None
    description: str
    amount: Decimal
    invoice: PlannedInvoice | None


@dataclass(slots=True)
class PlannedStep:
    """A level of approval and when it was decided, if it was."""

    level: int
    label: str
    user_id: int
    user_name: str
    state: StepState
    decided_at: datetime | None = None


@dataclass(slots=True)
class PlannedPaper:
    """A claim or advance with everything that happened to it; amounts in yuan."""

    kind: PaperKind
    claimant: Person
    project: tuple[int, str] | None
    purpose: str
    business_date: date
    submitted_at: datetime
    lines: list[PlannedLine] = field(default_factory=list)
    amount: Decimal = Decimal(0)
    steps: list[PlannedStep] = field(default_factory=list)
    state: ClaimState = ClaimState.SUBMITTED
    paid_at: datetime | None = None
    due_on: date | None = None
    outstanding: Decimal = Decimal(0)
    offset: tuple[PlannedPaper, Decimal] | None = None
    number: str = ""
    id: int = 0

    @property
    def tax(self) -> Decimal:
        return sum((line.invoice.tax for line in self.lines if line.invoice), Decimal(0))

    @property
    def invoices(self) -> list[PlannedInvoice]:
        return [line.invoice for line in self.lines if line.invoice]
