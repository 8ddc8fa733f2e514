"""One story from the first start to the printed paper, by keyboard alone, in both languages."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit
from pytestqt.qtbot import QtBot

from models.expense_claim import ClaimState
from services import expense_claims
from services.claim_details import ClaimDetail
from tests.desks import named
from tests.hands import keys, settle
from tests.windows import PASSWORD, program
from ui.app import OpsDesk

pytestmark = pytest.mark.qt_log_ignore(r"does not support (raise|grabbing|propagateSizeHints)", extend=True)
ON_PAPER = ("捌佰元零伍角整", "¥800.50", "李文静", "何志远", "市内交通打车")
COMPANY, TAX_ID = "武汉光谷测绘信息有限公司", "91420100MA4KTE0T6L"


class Hands:
    """Somebody who sits before the window and has no mouse."""

    def __init__(self, house: OpsDesk) -> None:
        self.house = house

    def do(self, *steps: str) -> None:
        """Type where the focus is, step by step, each when the window has come to rest."""
        for step in steps:
            keys(step, within=QApplication.activeModalWidget() or self.house.window)
        settle(self.house.tasks)

    def open(self, tab: str) -> None:
        """Go to a tab by the palette, as one does who does not know its number."""
        self.do("Ctrl+K")
        self.do(tab.replace("_", " "))
        self.do("⏎")
        assert self.house.signed_in.workspace.current == tab

    def sign_in(self, login: str) -> None:
        self.do("⇤", login, "⏎", PASSWORD, "⏎")  # the name of whoever was here before stands there
        assert self.house.signed_in.desk.actor.login == login

    def sign_out(self) -> None:
        self.do("Ctrl+K")
        self.do("Sign out")
        self.do("⏎")
        assert self.house.signed_in is None

    def form(self, *steps: str) -> None:
        """Ctrl+N, fill the form, Ctrl+S; it closes, and the focus is on the page again."""
        self.do("Ctrl+N")
        self.do(*steps)
        self.do("Ctrl+S")
        assert QApplication.activeModalWidget() is None, said()

    def paper(self) -> ClaimDetail:
        """The first paper as it is stored."""
        desk = self.house.signed_in.desk
        with self.house.tasks.database.read() as session:
            return expense_claims.detail(session, desk.actor, 1, today=desk.today())


def said() -> str:
    """What an open dialog complains about."""
    dialog = QApplication.activeModalWidget()
    notice = getattr(dialog, "notice", None)
    boxes = getattr(getattr(dialog, "body", None), "boxes", {})
    told = {name: box.error() for name, box in boxes.items() if box.error()}
    return f"{dialog}: {notice.text() if notice else ''} {told}"


@pytest.fixture(params=["zh_CN", "en"])
def hands(request: pytest.FixtureRequest, qtbot: QtBot, tmp_path: Path) -> Iterator[Hands]:
    gc.collect()  # a dialog of an earlier test that lingers here would answer for a new one at its address
    with program(qtbot, tmp_path / "data", request.param) as house:
        house.window.resize(1366, 768)
        house.window.activateWindow()
        yield Hands(house)


def found_company(hands: Hands) -> None:
    """The four questions; then whoever is needed for a claim: a clerk with an account, and an account to pay from."""
    hands.do("⇥", "Space")
    hands.do(COMPANY, "⏎", TAX_ID, "⏎", "何志远", "⏎", "hzy", "⏎", PASSWORD, "⏎")
    assert hands.house.signed_in.desk.actor.name == "何志远"
    hands.open("employees")
    hands.form("0002", "⏎", "李文静", "⏎", "zjb", "⏎")
    hands.open("users")
    hands.form("lwj", "⏎", "李文静", "⏎", "lwj", "⏎", PASSWORD, "⏎", "Space")
    hands.open("bank_accounts")
    hands.form("招商银行 基本户", "⏎", "⏎", "招商银行武汉分行", "⏎", "127908888810001", "⏎")


def claim(hands: Hands) -> None:
    """The clerk asks for 800.50 without an invoice, and says why that is all right."""
    hands.sign_out()
    hands.sign_in("lwj")
    hands.open("reimbursements")
    hands.do("Ctrl+N")
    hands.do("⏎", "⏎", "⏎", "⏎", "宜昌外业", "⏎")
    hands.do("snjt", "⏎", "-1", "⏎", "⏎", "打车", "⏎", "⏎", "⏎", "=800+0.5", "⏎", "⏎")
    hands.do("⏎")
    hands.do("夜间无公共交通", "⏎")
    hands.do("Ctrl+Return")
    assert QApplication.activeModalWidget() is None, said()


def test_from_the_first_start_to_the_printed_paper_by_keyboard_alone(hands, tmp_path):
    found_company(hands)
    claim(hands)
    assert hands.paper().state is ClaimState.SUBMITTED
    hands.sign_out()
    hands.sign_in("hzy")
    hands.open("approvals")
    hands.do("Ctrl+Return")
    assert hands.paper().state is ClaimState.TO_PAY
    hands.open("reimbursements")
    hands.do("Ctrl+Return")
    hands.do("zs", "⏎", "Ctrl+S")
    assert hands.paper().state is ClaimState.PAID, said()
    hands.do("Ctrl+Shift+P")
    hands.do("Ctrl+S")
    assert printed(hands, tmp_path / "voucher.pdf") == set(ON_PAPER)


def printed(hands: Hands, target: Path) -> set[str]:
    """Save the preview under this name; which of the words that matter stand on the paper."""
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QFileDialog)
    name = named(dialog, QLineEdit, "fileNameEdit")  # the system's own dialog stands here outside of tests
    name.setText(str(target))
    name.setFocus()
    hands.do("⏎")
    document = pypdfium2.PdfDocument(target)
    text = document[0].get_textpage().get_text_range()
    document.close()
    hands.do("⎋")
    return {word for word in ON_PAPER if word in "".join(text.split())}


def test_a_returned_claim_goes_round_again_without_a_mouse(hands):
    found_company(hands)
    claim(hands)
    hands.sign_out()
    hands.sign_in("hzy")
    hands.open("approvals")
    hands.do("Ctrl+Backspace")
    hands.do("请补充目的地", "Ctrl+S")
    assert hands.paper().state is ClaimState.RETURNED
    hands.sign_out()
    hands.sign_in("lwj")
    hands.open("reimbursements")
    hands.do("⏎")
    hands.do("⏎", "⏎", "⏎", "⏎", "宜昌猇亭外业")
    hands.do("Ctrl+Return")
    assert (hands.paper().state, hands.paper().round) == (ClaimState.SUBMITTED, 2)
