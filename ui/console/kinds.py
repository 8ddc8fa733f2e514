"""What can be printed and exported from the console, by every name a user may try."""

from __future__ import annotations

import importlib
import re
from typing import TYPE_CHECKING

from services.errors import Refused
from ui.console.words import Words
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from services.registers import Register

PAPERS = ("claim", "advance", "reversal", "travel", "payment", "repayment")
REGISTERS = {
    "expense_claim": ("services.expense_claims", QT_TRANSLATE_NOOP("Page", "Reimbursements")),
    "employee": ("services.employees", QT_TRANSLATE_NOOP("Page", "Employees")),
    "department": ("services.departments", QT_TRANSLATE_NOOP("Page", "Departments")),
    "bank_account": ("services.bank_accounts", QT_TRANSLATE_NOOP("Page", "Bank accounts")),
    "payee": ("services.payees", QT_TRANSLATE_NOOP("Page", "Payees")),
    "labour_contract": ("services.labour_contracts", QT_TRANSLATE_NOOP("Page", "Labour contracts")),
    "project": ("services.projects", QT_TRANSLATE_NOOP("Page", "Projects")),
    "expense_category": ("services.expense_categories", QT_TRANSLATE_NOOP("Page", "Expense categories")),
    "approval_rule": ("services.approval_rules", QT_TRANSLATE_NOOP("Page", "Approval rules")),
    "user_account": ("services.users", QT_TRANSLATE_NOOP("Page", "Users")),
    "voucher": ("services.voucher_register", QT_TRANSLATE_NOOP("Page", "Vouchers")),
    "packet": ("services.packet_register", QT_TRANSLATE_NOOP("Page", "Packets")),
    "funding_source": ("services.funding_sources", QT_TRANSLATE_NOOP("Page", "Funding sources")),
    "personnel_paper": ("services.personnel_papers", QT_TRANSLATE_NOOP("Page", "Personnel papers")),
    "candidate": ("services.candidates", QT_TRANSLATE_NOOP("Page", "Candidates")),
    "recruiting_event": ("services.recruiting_events", QT_TRANSLATE_NOOP("Page", "Recruiting events")),
    "remittance": ("services.remittances", QT_TRANSLATE_NOOP("Page", "Remittances")),
    "base_season": ("services.base_seasons", QT_TRANSLATE_NOOP("Page", "Base adjustment")),
    "insurance_change": ("services.insurance_change_register", QT_TRANSLATE_NOOP("Page", "Social insurance")),
    "insurance_policy": ("services.insurance_policies", QT_TRANSLATE_NOOP("Page", "Insurance policies")),
    "pay_component": ("services.pay_components", QT_TRANSLATE_NOOP("Page", "Pay components")),
    "recurring_paper": ("services.recurring_papers", QT_TRANSLATE_NOOP("Page", "Recurring papers")),
    "payment_batch": ("services.payment_register", QT_TRANSLATE_NOOP("Page", "Payments")),
    "invoice": ("services.invoice_register", QT_TRANSLATE_NOOP("Page", "Invoices")),
    "expense_policy": ("services.expense_policies", QT_TRANSLATE_NOOP("Page", "Expense policies")),
    "city_tier": ("services.city_tiers", QT_TRANSLATE_NOOP("Page", "City tiers")),
    "bank_format": ("services.bank_formats", QT_TRANSLATE_NOOP("Page", "Bank file formats")),
    "fixed_asset": ("services.fixed_assets", QT_TRANSLATE_NOOP("Page", "Fixed assets")),
    "asset_request": ("services.asset_requests", QT_TRANSLATE_NOOP("Page", "Purchase requests")),
    "asset_disposal": ("services.asset_disposals", QT_TRANSLATE_NOOP("Page", "Disposals")),
    "stock_take": ("services.stock_takes", QT_TRANSLATE_NOOP("Page", "Stock-takes")),
    "depreciation_run": ("services.depreciation_register", QT_TRANSLATE_NOOP("Page", "Depreciation")),
    "asset_lease": ("services.lease_register", QT_TRANSLATE_NOOP("Page", "Leased-out assets")),
    "supply": ("services.supplies", QT_TRANSLATE_NOOP("Page", "Supplies")),
    "benefit_sheet": ("services.benefit_register", QT_TRANSLATE_NOOP("Page", "Benefit sheets")),
    "supply_kind": ("services.supply_kinds", QT_TRANSLATE_NOOP("Page", "Kinds of supplies")),
    "supply_movement": ("services.supply_register", QT_TRANSLATE_NOOP("Page", "Supply movements")),
    "certificate_case": ("services.case_register", QT_TRANSLATE_NOOP("Page", "Cases")),
    "bid": ("services.bid_register", QT_TRANSLATE_NOOP("Page", "Bids")),
    "bid_lead": ("services.bid_leads", QT_TRANSLATE_NOOP("Page", "Tender notices")),
    "bid_digest": ("services.bid_digests", QT_TRANSLATE_NOOP("Page", "Weekly digests")),
    "bid_deposit": ("services.bid_deposits", QT_TRANSLATE_NOOP("Page", "Bid deposits")),
    "asset_class": ("services.asset_classes", QT_TRANSLATE_NOOP("Page", "Asset classes")),
    "place": ("services.places", QT_TRANSLATE_NOOP("Page", "Places")),
    "bid_template": ("services.bid_templates", QT_TRANSLATE_NOOP("Page", "Checklist templates")),
    "certificate": ("services.certificate_register", QT_TRANSLATE_NOOP("Page", "Certificates")),
    "certificate_loan": (
        "services.certificate_loan_register",
        QT_TRANSLATE_NOOP("Page", "Loans of certificates"),
    ),
    "certificate_kind": ("services.certificate_kinds", QT_TRANSLATE_NOOP("Page", "Certificate kinds")),
    "absence": ("services.absences", QT_TRANSLATE_NOOP("Page", "Substitutes")),
    "audit_entry": ("services.audit_list", QT_TRANSLATE_NOOP("Page", "History")),
}
# shorter names; "claim" alone is the list where papers cannot be meant
_SHORT = {
    "claim": "expense_claim",
    "account": "bank_account",
    "category": "expense_category",
    "rule": "approval_rule",
    "batch": "payment_batch",
    "policy": "expense_policy",
}


