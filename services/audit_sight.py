"""Who may read what the history says of which records."""

from __future__ import annotations

from services.permissions import Permission

SEE = {
    "expense_claim": Permission.CLAIM_SEE,
    "invoice": Permission.CLAIM_SEE,
    "employee": Permission.PEOPLE_SEE,
    "project": Permission.PROJECT_SEE,
    "bank_account": Permission.BANK_ACCOUNT_SEE,
    "company": Permission.COMPANY_SEE,
    "department": Permission.COMPANY_SEE,
    "expense_category": Permission.COMPANY_SEE,
    "approval_rule": Permission.COMPANY_SEE,
    "user_account": Permission.USER_EDIT,
    "payee": Permission.PAYEE_SEE,
    "payment_batch": Permission.BATCH_SEE,
    "payment_line": Permission.BATCH_SEE,
    "bank_format": Permission.COMPANY_SEE,
    "voucher": Permission.VOUCHER_SEE,
    "voucher_month": Permission.VOUCHER_SEE,
    "packet": Permission.PACKET_SEE,
    "packet_line": Permission.PACKET_SEE,
    "funding_source": Permission.PACKET_SEE,
    "recurring_paper": Permission.RECURRING_SEE,
    "expense_policy": Permission.POLICY_SEE,
    "city_tier": Permission.POLICY_SEE,
    "absence": Permission.ABSENCE_SEE,
    **dict.fromkeys(
        (
            "asset_class", "place", "fixed_asset", "asset_estimate", "asset_request", "asset_disposal",
            "depreciation_run", "stock_take", "stock_take_line", "asset_lease",
        ),
        Permission.ASSET_SEE,
    ),
    **dict.fromkeys(("supply", "supply_kind", "benefit_sheet"), Permission.SUPPLY_SEE),
    **dict.fromkeys(("bid", "bid_lead", "bid_digest", "bid_deposit", "bid_template"), Permission.BID_SEE),
    **dict.fromkeys(
        ("certificate", "certificate_kind", "certificate_loan", "certificate_case", "staff_training"),
        Permission.CERTIFICATE_SEE,
    ),
}  # fmt: skip
# What these acts say is for the eyes of those who may see the records, and of nobody else who reads the history
PRIVATE = {
    **dict.fromkeys(
        ("personal_file", "bank_card", "dependant", "special_deduction", "post_entry", "health_check", "labour_contract", "leaving_item", "recruiting_event", "candidate", "interview"),
        Permission.PERSONNEL_SEE,
    ),
    **dict.fromkeys(
        ("personnel_paper", "tax_year", "pay_component", "pay_rate", "attendance_month", "pay_adjustment", "payroll_run"),
        Permission.PAYROLL_SEE,
    ),
    **dict.fromkeys(
        ("insurance_policy", "enrolment", "insurance_base", "insurance_change", "remittance", "base_season", "base_season_line"),
        Permission.INSURANCE_SEE,
    ),
}  # fmt: skip
PAY = {"personal_file": ("tax_years", "opening_items")}  # what of a record is pay: seen with payroll.see
