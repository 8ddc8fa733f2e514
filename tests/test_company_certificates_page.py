"""Certificates in the window: entered, renewed, lent, scanned, put away; their kinds, trainings and timeline."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from models.certificate import Certificate, CertificateLoan, CertificateState, LoanKind
from services import attachments
from tests import certificates
from tests.certificate_pages import act, column, dialog_of, opened, possible, put, show, texts
from tests.certificates import AUDITOR, CLERK, certificate, kind_id, lent, request
from tests.conftest import TODAY
from tests.hands import keys, settle
from ui.pages.certificates import CertificatesPage
from ui.tasks import Tasks

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


def test_a_certificate_is_entered_by_keyboard_and_its_end_follows_from_the_kind(qtbot, database, tasks):
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    assert page.line.text() == page.about
    dialog = page.open_form(None)
    settle(tasks)
    with database.read() as session:
        iso = kind_id(session, "iso9001")
    put(dialog, kind_id=iso, number="00325Q1", valid_from=date(2026, 3, 1))
    assert dialog.body.boxes["valid_to"].editor.value() == date(2029, 2, 28)
    assert not dialog.body.boxes["employee_id"].widget.isEnabled()
    put(dialog, valid_from=date(2026, 3, 2))
    assert dialog.body.boxes["valid_to"].editor.value() == date(2029, 3, 1)
    put(dialog, valid_to=date(2029, 3, 15), valid_from=date(2026, 3, 3))
    assert dialog.body.boxes["valid_to"].editor.value() == date(2029, 3, 15), "what was typed stays"
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert column(page, "name") == ["ISO 9001 质量管理体系认证"]
    assert "00325Q1" in texts(page.pane)
    assert "武汉云图测绘有限公司" in texts(page.pane)


def test_a_person_s_kind_asks_for_the_person_and_says_so_at_the_field(qtbot, database, tasks):
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    dialog = page.open_form(None)
    settle(tasks)
    with database.read() as session:
        put(dialog, kind_id=kind_id(session, "drone_pilot"))
    assert not dialog.body.boxes["holder_name"].widget.isEnabled()
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert dialog.isVisible()
    assert dialog.body.boxes["employee_id"].error() == "This must be filled in."
    put(dialog, employee_id=2)
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert column(page, "person") == ["刘芳"]


def test_the_headline_says_what_ends_what_is_over_and_which_original_is_overdue(qtbot, database, tasks):
    with database.write() as session:
        near = certificate(session, valid_to=TODAY + timedelta(days=20))
        certificate(session, valid_to=TODAY + timedelta(days=80))
        certificate(session, valid_to=TODAY - timedelta(days=2))
        day = TODAY - timedelta(days=9)
        lent(session, request(near, from_on=day, due_back_on=TODAY - timedelta(days=4)), day=day)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    assert page.line.text() == (
        "1 ending within 30 days · 1 more within 90 days · 1 lapsed"
        " · overdue originals: 1, the first since 2026-03-08 (刘芳)"
    )
    assert column(page, "original_place") == ["—", "with 刘芳, overdue", "—"]
    assert column(page, "valid_to")[0].endswith("2 d over")
    show(page, near)
    assert "should be back since 2026-03-08" in texts(page.pane)


def test_what_has_ended_is_marked_when_the_page_is_opened(qtbot, database, tasks):
    made = write(database, valid_to=TODAY - timedelta(days=1))
    assert stored(database, made).state is CertificateState.VALID
    page = opened(qtbot, CertificatesPage, database, tasks, AUDITOR)
    settle(tasks)
    assert stored(database, made).state is CertificateState.LAPSED
    assert column(page, "state") == ["Lapsed"]


def test_a_renewal_begins_filled_in_and_the_old_one_points_to_it(qtbot, database, tasks):
    made = write(database, number="Q1", valid_to=TODAY + timedelta(days=10), issuer="方圆")
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    act(page, "renew")
    dialog = dialog_of(page, "certificate")
    assert dialog.body.boxes["issuer"].editor.value() == "方圆"
    assert dialog.body.boxes["valid_from"].editor.value() == TODAY + timedelta(days=11)
    put(dialog, number="Q2")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    show(page, made)
    assert "Renewed by Q2" in texts(page.pane)
    assert "renew" not in possible(page)


def test_lending_begins_with_the_certificate_and_leads_to_the_loan(qtbot, database, tasks):
    made = write(database, "ca_certificate")
    went: list[tuple[str, int]] = []
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK, lambda *to: went.append(to))
    show(page, made)
    act(page, "lend")
    dialog = dialog_of(page, "certificate_loan")
    assert dialog.body.boxes["kind"].editor.value() is LoanKind.DEVICE
    put(dialog, employee_id=2, purpose="电子投标")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    with database.read() as session:
        loan = session.query(CertificateLoan).one()
    assert (loan.certificate_id, loan.purpose) == (made, "电子投标")
    assert went == [("certificate_loans", loan.id)]


def test_a_scan_dropped_on_the_page_belongs_to_the_selected_certificate(
    qtbot, database, tasks, tmp_path: Path
):
    made = write(database)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    for number in (1, 2):
        scan = tmp_path / f"扫描{number}.pdf"
        scan.write_bytes(b"%PDF-1.4 " + bytes([48 + number]))
        assert page.dropped([scan])
        settle(tasks)
    with database.read() as session:
        names = [one.name for one in attachments.of(session, CLERK, "certificate", made)]
    assert names == ["扫描1.pdf", "扫描2.pdf"]
    shown = [button.accessibleName() for button in page.pane.findChildren(QPushButton) if "Version" in button.accessibleName()]  # fmt: skip
    assert [words.split(",")[0] for words in shown] == ["Version 2", "Version 1"]
    assert "Scans (2)" in texts(page.pane)


def test_a_scan_without_a_certificate_to_belong_to_says_what_to_do(qtbot, database, tasks, tmp_path: Path):
    scan = tmp_path / "扫描.pdf"
    scan.write_bytes(b"%PDF-1.4")
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    assert not page.dropped([scan])
    assert "Select the certificate first" in texts(page.notice)
    looking = opened(qtbot, CertificatesPage, database, tasks, AUDITOR)
    assert not looking.dropped([scan])


def test_it_is_put_away_with_a_reason_and_taken_out_again(qtbot, database, tasks):
    made = write(database)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    show(page, made)
    assert possible(page) == {"renew", "lend", "archive"}
    act(page, "archive")
    dialog = dialog_of(page, "act")
    put(dialog, reason="业务停办")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert stored(database, made).state is CertificateState.ARCHIVED
    assert page.view.chips.selected() == "all", "what was hidden by the archive is still in view"
    assert possible(page) == {"reopen"}
    assert page.open_form(made).locked
    act(page, "reopen")
    page.window().findChild(QPushButton, "action.confirm").click()
    settle(tasks)
    assert stored(database, made).state is CertificateState.VALID


def test_who_only_looks_sees_everything_and_changes_nothing(qtbot, database, tasks):
    made = write(database)
    page = opened(qtbot, CertificatesPage, database, tasks, AUDITOR)
    show(page, made)
    assert possible(page) == set()
    assert page.acts.get("new") is None
    assert page.findChild(QPushButton, "action.attach") is None
    assert page.open_form(made).locked


def test_two_who_change_one_certificate_the_second_chooses(qtbot, database, tasks):
    made = write(database)
    page = opened(qtbot, CertificatesPage, database, tasks, CLERK)
    dialog = page.open_form(made)
    settle(tasks)
    with database.write() as session:
        session.get_one(Certificate, made).note = "别人写的"
    put(dialog, original_place="保险柜 B-3")
    keys("Ctrl+S", within=dialog)
    settle(tasks)
    assert "陈小雨 saved this record while you were typing" in texts(dialog)
    assert stored(database, made).original_place == ""
