"""Leased-out assets 资产出租: tenants, rents, what is overdue, what ends soon."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial
from typing import TYPE_CHECKING, Any, ClassVar

from PySide6.QtCore import QCoreApplication

from services import asset_leases, fixed_assets, lease_register
from services.asset_leases import LeaseDraft
from services.calendars import business_day
from services.permissions import Permission
from ui.marking import QT_TRANSLATE_NOOP
from ui.supplies import lease_acts
from ui.widgets import formats
from ui.widgets.confirm import ask
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.history_list import HistoryList
from ui.widgets.page_actions import Action
from ui.widgets.record_dialog import RecordDialog
from ui.widgets.register_rows import RowValues
from ui.widgets.workflow_page import WorkflowPage

if TYPE_CHECKING:
    from services.database import Session
    from services.lease_register import DueRow, LeaseDetail, LeaseHeadline, ReceiptRow
    from services.permissions import Actor

SOON = timedelta(days=60)

translate = QCoreApplication.translate


def _save(session: Session, actor: Actor, draft: LeaseDraft) -> int:
    return asset_leases.save(session, actor, draft, today=business_day())


FORM = Form(
    name="asset_lease",
    title_new=QT_TRANSLATE_NOOP("Form", "New lease"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Lease"),
    fields=(
        FieldSpec("asset_id", QT_TRANSLATE_NOOP("Field", "Asset"), FieldKind.COMBO, required=True, choices=fixed_assets.choices),
        FieldSpec("tenant", QT_TRANSLATE_NOOP("Field", "Tenant"), required=True, blank=""),
        FieldSpec("contract_number", QT_TRANSLATE_NOOP("Field", "Contract no."), blank=""),
        FieldSpec("rent", QT_TRANSLATE_NOOP("Field", "Rent"), FieldKind.MONEY, required=True, hint=QT_TRANSLATE_NOOP("Field", "For each period, none of it pro rata.")),
        FieldSpec("from_on", QT_TRANSLATE_NOOP("Field", "From"), FieldKind.DAY, required=True, hint=QT_TRANSLATE_NOOP("Field", "The first rent is due on this day.")),
        FieldSpec("to_on", QT_TRANSLATE_NOOP("Field", "To"), FieldKind.DAY, required=True),
        FieldSpec("every_months", QT_TRANSLATE_NOOP("Field", "Due every … months"), FieldKind.NUMBER, required=True),
        FieldSpec("deposit", QT_TRANSLATE_NOOP("Field", "Security deposit"), FieldKind.MONEY),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), blank="", width=2),
    ),
    empty=lambda today: LeaseDraft(from_on=today),
    get=asset_leases.get,
    save=_save,
)  # fmt: skip


def _next(row: RowValues, today: date) -> tuple[str, str | None]:
    """The first rent of which something is to come: red once its day is over."""
    day = row["next_due"]
    return formats.day(day, today), "red" if day is not None and day < today else None


def _to(row: RowValues, today: date) -> tuple[str, str | None]:
    if row["ended_on"] is not None:
        return formats.day(row["to_on"], today), "muted"
    tone = "red" if row["to_on"] < today else "amber" if row["to_on"] <= today + SOON else None
    return formats.day(row["to_on"], today), tone


class AssetLeasesPage(WorkflowPage["LeaseDetail"]):
    """Every lease with its rents."""

    name = "asset_leases"
    title = QT_TRANSLATE_NOOP("Page", "Leased-out assets")
    about = QT_TRANSLATE_NOOP(
        "Page",
        "Who rents what from the company until when, which rents came in, what stands without a tenant.",
    )
    search_hint = QT_TRANSLATE_NOOP("Page", "Number, tenant, asset, contract or pinyin initials  Ctrl+F")
    register = lease_register.REGISTER
    form = FORM
    figure = "tenant"
    new_label = QT_TRANSLATE_NOOP("Action", "New lease")
    edit = (Permission.ASSET_EDIT,)
    state_column = "ended_on"
    cells: ClassVar[dict[str, Any]] = {"next_due": _next, "to_on": _to}
    actions: ClassVar[tuple[Action, ...]] = lease_acts.ALL
    record_acts = (
        "receive_rent", "hand_over", "take_back", "change_rents", "lease_deposit", "cancel_lease", "delete_lease",
    )  # fmt: skip

    @staticmethod
    def load_detail(
        kind: str,  # noqa: ARG004 - every page's
        actor: Actor,
        record_id: int,
        today: date,  # noqa: ARG004 - every page's
        session: Session,
    ) -> LeaseDetail:
        return lease_register.detail(session, actor, record_id)

    def show_detail(self, record_id: int, found: LeaseDetail) -> None:  # noqa: ARG002 - it stands in what was found
        self._show(found)

    def _show(self, found: LeaseDetail) -> None:
        pane, today = self.pane, self.desk.today()
        pane.headline(f"{found.number} · {found.asset_number}", found.tenant, found.asset_name)
        words = (
            translate("Supplies", "{rent} every month")
            if found.every_months == 1
            else translate("Supplies", "{rent} every {months} months")
        )
        pane.row(
            translate("Field", "Rent"),
            words.format(rent=formats.money(found.rent), months=found.every_months),
            strong=True,
        )
        pane.row(translate("Supplies", "Term"), f"{found.from_on.isoformat()} – {found.to_on.isoformat()}")
        self._tell_state(found, today)
        for label, value in (
            (translate("Field", "Contract no."), found.contract_number),
            (translate("Field", "Security deposit"), _deposit(found)),
            (translate("Field", "Note"), found.note),
        ):
            if value:
                pane.row(label, value)
        title = translate("Supplies", "Rents: {received} of {amount} came in")
        whole = sum((due.amount for due in found.dues), found.rent * 0)
        pane.section(title.format(received=formats.money(found.received), amount=formats.money(whole)))
        for due in found.dues:
            self._tell_due(due, [row for row in found.receipts if row.due_on == due.due_on], today)
        pane.section(translate("Page", "History"))
        pane.widget(HistoryList("asset_lease", found.history, today))

    def _tell_state(self, found: LeaseDetail, today: date) -> None:
        pane = self.pane
        if found.cancelled:
            pane.text(translate("Supplies", "Cancelled: the thing was never handed over."))
        elif found.ended_on is not None:
            pane.row(translate("Register", "Came back on"), found.ended_on.isoformat())
            if found.ahead:
                words = translate("Supplies", "{amount} came in for the time after: give it back.")
                pane.text(words.format(amount=formats.money(found.ahead)), "amber")
            if found.held:
                words = translate("Supplies", "{amount} of the deposit are still here: give them back.")
                pane.text(words.format(amount=formats.money(found.held)), "amber")
        elif not found.out:
            words = translate("Supplies", "Not handed over yet.")
            pane.text(words, "amber" if found.from_on <= today else "")
        elif found.to_on < today:
            words = translate(
                "Supplies", "Should have come back {days} days ago: take it back, or change the end."
            )
            pane.text(words.format(days=(today - found.to_on).days), "red")
        elif found.to_on <= today + SOON:
            words = translate("Supplies", "Ends in {days} days: renew it, or look for the next tenant.")
            pane.text(words.format(days=(found.to_on - today).days), "amber")

    def _tell_due(self, due: DueRow, came: list[ReceiptRow], today: date) -> None:
        self._tell_rent(due, today)
        if len(came) > 1:
            parts = (f"{formats.day(row.on_day, today)} {formats.money(row.amount)}" for row in came)
            self.pane.text(" · ".join(parts))

    def _tell_rent(self, due: DueRow, today: date) -> None:
        if not due.amount:
            self.pane.row(due.due_on.isoformat(), translate("Supplies", "free of rent"))
            return
        if not due.left:
            words = translate("Supplies", "{amount} received on {day}")
            told = words.format(amount=formats.money(due.amount), day=formats.day(due.received_on, today))
            self.pane.row(due.due_on.isoformat(), told, tone="green")
            return
        late = due.due_on < today
        told = formats.money(due.amount)
        if due.received:
            told = translate("Supplies", "{left} of {amount} to come").format(
                left=formats.money(due.left), amount=told
            )
        if late:
            told += translate("Supplies", ", {days} days late").format(days=(today - due.due_on).days)
        self.pane.row(due.due_on.isoformat(), told, tone="red" if late else "")

    def allows(self, found: LeaseDetail) -> dict[str, bool]:
        """What is possible depends on where the thing is."""
        at_home = found.ended_on is None and not found.out
        return {
            "receive_rent": bool(found.dues),
            "hand_over": at_home,
            "take_back": bool(found.out),
            "change_rents": found.ended_on is None and any(not due.received for due in found.dues),
            "lease_deposit": bool(found.deposit) and not found.cancelled,
            "cancel_lease": at_home and bool(found.receipts),
            "delete_lease": at_home and not found.receipts,
        }

    def open_form(self, record_id: int | None) -> RecordDialog | None:
        """The form, locked once the thing has come back."""
        values = None if record_id is None else self.view.values(record_id)
        ended = values is not None and values["ended_on"] is not None
        locked = ended or not self.desk.can(Permission.ASSET_EDIT)
        dialog = RecordDialog(self.desk, FORM, record_id, self, locked=locked)
        dialog.saved.connect(self.changed)
        dialog.open()
        return dialog

    def ask_remove(self, found: LeaseDetail) -> None:
        """Ask, then delete."""
        words = translate("Page", "Remove {name}?").format(name=f"{found.number} {found.tenant}")
        work = partial(_remove, self.desk.actor, found.id, found.version)
        done: Callable[[object], None] = lambda _gone: self.refresh()  # noqa: E731 - a name would say no more
        ask(self, words, translate("Action", "Remove"), lambda: self.desk.tasks.run(self, work, done))

    def headline(self) -> None:
        work = partial(_headline, self.desk.actor, self.desk.today())
        self.desk.tasks.read(self, work, self._show_headline, lambda _refused: None)

    def _show_headline(self, found: LeaseHeadline) -> None:
        parts = []
        if found.overdue:
            words = translate("Supplies", "Overdue rents: {count}, {amount}")
            parts.append(words.format(count=found.overdue, amount=formats.yuan(found.overdue_amount)))
        if found.to_hand_over:
            parts.append(translate("Supplies", "{count} to hand over").format(count=found.to_hand_over))
        if found.past:
            parts.append(translate("Supplies", "{count} past their end").format(count=found.past))
        if found.ending:
            parts.append(translate("Supplies", "{count} end within 60 days").format(count=found.ending))
        running = translate("Supplies", "{count} leases are running, no rent is overdue").format(
            count=found.running
        )
        nothing = running if found.running else translate("Page", self.about)
        self.say_headline(" · ".join(parts) or nothing)


def _deposit(found: LeaseDetail) -> str:
    """What was agreed, and what of it is here."""
    if not found.deposit:
        return ""
    words = translate("Supplies", "{held} of {deposit} are here")
    return words.format(held=formats.money(found.held), deposit=formats.money(found.deposit))


def _headline(actor: Actor, today: date, session: Session) -> LeaseHeadline:
    return lease_register.headline(session, actor, today=today)


def _remove(actor: Actor, lease_id: int, version: int, session: Session) -> bool:
    return asset_leases.remove(session, actor, lease_id, version)
