"""The weekly digest on the screen: looked at, copied, exported, printed, sent once."""

from __future__ import annotations

from datetime import timedelta

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPushButton
from sqlalchemy import select

from models.bid_lead import BidDigest
from models.people import Department
from services.permissions import Role
from tests.bid_pages import dialog_of, on_screen
from tests.claim_pages import act, texts
from tests.conftest import actor_of_role
from tests.hands import settle
from tests.leads import TODAY, made, seen
from tests.personnel_paper_pages import select as select_record
from ui.bid_leads.digest_dialog import DigestDialog
from ui.pages.bid_digests import BidDigestsPage
from ui.pages.bid_leads import BidLeadsPage
from ui.widgets.attachments_list import AttachmentsList

DAY = timedelta(days=1)

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)


@pytest.fixture
def show(qtbot, database, tasks, clerk):
    def opened(kind=BidLeadsPage, actor=clerk):
        return on_screen(qtbot, kind, database, tasks, actor)

    return opened


def test_the_digest_is_looked_at_copied_exported_printed_and_sent_once(
    database, clerk, tasks, show, tmp_path
):
    made(database, clerk, title="甲项目", department_id=1)
    made(database, clerk, title="乙项目", province="湖南")
    page = show()
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert dialog.line.text() == "2 notices, 2 of them new since the last digest"
    dialog.copy()
    assert "1. 【新】乙项目" in QGuiApplication.clipboard().text()
    path = tmp_path / "周报.xlsx"
    dialog.export_to(path)
    settle(tasks)
    assert path.stat().st_size > 0
    assert "周报.xlsx" in dialog.notice.text()
    dialog.export_to(tmp_path / "nowhere" / "x.xlsx")
    settle(tasks)
    assert "could not be written" in dialog.notice.text()
    preview = dialog.print()
    settle(tasks)
    assert preview.pdf.startswith(b"%PDF")
    preview.reject()
    dialog.department.setCurrentIndex(dialog.department.findData(1))
    dialog.look()
    settle(tasks)
    assert "乙项目" not in dialog.text.toPlainText()
    assert dialog.send_button.isEnabled(), "a digest goes out to one department, too"
    dialog.department.setCurrentIndex(0)
    settle(tasks)
    dialog.send()
    dialog.send()
    settle(tasks)
    assert "ZB-2026-001" in dialog.notice.text()
    assert not dialog.send_button.isEnabled()
    with database.read() as session:
        assert list(session.scalars(select(BidDigest.number))) == ["ZB-2026-001"]
    dialog.reject()
    assert page.line.text().endswith("last digest 11-27")


def test_days_without_notices_or_turned_around_are_told(database, clerk, tasks, show):
    page = show()
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert not dialog.copy_button.isEnabled()
    assert "No notice in these days" in dialog.text.toPlainText()
    dialog.to_on.set_value(TODAY - 30 * DAY)
    dialog.look()
    settle(tasks)
    assert "The last day lies before" in dialog.notice.text()
    dialog.from_on.setText("nonsense")
    dialog.look()
    assert dialog.notice.text()
    dialog.reject()


def test_past_digests_have_their_sheet(database, clerk, tasks, show):
    made(database, clerk, title="甲项目")
    page = show(BidDigestsPage)
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    dialog.send()
    settle(tasks)
    dialog.reject()
    select_record(page, tasks, 1)
    files = page.pane.findChild(AttachmentsList)
    assert any("ZB-2026-001.pdf" in one.accessibleName() for one in files.findChildren(QPushButton))
    assert "湖北　甲项目" in texts(page.pane)


def test_who_only_looks_prints_the_digest_but_does_not_send_it(database, clerk, tasks, show):
    made(database, clerk)
    page = show(actor=actor_of_role(Role.CASHIER))
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    assert not dialog.send_button.isVisible()
    assert dialog.print_button.isEnabled()
    assert seen(database, 1)[0][0] == 1
    dialog.reject()


def test_a_digest_is_marked_as_sent_for_one_department(database, clerk, tasks, show):
    with database.write() as session:
        session.add(Department(id=2, code="02", name="研发部"))
    made(database, clerk, title="甲", department_id=1)
    made(database, clerk, title="乙", department_id=2)
    page = show(BidDigestsPage)
    act(page, "digest")
    dialog = dialog_of(page, DigestDialog)
    settle(tasks)
    dialog.department.setCurrentIndex(dialog.department.findData(2))
    settle(tasks)
    assert dialog.line.text() == "1 notices, 1 of them new since the last digest"
    assert dialog.send_button.isEnabled()
    dialog.send()
    settle(tasks)
    dialog.department.setCurrentIndex(dialog.department.findData(1))
    settle(tasks)
    assert dialog.from_on.value() == TODAY - 6 * DAY, "nothing went to this department yet"
    dialog.reject()
    select_record(page, tasks, 1)
    assert "研发部" in texts(page.pane)
