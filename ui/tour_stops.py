"""Where the tour stops: who looks at what, with which dialogs open."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from ui.first_start import FirstStart
from ui.tour_acts import COMMON, OF_SELECTED, UNSEEN
from ui.tour_camera import Camera
from ui.tour_papers import CASHIER, find, picture_pages

if TYPE_CHECKING:
    from ui.signed_in import SignedIn
    from ui.tour import Tour

CLERK, MANAGER, ADMINISTRATOR = "wangxue", "zhangguoqiang", "xuman"
_TYPED_MS = 600  # after that long somebody who types has stopped, and the list is searched


class Visit:
    """One walk through the whole program in one language and one theme."""

    def __init__(self, tour: Tour, camera: Camera, pages: frozenset[str] | None = None) -> None:
        self.tour, self.camera, self.pages = tour, camera, pages
        self.house = camera.house
        self._common_shown = False

    def everything(self) -> None:
        """From the first start to the lock."""
        if self.pages is None:
            self._stop("first start", self._first_start)
        self.house.begin()
        self.camera.rest()
        self.camera.shoot("sign-in")
        self._as(ADMINISTRATOR)
        for page in self.session.workspace.pages:
            if self.pages is None or page.name in self.pages:
                self._stop(page.name, partial(self._tab, page.name))
        if self.pages is None:
            self._stop("common dialogs", self._common)
            self._stop("statistics", self._statistics)
            self._stop("clerk", self._clerk)
            self._stop("payroll", self._payroll)
            self._stop("manager", self._manager)
            self._stop("cashier", self._cashier)

    @property
    def session(self) -> SignedIn:
        assert self.house.signed_in is not None, "signed in before"
        return self.house.signed_in

    def _stop(self, where: str, act: Callable[[], object]) -> None:
        self.tour.attempt(f"{self.camera.folder.name} {where}", act)
        self.camera.clear()

    def _as(self, login: str) -> None:
        if self.house.signed_in is None:
            for name, text in (("login", login), ("password", self.tour.password)):
                field = self.house.window.findChild(QLineEdit, f"field.{name}")
                assert isinstance(field, QLineEdit)
                field.setText(text)
            press(self.house.window, "action.sign_in")
        else:
            self.house.switch_to(login, self.tour.password)
        self.camera.rest()
        assert self.session.desk.actor.login == login, "the sample's people may sign in"

    def _first_start(self) -> None:
        page = FirstStart("~/OpsDesk")
        self.house.window.show_page(page)
        self.house.window.show()
        self.camera.shoot("first-start")
        press(page, "choice.empty")
        self.camera.shoot("first-start-questions")

    # tabs

    def _tab(self, name: str) -> Any:
        page = self._open(name)
        self.camera.shoot(name)
        for action in getattr(getattr(page, "acts", None), "specs", ()):
            if action.name not in UNSEEN | COMMON | OF_SELECTED:
                self._stop(f"{name} {action.name}", partial(self._act, page, name, action.name))
        return page

    def _open(self, name: str) -> Any:
        self.session.go(name)
        self.camera.rest()
        page: Any = self.session.workspace.page(name)
        assert page is not None, f"there is no tab {name}"
        return page

    def _act(self, page: Any, name: str, act: str) -> None:
        """Trigger an action, and take a picture of the dialog it opens."""
        action = page.acts.get(act)
        if action is None or not action.isEnabled():
            return
        action.trigger()
        self.camera.rest()
        if self.camera.before():
            self.camera.shoot(f"{name}-{act}")

    def _select(self, page: Any, **wanted: str) -> None:
        """Show the newest paper like this one in the list and its pane."""
        actor = self.session.desk.actor
        with self.house.tasks.database.read() as session:
            record_id = find(session, actor, wanted)
        page.open_record(record_id)
        self.camera.rest()

    # what belongs to no page

    def _common(self) -> None:
        page = self._open("employees")
        for name in sorted(COMMON - {"print_list"}):
            self._stop(name, partial(self._act, page, "list", name))
        self._stop("list", self._list)
        session = self.session
        openers: Sequence[tuple[str, Callable[[], object]]] = (
            ("palette", session.open_palette),
            ("settings", session.open_settings),
            ("password", session.open_password),
            ("keys", session.open_keys),
            ("menu", session.open_menu),
        )
        for name, opened in openers:
            self._stop(name, partial(self._opened, name, opened))
        self._stop("nothing found", partial(self._nothing, page))

    def _list(self) -> None:
        """The printed list, kept as a PDF beside the other forms."""
        self._act(self._open("reimbursements"), "list", "print_list")
        self._keep_pdf("list")
        self.camera.clear()
        self._open("employees")

    def _statistics(self) -> None:
        """Months, a matrix, the list behind a figure, chart and table on paper, the promises."""
        page = self._open("statistics")
        for place, name in ((4, "months"), (0, "categories")):
            page.expenses.by.setCurrentIndex(place)
            self.camera.shoot(f"statistics-{name}")
        page.expenses.view.open_current()
        self.camera.shoot("statistics-behind")
        self.camera.clear()
        page.acts["print_list"].trigger()
        self.camera.shoot("statistics-print")
        self._keep_pdf("statistics")
        self.camera.clear()
        page.expenses.across.setCurrentIndex(5)
        self.camera.shoot("statistics-matrix")
        page.tabs.setCurrentIndex(1)
        self.camera.shoot_both("statistics-promises")

    def _keep_pdf(self, name: str) -> None:
        """What is in the preview, beside the other forms."""
        path = self.tour.folder / "forms" / f"{name}-{self.camera.folder.name}.pdf"
        preview: Any = self.camera.before()[-1]
        path.write_bytes(preview.pdf)
        self.tour.pictures += picture_pages(path)

    def _opened(self, name: str, opened: Callable[[], object]) -> None:
        opened()
        self.camera.shoot(name)

    def _nothing(self, page: Any) -> None:
        page.view.search.setText("zzzz")
        self.camera.rest(_TYPED_MS)
        self.camera.shoot("nothing-found")
        page.view.show_all()

    # people at work

    def _clerk(self) -> None:
        self._as(CLERK)
        page = self._open("reimbursements")
        self._select(page, text="武汉—宜昌 外业差旅")
        self.camera.shoot_both("clerk-waiting")
        for name, wanted in (
            ("doubt", {"text": "档案盒与标签采购"}),
            ("returned", {"state": "returned"}),
            ("advance", {"kind": "advance", "state": "paid"}),
            ("travel", {"kind": "travel"}),
            ("owed", {"kind": "payment", "state": "paid"}),
            ("reversal", {"kind": "reversal"}),
        ):
            self._select(page, **wanted)
            self.camera.shoot(f"clerk-{name}")
        self._select(page, text="档案盒与标签采购")
        self._stop("edit a claim", partial(self._edit, page))
        for act in ("new", "new_advance", "new_travel", "new_payment"):
            self._stop(act, partial(self._act, page, "clerk", act))
        self._stop("views", partial(self._views, page))
        self._stop("several drafts", partial(self._several, page))
        self._stop("drop invoices", partial(self._drop, page))

    def _payroll(self) -> None:  # whoever sets up the house sees no pay
        self._tab("pay_components")
        page = self._open("payroll")
        self.camera.shoot_both("payroll")
        for act in ("differences", "checks", "attendance", "one_off", "rates", "ledger", "bonus", "settings"):
            self._stop(f"payroll {act}", partial(self._act, page, "payroll", act))
        page.frame.top.schedule_button.click()
        self.camera.shoot("payroll-schedule")

    def _views(self, page: Any) -> None:
        """One of the clerk's own views, their menu, and the dialogs that save and order them."""
        page.views.show_named(page.views.all()[-1].name)
        self.camera.rest(_TYPED_MS)
        page.views.menu.popup(page.views.button.mapToGlobal(page.views.button.rect().bottomLeft()))
        self.camera.shoot("clerk-views")
        page.views.menu.hide()  # it is the button's for good
        for name, opened in (("save-view", page.views.open_save), ("manage-views", page.views.open_manage)):
            self._stop(name, partial(self._opened, name, opened))
        page.views.show_plain()
        self.camera.rest()

    def _several(self, page: Any) -> None:
        """The clerk's drafts in one go, and those that must be mended first."""
        page.views.show_named(page.views.all()[0].name)
        self.camera.rest(_TYPED_MS)
        page.view.table.selectAll()
        self._act(page, "clerk", "submit_several")
        press(page, "action.confirm")
        self.camera.rest(_TYPED_MS)
        self.camera.shoot("clerk-several-refused")
        page.views.show_plain()
        self.camera.rest()

    def _edit(self, page: Any) -> None:
        page.open_form(page.view.table.current_id())
        self.camera.rest()
        self.camera.shoot_both("clerk-edit")

    def _drop(self, page: Any) -> None:
        """What comes of the invoices that lie ready beside the data."""
        folder = next(Path(self.session.desk.folder).glob("示例发票"))
        page.dropped(sorted(folder.iterdir()))
        self.camera.rest()
        self.camera.shoot("clerk-dropped")
        box = self.camera.before()[-1]
        box.hide()
        self.camera.shoot("clerk-dropped-claim")

    def _manager(self) -> None:
        self._as(MANAGER)
        page = self._open("approvals")
        self._select_first(page)
        self.camera.shoot_both("manager-approvals")
        for act in ("return", "sanction"):
            self._stop(act, partial(self._act, page, "manager", act))

    def _select_first(self, page: Any) -> None:
        if page.view.count:
            page.view.table.select_row(0)
        self.camera.rest()

    def _cashier(self) -> None:
        self._as(CASHIER)
        page = self._open("reimbursements")
        self._select(page, state="to_pay")
        self.camera.shoot("cashier-to-pay")
        for act in ("pay", "print", "void"):
            self._stop(act, partial(self._act, page, "cashier", act))
        self._stop("vouchers", self._vouchers)
        page = self._open("payments")
        page.view.table.select_row(1)
        self.camera.shoot_both("cashier-batch-at-the-bank")
        for act in ("lines", "reopen", "confirm_all", "print_batch"):
            self._stop(act, partial(self._act, page, "cashier-batch", act))
        page.view.table.select_row(0)
        self.camera.rest()
        for act in ("new", "add_papers", "write_file", "cancel"):
            self._stop(act, partial(self._act, page, "cashier-batch", act))
        self.session.lock()
        self.camera.shoot("locked")

    def _vouchers(self) -> None:
        """The numbers of the month, the void one among them."""
        page = self._open("vouchers")
        self._select_first(page)
        self.camera.shoot_both("cashier-vouchers")
        page.view.chips.select("voided")
        page.view.ask()
        self.camera.rest()
        self._select_first(page)
        self.camera.shoot("cashier-void-number")
        self._stop("bundle", partial(self._act, page, "cashier", "bundle"))


def press(parent: QWidget, name: str) -> None:
    """Click the button of that name."""
    button = parent.findChild(QPushButton, name)
    assert isinstance(button, QPushButton), f"there is no button {name}"
    button.click()
