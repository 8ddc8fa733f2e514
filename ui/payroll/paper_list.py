"""What can be printed and exported of a payroll sheet: a list as data, for the window's menus and the console."""

from __future__ import annotations

import importlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from services.pay_templates import PayPaper
from services.permissions import Permission
from services.terms import RunState
from ui.marking import QT_TRANSLATE_NOOP


class Opens(StrEnum):
    """A PDF in the preview, a file that is saved, a dialog that shows the file before."""

    PREVIEW = "preview"
    FILE = "file"
    DIALOG = "dialog"


@dataclass(frozen=True, slots=True, eq=False)
class Paper:
    """`where` is "module:function": called (session, actor, run_id, **options) it gives an object with `name` and `content`.

    A preview's function takes `settings`, too; a paper of a `person` gets their id after the run's; a dialog's is called
    (page); a `long` one takes `progress`. `sizes` are papers of services.reports.paper, the usual one first. `states` of the sheet it is for (empty:
    all), `needs` as everywhere. What is drawn from a `template` is offered on its paper first.
    """

    name: str
    label: str
    where: str
    opens: Opens = Opens.PREVIEW
    icon: str = "printer"
    key: str = ""
    sizes: tuple[str, ...] = ("A4 landscape",)
    person: bool = False
    needs: tuple[Permission, ...] = ()
    states: frozenset[RunState] = frozenset()
    options: Mapping[str, object] = field(default_factory=dict)
    long: bool = False
    template: PayPaper | None = None

    def make(self) -> Callable[..., Any]:
        """The function, imported when it is first used."""
        module, _, name = self.where.partition(":")
        made: Callable[..., Any] = getattr(importlib.import_module(module), name)
        return made


_BOTH = ("A4 landscape", "A3 landscape")
_PAY = (Permission.PAYROLL_PAY,)
_PAYABLE = frozenset({RunState.APPROVED, RunState.PAID})
_AGAIN = frozenset({RunState.APPROVED, RunState.PAID, RunState.LOCKED})

PAPERS: tuple[Paper, ...] = (
    Paper("sheet", QT_TRANSLATE_NOOP("Action", "Payroll sheet"), "services.payroll_papers:sheet", sizes=_BOTH, long=True, template=PayPaper.SHEET),
    Paper("departments", QT_TRANSLATE_NOOP("Action", "Summary by department"), "services.payroll_papers:departments", sizes=_BOTH),
    Paper("cost", QT_TRANSLATE_NOOP("Action", "Employer's cost"), "services.payroll_papers:cost", sizes=_BOTH, long=True, template=PayPaper.COST),
    Paper("strips", QT_TRANSLATE_NOOP("Action", "Payslip strips"), "services.payroll_slips:strips", sizes=("A4", *_BOTH), long=True, template=PayPaper.STRIPS),
    Paper("slips", QT_TRANSLATE_NOOP("Action", "Everybody's payslips with the year to date"), "services.payroll_slips:slips", sizes=("A5", "A4 landscape"), long=True, template=PayPaper.SLIP),
    Paper("slip", QT_TRANSLATE_NOOP("Action", "Payslip of this person"), "services.payroll_slips:slip", sizes=("A5", "A4 landscape"), person=True, template=PayPaper.SLIP),
    Paper("year", QT_TRANSLATE_NOOP("Action", "Year sheet of this person"), "services.payroll_years:of_run", sizes=_BOTH, person=True, template=PayPaper.YEAR),
    Paper("bank_file", QT_TRANSLATE_NOOP("Action", "Bank file"), "ui.payroll.bank_file_dialog:open_dialog", Opens.DIALOG, "banknote", needs=_PAY, states=_PAYABLE),
    Paper("file_again", QT_TRANSLATE_NOOP("Action", "Bank file as it was written"), "services.payroll_files:file_again", Opens.FILE, "banknote", needs=_PAY, states=_AGAIN),
    Paper("file_back", QT_TRANSLATE_NOOP("Action", "The bank did not take the file"), "ui.payroll.bank_file_dialog:ask_take_back", Opens.DIALOG, "undo", needs=_PAY, states=frozenset({RunState.APPROVED})),
    Paper("tax_wages", QT_TRANSLATE_NOOP("Action", "Tax client: wages"), "ui.payroll.tax_file_dialog:open_wages", Opens.DIALOG, "file-spreadsheet"),
    Paper("tax_bonus", QT_TRANSLATE_NOOP("Action", "Tax client: annual bonuses"), "ui.payroll.tax_file_dialog:open_bonus", Opens.DIALOG, "file-spreadsheet"),
    Paper("tax_severance", QT_TRANSLATE_NOOP("Action", "Tax client: severance"), "ui.payroll.tax_file_dialog:open_severance", Opens.DIALOG, "file-spreadsheet"),
    Paper("tax_labour", QT_TRANSLATE_NOOP("Action", "Tax client: pay for labour"), "ui.payroll.tax_file_dialog:open_labour", Opens.DIALOG, "file-spreadsheet"),
    Paper("tax_people", QT_TRANSLATE_NOOP("Action", "Tax client: people"), "ui.payroll.tax_file_dialog:open_people", Opens.DIALOG, "file-spreadsheet"),
    Paper("locked", QT_TRANSLATE_NOOP("Action", "Payslips locked with a password…"), "ui.payroll.locked_dialog:open_dialog", Opens.DIALOG, "lock"),
)  # fmt: skip
BY_NAME: Mapping[str, Paper] = {paper.name: paper for paper in PAPERS}
