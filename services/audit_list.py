"""The history as a list: every act of the chain, what it was done to, and what it changed."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time
from enum import StrEnum
from typing import Any

from sqlalchemy import ColumnElement, Text, and_, case, func, or_, select, type_coerce
from sqlalchemy.orm import Session

from models.attachment import Attachment
from models.audit import AuditEntry
from models.invoice import Invoice
from services import audit, audit_names, audit_sight, search
from services.audit_acts import ActKind
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.registers import Chip, ChipContext, Column, ColumnKind, Filter, Operator, Register


class RecordKind(StrEnum):
    """What acts are done to: the table's name."""

    PERSONAL_FILE = "personal_file"
    BANK_CARD = "bank_card"
    DEPENDANT = "dependant"
    SPECIAL_DEDUCTION = "special_deduction"
    TAX_YEAR = "tax_year"
    SUPPLY_KIND = "supply_kind"
    POST_ENTRY = "post_entry"
    HEALTH_CHECK = "health_check"
    LABOUR_CONTRACT = "labour_contract"
    PERSONNEL_PAPER = "personnel_paper"
    LEAVING_ITEM = "leaving_item"
    RECRUITING_EVENT = "recruiting_event"
    CANDIDATE = "candidate"
    INTERVIEW = "interview"
    PAY_COMPONENT = "pay_component"
    PAY_RATE = "pay_rate"
    ATTENDANCE_MONTH = "attendance_month"
    PAY_ADJUSTMENT = "pay_adjustment"
    PAYROLL_RUN = "payroll_run"
    INSURANCE_POLICY = "insurance_policy"
    ENROLMENT = "enrolment"
    INSURANCE_BASE = "insurance_base"
    INSURANCE_CHANGE = "insurance_change"
    REMITTANCE = "remittance"
    BASE_SEASON = "base_season"
    BASE_SEASON_LINE = "base_season_line"
    EXPENSE_CLAIM = "expense_claim"
    INVOICE = "invoice"
    ATTACHMENT = "attachment"
    EMPLOYEE = "employee"
    DEPARTMENT = "department"
    PROJECT = "project"
    BANK_ACCOUNT = "bank_account"
    EXPENSE_CATEGORY = "expense_category"
    APPROVAL_RULE = "approval_rule"
    COMPANY = "company"
    USER_ACCOUNT = "user_account"
    SETTING = "setting"
    PAYEE = "payee"
    PAYMENT_BATCH = "payment_batch"
    PAYMENT_LINE = "payment_line"
    BANK_FORMAT = "bank_format"
    VOUCHER = "voucher"
    VOUCHER_MONTH = "voucher_month"
    PACKET = "packet"
    PACKET_LINE = "packet_line"
    FUNDING_SOURCE = "funding_source"
    RECURRING_PAPER = "recurring_paper"
    EXPENSE_POLICY = "expense_policy"
    CITY_TIER = "city_tier"
    ABSENCE = "absence"
    ASSET_CLASS = "asset_class"
    ASSET_DISPOSAL = "asset_disposal"
    ASSET_ESTIMATE = "asset_estimate"
    ASSET_LEASE = "asset_lease"
    ASSET_REQUEST = "asset_request"
    BENEFIT_SHEET = "benefit_sheet"
    BID = "bid"
    BID_DEPOSIT = "bid_deposit"
    BID_DIGEST = "bid_digest"
    BID_LEAD = "bid_lead"
    BID_TEMPLATE = "bid_template"
    CERTIFICATE = "certificate"
    CERTIFICATE_CASE = "certificate_case"
    CERTIFICATE_KIND = "certificate_kind"
    CERTIFICATE_LOAN = "certificate_loan"
    DEPRECIATION_RUN = "depreciation_run"
    FIXED_ASSET = "fixed_asset"
    PLACE = "place"
    REMINDER = "reminder"
    STAFF_TRAINING = "staff_training"
    STOCK_TAKE = "stock_take"
    STOCK_TAKE_LINE = "stock_take_line"
    SUPPLY = "supply"


_BASICS = ("employee", "department", "project", "bank_account", "expense_category", "company", "setting")
_RIGHTS = ("user_account", "approval_rule")
_PAPERS = ("expense_claim", "invoice", "attachment")
_SEARCHED = (
    "approval_rule",
    "bank_account",
    "department",
    "employee",
    "expense_category",
    "expense_claim",
    "project",
    "user_account",
)


def _today(context: ChipContext) -> tuple[Filter, ...]:
    return (Filter("at", Operator.AT_LEAST, datetime.combine(context.today, time.min).astimezone()),)


def _of(*kinds: str) -> tuple[Filter, ...]:
    return (Filter("record_kind", Operator.IN, kinds),)


@open_to_all("a step of services/registers.py, which has checked")
def find(session: Session, terms: Sequence[str]) -> ColumnElement[bool]:
    """Acts that have every term in the user's name, in what was changed, or in the words of the record."""
    return and_(*(_has(session, term) for term in terms))


