"""PAGES: every tab, in order. A page is imported when it is first opened."""

from __future__ import annotations

import importlib
from collections.abc import Collection
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk


@dataclass(frozen=True, slots=True)
class Page:
    """A tab. `needs` are permissions of which one is enough; `badge` names a service that counts what waits."""

    name: str
    label: str
    icon: str
    where: str  # "module:class", the class is called with the Desk
    group: str
    needs: tuple[str, ...]
    badge: str = ""

    def words(self) -> str:
        """The tab's word in the user's language."""
        return QCoreApplication.translate("Page", self.label)

    def group_words(self) -> str:
        return QCoreApplication.translate("Page", self.group)

    def build(self, desk: Desk) -> QWidget:
        """Import the page and make it."""
        module, _, name = self.where.partition(":")
        made = getattr(importlib.import_module(module), name)(desk)
        assert isinstance(made, QWidget)
        return made


def load_all() -> None:
    """Import every page while the user is still typing their password."""
    for page in PAGES:
        importlib.import_module(page.where.partition(":")[0])


FINANCE = QT_TRANSLATE_NOOP("Page", "Finance")
PEOPLE = QT_TRANSLATE_NOOP("Page", "People")
ADMINISTRATION = QT_TRANSLATE_NOOP("Page", "Administration")
BUSINESS = QT_TRANSLATE_NOOP("Page", "Business")
COMPANY = QT_TRANSLATE_NOOP("Page", "Company")

