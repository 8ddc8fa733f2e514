"""The taxable wages of a whole year as far as they are known: what advice on bonuses reckons with."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from sqlalchemy import text

from services.database import Session
from services.permissions import open_to_all

_MONTHS = 12


@open_to_all("a step of the advice, which has its permission")
def expected_taxable(session: Session, paid: date) -> dict[int, Decimal]:
    """Taxable wages of the year of `paid` by employee, yuan, below zero where deductions are left over.

    The figures of the newest line of the year, and for each month still to come once more what its last regular
    sheet added; of somebody without a line this year, twelve times that of last year's last one.
    """
    rows = session.execute(
        text(
            "SELECT l.employee_id, l.tax_year, l.tax_month, l.cum_income - l.cum_exempt - l.cum_special"
            " - l.cum_additional - l.cum_other, l.cum_basic, l.gross - l.exempt - l.social - l.housing - l.separate_bonus,"
            " l.additional + l.other FROM payroll_line AS l JOIN (SELECT max(x.id) AS id FROM payroll_line AS x"
            " JOIN payroll_run AS r ON r.id = x.run_id WHERE r.kind = 'regular' AND x.tax_year IN (:year, :before)"
            " GROUP BY x.employee_id) AS newest ON newest.id = l.id"
        ),
        {"year": paid.year, "before": paid.year - 1},
    )
    found = {}
    for employee_id, year, month, so_far, basic, added, deducted in rows:
        a_month = basic // month if basic else 0
        if year == paid.year:
            left = _MONTHS - month
            whole = so_far - basic + left * (added - deducted - a_month)
        else:
            whole = _MONTHS * (added - deducted - a_month)
        found[employee_id] = Decimal(whole).scaleb(-2)
    return found
