"""How the payroll sheet looks on paper: full pages, figures of one size in their columns, nothing said twice."""

from __future__ import annotations

from decimal import Decimal

from models.payroll import RunKind
from services import pay_templates, payroll_papers, payroll_rows
from services.database import Database
from services.pay_templates import PayPaper
from services.reports.fonts import bold, regular
from services.reports.grid_pen import GridPen
from services.reports.paper import A4_LANDSCAPE, PrintSettings
from services.reports.pay_grid import written_sums
from services.reports.pay_grid_form import GridForm
from services.reports.pay_grid_pages import Heights, paged
from services.reports.pen import MM
from tests.payroll_helpers import make_payroll, make_run, pages
from tests.test_payroll_sheet import printed


def test_a_page_is_filled_rather_than_left_half_empty() -> None:
    heights = Heights(room=160, row=6.8, ending=18, banded=True, carried=True)
    first, second = paged([2, 4, 3, 14], heights)  # a third of the page would stay empty
    assert [(part.group, part.last - part.first) for part in first.parts][:3] == [(0, 2), (1, 4), (2, 3)]
    assert first.parts[3].last >= 3
    assert [(part.group, part.first, part.ended) for part in second.parts] == [(3, first.parts[3].last, True)]
    nearly, full = paged([15, 15], heights)
    assert [(part.group, part.last) for page in (nearly, full) for part in page.parts] == [(0, 15), (1, 15)]


def test_bold_amounts_and_sums_have_room_in_the_size_of_the_others(database: Database) -> None:
    payroll = make_payroll(database, 40)
    run_id = make_run(payroll, changes={place: {"base": 12_345_600} for place in range(40)})
    with database.read() as session:
        paid = payroll_rows.load(session, run_id)
        template = pay_templates.of_run(session, paid.run, PayPaper.SHEET)
        grid = payroll_papers.sheet_grid(session, paid, template)
    form = GridForm(GridPen(PrintSettings(A4_LANDSCAPE), title="工资表"), grid)
    columns = list(zip(form.grid.columns, form.widths, written_sums(grid.columns, form.total), strict=True))
    for place, (column, width, total) in enumerate(columns):
        if column.kind == "amount":
            face = bold() if column.strong else regular()
            texts = [text for group in form.groups for text in group.texts[place]]
            widest = max(face.width(text, form.size) for text in texts)
            assert max(widest, bold().width(total, form.size)) / MM <= width - 2 * form.pad + 0.01


def test_a_bonus_taxed_by_itself_names_no_deductions_of_the_year_and_no_remark_twice(
    database: Database,
) -> None:
    payroll = make_payroll(database, 3)
    parts = (("bonus", "年终奖", "earning", True),)
    own = {"bonus": 3_600_000, "separate_bonus": Decimal(36_000)}
    changes = {
        0: own | {"note": "年终奖：年终奖"},
        1: own | {"note": "年终奖：去年的；补发：差额"},
        2: own,
    }
    run_id = make_run(payroll, kind=RunKind.BONUS, components=parts, changes=changes)
    text = "".join(pages(printed(payroll, run_id)))
    assert "年终奖：年终奖" not in text
    assert "年终奖：去年的；补发：差额" in "".join(text.split())
    assert "附加扣除" not in text