def paper(typed: str, words: Words) -> str | None:
    """The kind of paper that is meant: "claim", "advance", "reversal", or its word in the console's language."""
    known = {_plain(each): name for name in PAPERS for each in (name, words.label("PaperKind", name))}
    return known.get(_plain(typed))


def register(typed: str, words: Words, *, papers: tuple[str, ...] = ()) -> tuple[Register, str]:
    """The register that is meant, and its title; `papers` are what the command takes beside registers.

    Names may be singular or plural, short, or the page's title in English or the console's language.
    Raises Refused "console.unknown_kind" (kind, kinds).
    """
    name = _known(words).get(_plain(typed))
    if name is None:
        shown = [f"{each} {words.label('PaperKind', each)}" for each in papers]
        shown += [f"{each} {words.translate('Page', title)}" for each, (_, title) in REGISTERS.items()]
        raise Refused("console.unknown_kind", kind=typed, kinds=", ".join(shown))
    module, title = REGISTERS[name]
    found: Register = importlib.import_module(module).REGISTER
    return found, words.translate("Page", title)


def _known(words: Words) -> dict[str, str]:
    known = {_plain(short): name for short, name in _SHORT.items()}
    for name, (_, title) in REGISTERS.items():
        known |= {_plain(each): name for each in (name, title, words.translate("Page", title))}
    return known


def _plain(name: str) -> str:
    """Singular, small letters, one kind of gap."""
    small = re.sub(r"[\s_-]+", "_", name.strip().casefold())
    return small.removesuffix("ies") + "y" if small.endswith("ies") else small.removesuffix("s")
