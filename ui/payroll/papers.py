"""What can be printed and exported of a payroll sheet: a list as data, for the menu of the payroll page."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

from services import payroll_files, payroll_papers, payroll_slips, payroll_years, tax_client_files
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP

if TYPE_CHECKING:
    from services.payroll_rows import PaperFile

type Make = Callable[..., PaperFile]


@dataclass(frozen=True, slots=True)
class PayrollPaper:
    """One entry: `make(session, actor, run_id, **options)` gives the file's name and bytes.

    `print`: a PDF for the preview, `export`: a file to save. `of_person`: the employee's id follows the run's.
    """

    name: str
    label: str
    make: Make
    kind: Literal["print", "export"]
    options: Mapping[str, object] = field(default_factory=dict)
    of_person: bool = False
    needs: Permission = Permission.PAYROLL_SEE


PAPERS: tuple[PayrollPaper, ...] = (
    PayrollPaper("sheet", QT_TRANSLATE_NOOP("Action", "Payroll sheet, A4"), payroll_papers.sheet, "print"),
    PayrollPaper("sheet_a3", QT_TRANSLATE_NOOP("Action", "Payroll sheet, A3"), payroll_papers.sheet, "print", {"paper": "A3"}),
    PayrollPaper("departments", QT_TRANSLATE_NOOP("Action", "Summary by department"), payroll_papers.departments, "print"),
    PayrollPaper("cost", QT_TRANSLATE_NOOP("Action", "Employer's cost"), payroll_papers.cost, "print"),
    PayrollPaper("strips", QT_TRANSLATE_NOOP("Action", "Payslip strips, 8 a page"), payroll_slips.strips, "print"),
    PayrollPaper("strips_10", QT_TRANSLATE_NOOP("Action", "Payslip strips, 10 a page"), payroll_slips.strips, "print", {"per_page": 10}),
    PayrollPaper("strips_6", QT_TRANSLATE_NOOP("Action", "Payslip strips, 6 a page"), payroll_slips.strips, "print", {"per_page": 6}),
    PayrollPaper("slips", QT_TRANSLATE_NOOP("Action", "Payslips with the year to date, a page each"), payroll_slips.slips, "print"),
    PayrollPaper("slip", QT_TRANSLATE_NOOP("Action", "Payslip of this person"), payroll_slips.slip, "print", of_person=True),
    PayrollPaper("year", QT_TRANSLATE_NOOP("Action", "Year sheet of this person"), payroll_years.of_run, "print", of_person=True),
    PayrollPaper("locked", QT_TRANSLATE_NOOP("Action", "Payslips locked with the ID number's last six signs (.zip)"), payroll_slips.locked, "export"),
    PayrollPaper("tax_wages", QT_TRANSLATE_NOOP("Action", "Tax client: wages (.xlsx)"), tax_client_files.wages, "export"),
    PayrollPaper("tax_bonus", QT_TRANSLATE_NOOP("Action", "Tax client: annual bonuses (.xlsx)"), tax_client_files.bonus, "export"),
    PayrollPaper("tax_people", QT_TRANSLATE_NOOP("Action", "Tax client: people (.xlsx)"), tax_client_files.people, "export"),
    PayrollPaper("file_again", QT_TRANSLATE_NOOP("Action", "Bank file as it was written"), payroll_files.file_again, "export", needs=Permission.PAYROLL_PAY),
)  # fmt: skip
BY_NAME: Mapping[str, PayrollPaper] = {paper.name: paper for paper in PAPERS}
