"""What is asked before something is done with a payroll sheet, and the dialogs around it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog

from services import bank_accounts, payroll_months, payroll_runs, payroll_states
from services.payroll_months import PaySettings
from services.terms import BonusTax, Decision, RunKind
from ui.claims.act_dialog import REASON, ActDialog, Question
from ui.marking import QT_TRANSLATE_NOOP
from ui.payroll import clicks, run_steps
from ui.payroll.attendance_dialog import AttendanceDialog
from ui.payroll.attendance_import import SUFFIXES, AttendanceImport
from ui.payroll.bonus_advice import BonusDialog
from ui.payroll.checks_dialog import ChecksDialog
from ui.payroll.differences_dialog import DifferencesDialog
from ui.payroll.ledger_dialog import LedgerDialog
from ui.payroll.one_off_dialog import OneOffDialog
from ui.payroll.rates_dialog import RatesDialog
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from services.database import Session
    from services.permissions import Actor
    from ui.pages.payroll import PayrollPage

PAID = (
    FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"), FieldKind.DAY, required=True),
    FieldSpec("account_id", QT_TRANSLATE_NOOP("Field", "Paid from"), FieldKind.COMBO, choices=bank_accounts.bank_choices),
)  # fmt: skip
SUPPLEMENT = (
    FieldSpec("month", QT_TRANSLATE_NOOP("Field", "Paid in the month"), FieldKind.DAY, required=True),
    FieldSpec("title", QT_TRANSLATE_NOOP("Field", "Title")),
)
BONUS = (
    *SUPPLEMENT,
    FieldSpec(
        "bonus_tax", QT_TRANSLATE_NOOP("Field", "Taxed"), FieldKind.CHOICE, required=True, members=BonusTax
    ),
)
SETTINGS = (
    FieldSpec("pay_day", QT_TRANSLATE_NOOP("Field", "Pay day of the month"), FieldKind.NUMBER, required=True, hint=QT_TRANSLATE_NOOP("Field", "On a day off, pay is due on the working day before.")),
    FieldSpec("jump_percent", QT_TRANSLATE_NOOP("Field", "Point out net pay that moves by more than, %"), FieldKind.NUMBER, required=True),
    FieldSpec("few_percent", QT_TRANSLATE_NOOP("Field", "Paid by the days worked below, % of the days due"), FieldKind.NUMBER, required=True),
    FieldSpec("sick_percent", QT_TRANSLATE_NOOP("Field", "Pay on sick leave, %"), FieldKind.NUMBER, required=True),
    FieldSpec("minimum_wage", QT_TRANSLATE_NOOP("Field", "Minimum wage a month"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "0 takes that of the insurance policy.")),
    FieldSpec("local_wage", QT_TRANSLATE_NOOP("Field", "Local average wage of last year"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "For severance: three times of it is free of tax.")),
    FieldSpec("same_month", QT_TRANSLATE_NOOP("Field", "The sheet of a month pays the work of the same month"), FieldKind.CHECK, width=2),
)  # fmt: skip

translate = QCoreApplication.translate


def ask_pay(page: PayrollPage) -> ActDialog | None:
    """When, and from which account, the sheet was paid."""
    head = page.head
    if head is None or head.run_id is None:
        return None
    today, key = page.desk.today(), clicks.of_run(page.desk, "pay", head)
    run_id, version = head.run_id, head.version or 0

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        payroll_states.pay(
            session, actor, run_id, version, paid_on=typed.paid_on, command_id=key, today=today,
            account_id=typed.account_id,
        )  # fmt: skip

    title = translate("Payroll", "{number} was paid").format(number=head.number)
    about = translate("Payroll", "{people} people, {net}").format(
        people=formats.count(head.people), net=formats.yuan(head.net)
    )
    values = {
        "paid_on": min(max(head.pay_on, today.replace(day=1)), today),
        "account_id": page.desk.prefs.get("pay.account", None),
    }
    question = Question(title, translate("Payment", "Mark as paid  Ctrl+S"), PAID, values, about)
    return _ask(page, question, work)


def ask_return(page: PayrollPage) -> ActDialog | None:
    """Why the sheet goes back."""
    head = page.head
    if head is None:
        return None
    today, key = page.desk.today(), clicks.of_dialog("return")

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        run_steps.decide(Decision.RETURN, typed.reason, today, actor, head, key, session)

    title = translate("Payroll", "Return {number}").format(number=head.number)
    question = Question(title, translate("Payroll", "Return  Ctrl+S"), REASON, {"reason": ""}, danger=True)
    return _ask(page, question, work)


def ask_withdraw(page: PayrollPage) -> ActDialog | None:
    """Why the sheet is taken back from approval."""
    words = translate("Payroll", "Withdraw {number}"), translate("Payroll", "Withdraw  Ctrl+S"), ""
    return _ask_why(page, payroll_states.withdraw, words)


def ask_take_back(page: PayrollPage) -> ActDialog | None:
    """Why an approved sheet that was not paid is a draft again."""
    about = translate("Payroll", "It was not paid: reckon it again, then it is approved once more.")
    words = translate("Payroll", "Take {number} back to the draft"), translate("Payroll", "Take back  Ctrl+S")
    return _ask_why(page, payroll_states.take_back, (*words, about))


def _ask_why(page: PayrollPage, act: Callable[..., int], words: tuple[str, str, str]) -> ActDialog | None:
    title, button, about = words
    head = page.head
    if head is None or head.run_id is None:
        return None
    run_id, version, key = head.run_id, head.version or 0, clicks.of_dialog(act.__name__)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        act(session, actor, run_id, version, reason=typed.reason, command_id=key)

    question = Question(title.format(number=head.number), button, REASON, {"reason": ""}, about)
    return _ask(page, question, work)


def ask_supplement(page: PayrollPage) -> ActDialog:
    """A sheet of the one-off lines that no sheet has taken."""
    title = translate("Payroll", "Supplement sheet")
    about = translate("Payroll", "It pays the one-off lines of the month that no sheet has taken yet.")
    values = {"month": _month(page), "title": ""}
    question = Question(title, translate("Payroll", "Make the draft  Ctrl+S"), SUPPLEMENT, values, about)
    return _ask_sheet(page, question, RunKind.SUPPLEMENT)


def ask_bonus(page: PayrollPage) -> BonusDialog:
    """The bonuses of the month with advice, and how the sheet is to be taxed."""
    dialog = BonusDialog(page.desk, _month(page), page)
    dialog.chosen.connect(lambda: _ask_bonus_sheet(page))
    dialog.open()
    return dialog


def _ask_bonus_sheet(page: PayrollPage) -> ActDialog:
    title = translate("Payroll", "Bonus sheet")
    about = translate("Payroll", "It pays the annual bonuses among the one-off lines of the month.")
    values = {"month": _month(page), "title": "", "bonus_tax": BonusTax.SEPARATE}
    question = Question(title, translate("Payroll", "Make the draft  Ctrl+S"), BONUS, values, about)
    return _ask_sheet(page, question, RunKind.BONUS)


def _ask_sheet(page: PayrollPage, question: Question, kind: RunKind) -> ActDialog:
    today, key = page.desk.today(), clicks.of_dialog(kind.value)

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        made = payroll_runs.draft(
            session, actor, typed.month.replace(day=1), kind, key, today,
            bonus_tax=getattr(typed, "bonus_tax", None), title=typed.title or "",
        )  # fmt: skip
        return SimpleNamespace(id=made)

    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(page.show_run)
    dialog.open()
    return dialog


def open_settings(page: PayrollPage) -> ActDialog | None:
    """Pay day, limits of the checks, and the other parameters."""
    how = page.settings
    if how is None:
        return None
    values = {spec.name: getattr(how, spec.name, how.wage_month == "same") for spec in SETTINGS}

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> Any:
        payroll_months.save_settings(session, actor, _settings(vars(typed)))

    title = translate("Payroll", "Payroll settings")
    about = translate(
        "Payroll", "Drafts follow when they are reckoned again; what is further stays as it is."
    )
    return _ask(page, Question(title, translate("Form", "Save  Ctrl+S"), SETTINGS, values, about), work)


def _settings(typed: Mapping[str, Any]) -> PaySettings:
    values = {name: value for name, value in typed.items() if name != "same_month"}
    return PaySettings(**values, wage_month="same" if typed["same_month"] else "previous")


def open_differences(page: PayrollPage) -> DifferencesDialog | None:
    """Everything that is not as last month, with its cause."""
    if page.head is None or page.head.run_id is None:
        return None
    dialog = DifferencesDialog(page.desk, page.head, page.differences, page)
    dialog.wanted.connect(page.go_to)
    dialog.open()
    return dialog


def open_checks(page: PayrollPage) -> ChecksDialog | None:
    """Everything the checks say, each leading to its person."""
    if page.head is None or page.head.run_id is None:
        return None
    dialog = ChecksDialog(page.desk, page.head, page.checks, page)
    dialog.wanted.connect(page.go_to)
    dialog.open()
    return dialog


def open_ledger(page: PayrollPage) -> LedgerDialog | None:
    """The tax year of the person in hand."""
    row = page.row_in_hand()
    if row is None or row.employee_id is None or page.head is None:
        return None
    dialog = LedgerDialog(page.desk, row.employee_id, row.name, page.head.pay_on.year, page)
    dialog.open()
    return dialog


def open_rates(page: PayrollPage) -> RatesDialog | None:
    """What the person in hand gets, from which day on."""
    row = page.row_in_hand()
    if row is None or row.employee_id is None:
        return None
    dialog = RatesDialog(page.desk, row.employee_id, row.name, page)
    dialog.saved.connect(page.changed_below)
    dialog.open()
    return dialog


def open_one_off(page: PayrollPage) -> OneOffDialog:
    """The one-off lines of the month in hand."""
    dialog = OneOffDialog(page.desk, _month(page), page)
    dialog.saved.connect(page.changed_below)
    dialog.open()
    return dialog


def open_attendance(page: PayrollPage) -> AttendanceDialog:
    """The attendance that the sheet in hand pays."""
    dialog = AttendanceDialog(page.desk, _wage_month(page), page)
    dialog.saved.connect(page.changed_below)
    dialog.open()
    return dialog


def choose_attendance(page: PayrollPage) -> QFileDialog:
    """Ask for the file of the attendance app."""
    dialog = QFileDialog(page, translate("Payroll", "Import attendance"))
    dialog.setObjectName("dialog.attendance_file")
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    patterns = " ".join(f"*.{suffix}" for suffix in SUFFIXES)
    dialog.setNameFilters(
        [f"{translate('Payment', 'Tables')} ({patterns})", f"{translate('Claim', 'All files')} (*)"]
    )
    dialog.setDirectory(page.desk.device.get("attendance_folder"))
    dialog.fileSelected.connect(lambda name: import_attendance(page, Path(name)))
    dialog.open()
    return dialog


def import_attendance(page: PayrollPage, path: Path) -> AttendanceImport:
    """What a file says about the month that the sheet in hand pays."""
    page.desk.device.put("attendance_folder", str(path.parent))
    dialog = AttendanceImport(page.desk, _wage_month(page), path, page)
    dialog.taken.connect(page.attendance_taken)
    dialog.open()
    return dialog


def _ask(page: PayrollPage, question: Question, work: Any) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.refresh())
    dialog.open()
    return dialog


def _month(page: PayrollPage) -> date:
    return page.head.month if page.head is not None else page.desk.today().replace(day=1)


def _wage_month(page: PayrollPage) -> date:
    if page.head is not None:
        return page.head.wage_month
    return payroll_months.wage_month(page.desk.today().replace(day=1), page.settings or PaySettings())


def dropped(page: PayrollPage, paths: Sequence[Path]) -> bool:
    """An attendance file that was dragged onto the page."""
    tables = [path for path in paths if path.suffix.lower().lstrip(".") in SUFFIXES]
    if len(tables) != 1:
        return False
    import_attendance(page, tables[0])
    return True
