"""The form of a certificate: what its kind says is filled in as soon as the kind and the first day are chosen."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from services import certificate_duties, certificate_kinds, company_certificates, employees
from services.calendars import business_day
from services.company_certificates import TYPED, CertificateDraft
from services.terms import CertificateState, HolderType
from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec
from ui.widgets.form import Form
from ui.widgets.record_dialog import Loaded, RecordDialog

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from services.certificate_kinds import KindShort
    from services.database import Session
    from services.permissions import Actor
    from ui.state import Desk

STATES = tuple(state for state in CertificateState if state in TYPED)
FORM = Form(
    name="certificate",
    title_new=QT_TRANSLATE_NOOP("Form", "New certificate"),
    title_edit=QT_TRANSLATE_NOOP("Form", "Certificate"),
    fields=(
        FieldSpec("kind_id", QT_TRANSLATE_NOOP("Field", "Kind"), FieldKind.COMBO, required=True, choices=certificate_kinds.choices),
        FieldSpec("name", QT_TRANSLATE_NOOP("Field", "Name"), width=2, blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: as the kind.")),
        FieldSpec("number", QT_TRANSLATE_NOOP("Field", "Number"), blank=""),
        FieldSpec("holder_name", QT_TRANSLATE_NOOP("Field", "Certificate holder"), blank="", hint=QT_TRANSLATE_NOOP("Field", "Empty: the company.")),
        FieldSpec("employee_id", QT_TRANSLATE_NOOP("Field", "Person"), FieldKind.COMBO, choices=employees.choices, hint=QT_TRANSLATE_NOOP("Field", "For certificates of a person.")),
        FieldSpec("issuer", QT_TRANSLATE_NOOP("Field", "Issuer"), width=2, blank=""),
        FieldSpec("level", QT_TRANSLATE_NOOP("Field", "Level or class"), blank=""),
        FieldSpec("scope", QT_TRANSLATE_NOOP("Field", "Scope"), width=3, blank=""),
        FieldSpec("issued_on", QT_TRANSLATE_NOOP("Field", "Issued on"), FieldKind.DAY),
        FieldSpec("valid_from", QT_TRANSLATE_NOOP("Field", "Valid from"), FieldKind.DAY),
        FieldSpec("valid_to", QT_TRANSLATE_NOOP("Field", "Valid to"), FieldKind.DAY, hint=QT_TRANSLATE_NOOP("Field", "Empty: it does not end.")),
        FieldSpec("state", QT_TRANSLATE_NOOP("Field", "State"), FieldKind.CHOICE, required=True, members=STATES),
        FieldSpec("originals", QT_TRANSLATE_NOOP("Field", "Originals"), FieldKind.NUMBER, blank=0),
        FieldSpec("copies", QT_TRANSLATE_NOOP("Field", "Official duplicates"), FieldKind.NUMBER, blank=0),
        FieldSpec("original_place", QT_TRANSLATE_NOOP("Field", "Where the original lies"), width=2, blank=""),
        FieldSpec("copy_place", QT_TRANSLATE_NOOP("Field", "Where the duplicates lie"), width=2, blank=""),
        FieldSpec("keeper_id", QT_TRANSLATE_NOOP("Field", "Kept by"), FieldKind.COMBO, choices=employees.choices),
        FieldSpec("note", QT_TRANSLATE_NOOP("Field", "Note"), width=3, blank=""),
    ),
    empty=lambda _today: CertificateDraft(),
    get=company_certificates.get,
    save=lambda session, actor, draft: company_certificates.save(session, actor, draft, today=business_day()),
    columns=4,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class CertificateLoaded(Loaded):
    """The form also knows how long each kind lasts and who holds it."""

    kinds: Mapping[int, KindShort]


class CertificateDialog(RecordDialog):
    """`start` is what a new one begins with: the successor of another, say."""

    def __init__(
        self,
        desk: Desk,
        record_id: int | None,
        parent: QWidget | None = None,
        *,
        locked: bool = False,
        start: CertificateDraft | None = None,
    ) -> None:
        today = desk.today()
        self._kinds: Mapping[int, KindShort] = {}
        self._filled: date | None = None
        form = replace(
            FORM,
            save=lambda session, actor, draft: company_certificates.save(session, actor, draft, today=today),
            kept_as=f"certificate.renewal.{start.renews_id}" if start is not None and start.renews_id else "",
        )
        super().__init__(desk, form, record_id, parent, locked=locked, start=start)
        self.resize(1040, 420)

    @staticmethod
    def load(
        form: Form, actor: Actor, record_id: int | None, start: Any, session: Session
    ) -> CertificateLoaded:
        found = RecordDialog.load(form, actor, record_id, start, session)
        return CertificateLoaded(
            found.draft, found.choices, found.kept, certificate_kinds.in_short(session, actor)
        )

    def _loaded(self, loaded: Loaded) -> None:
        assert isinstance(loaded, CertificateLoaded)
        self._kinds = loaded.kinds
        super()._loaded(loaded)

    def _doubt(self) -> None:
        self._fill_in()
        super()._doubt()

    def _fill_in(self) -> None:
        """The last day by the kind, while nobody typed another; who can hold it."""
        typed = self.body.peek(self.draft)
        kind = self._kinds.get(typed.kind_id)
        by_person = kind is not None and kind.holder is HolderType.PERSON
        self.body.boxes["employee_id"].widget.setEnabled(not self.locked and (by_person or kind is None))
        self.body.boxes["holder_name"].widget.setEnabled(not self.locked and not by_person)
        if self.record_id is not None or kind is None or typed.valid_from is None:
            return
        if typed.valid_to is None or typed.valid_to == self._filled:
            self._filled = certificate_duties.valid_until(kind, typed.valid_from)
            if typed.valid_to != self._filled:
                self.body.boxes["valid_to"].editor.set_value(self._filled)