def _has(session: Session, term: str) -> ColumnElement[bool]:
    pattern = f"%{term}%"
    own = (func.lower(column).like(pattern) for column in (AuditEntry.user_name, _CHANGES))
    return or_(*own, *(_on(session, kind, term) for kind in _SEARCHED))


def _on(session: Session, kind: str, term: str) -> ColumnElement[bool]:
    """Acts on the records of a kind that the register of that kind finds by this word."""
    record = audit_names.NAMES[kind].class_
    found: Any = select(record.id).where(record.search_text.like(f"%{term}%"))
    if session.get_bind().dialect.name == "sqlite":
        rare = search.rare_matches(session, kind, [term])
        if rare is not None:
            found = select(func.json_each(json.dumps(rare)).table_valued("value").c.value)
    return and_(AuditEntry.record_kind == kind, AuditEntry.record_id.in_(found))


# pay and personal data stand in the record of the act and never in the list, its search or its export
_CHANGES = case(
    (AuditEntry.record_kind.in_(tuple(audit_sight.PRIVATE)), ""),
    else_=type_coerce(AuditEntry.changes, Text()),
)
REGISTER = Register(
    name="audit_entry",
    record=AuditEntry,
    columns=(
        Column("seq", "No.", ColumnKind.NUMBER, AuditEntry.seq, width=66),
        Column("at", "Time", ColumnKind.MOMENT, AuditEntry.at, width=104, sortable=False),
        Column("user_name", "User", ColumnKind.TEXT, AuditEntry.user_name, width=72, sortable=False),
        Column(
            "action", "Act", ColumnKind.CHOICE, AuditEntry.action, width=92, sortable=False, choices=ActKind
        ),
        Column(
            "record_kind",
            "Kind",
            ColumnKind.CHOICE,
            AuditEntry.record_kind,
            width=84,
            sortable=False,
            choices=RecordKind,
        ),
        Column("subject", "Record", ColumnKind.TEXT, audit_names.subject(), width=140, sortable=False),
        Column("changes", "Changes", ColumnKind.TEXT, _CHANGES, width=120, stretch=True, sortable=False),
    ),
    see=Permission.AUDIT_SEE,
    sort="seq",
    descending=True,
    chips=(
        Chip("all", "All"),
        Chip("today", "Today", _today),
        Chip("papers", "Papers and files", lambda _: _of(*_PAPERS)),
        Chip("basics", "Basic data", lambda _: _of(*_BASICS)),
        Chip("rights", "Users and rules", lambda _: _of(*_RIGHTS)),
    ),
    default_chip="all",
    find=find,
)


@dataclass(frozen=True, slots=True)
class ActDetail:
    """One act with names for ids, and everything that was done to the same record, newest first."""

    seq: int
    at: datetime
    user_name: str
    action: str
    record_kind: str
    subject: str
    changes: dict[str, Any]
    history: list[audit.HistoryRow]


@requires(Permission.AUDIT_SEE)
def detail(session: Session, actor: Actor, seq: int) -> ActDetail:
    """The act of that number in the chain. Raises Refused "record.gone"."""
    entry = _entry(session, seq)
    if entry.record_kind in audit_sight.PRIVATE and not actor.can(audit_sight.PRIVATE[entry.record_kind]):
        return ActDetail(seq, entry.at, entry.user_name, entry.action, entry.record_kind, "", {}, [])
    subject = session.scalar(select(audit_names.subject()).where(AuditEntry.seq == seq)) or ""
    changed = audit.without_pay(actor, entry.record_kind, entry.changes)
    (changes,) = audit_names.in_words(session, [(entry.record_kind, changed)])
    history = audit.history(session, actor, entry.record_kind, entry.record_id)
    return ActDetail(
        seq, entry.at, entry.user_name, entry.action, entry.record_kind, subject, changes, history
    )


@requires(Permission.AUDIT_SEE)
def target(session: Session, actor: Actor, seq: int) -> tuple[str, int]:  # noqa: ARG001 - the permission needs it
    """Kind and id of the record to open for an act; for a file or an invoice that is the paper it belongs to.

    Raises Refused "record.gone" when there is none any more.
    """
    entry = _entry(session, seq)
    kind, record_id = entry.record_kind, entry.record_id
    if kind == Attachment.__tablename__:
        kind, record_id = str(entry.changes.get("record_kind", "")), int(entry.changes.get("record_id", 0))  # type: ignore[call-overload]  # JSON of ours
    elif kind == Invoice.__tablename__:
        kind, record_id = "expense_claim", session.scalar(_claim_of(record_id)) or 0
    if kind not in audit_names.NAMES or session.get(audit_names.NAMES[kind].class_, record_id) is None:
        raise Refused("record.gone")
    return kind, record_id


def _claim_of(invoice_id: int) -> Any:
    return select(Invoice.claim_id).where(Invoice.id == invoice_id)


def _entry(session: Session, seq: int) -> AuditEntry:
    entry = session.get(AuditEntry, seq)
    if entry is None:
        raise Refused("record.gone")
    return entry
