"""The timeline and the slips of loans as rows of a sheet: the same facts as on paper, to be sorted and filtered."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from services.certificate_lists import ENDLESS, STATES
from services.certificate_timeline import CertificateMark
from services.labour_law import add_months

if TYPE_CHECKING:
    from datetime import date

    from services.certificate_timeline import Band, Mark, Timeline
    from services.reports.certificate_loan_form import LoanForm

_WORDS = {
    CertificateMark.END: "到期",
    CertificateMark.APPLY: "最迟申请延续",
    CertificateMark.DUTY: "",
    CertificateMark.BACK: "原件应还",
}
SLIP_HEADINGS = (
    "借用单号", "状态", "证照名称", "证号", "持证人", "有效期至", "借用方式", "存放处", "加盖份数", "借用人", "部门",
    "借用日期", "应还日期", "用途", "投标项目", "借出或用印日期", "归还日期", "逾期", "归还情况", "签字",
)  # fmt: skip


def timeline_headings(found: Timeline) -> tuple[str, ...]:
    """Four columns about the certificate, what is overdue, then a column a month."""
    months = tuple(f"{month.year}年{month.month}月" for month in found.months)
    return ("证照", "持有人", "有效期至", "状态", "已逾期", *months)


def timeline_rows(found: Timeline) -> list[tuple[object, ...]]:
    """A row a certificate: in a month its marks with their days, else a line while it is valid."""
    return [_row(found, band) for band in found.bands]


def _row(found: Timeline, band: Band) -> tuple[object, ...]:
    late = "；".join(_told(mark) for mark in band.marks if mark.late)
    months = (_month(band, month) for month in found.months)
    return (
        band.name,
        band.holder_name or found.company,
        band.valid_to or ENDLESS,
        STATES[band.state],
        late,
        *months,
    )


def _month(band: Band, first: date) -> str:
    last = add_months(first, 1) - timedelta(days=1)
    marks = [_told(mark) for mark in band.marks if not mark.late and first <= mark.day <= last]
    holds = band.first is not None and band.last is not None and band.first <= last and band.last >= first
    return "；".join(marks) or ("—" if holds else "")


def _told(mark: Mark) -> str:
    about = f"（{mark.text}）" if mark.kind is CertificateMark.BACK and mark.text else ""
    return f"{mark.day.isoformat()} {_WORDS[mark.kind] or mark.text}{about}"


def slip_rows(forms: Sequence[LoanForm]) -> list[tuple[object, ...]]:
    """A row a slip, in the order of SLIP_HEADINGS."""
    return [_slip(form) for form in forms]


def _slip(form: LoanForm) -> tuple[object, ...]:
    signed = "；".join(f"{one.label} {one.name}".strip() for one in form.signatures)
    return (*form.values, signed)
