"""Trainings, timeline, list and kinds of certificates in the window, and a person's certificates beside their name."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot
from python_calamine import CalamineWorkbook

from models.certificate import Certificate, CertificateKind
from services import certificate_kinds, staff_trainings
from services.staff_trainings import TrainingDraft
from tests import certificates
from tests.certificate_pages import act, dialog_of, opened, show, texts
from tests.certificates import AUDITOR, CLERK, certificate, kind_id
from tests.conftest import TODAY
from tests.desks import named
from tests.hands import keys, settle
from tests.personnel_pages import fill_line
from ui.certificates import list_acts
from ui.pages.certificate_kinds import CertificateKindsPage
from ui.pages.certificates import CertificatesPage
from ui.pages.employees import EmployeesPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def tasks(database, qtbot: QtBot) -> Iterator[Tasks]:
    with database.write() as session:
        certificates.set_up(session)
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def write(database, *args, **fields) -> int:
    with database.write() as session:
        return certificate(session, *args, **fields)


def stored(database, certificate_id: int) -> Certificate:
    with database.read() as session:
        return session.get_one(Certificate, certificate_id)


def test_trainings_are_typed_into_a_table_and_summed_by_year(qtbot, database, tasks):
    made = write(database, "registered_surveyor", employee_id=2)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    act(page, "train")
    dialog = dialog_of(page, "staff_training")
    fill_line(dialog.table, on_day=date(2026, 2, 3), name="必修班", hours=Decimal("12.5"))
    fill_line(dialog.table, on_day=date(2026, 2, 4), name="选修班", hours=Decimal(0))
    assert dialog.sum.text() == "12.5 hours together"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "Hours lie above 0" in texts(dialog)
    assert dialog.isVisible()
    dialog.table.model.set_cell(1, 2, Decimal(4))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "16.5 hours on 2 days" in texts(page.pane)


def test_trainings_somebody_else_saved_meanwhile_are_shown_instead_of_overrun(qtbot, database, tasks):
    made = write(database, "registered_surveyor", employee_id=2)
    first = TrainingDraft(name="甲班", on_day=TODAY, hours=Decimal(8))
    with database.write() as session:
        staff_trainings.save_all(session, CLERK, made, [first], today=TODAY)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    act(page, "train")
    dialog = dialog_of(page, "staff_training")
    with database.write() as session:
        (line,) = staff_trainings.of(session, CLERK, made)
        staff_trainings.save_all(session, CLERK, made, [TrainingDraft(line.id, line.version, made, "乙班", TODAY, Decimal(6))], today=TODAY)  # fmt: skip
    dialog.table.model.set_cell(0, 2, Decimal(9))
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "has saved other trainings meanwhile" in texts(dialog)
    assert dialog.sum.text() == "6 hours together"
    assert dialog.kept()["lines"][0]["name"] == "乙班"


def test_the_timeline_goes_by_keys_and_leads_to_the_certificate(qtbot, database, tasks):
    late = write(database, name="晚的", valid_to=TODAY + timedelta(days=400))
    soon = write(database, name="近的", valid_to=TODAY + timedelta(days=20))
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    act(page, "timeline")
    dialog = dialog_of(page, "timeline")
    view = dialog.view
    assert dialog.line.text() == "2026-03 to 2027-08 · 2 certificates"
    assert view.accessibleDescription().startswith("近的; ✕ 04-01 last day")
    view.setFocus()
    keys("↓", within=dialog)
    assert view.accessibleDescription().startswith("晚的")
    tip = QHelpEvent(QHelpEvent.Type.ToolTip, QPoint(300, 60), view.mapToGlobal(QPoint(300, 60)))
    assert view.viewportEvent(tip)
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(100, 60))
    assert view.current == 0
    assert view.grab().toImage().width() == view.width()
    QTest.keyClick(view, Qt.Key.Key_End)
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle(tasks)
    assert page.view.table.current_id() == late != soon
    act(page, "timeline")
    again = dialog_of(page, "timeline")
    QTest.mouseDClick(again.view.viewport(), Qt.MouseButton.LeftButton, pos=QPointF(100, 60).toPoint())
    settle(tasks)
    assert page.view.table.current_id() == soon


def test_timeline_and_list_are_shown_as_pages_and_written_as_a_workbook(
    qtbot, database, tasks, tmp_path: Path
):
    write(database, name="质量体系")
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    act(page, "certificate_list")
    preview = page.findChildren(PrintPreview)[-1]
    assert preview.pdf.startswith(b"%PDF")
    preview.reject()
    act(page, "timeline")
    named(dialog_of(page, "timeline"), QPushButton, "action.print").click()
    settle(tasks)
    assert dialog_of(page, "timeline").findChildren(PrintPreview)[-1].pdf.startswith(b"%PDF")
    named(dialog_of(page, "timeline"), QPushButton, "action.export").click()
    dialog_of(page, "timeline").findChildren(QFileDialog)[-1].fileSelected.emit(str(tmp_path / "时间轴.xlsx"))
    settle(tasks)
    months = CalamineWorkbook.from_path(str(tmp_path / "时间轴.xlsx")).get_sheet_by_index(0).to_python()
    assert months[0][5:7] == ["2026年3月", "2026年4月"]
    assert months[1][0] == "质量体系"
    assert "到期" in months[1][17]
    act(page, "export_certificates")
    chooser = page.findChildren(QFileDialog)[-1]
    chooser.fileSelected.emit(str(tmp_path / "证照.xlsx"))
    settle(tasks)
    rows = CalamineWorkbook.from_path(str(tmp_path / "证照.xlsx")).get_sheet_by_index(0).to_python()
    assert rows[1][2] == "质量体系"
    with database.read() as session:
        assert not list_acts.write_list(CLERK, TODAY, tmp_path / "无" / "证照.xlsx", session)


def test_a_kind_is_changed_with_its_duties_and_steps(qtbot, database, tasks):
    page = opened(qtbot, CertificateKindsPage, database, tasks, CLERK)
    with database.read() as session:
        iso = kind_id(session, "iso9001")
    show(page, iso)
    assert "every 12 months" in texts(page.pane)
    assert "60 days before" in texts(page.pane)
    dialog = page.open_form(iso)
    settle(tasks)
    fill_line(dialog.lists["duties"], name="管理评审")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "The duty “管理评审” is not complete" in texts(dialog)
    model = dialog.lists["duties"].model
    columns = [spec.name for spec in model.columns]
    for name, value in (("from_day", "11-01"), ("to_day", "12-31")):
        model.set_cell(1, columns.index(name), value)
    kept = dialog.kept()
    dialog.restore(kept)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    with database.read() as session:
        assert [line.name for line in certificate_kinds.get(session, CLERK, iso).duties] == [
            "监督审核",
            "管理评审",
        ]
    assert "11-01 to 12-31" in texts(page.pane)


def test_the_pane_of_a_kind_tells_steps_after_the_end_and_what_was_not_compared(qtbot, database, tasks):
    page = opened(qtbot, CertificateKindsPage, database, tasks, AUDITOR)
    with database.read() as session:
        mark, key = kind_id(session, "trademark"), kind_id(session, "tax_ukey")
        assert session.get_one(CertificateKind, mark).confirmed
    show(page, mark)
    assert "6 months after the end" in texts(page.pane)
    assert "12 months before" in texts(page.pane)
    show(page, key)
    assert "Not compared" in texts(page.pane)
    assert page.open_form(key).locked


def test_a_person_s_certificates_stand_beside_their_name(qtbot, database, tasks):
    write(database, "registered_surveyor", employee_id=2, valid_to=TODAY + timedelta(days=12))
    write(database, "accountant", employee_id=2, valid_to=None)
    page = opened(qtbot, EmployeesPage, database, tasks, CLERK)
    show(page, 2)
    assert "2026-03-24 · 12 d left" in texts(page.pane)
    assert "does not end" in texts(page.pane)
    show(page, 1)
    assert "does not end" not in texts(page.pane)
