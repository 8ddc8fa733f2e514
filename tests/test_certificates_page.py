"""Certificates out of the page of employees, and their templates in the settings."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from docx import Document
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from models.personnel import PersonalFile
from services import certificate_templates
from services.certificates import CertificateKind
from tests import personnel
from tests.claim_pages import texts
from tests.desks import named
from tests.hands import settle
from tests.personnel import NUMBER, worker
from tests.personnel_paper_pages import shown
from ui.pages.employees import EmployeesPage
from ui.personnel import certificate_dialog
from ui.personnel.certificate_dialog import CertificateDialog
from ui.personnel.template_dialog import TemplateDialog
from ui.tasks import Tasks

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def deciders(database):
    with database.write() as session:
        return personnel.set_up(session)


@pytest.fixture
def tasks(database, deciders, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(database)
    yield made
    assert made.wait_idle(20_000)
    made.close()


@pytest.fixture
def employee(database, deciders) -> int:
    with database.write() as session:
        found = worker(session)
        session.add(PersonalFile(employee_id=found, identity_number=NUMBER))
        return found


def test_a_certificate_is_saved_and_printed_from_employees(
    qtbot, database, tasks, clerk, employee, tmp_path, monkeypatch
):
    page = shown(qtbot, EmployeesPage, database, tasks, clerk)
    dialog = certificate_dialog.open_for(page, [employee])
    settle(tasks)
    made = []
    monkeypatch.setattr(
        certificate_dialog, "ask_place", lambda desk, what, content, parent: made.append((what, content))
    )
    dialog.save()
    settle(tasks)
    certificate_dialog.write_to(page.desk, made[0][1], tmp_path / "a.docx", page)
    settle(tasks)
    assert "李四" in "".join(one.text for one in Document(tmp_path / "a.docx").paragraphs)
    again = certificate_dialog.open_for(page, [employee])
    settle(tasks)
    previews = []
    monkeypatch.setattr(certificate_dialog, "show", lambda *given: previews.append(given))
    again.print_it()
    settle(tasks)
    preview = certificate_dialog_show(*previews[0])
    qtbot.waitUntil(lambda: preview.document.pageCount() == 1, timeout=10_000)
    preview.close()


certificate_dialog_show = certificate_dialog.show


def test_a_certificate_of_leaving_for_somebody_who_stays_is_refused_in_the_dialog(
    qtbot, database, tasks, clerk, employee
):
    page = shown(qtbot, EmployeesPage, database, tasks, clerk)
    dialog = CertificateDialog(page.desk, employee, "李四", page)
    dialog.open()
    settle(tasks)
    dialog.body.boxes["kind"].editor.set_value(CertificateKind.LEAVING)
    dialog.save()
    settle(tasks)
    assert "still works here" in texts(dialog.notice)
    dialog.reject()


def test_templates_are_replaced_in_settings(qtbot, database, tasks, administrator, tmp_path):
    page = shown(qtbot, EmployeesPage, database, tasks, administrator)
    dialog = TemplateDialog(page.desk, page)
    dialog.open()
    settle(tasks)
    assert named(dialog, QLabel, "label.employment").text() == "usual template"
    document = Document()
    document.add_paragraph("{{ name }}")
    document.save(tmp_path / "own.docx")
    dialog.replace_by(CertificateKind.EMPLOYMENT, tmp_path / "own.docx")
    settle(tasks)
    assert named(dialog, QLabel, "label.employment").text() == "own template"
    dialog.restore(CertificateKind.EMPLOYMENT)
    settle(tasks)
    with database.read() as session:
        assert not certificate_templates.is_own(session, CertificateKind.EMPLOYMENT)
    dialog.replace_by(CertificateKind.EMPLOYMENT, tmp_path / "missing.docx")
    settle(tasks)
    assert "no Word template" in texts(dialog.notice)
    dialog.reject()
