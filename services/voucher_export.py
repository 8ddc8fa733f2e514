"""The accountant's export 会计导出: a month's entries as a workbook the bookkeeping takes."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

from services import durable, voucher_entries
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, requires
from services.progress import Progress
from services.voucher_entries import Entry

# words of the form, which is Chinese whatever the window speaks
HEADINGS = (
    "日期",
    "凭证号",
    "摘要",
    "借方科目",
    "借方科目名称",
    "贷方科目",
    "贷方科目名称",
    "借方金额",
    "贷方金额",
    "税额",
    "项目",
    "部门",
    "往来",
    "附件张数",
    "单号",
)
_STEP = 50


@requires(Permission.VOUCHER_SEE)
def write(session: Session, actor: Actor, month: date, target: Path, progress: Progress | None = None) -> int:
    """Write a month's entries to `target` as .xlsx, whole or not at all; returns how many.

    Raises Refused as `voucher_entries.entries`, "export.cannot_write" (path).
    """
    from services.exchange import xlsx  # XlsxWriter is imported when something is exported

    found = list(_counted(voucher_entries.entries(session, actor, month), progress or Progress()))
    try:
        with durable.written(target) as part:
            return xlsx.write_table(part, f"{month:%Y-%m} 会计分录", HEADINGS, found)
    except OSError as error:
        raise Refused("export.cannot_write", path=str(target)) from error


def _counted(entries: Iterator[Entry], progress: Progress) -> Iterator[tuple[object, ...]]:
    for number, entry in enumerate(entries):
        if number % _STEP == 0:
            progress.advance(number, 0, entry.label)
        yield _cells(entry)


def _cells(entry: Entry) -> tuple[object, ...]:
    account = (entry.account.code, entry.account.title)
    debit, credit = (account, ("", "")) if entry.debit is not None else (("", ""), account)
    return (
        entry.day,
        entry.label,
        entry.summary,
        *debit,
        *credit,
        entry.debit,
        entry.credit,
        entry.tax,
        entry.project,
        entry.department,
        entry.person,
        entry.attachments,
        entry.paper,
    )