PAGES = (
    Page("approvals", QT_TRANSLATE_NOOP("Page", "Approvals"), "stamp", "ui.pages.approvals:ApprovalsPage", "", ("claim.decide",), "services.claim_papers:waiting_count"),
    Page("office_approvals", QT_TRANSLATE_NOOP("Page", "Other approvals"), "badge-check", "ui.pages.office_approvals:OfficeApprovalsPage", "", ("claim.decide",), "services.office_papers:waiting_count"),
    Page("due_dates", QT_TRANSLATE_NOOP("Page", "Due dates"), "clock", "ui.pages.due_dates:DueDatesPage", "", ("certificate.see", "bid.see"), "services.reminders:waiting_count"),
    Page("reimbursements", QT_TRANSLATE_NOOP("Page", "Reimbursements"), "receipt", "ui.pages.reimbursements:ReimbursementsPage", FINANCE, ("claim.see",)),
    Page("payments", QT_TRANSLATE_NOOP("Page", "Payments"), "banknote", "ui.pages.payments:PaymentsPage", FINANCE, ("batch.see",), "services.payment_register:waiting_count"),
    Page("payroll", QT_TRANSLATE_NOOP("Page", "Payroll"), "coins", "ui.pages.payroll:PayrollPage", FINANCE, ("payroll.see",)),
    Page("vouchers", QT_TRANSLATE_NOOP("Page", "Vouchers"), "file-text", "ui.pages.vouchers:VouchersPage", FINANCE, ("voucher.see",)),
    Page("invoices", QT_TRANSLATE_NOOP("Page", "Invoices"), "file-text", "ui.pages.invoices:InvoicesPage", FINANCE, ("invoice.see",), "services.invoice_store:late_count"),
    Page("packets", QT_TRANSLATE_NOOP("Page", "Packets"), "package", "ui.pages.packets:PacketsPage", FINANCE, ("packet.see",)),
    Page("recurring_papers", QT_TRANSLATE_NOOP("Page", "Recurring papers"), "calendar-days", "ui.pages.recurring_papers:RecurringPapersPage", FINANCE, ("recurring.see",), "services.recurring_papers:due_count"),
    Page("statistics", QT_TRANSLATE_NOOP("Page", "Statistics"), "chart-column", "ui.pages.statistics:StatisticsPage", FINANCE, ("claim.see",)),
    Page("funding_sources", QT_TRANSLATE_NOOP("Page", "Funding sources"), "wallet", "ui.pages.funding_sources:FundingSourcesPage", FINANCE, ("packet.see",)),
    Page("bank_accounts", QT_TRANSLATE_NOOP("Page", "Bank accounts"), "landmark", "ui.pages.bank_accounts:BankAccountsPage", FINANCE, ("bank_account.see",)),
    Page("payees", QT_TRANSLATE_NOOP("Page", "Payees"), "building", "ui.pages.payees:PayeesPage", FINANCE, ("payee.see",)),
    Page("employees", QT_TRANSLATE_NOOP("Page", "Employees"), "users", "ui.pages.employees:EmployeesPage", PEOPLE, ("people.see",)),
    Page("labour_contracts", QT_TRANSLATE_NOOP("Page", "Labour contracts"), "file-text", "ui.pages.labour_contracts:LabourContractsPage", PEOPLE, ("personnel.see",), "services.labour_contract_ends:waiting_count"),
    Page("social_insurance", QT_TRANSLATE_NOOP("Page", "Social insurance"), "umbrella", "ui.pages.social_insurance:SocialInsurancePage", PEOPLE, ("insurance.see",), "services.insurance_board:waiting_count"),
    Page("personnel_papers", QT_TRANSLATE_NOOP("Page", "Personnel papers"), "clipboard-list", "ui.pages.personnel_papers:PersonnelPapersPage", PEOPLE, ("personnel.see",)),
    Page("candidates", QT_TRANSLATE_NOOP("Page", "Candidates"), "user", "ui.pages.candidates:CandidatesPage", PEOPLE, ("personnel.see",)),
    Page("recruiting_events", QT_TRANSLATE_NOOP("Page", "Recruiting events"), "calendar", "ui.pages.recruiting_events:RecruitingEventsPage", PEOPLE, ("personnel.see",)),
    Page("remittances", QT_TRANSLATE_NOOP("Page", "Remittances"), "landmark", "ui.pages.remittances:RemittancesPage", PEOPLE, ("remittance.see",)),
    Page("base_seasons", QT_TRANSLATE_NOOP("Page", "Base adjustment"), "calendar-days", "ui.pages.base_seasons:BaseSeasonsPage", PEOPLE, ("insurance.see",)),
    Page("departments", QT_TRANSLATE_NOOP("Page", "Departments"), "boxes", "ui.pages.departments:DepartmentsPage", PEOPLE, ("company.see",)),
    Page("fixed_assets", QT_TRANSLATE_NOOP("Page", "Fixed assets"), "boxes", "ui.pages.fixed_assets:FixedAssetsPage", ADMINISTRATION, ("asset.see",), "services.fixed_assets:overdue_count"),
    Page("asset_requests", QT_TRANSLATE_NOOP("Page", "Purchase requests"), "clipboard-list", "ui.pages.asset_requests:AssetRequestsPage", ADMINISTRATION, ("asset.see",), "services.asset_requests:to_come_count"),
    Page("asset_disposals", QT_TRANSLATE_NOOP("Page", "Disposals"), "log-out", "ui.pages.asset_disposals:AssetDisposalsPage", ADMINISTRATION, ("asset.see",)),
    Page("stock_takes", QT_TRANSLATE_NOOP("Page", "Stock-takes"), "scan-line", "ui.pages.stock_takes:StockTakesPage", ADMINISTRATION, ("asset.see",)),
    Page("depreciation", QT_TRANSLATE_NOOP("Page", "Depreciation"), "coins", "ui.pages.depreciation:DepreciationPage", ADMINISTRATION, ("asset.see",)),
    Page("asset_holders", QT_TRANSLATE_NOOP("Page", "Who has what"), "users", "ui.pages.asset_holders:AssetHoldersPage", ADMINISTRATION, ("asset.see",)),
    Page("asset_leases", QT_TRANSLATE_NOOP("Page", "Leased-out assets"), "coins", "ui.pages.asset_leases:AssetLeasesPage", ADMINISTRATION, ("asset.see",), "services.lease_register:overdue_count"),
    Page("supplies", QT_TRANSLATE_NOOP("Page", "Supplies"), "package", "ui.pages.supplies:SuppliesPage", ADMINISTRATION, ("supply.see",), "services.supplies:short_count"),
    Page("benefit_sheets", QT_TRANSLATE_NOOP("Page", "Benefit sheets"), "users", "ui.pages.benefit_sheets:BenefitSheetsPage", ADMINISTRATION, ("supply.see",), "services.benefit_register:open_count"),
    Page("supply_movements", QT_TRANSLATE_NOOP("Page", "Supply movements"), "history", "ui.pages.supply_movements:SupplyMovementsPage", ADMINISTRATION, ("supply.see",)),
    Page("certificates", QT_TRANSLATE_NOOP("Page", "Certificates"), "award", "ui.pages.certificates:CertificatesPage", ADMINISTRATION, ("certificate.see",), "services.certificate_headline:waiting_count"),
    Page("certificate_cases", QT_TRANSLATE_NOOP("Page", "Cases"), "clipboard-list", "ui.pages.certificate_cases:CertificateCasesPage", ADMINISTRATION, ("certificate.see",), "services.case_register:overdue_count"),
    Page("certificate_loans", QT_TRANSLATE_NOOP("Page", "Loans of certificates"), "send", "ui.pages.certificate_loans:CertificateLoansPage", ADMINISTRATION, ("certificate.see",), "services.certificate_loan_register:overdue_count"),
    Page("bids", QT_TRANSLATE_NOOP("Page", "Bids"), "gavel", "ui.pages.bids:BidsPage", BUSINESS, ("bid.see",), "services.bid_register:waiting_count"),
    Page("bid_leads", QT_TRANSLATE_NOOP("Page", "Tender notices"), "search", "ui.pages.bid_leads:BidLeadsPage", BUSINESS, ("bid.see",), "services.bid_lead_details:ending_count"),
    Page("bid_digests", QT_TRANSLATE_NOOP("Page", "Weekly digests"), "send", "ui.pages.bid_digests:BidDigestsPage", BUSINESS, ("bid.see",)),
    Page("bid_deposits", QT_TRANSLATE_NOOP("Page", "Bid deposits"), "coins", "ui.pages.bid_deposits:BidDepositsPage", BUSINESS, ("bid.see",), "services.bid_deposits:overdue_count"),
    Page("projects", QT_TRANSLATE_NOOP("Page", "Projects"), "folder-kanban", "ui.pages.projects:ProjectsPage", BUSINESS, ("project.see",)),
    Page("pay_components", QT_TRANSLATE_NOOP("Page", "Pay components"), "boxes", "ui.pages.pay_components:PayComponentsPage", COMPANY, ("payroll.see",)),
    Page("company", QT_TRANSLATE_NOOP("Page", "Company data"), "building", "ui.pages.company:CompanyPage", COMPANY, ("company.edit",)),
    Page("expense_categories", QT_TRANSLATE_NOOP("Page", "Expense categories"), "clipboard-list", "ui.pages.expense_categories:ExpenseCategoriesPage", COMPANY, ("company.edit",)),
    Page("asset_classes", QT_TRANSLATE_NOOP("Page", "Asset classes"), "folder-kanban", "ui.pages.asset_classes:AssetClassesPage", COMPANY, ("asset.see",)),
    Page("places", QT_TRANSLATE_NOOP("Page", "Places"), "building", "ui.pages.places:PlacesPage", COMPANY, ("asset.see",)),
    Page("policies", QT_TRANSLATE_NOOP("Page", "Expense policies"), "shield", "ui.pages.policies:PoliciesPage", COMPANY, ("policy.see",)),
    Page("city_tiers", QT_TRANSLATE_NOOP("Page", "City tiers"), "building", "ui.pages.city_tiers:CityTiersPage", COMPANY, ("policy.see",)),
    Page("insurance_policies", QT_TRANSLATE_NOOP("Page", "Insurance policies"), "umbrella", "ui.pages.insurance_policies:InsurancePoliciesPage", COMPANY, ("insurance.see",)),
    Page("supply_kinds", QT_TRANSLATE_NOOP("Page", "Kinds of supplies"), "package", "ui.pages.supply_kinds:SupplyKindsPage", COMPANY, ("supply.see",)),
    Page("certificate_kinds", QT_TRANSLATE_NOOP("Page", "Certificate kinds"), "award", "ui.pages.certificate_kinds:CertificateKindsPage", COMPANY, ("certificate.see",)),
    Page("approval_rules", QT_TRANSLATE_NOOP("Page", "Approval rules"), "gavel", "ui.pages.approval_rules:ApprovalRulesPage", COMPANY, ("company.edit",)),
    Page("bank_formats", QT_TRANSLATE_NOOP("Page", "Bank file formats"), "file-spreadsheet", "ui.pages.bank_formats:BankFormatsPage", COMPANY, ("company.edit", "bank_account.edit")),
    Page("substitutes", QT_TRANSLATE_NOOP("Page", "Substitutes"), "users", "ui.pages.substitutes:SubstitutesPage", COMPANY, ("absence.edit", "user.edit")),
    Page("bid_templates", QT_TRANSLATE_NOOP("Page", "Checklist templates"), "clipboard-list", "ui.pages.bid_templates:BidTemplatesPage", COMPANY, ("bid.edit",)),
    Page("users", QT_TRANSLATE_NOOP("Page", "Users"), "user", "ui.pages.users:UsersPage", COMPANY, ("user.edit",)),
    Page("history", QT_TRANSLATE_NOOP("Page", "History"), "history", "ui.pages.history:HistoryPage", COMPANY, ("audit.see",)),
)  # fmt: skip

# What is set up once and looked at seldom begins closed on the rail.
CLOSED_AT_FIRST = (COMPANY,)

# Where a typed paper number leads.
PAPER_PAGE = "reimbursements"


def pages_for(permissions: Collection[str]) -> tuple[Page, ...]:
    """The tabs that somebody with these permissions may open."""
    return tuple(page for page in PAGES if any(need in permissions for need in page.needs))
