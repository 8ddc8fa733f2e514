"""What the acts on a batch have in common: the id of a click, the day that is asked for."""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256
from typing import TYPE_CHECKING

from ui.marking import QT_TRANSLATE_NOOP
from ui.widgets.fields import FieldKind, FieldSpec

if TYPE_CHECKING:
    from services.payment_register import BatchDetail
    from ui.state import Desk

PAID_ON = (FieldSpec("paid_on", QT_TRANSLATE_NOOP("Field", "Paid on"), FieldKind.DAY, required=True),)


def command(desk: Desk, act: str, detail: BatchDetail, ids: Collection[int] = ()) -> str:
    """The same click twice is the same command, and done once: same batch as it was seen, same lines, same user."""
    lines = sha256(",".join(map(str, sorted(ids))).encode()).hexdigest()[:16] if ids else "all"
    return f"batch.{act}:{detail.id}:{detail.version}:{lines}:{desk.actor.user_id}"
