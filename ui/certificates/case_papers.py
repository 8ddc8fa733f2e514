"""The papers of a case: ticked when they are in hand, with a remark or a file, and handed in together."""

from __future__ import annotations

from functools import partial
from types import SimpleNamespace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QPushButton

from services import case_papers
from services.case_details import CaseAction
from services.terms import PaperState
from ui.claims.act_dialog import ActDialog, Question, Work
from ui.labels import label
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from datetime import date

    from services.case_details import CaseDetail
    from services.case_paper_list import PaperRow
    from services.database import Session
    from services.permissions import Actor
    from ui.pages.certificate_cases import CertificateCasesPage
    from ui.widgets.detail_pane import DetailPane

HAND_IN = (
    FieldSpec("day", QT_TRANSLATE_NOOP("Field", "Submitted on"), FieldKind.DAY, required=True, width=2),
)
WHY = FieldSpec(
    "reason", QT_TRANSLATE_NOOP("Field", "Why without them"), FieldKind.LONG_TEXT, required=True, width=2
)

translate = QCoreApplication.translate


def show_papers(page: CertificateCasesPage, pane: DetailPane, found: CaseDetail, today: date) -> None:
    """Every paper as a box to tick, below it what is wrong with it and its file."""
    if found.submitted_on is not None:
        pane.row(translate("Field", "Submitted on"), formats.day(found.submitted_on, today))
        if found.submitted_without:
            pane.row(translate("Field", "Why without them"), found.submitted_without)
    if not found.papers:
        return
    there = len(found.papers) - len(found.missing)
    words = translate("Certificates", "Papers ({there} of {count} in hand)")
    pane.section(words.format(there=there, count=len(found.papers)))
    for paper in found.papers:
        box = QCheckBox(paper.name.replace("&", "&&"))
        box.setObjectName(f"field.paper.{paper.id}")
        box.setAccessibleName(paper.name)
        box.setToolTip(paper.name)
        box.setChecked(paper.state is PaperState.IN_HAND)
        box.setEnabled(CaseAction.EDIT in found.actions)
        box.clicked.connect(lambda checked, paper=paper: _tick(page, found, paper, checked))
        pane.widget(box)
        pane.widget(_below(page, found, paper))


def _below(page: CertificateCasesPage, found: CaseDetail, paper: PaperRow) -> QPushButton:
    """Where it stands; leads to its remark and file."""
    parts = (label(paper.state), paper.remark, paper.file)
    opener = QPushButton(" · ".join(part for part in parts if part).replace("&", "&&"))
    opener.setObjectName(f"action.paper.{paper.id}")
    opener.setProperty("flat", True)
    shade = "color: #DC2626; " if paper.state is PaperState.FAULTY else ""
    opener.setStyleSheet(f"{shade}text-align: left; padding: 0;")
    opener.setAutoDefault(False)
    opener.setAccessibleName(translate("Certificates", "Remark and file of {name}").format(name=paper.name))
    opener.setToolTip(translate("Certificates", "Remark and file"))
    opener.setEnabled(CaseAction.EDIT in found.actions)
    opener.clicked.connect(lambda _checked=False: ask_paper(page, found, paper))
    return opener


def _tick(page: CertificateCasesPage, found: CaseDetail, paper: PaperRow, checked: bool) -> None:
    state = PaperState.IN_HAND if checked else PaperState.OPEN
    page.act(partial(_mark, page.desk.actor, found, paper, state), found)


def _mark(actor: Actor, found: CaseDetail, paper: PaperRow, state: PaperState, session: Session) -> int:
    return case_papers.mark(
        session, actor, found.id, found.version, paper.id,
        state=state, remark=paper.remark, attachment_id=paper.attachment_id,
    )  # fmt: skip


def ask_paper(page: CertificateCasesPage, found: CaseDetail, paper: PaperRow) -> ActDialog:
    """Where the paper stands, what is wrong with it, and which file of the case it is."""
    fields = (
        FieldSpec("state", QT_TRANSLATE_NOOP("Field", "State"), FieldKind.CHOICE, required=True, members=PaperState),
        FieldSpec(
            "attachment_id", QT_TRANSLATE_NOOP("Field", "Its file"), FieldKind.COMBO,
            choices=partial(case_papers.file_choices, case_id=found.id),
        ),
        FieldSpec("remark", QT_TRANSLATE_NOOP("Field", "Remark"), FieldKind.LONG_TEXT, width=2, blank=""),
    )  # fmt: skip

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_papers.mark(
            session, actor, found.id, found.version, paper.id,
            state=typed.state, remark=typed.remark or "", attachment_id=typed.attachment_id,
        )  # fmt: skip

    values = {"state": paper.state, "remark": paper.remark, "attachment_id": paper.attachment_id}
    about = (
        ""
        if found.files
        else translate("Certificates", "Drop the file onto the case first, then choose it here.")
    )
    return _open(
        page,
        found,
        Question(paper.name, translate("Certificates", "Write down  Ctrl+S"), fields, values, about),
        work,
    )


def submit(page: CertificateCasesPage, found: CaseDetail) -> ActDialog:
    """The day the papers were handed in; why, where some are not in hand."""
    today = page.desk.today()
    click = f"certificate_case.submit:{found.id}:{found.version}:{page.desk.actor.user_id}"
    missing = [paper.name for paper in found.missing]

    def work(session: Session, actor: Actor, typed: SimpleNamespace) -> None:
        case_papers.submit(
            session, actor, found.id, found.version,
            day=typed.day, reason=typed.reason or "" if missing else "", command_id=click, today=today,
        )  # fmt: skip

    about = (
        translate("Certificates", "Not in hand: {names}").format(names="、".join(missing)) if missing else ""
    )
    fields = (*HAND_IN, WHY) if missing else HAND_IN
    title = translate("Certificates", "{number} was submitted").format(number=found.number)
    button = translate("Certificates", "Submitted  Ctrl+S")
    return _open(page, found, Question(title, button, fields, {"day": today, "reason": ""}, about), work)


def unsubmit(page: CertificateCasesPage, found: CaseDetail) -> None:
    work = partial(_unsubmit, page.desk.actor, found)
    question = translate("Certificates", "Did the papers of {number} come back?").format(number=found.number)
    ask(
        page,
        question,
        translate("Certificates", "They came back"),
        lambda: page.act(work, found),
        danger=False,
    )


def _unsubmit(actor: Actor, found: CaseDetail, session: Session) -> object:
    return case_papers.unsubmit(session, actor, found.id, found.version)


def _open(page: CertificateCasesPage, found: CaseDetail, question: Question, work: Work) -> ActDialog:
    dialog = ActDialog(page.desk, question, work, page)
    dialog.saved.connect(lambda _id: page.changed(found.id))
    dialog.open()
    return dialog
