"""Names for the records that the history knows by their ids, also of those that are gone."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Text, case, func, select
from sqlalchemy.ext.compiler import compiles
from sqlalchemy.orm import Session
from sqlalchemy.sql.compiler import SQLCompiler
from sqlalchemy.sql.functions import FunctionElement

from models.all import Base
from models.approval import Absence, ApprovalRule
from models.asset_class import AssetClass, Place
from models.asset_lease import AssetLease
from models.asset_paper import AssetDisposal, AssetRequest
from models.attachment import Attachment
from models.audit import AuditEntry
from models.bank_account import BankAccount
from models.bid import Bid, BidTemplate
from models.bid_deposit import BidDeposit
from models.bid_lead import BidDigest, BidLead
from models.certificate import Certificate, CertificateKind, CertificateLoan
from models.certificate_case import CertificateCase, StaffTraining
from models.expense_category import ExpenseCategory
from models.expense_claim import ExpenseClaim
from models.fixed_asset import FixedAsset
from models.insurance import InsuranceChange, InsurancePolicy
from models.invoice import Invoice
from models.labour_contract import LabourContract
from models.packet import FundingSource, Packet
from models.pay import PayComponent
from models.payee import Payee
from models.payment import BankFormat, PaymentBatch, PaymentLine
from models.payroll import PayrollRun
from models.people import Company, Department, Employee
from models.personnel_paper import PersonnelPaper
from models.policy import CityTier, ExpensePolicy
from models.project import Project
from models.recruiting import Candidate, RecruitingEvent
from models.recurring import RecurringPaper
from models.remittance import BaseSeason, Remittance
from models.setting import Setting
from models.stock_take import StockTake
from models.supply import BenefitSheet, Supply, SupplyKind
from models.user import User
from models.voucher import Voucher
from services.permissions import open_to_all

NAMES: Mapping[str, Any] = {
    "absence": Absence.note,
    "approval_rule": ApprovalRule.label,
    "attachment": Attachment.name,
    "asset_class": AssetClass.name,
    "place": Place.path,
    "asset_disposal": AssetDisposal.number,
    "asset_lease": AssetLease.number,
    "asset_request": AssetRequest.number,
    "benefit_sheet": BenefitSheet.number,
    "bid": Bid.number,
    "bid_deposit": BidDeposit.number,
    "bid_digest": BidDigest.number,
    "bid_lead": BidLead.title,
    "bid_template": BidTemplate.name,
    "certificate": Certificate.name,
    "certificate_case": CertificateCase.number,
    "certificate_kind": CertificateKind.name,
    "certificate_loan": CertificateLoan.number,
    "fixed_asset": FixedAsset.number,
    "staff_training": StaffTraining.name,
    "stock_take": StockTake.number,
    "supply": Supply.name,
    "supply_kind": SupplyKind.name,
    "bank_account": BankAccount.name,
    "bank_format": BankFormat.name,
    "base_season": BaseSeason.city,
    "candidate": Candidate.name,
    "city_tier": CityTier.city,
    "company": Company.name,
    "department": Department.name,
    "employee": Employee.name,
    "expense_category": ExpenseCategory.name,
    "expense_claim": ExpenseClaim.number,
    "funding_source": FundingSource.name,
    "insurance_change": InsuranceChange.number,
    "insurance_policy": InsurancePolicy.city,
    "invoice": Invoice.number,
    "labour_contract": LabourContract.number,
    "packet": Packet.number,
    "pay_component": PayComponent.name,
    "payee": Payee.name,
    "payment_batch": PaymentBatch.number,
    "payment_line": PaymentLine.claim_number,
    "payroll_run": PayrollRun.number,
    "personnel_paper": PersonnelPaper.number,
    "expense_policy": ExpensePolicy.source,
    "project": Project.name,
    "recruiting_event": RecruitingEvent.name,
    "remittance": Remittance.city,
    "recurring_paper": RecurringPaper.name,
    "setting": Setting.name,
    "voucher": Voucher.label,
    "user_account": User.name,
}
_SPOKEN = ("name", "number", "label")  # what a deleted record was called, in the order of what says more


class NameIn(FunctionElement[str]):
    """The name among the changes of a deletion, which hold every value of the record."""

    type = Text()
    inherit_cache = True


@compiles(NameIn, "sqlite")
def _in_file(element: NameIn, compiler: SQLCompiler, **how: Any) -> str:
    changes = compiler.process(element.clauses, **how)
    return f"coalesce({', '.join(f"json_extract({changes}, '$.{name}')" for name in _SPOKEN)}, '')"


@compiles(NameIn, "postgresql")
def _on_server(element: NameIn, compiler: SQLCompiler, **how: Any) -> str:
    changes = compiler.process(element.clauses, **how)
    return f"coalesce({', '.join(f"{changes}::json ->> '{name}'" for name in _SPOKEN)}, '')"


def subject() -> ColumnElement[str]:
    """What the record of an audit entry is called now, or was called when it was deleted; "" if nobody knows."""
    entry = AuditEntry.__table__
    gone = entry.alias("gone")
    last = (
        select(NameIn(gone.c.changes))
        .where(gone.c.record_kind == entry.c.record_kind, gone.c.record_id == entry.c.record_id)
        .where(gone.c.action == "delete")
        .order_by(gone.c.id.desc())
        .limit(1)
    )
    now = [
        (entry.c.record_kind == kind, _named(name).where(_id_of(name) == entry.c.record_id))
        for kind, name in NAMES.items()
    ]
    found = case(*((kind, name.correlate(entry).scalar_subquery()) for kind, name in now))
    return func.coalesce(found, last.correlate(entry).scalar_subquery(), "")


def _named(name: Any) -> Any:
    return select(name).select_from(name.class_)


def _id_of(name: Any) -> ColumnElement[int]:
    found: ColumnElement[int] = name.class_.id
    return found


@open_to_all("called by the histories, which have checked")
def in_words(session: Session, acts: Sequence[tuple[str, Mapping[str, Any]]]) -> list[dict[str, Any]]:
    """The changes of acts on records of a kind, with names in place of ids (None where nobody knows the name).

    Every name is looked up once. What is stored stays as it is.
    """
    wanted: dict[str, set[int]] = {}
    for kind, changes in acts:
        for name, value in changes.items():
            target = _target(kind, name, changes)
            if target is not None:
                wanted.setdefault(target, set()).update(_ids(value))
    known = {kind: _names(session, kind, ids) for kind, ids in wanted.items()}
    return [_worded(kind, changes, known) for kind, changes in acts]


def _worded(kind: str, changes: Mapping[str, Any], known: Mapping[str, Mapping[int, str]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in changes.items():
        target = _target(kind, name, changes)
        if target is None:
            found[name] = value
        elif isinstance(value, list):
            found[name] = [known[target].get(one) for one in value]
        else:
            found[name] = known[target].get(value)
    return found


def _target(kind: str, name: str, changes: Mapping[str, Any]) -> str | None:
    """The table that the column `name` of `kind` refers to."""
    if name == "record_id":
        belongs = changes.get("record_kind")
        return belongs if isinstance(belongs, str) and belongs in NAMES else None
    table = Base.metadata.tables.get(kind)
    if table is None or name not in table.c:
        return None
    targets = (key.column.table.name for key in table.c[name].foreign_keys)
    return next((target for target in targets if target in NAMES), None)


def _ids(value: object) -> Iterable[int]:
    return [one for one in (value if isinstance(value, list) else [value]) if isinstance(one, int)]


def _names(session: Session, kind: str, ids: set[int]) -> dict[int, str]:
    name = NAMES[kind]
    found = session.execute(select(_id_of(name), name).where(_id_of(name).in_(ids)))
    named = {row[0]: row[1] for row in found}
    missing = ids - named.keys()
    if missing:
        deleted = select(AuditEntry.record_id, NameIn(AuditEntry.changes)).where(
            AuditEntry.record_kind == kind, AuditEntry.record_id.in_(missing), AuditEntry.action == "delete"
        )
        named |= {row[0]: row[1] for row in session.execute(deleted)}
    return {record_id: text for record_id, text in named.items() if text}
