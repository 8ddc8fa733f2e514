"""Supplies 物资: what an office keeps, how much of it is where, what it costs."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import supplies, supply_details, supply_kinds, supply_register
from services.permissions import Permission
from ui.labels import label, tone
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import papers, supply_acts
from ui.widgets import formats
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.history_list import HistoryList
from ui.widgets.page_actions import Action
from ui.widgets.register_page import RegisterPage
from ui.widgets.register_rows import RowValues

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor
    from services.supplies import SupplyHeadline
    from services.supply_details import MovementLine, SupplyDetail

translate = QCoreApplication.translate

FORM = Form(
    name="supply",
    title_new=QT_TRANSLATE_NOOP("Form", "New article"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Article"),
    fields=(
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), required=True, blank=""),
        FieldSpec("kind", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.COMBO, required=True, choices=supply_kinds.choices),
        FieldSpec("specification", QT_TRANSLATE_NOOP("Field", "Specification"), blank=""),
        FieldSpec("unit", QT_TRANSLATE_NOOP("Field", "Unit"), required=True, blank="", hint=QT_TRANSLATE_NOOP("Field", "Pack, box, piece, metre …")),
        FieldSpec("low_stock", QT_TRANSLATE_NOOP("Field", "Low-stock line"), FieldKind.UNITS, hint=QT_TRANSLATE_NOOP("Field", "Below this it runs short; 0: never.")),
        FieldSpec("code", QT_TRANSLATE_NOOP("Field", "Code"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: the next one of its kind.")),
        FieldSpec("active", QT_TRANSLATE_NOOP("Field", "In use"), FieldKind.CHECK),
    ),
    empty=lambda _today: supplies.SupplyDraft(),
    get=supplies.get,
    save=supplies.save,
)  # fmt: skip


def _on_hand(row: RowValues, _today: date) -> tuple[str, str | None]:
    """Amber below the line, red when nothing is left of what should be there."""
    low = row["active"] and row["quantity"] < row["low_stock"]
    return formats.quantity(row["quantity"]), ("amber" if row["quantity"] else "red") if low else None


def _line(row: RowValues, _today: date) -> tuple[str, str | None]:
    return formats.quantity(row["low_stock"]) if row["low_stock"] else formats.NOTHING, "muted"


class SuppliesPage(RegisterPage):
    """Every article with what is on hand."""

    name = "supplies"
    title = QT_TRANSLATE_NOOP("Page", "Supplies")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Office supplies, water, cards, spare parts and benefits: what is on hand, where, at average cost.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Name, code, kind or pinyin initials  Ctrl+F")
    register = supplies.REGISTER
    form = FORM
    new_label = QT_TRANSLATE_NOOP("Action", "New article")
    edit = (Permission.SUPPLY_EDIT,)
    cells: ClassVar[dict[str, Any]] = {"quantity": _on_hand, "low_stock": _line}
    actions: ClassVar[tuple[Action, ...]] = supply_acts.ALL
    remove_record = staticmethod(supplies.remove)

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> SupplyDetail:
        return supply_details.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: SupplyDetail) -> None:  # noqa: ARG002 - it stands in what was found
        pane, today = self.pane, self.desk.today()
        pane.headline(
            f"{found.code} · {found.kind}", f"{formats.quantity(found.quantity)} {found.unit}", _named(found)
        )
        if found.short:
            words = translate("Supplies", "Running short: fewer than {low} {unit} are on hand.")
            pane.text(words.format(low=formats.quantity(found.low_stock), unit=found.unit), "amber")
        pane.row(translate("Supplies", "Average cost"), formats.money(found.unit_cost), strong=True)
        pane.row(translate("Register", "Stock value"), formats.money(found.value))
        pane.section(translate("Supplies", "Where it stands"))
        for path, quantity in found.places:
            pane.row(path, f"{formats.quantity(quantity)} {found.unit}")
        if not found.places:
            pane.text(translate("Supplies", "Nothing is on hand."))
        pane.section(translate("Supplies", "Last movements"))
        for row in found.movements:
            self._tell_movement(row, found, today)
        if not found.movements:
            pane.text(translate("Supplies", "It has not been moved yet."))
        pane.section(translate("Page", "History"))
        pane.widget(HistoryList("supply", found.history, today))

    def _tell_movement(self, row: MovementLine, found: SupplyDetail, today: date) -> None:
        sign = "+" if row.quantity > 0 and row.value > 0 else ""
        words = f"{formats.day(row.on_day, today)}  {label(row.act)}"
        changed = f"{sign}{formats.quantity(row.quantity)} {found.unit}".replace("-", formats.MINUS)
        self.pane.row(words, changed, tone=tone(row.act) or "")
        told = " · ".join(part for part in (row.slip, row.who, row.note) if part)
        if told:
            self.pane.text(told)

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor)
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: SupplyHeadline) -> None:
        self.say_headline(_headline_words(found) if found.articles else translate("Page", self.about))

    def booked(self, movement_id: int) -> None:
        """A slip was written: say its number, and offer to print it."""
        self.refresh()
        if movement_id:
            work = partial(_slip_of, self.desk.actor, movement_id)
            self.desk.tasks.read(self, work, self._say_slip)

    def _say_slip(self, found: tuple[str, int]) -> None:
        slip, supply_id = found
        words = translate("Supplies", "Slip {number} is booked.").format(number=slip)
        show = partial(papers.print_slip, self.desk, self, slip)
        self.notice.say(words, "green", print_new_slip=(translate("Supplies", "Print it"), show))
        self.open_record(supply_id)


def _named(found: SupplyDetail) -> str:
    return " · ".join(part for part in (found.name, found.specification) if part)


def _headline_words(found: SupplyHeadline) -> str:
    worth = translate("Supplies", "{count} articles worth {value}").format(
        count=found.articles, value=formats.yuan(found.value)
    )
    if not found.short:
        return translate("Supplies", "{worth}; nothing is running short").format(worth=worth)
    names = formats.listed(found.names) + ("…" if found.short > len(found.names) else "")
    if found.short == 1:
        words = translate("Supplies", "1 article is running short: {names} · {worth}")
        return words.format(names=names, worth=worth)
    words = translate("Supplies", "{count} articles are running short: {names} · {worth}")
    return words.format(count=found.short, names=names, worth=worth)


def _headline(actor: Actor, session: Session) -> SupplyHeadline:
    return supplies.headline(session, actor)


def _slip_of(actor: Actor, movement_id: int, session: Session) -> tuple[str, int]:
    return supply_register.slip_of(session, actor, movement_id)
