"""Edit printed papers 打印模板: what each pay paper shows, with a picture of it as it will be."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QByteArray, QCoreApplication, QIODevice, QTimer, Signal
from PySide6.QtPdf import QPdfDocument
from PySide6.QtPdfWidgets import QPdfView
from PySide6.QtWidgets import QHBoxLayout, QWidget

from services import pay_template_edit
from services.pay_template_edit import TemplateView
from services.pay_templates import PayPaper
from services.permissions import Permission
from ui.errors import sentence
from ui.payments.frame import PaymentDialog, muted
from ui.payroll.template_form import FIELDS, TemplateForm
from ui.state import Desk
from ui.widgets.confirm import ask

if TYPE_CHECKING:
    from datetime import date

    from services.database import Session
    from services.errors import Refused
    from services.permissions import Actor
    from ui.pages.payroll import PayrollPage

SETTLED_MS = 300
_TOO_MANY = {"payroll_sheet.too_many_columns", "payslip.too_many_columns"}

translate = QCoreApplication.translate


class TemplateDialog(PaymentDialog):
    """`saved` when papers are printed otherwise from now on, `shown` when the picture is that of what is typed."""

    saved = Signal()
    loaded = Signal()
    shown = Signal()

    def __init__(self, desk: Desk, run_id: int | None, parent: QWidget | None = None) -> None:
        super().__init__(desk, "pay_templates", translate("Payroll", "Printed papers"), parent)
        self.resize(1300, 700)
        self.run_id = run_id
        self.views: dict[PayPaper, TemplateView] = {}
        self.before: dict[PayPaper, TemplateView] = {}
        self.paper = PayPaper.SHEET
        self.pdf = b""
        self._asked = 0
        self.told = muted(self, "told")
        self.form = TemplateForm(self)
        self.form.setFixedWidth(560)
        self.form.setEnabled(False)
        self._buffer, self.document = QBuffer(self), QPdfDocument(self)
        self.view = QPdfView(self)
        self.view.setObjectName("view.pdf")
        self.view.setDocument(self.document)
        self.view.setPageMode(QPdfView.PageMode.MultiPage)
        self.view.setZoomMode(QPdfView.ZoomMode.FitToWidth)
        body = QHBoxLayout()
        body.setSpacing(16)
        body.addWidget(self.form)
        body.addWidget(self.view, 1)
        self.column.addWidget(self.told)
        self.column.addLayout(body, 1)
        self._settled = QTimer(self, singleShot=True, interval=SETTLED_MS)
        self._settled.timeout.connect(self.draw)
        self._buttons()
        self.form.edited.connect(self._edited)
        self.form.chosen.connect(self.choose)
        self.load()

    @property
    def editable(self) -> bool:
        """Whether this user may change what is printed."""
        return self.desk.can(Permission.PAYROLL_EDIT)

    def load(self) -> None:
        """The templates as they are now."""
        self.desk.tasks.read(self, partial(_load, self.desk.actor), self._loaded, self.refuse)

    def _loaded(self, found: dict[PayPaper, TemplateView]) -> None:
        self.views, self.before = dict(found), dict(found)
        self.form.setEnabled(True)
        self._show()
        self.loaded.emit()

    def choose(self, paper: PayPaper) -> None:
        """Look at another paper; what was typed for this one stays."""
        if paper is not self.paper and self.views:
            self.paper = paper
            self._show()

    def changed(self) -> tuple[TemplateView, ...]:
        """The templates that are not as they were loaded."""
        return tuple(
            view for paper, view in self.views.items() if view.template != self.before[paper].template
        )

    def draw(self) -> None:
        """Make the picture of what is typed; the old one stays until it is there."""
        self._asked += 1
        work = partial(_preview, self.desk.actor, self.views[self.paper], self.run_id, self.desk.today())
        self.desk.tasks.read(self, work, partial(self._drawn, self._asked), partial(self._not_drawn, self._asked))  # fmt: skip

    def save(self) -> None:
        """Keep what was changed, for everybody."""
        if not self.save_button.isEnabled():
            return
        self.save_button.setEnabled(False)
        work = partial(_save, self.desk.actor, self.changed(), self.desk.today())
        self.desk.tasks.run(self, work, lambda _none: self._saved(), self.refuse)

    def restore(self) -> None:
        """Show the usual template again; it is kept with Save."""
        work = partial(_usual, self.desk.actor, self.paper)
        self.desk.tasks.read(self, work, self._restored, self.refuse)

    def reject(self) -> None:
        if not self.changed():
            super().reject()
            return
        question = translate("Payroll", "Close without saving what you changed?")
        ask(self, question, translate("Payroll", "Close without saving"), self._forget)

    def _forget(self) -> None:
        self.views = dict(self.before)
        self.reject()

    # what happened

    def _show(self) -> None:
        view = self.views[self.paper]
        self.form.fill(view, editable=self.editable)
        self._tell()
        self.draw()

    def _tell(self) -> None:
        view = self.views[self.paper]
        mine = translate("Payroll", "The company's own template.")
        usual = translate("Payroll", "The usual template.")
        locked = translate("Payroll", "Locked months go on being printed as they were when they were locked.")
        self.told.setText(f"{mine if view.own else usual} {locked}")
        self.save_button.setEnabled(bool(self.changed()))

    def _edited(self) -> None:
        view = self.views[self.paper]
        self.views[self.paper] = replace(view, template=self.form.typed(view.template))
        self.notice.clear()
        self._tell()
        self._settled.start()

    def _drawn(self, asked: int, pdf: bytes) -> None:
        if asked == self._asked:
            self.form.say_errors({})
        elif self.pdf:  # an older one is better than none at all
            return
        self.pdf = pdf
        self.document.close()
        self._buffer.close()
        self._buffer.setData(QByteArray(pdf))
        self._buffer.open(QIODevice.OpenModeFlag.ReadOnly)
        self.document.load(self._buffer)
        self.shown.emit()

    def _not_drawn(self, asked: int, refused: Refused) -> None:
        if asked == self._asked:
            self._say(refused)

    def _say(self, refused: Refused) -> None:
        """At the field it belongs to, else above."""
        field = "columns" if refused.code in _TOO_MANY else refused.field
        if field in FIELDS:
            self.form.say_errors({field: sentence(refused)})
        else:
            self.notice.say(sentence(refused))

    def refuse(self, refused: Refused) -> None:
        self.save_button.setEnabled(bool(self.changed()))
        paper = refused.values.get("paper_kind")
        if isinstance(paper, PayPaper) and paper is not self.paper:
            self.paper = paper
            self._show()
        self._say(refused)

    def _saved(self) -> None:
        self.notice.say(translate("Payroll", "Saved. Everybody prints this way from now on."), "green")
        self.saved.emit()
        self.load()

    def _restored(self, view: TemplateView) -> None:
        paper = view.template.paper
        self.views[paper] = replace(self.views[paper], template=view.template)
        self._show()

    def _buttons(self) -> None:
        self.save_button = self.button("save", translate("Form", "Save  Ctrl+S"), primary=True, keys="Ctrl+S")
        self.save_button.setEnabled(False)
        self.save_button.clicked.connect(self.save)
        self.usual_button = self.button("restore_usual", translate("Payroll", "Restore the usual"))
        self.usual_button.clicked.connect(self.restore)
        for button in (self.save_button, self.usual_button):
            button.setVisible(self.editable)
        close = self.close_button(translate("Form", "Close"))
        self.finish(close, self.save_button, left=(self.usual_button,))


def open_dialog(page: PayrollPage) -> TemplateDialog:
    """The dialog over the payroll page, with the sheet in hand for its picture."""
    run_id = page.head.run_id if page.head is not None else None
    dialog = TemplateDialog(page.desk, run_id, page)
    dialog.saved.connect(page.refresh)
    dialog.open()
    return dialog


def _load(actor: Actor, session: Session) -> dict[PayPaper, TemplateView]:
    return {paper: pay_template_edit.look(session, actor, paper) for paper in PayPaper}


def _preview(actor: Actor, view: TemplateView, run_id: int | None, today: date, session: Session) -> bytes:
    return pay_template_edit.preview(session, actor, view, run_id, today)


def _save(actor: Actor, views: Sequence[TemplateView], today: date, session: Session) -> None:
    pay_template_edit.save(session, actor, views, today)


def _usual(actor: Actor, paper: PayPaper, session: Session) -> TemplateView:
    return pay_template_edit.look_usual(session, actor, paper)
