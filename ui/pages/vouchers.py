"""Vouchers 凭证: every number that was given, months bound and printed with all that proves them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, ClassVar, cast

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from services import expense_claims, voucher_months, voucher_register
from services.permissions import Permission
from services.reports import paper
from services.terms import VoucherState
from ui.errors import sentence
from ui.marking import QT_TRANSLATE_NOOP
from ui.state import Desk
from ui.vouchers import month_acts
from ui.vouchers.voucher_pane import show_voucher
from ui.widgets import formats
from ui.widgets.notice import Notice
from ui.widgets.page_actions import Action, Takes
from ui.widgets.print_preview import PrintJob, PrintPreview
from ui.widgets.register_page import RegisterPage

if TYPE_CHECKING:
    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from services.reports.paper import PrintSettings
    from services.voucher_months import MonthRow
    from services.voucher_register import VoucherDetail

PAPERS = tuple(one.name for one in paper.PAPERS)
_VALID = frozenset({VoucherState.VALID})
_SEE, _BIND = (Permission.VOUCHER_SEE,), (Permission.VOUCHER_BIND,)

translate = QCoreApplication.translate


class VouchersPage(RegisterPage):
    """The vouchers of every month, and what is done with a month."""

    name = "vouchers"
    title = QT_TRANSLATE_NOOP("Page", "Vouchers")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Every paid paper has its number here, per month and type without gaps. Bind a month when it is over.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Search voucher, paper, name, purpose or pinyin initials  Ctrl+F")
    register = voucher_register.REGISTER
    figure = "label"
    actions: ClassVar[tuple[Action, ...]] = (
        Action("bundle", QT_TRANSLATE_NOOP("Action", "Monthly bundle"), lambda page, _ids: month_acts.ask_bundle(page), "file-text", "Ctrl+B", _SEE, takes=Takes.NONE),
        Action("entries", QT_TRANSLATE_NOOP("Action", "Accountant's export"), lambda page, _ids: month_acts.ask_export(page), "file-spreadsheet", "Ctrl+Shift+E", _SEE, takes=Takes.NONE),
        Action("bind", QT_TRANSLATE_NOOP("Action", "Bind a month"), lambda page, _ids: month_acts.ask_bind(page), "lock", "Ctrl+Shift+B", _BIND, takes=Takes.NONE, primary=True),
        Action("unbind", QT_TRANSLATE_NOOP("Action", "Open a month again"), lambda page, _ids: month_acts.ask_unbind(page), "rotate-ccw", "", (Permission.VOUCHER_UNBIND,), takes=Takes.NONE, more=True),
        Action("accounts", QT_TRANSLATE_NOOP("Action", "Accounts mapping"), lambda page, _ids: month_acts.ask_accounts(page), "landmark", "", _SEE, takes=Takes.NONE, more=True),
        Action("open_paper", QT_TRANSLATE_NOOP("Action", "Open the paper"), lambda page, ids: page.open_form(ids[0]), "eye", "", _SEE, None, Takes.ONE, pane=True, more=True),
        Action("print", QT_TRANSLATE_NOOP("Action", "Print voucher"), lambda page, ids: page.print_vouchers(ids), "printer", "Ctrl+Shift+P", _SEE, _VALID, Takes.MANY, pane=True, more=True),
    )  # fmt: skip

    _detail: VoucherDetail | None = None

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.notice = Notice(self)
        cast("QVBoxLayout", self.layout()).insertWidget(1, self.notice)

    # the line below the title

    def headline(self) -> None:
        work = partial(_months, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, months: list[MonthRow]) -> None:
        this = self.desk.today().replace(day=1)
        due = [row for row in reversed(months) if row.bound_on is None and row.month < this]
        bound = next((row for row in months if row.bound_on is not None), None)
        parts = []
        for row in due[:1]:
            words = translate("Voucher", "{month} is to be bound: {count} vouchers, {amount}")
            parts.append(
                words.format(month=f"{row.month:%Y-%m}", count=row.count, amount=formats.yuan(row.total))
            )
            if row.waiting:
                parts.append(translate("Voucher", "{count} still at the bank").format(count=row.waiting))
        if len(due) > 1:
            parts.append(translate("Voucher", "{count} months wait in all").format(count=len(due)))
        parts += [
            translate("Voucher", "{count} vouchers this month, {amount}").format(
                count=row.count, amount=formats.yuan(row.total)
            )
            for row in months
            if row.month == this
        ]
        if bound is not None and not due:
            parts.append(translate("Voucher", "bound up to {month}").format(month=f"{bound.month:%Y-%m}"))
        if parts:
            self.say_headline(" · ".join(parts))

    # the pane

    @staticmethod
    def load_detail(kind: str, actor: Actor, record_id: int, today: date, session: Session) -> VoucherDetail:  # noqa: ARG004 - every page's
        return voucher_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: VoucherDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._detail = found
        show_voucher(self.pane, self.desk, found)

    def month_in_view(self) -> date | None:
        """The month of the selected voucher."""
        record_id = self.view.table.current_id()
        values = self.view.values(record_id) if record_id is not None else None
        return values["month"] if values is not None else None

    # acts

    def with_detail(self, record_id: int, act: Callable[[VoucherDetail], object]) -> None:
        """Call `act` with the voucher as it is stored now."""
        work = partial(self.load_detail, "", self.desk.actor, record_id, self.desk.today())
        self.desk.tasks.read(self, work, act)

    def open_form(self, record_id: int | None) -> None:
        """The paper of a voucher, on its own page."""
        if record_id is not None:
            self.with_detail(record_id, lambda found: self.desk.go("reimbursements", found.claim_id))

    def print_vouchers(self, ids: Sequence[int]) -> PrintPreview:
        """The preview of the forms of these vouchers."""
        title = translate("Voucher", "{count} vouchers").format(count=len(ids))
        if self._detail is not None and list(ids) == [self._detail.id]:
            title = self._detail.label
        job = PrintJob("voucher", title, PAPERS, partial(_forms, self.desk.actor, tuple(ids)))
        preview = PrintPreview(self.desk, job, self)
        preview.open()
        return preview

    def refuse(self, refused: Refused) -> None:
        """Say above the list what cannot be done."""
        self.notice.say(sentence(refused))


def _months(actor: Actor, session: Session) -> list[MonthRow]:
    return voucher_months.months(session, actor)


def _forms(actor: Actor, ids: Sequence[int], session: Session, settings: PrintSettings) -> bytes:
    from services.reports.voucher import claim_pdf

    papers = [voucher_register.detail(session, actor, one).claim_id for one in ids]
    return claim_pdf([expense_claims.voucher(session, actor, paper_id) for paper_id in papers], settings)
