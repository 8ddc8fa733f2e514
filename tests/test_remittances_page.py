"""The Remittances page: made, archived, paid, checked against a bill, printed, by mouse and keyboard."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QMessageBox, QPushButton
from pytestqt.qtbot import QtBot

from models.remittance import RemittanceState
from services.database import Database
from services.insurance_rosters import RosterKind
from services.terms import Fund
from tests.claim_pages import act, column, texts
from tests.desks import make_desk, named
from tests.hands import settle
from tests.payment_pages import dialog_of, press
from tests.remittances import (
    CITY,
    OCTOBER,
    SEPTEMBER,
    TODAY,
    bill_file,
    draft,
    frozen,
    hire,
    policies,
    set_base,
    shown,
)
from ui.pages.remittances import RemittancesPage
from ui.tasks import Tasks
from ui.widgets.print_preview import PrintPreview

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
HOUSING = ("姓名", "证件号码", "缴存基数", "单位月缴额", "个人月缴额")


@pytest.fixture
def house(database: Database) -> Database:
    policies(database)
    return database


@pytest.fixture
def tasks(house: Database, qtbot: QtBot) -> Iterator[Tasks]:
    made = Tasks(house)
    yield made
    assert made.wait_idle(20_000)
    made.close()


def opened(qtbot: QtBot, house: Database, tasks: Tasks, actor) -> RemittancesPage:
    page = RemittancesPage(make_desk(house, tasks, actor, TODAY))
    qtbot.addWidget(page)
    page.resize(1200, 700)
    page.refusals = []
    tasks.refused.connect(lambda _owner, refused: page.refusals.append(refused.code))
    page.show()
    settle(tasks)
    return page


def possible(page: RemittancesPage) -> set[str]:
    acts = {"freeze", "reckon", "pay", "unpay", "remove", "check_bill", "print_bill"}
    return {spec.name for spec in page.acts.possible()} & acts


def agree(page: RemittancesPage, tasks: Tasks) -> None:
    box = [one for one in page.findChildren(QMessageBox) if one.isVisible()][-1]
    named(box, QPushButton, "action.confirm").click()
    settle(tasks)


def preview(page) -> PrintPreview:
    return [one for one in page.findChildren(PrintPreview) if one.isVisible()][-1]


def test_a_month_goes_from_nothing_to_paid(qtbot, house, tasks, clerk) -> None:
    hire(house, "甲", "8000")
    page = opened(qtbot, house, tasks, clerk)
    assert page.line.text() == "2026-10 Housing fund 测试市 to archive by 11-11 · and 1 more"
    assert page.line.toolTip().startswith(
        "2026-10 Housing fund 测试市 to archive, due 11-11, ¥1,920.00\n2026-10 Social insurance 测试市 to archive"
    )
    act(page, "new")
    press(dialog_of(page, "act"), "save", tasks)
    assert column(page, "month") == ["2026-10", "2026-10"]
    assert possible(page) == {"freeze", "reckon", "remove", "check_bill"}
    act(page, "freeze")
    agree(page, tasks)
    assert possible(page) == {"pay", "check_bill"}
    act(page, "pay")
    press(dialog_of(page, "act"), "save", tasks)
    assert possible(page) == {"unpay", "check_bill"}
    assert sorted(column(page, "state")) == ["Draft", "Paid"]


def test_the_pane_says_what_changed_and_what_is_missing(qtbot, house, tasks, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    frozen(house, clerk, SEPTEMBER)
    set_base(house, person, "8500", OCTOBER)
    hire(house, "乙", "6000", since=OCTOBER, funds=(Fund.SOCIAL,))
    hire(house, "丙", None, since=OCTOBER, funds=(Fund.SOCIAL,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    told = texts(page.pane)
    assert "8,000.00 → 8,500.00" in told
    assert "丙 has no amount: No base" in told
    act(page, "freeze")
    agree(page, tasks)
    assert page.refusals == ["remittance.gaps"]


def test_a_changed_base_must_be_reckoned_again_before_it_is_archived(qtbot, house, tasks, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    one = draft(house, clerk, OCTOBER)[Fund.SOCIAL]
    set_base(house, person, "9000", OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    assert "Something has changed since: reckon again." in texts(page.pane)
    act(page, "reckon")
    assert "Something has changed" not in texts(page.pane)
    assert shown(house, clerk, one).base_total == 9000


def test_what_is_owed_becomes_a_back_payment_in_two_clicks(qtbot, house, tasks, clerk) -> None:
    person = hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    frozen(house, clerk, SEPTEMBER)
    set_base(house, person, "9000", SEPTEMBER)
    page = opened(qtbot, house, tasks, clerk)
    assert page.line.text().endswith(" · ¥361.00 still owed")
    assert "Social insurance 测试市: ¥361.00 owed for months before" in page.line.toolTip()
    assert "¥361.00 more is owed, for 1 people" in texts(page.pane)
    act(page, "back_payment")
    dialog = dialog_of(page, "act")
    assert f"Social insurance {CITY}: ¥361.00 for 1 people" in texts(dialog)
    press(dialog, "save", tasks)
    assert "Back payment" in column(page, "kind")
    people = page.open_people(page.detail)
    assert people.table.model.rows[0].cells[-1] == "2026-09"
    people.reject()


def test_a_payment_is_taken_back_with_a_reason(qtbot, house, tasks, clerk) -> None:
    hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    one = frozen(house, clerk, OCTOBER)[Fund.SOCIAL, OCTOBER]
    page = opened(qtbot, house, tasks, clerk)
    act(page, "pay")
    press(dialog_of(page, "act"), "save", tasks)
    act(page, "unpay")
    dialog = dialog_of(page, "act")
    dialog.body.boxes["reason"].editor.set_value("退票")
    press(dialog, "save", tasks)
    assert shown(house, clerk, one).state is RemittanceState.FROZEN
    act(page, "remove") if "remove" in possible(page) else None
    assert page.view.count == 1


def test_a_draft_is_removed_after_a_question(qtbot, house, tasks, clerk) -> None:
    hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    act(page, "remove")
    agree(page, tasks)
    assert page.view.count == 0


def test_everybody_with_whoever_left(qtbot, house, tasks, clerk) -> None:
    from tests.remittances import stop

    leaver = hire(house, "走", "6000", funds=(Fund.SOCIAL,))
    hire(house, "留", "7000", funds=(Fund.SOCIAL,))
    frozen(house, clerk, SEPTEMBER)
    stop(house, leaver, SEPTEMBER)
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    page.open_form(page.view.table.current_id())
    settle(tasks)
    dialog = dialog_of(page, "remittance_people")
    assert [row.cells[0] for row in dialog.table.model.rows] == ["留", "走"]
    assert dialog.table.model.rows[1].cells[-1] == "Left"
    dialog.print()
    settle(tasks)
    assert preview(dialog).pdf.startswith(b"%PDF")
    preview(dialog).reject()
    dialog.reject()


def test_a_dropped_bill_is_compared_shown_and_kept(qtbot, house, tasks, clerk, tmp_path) -> None:
    hire(house, "甲", "8000", funds=(Fund.HOUSING,))
    hire(house, "乙", "9000", funds=(Fund.HOUSING,))
    one = draft(house, clerk, OCTOBER)[Fund.HOUSING]
    page = opened(qtbot, house, tasks, clerk)
    path = bill_file(tmp_path, HOUSING, ("甲", None, 8000, 960, 960.01))
    assert page.dropped([path])
    settle(tasks)
    dialog = dialog_of(page, "insurance_bill")
    assert [row.cells[-1] for row in dialog.table.model.rows] == ["Missing in the bill", "Differs"]
    assert "bill.xlsx: 姓名, 证件号码" in texts(dialog)
    press(dialog, "keep", tasks)
    assert shown(house, clerk, one).bill_name == "bill.xlsx"
    assert "The bill differs in 2 places." in texts(page.pane)
    act(page, "print_bill")
    assert preview(page).pdf.startswith(b"%PDF")
    preview(page).reject()


def test_a_bill_with_text_for_a_number_keeps_nothing(qtbot, house, tasks, clerk, tmp_path) -> None:
    hire(house, "甲", "8000", funds=(Fund.HOUSING,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    dialog = page.open_bill(page.detail, bill_file(tmp_path, HOUSING, ("甲", None, "八千", 960, 960)))
    settle(tasks)
    assert dialog.table.model.rows[0].cells[:6] == ("2", "—", "", "缴存基数", "", "八千")
    assert not dialog.keep_button.isEnabled()
    assert "no numbers" in dialog.notice.text()
    dialog.print()
    settle(tasks)
    assert preview(dialog).pdf.startswith(b"%PDF")
    preview(dialog).reject()
    dialog.reject()


def test_a_bill_of_another_month_is_told_in_the_dialog(qtbot, house, tasks, clerk, tmp_path) -> None:
    hire(house, "甲", "8000", funds=(Fund.HOUSING,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    path = bill_file(tmp_path, ("汇缴年月：2026年9月",), HOUSING, ("甲", None, 8000, 960, 960))
    dialog = page.open_bill(page.detail, path)
    settle(tasks)
    assert "is the bill of 2026-09, this is 2026-10" in dialog.notice.text()
    dialog.reject()


def test_a_bill_that_agrees_says_so_and_strange_files_are_not_taken(
    qtbot, house, tasks, clerk, tmp_path
) -> None:
    hire(house, "甲", "8000", funds=(Fund.HOUSING,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    assert not page.dropped([tmp_path / "photo.png"])
    dialog = page.open_bill(page.detail, bill_file(tmp_path, HOUSING, ("甲", None, 8000, 960, 960)))
    settle(tasks)
    assert dialog.notice.text() == "The bill agrees to the fen."
    dialog.reject()


@pytest.mark.parametrize("kind", list(RosterKind))
def test_rosters_records_and_certificates_are_previewed(qtbot, house, tasks, clerk, kind: RosterKind) -> None:
    person = hire(house, "甲", "8000", identity="420106199001011239")
    frozen(house, clerk, SEPTEMBER, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    dialog = page.open_rosters()
    settle(tasks)
    boxes = dialog.body.boxes
    boxes["kind"].editor.set_value(kind)
    dialog._show_fields()
    boxes["city"].editor.set_value(CITY)
    assert boxes["employee_id"].isHidden() is (kind is RosterKind.ROSTER)
    assert dialog.workbook.isHidden() is (kind is RosterKind.STATEMENT)
    if kind is not RosterKind.ROSTER:
        press(dialog, "preview", tasks)  # nobody chosen yet
        assert not [one for one in dialog.findChildren(PrintPreview) if one.isVisible()]
        boxes["employee_id"].editor.set_value(person)
    press(dialog, "preview", tasks)
    assert preview(dialog).pdf.startswith(b"%PDF")
    preview(dialog).reject()
    dialog.reject()


def test_the_list_is_written_as_a_workbook(qtbot, house, tasks, clerk) -> None:
    hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, clerk)
    act(page, "export_remittance")
    dialogs = [one for one in page.findChildren(QDialog) if one.isVisible()]
    assert "社会保险费缴费明细表" in dialogs[-1].selectedFiles()[0]
    dialogs[-1].reject()


def test_whoever_may_only_look_has_no_buttons_that_change(qtbot, house, tasks, clerk, auditor) -> None:
    hire(house, "甲", "8000", funds=(Fund.SOCIAL,))
    draft(house, clerk, OCTOBER)
    page = opened(qtbot, house, tasks, auditor)
    assert possible(page) == {"check_bill"}
    assert page.acts.get("new") is None


def test_when_everything_is_paid_the_page_says_so(qtbot, house, tasks, clerk) -> None:
    page = opened(qtbot, house, tasks, clerk)
    assert page.line.text() == "Everything is paid"
    assert page.view.count == 0
    assert page.findChild(QLineEdit) is not None
