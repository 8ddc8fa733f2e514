"""Words by subject, a file each: sentences for refusals and checks, words for choices, columns and acts."""

from __future__ import annotations

from ui.vocabulary import (
    approvals,
    asset_leases,
    asset_requests,
    asset_values,
    assets,
    attendance,
    bid_leads,
    bids,
    certificate_cases,
    certificates,
    insurance,
    invoices,
    packets,
    pay,
    pay_rules,
    payments,
    payroll_papers,
    personnel,
    personnel_papers,
    policies,
    records,
    remittances,
    statistics,
    stock_takes,
    supplies,
    travel,
    vouchers,
)

SUBJECTS = (
    approvals,
    asset_leases,
    asset_requests,
    asset_values,
    assets,
    attendance,
    bid_leads,
    bids,
    certificate_cases,
    certificates,
    insurance,
    invoices,
    packets,
    pay,
    pay_rules,
    payments,
    payroll_papers,
    personnel,
    personnel_papers,
    policies,
    records,
    remittances,
    statistics,
    stock_takes,
    supplies,
    travel,
    vouchers,
)
SENTENCES = {code: words for subject in SUBJECTS for code, words in subject.SENTENCES.items()}
CHECKS = {code: words for subject in SUBJECTS for code, words in subject.CHECKS.items()}
LABELS = {kind: words for subject in SUBJECTS for kind, words in subject.LABELS.items()}
TONES = {kind: tones for subject in SUBJECTS for kind, tones in subject.TONES.items()}
FIELDS = {name: words for subject in SUBJECTS for name, words in subject.FIELDS.items()}
