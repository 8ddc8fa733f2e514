"""Two people in one claim: what the other changed, and mine put over theirs line by line."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from itertools import zip_longest

from PySide6.QtCore import QCoreApplication

from services.claim_values import ClaimDraft, LineDraft
from ui.widgets import formats
from ui.widgets.form import Difference, own_changes

translate = QCoreApplication.translate


def merged(base: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft, fields: Iterable[str]) -> ClaimDraft:
    """Theirs with everything that I changed since `base`; of the fields those named in `fields`."""
    reasons = {key: text for key, text in mine.reasons.items() if base.reasons.get(key) != text}
    return replace(
        theirs,
        **own_changes(base, mine, fields),  # type: ignore[arg-type]  # values of its own fields
        lines=merged_lines(base.lines, mine.lines, theirs.lines),
        legs=theirs.legs if mine.legs == base.legs else mine.legs,
        offsets=theirs.offsets if mine.offsets == base.offsets else mine.offsets,
        reasons=theirs.reasons | reasons,
    )


def merged_lines(
    base: Sequence[LineDraft], mine: Sequence[LineDraft], theirs: Sequence[LineDraft]
) -> tuple[LineDraft, ...]:
    """Their lines with mine in the places of those that I changed, without those I took away, and my new ones."""
    kept = list(theirs)
    for step, first, last, start, end in SequenceMatcher(None, base, mine, autojunk=False).get_opcodes():
        if step != "equal":
            at = [_take_out(kept, base, place) for place in range(first, last)]
            found = [place for place in at if place is not None]
            place = found[0] if found else min(last, len(kept)) if last < len(base) else len(kept)
            kept[place:place] = mine[start:end]
    return tuple(kept)


def _take_out(kept: list[LineDraft], base: Sequence[LineDraft], place: int) -> int | None:
    """Remove what has become of line `place` of `base`; where it stood."""
    if base[place] in kept:
        at = kept.index(base[place])
    elif place < len(kept) and kept[place] not in base:
        at = place
    else:
        return None
    del kept[at]
    return at


def line_differences(
    base: ClaimDraft, mine: ClaimDraft, theirs: ClaimDraft, words: Callable[[LineDraft], str]
) -> list[Difference]:
    """The lines and offsets that somebody else changed, as text for people."""

    def told(line: LineDraft | None) -> str:
        return formats.NOTHING if line is None else words(line)

    rows = enumerate(zip_longest(base.lines, theirs.lines), start=1)
    own = dict(enumerate(mine.lines, start=1))
    found = [
        Difference(
            f"lines.{number}",
            translate("Claim", "Line {number}").format(number=number),
            told(before),
            told(own.get(number)),
            told(after),
        )
        for number, (before, after) in rows
        if before != after
    ]
    if base.offsets != theirs.offsets:
        settled = [
            ", ".join(formats.money(one.amount) for one in draft.offsets) for draft in (base, mine, theirs)
        ]
        shown = [text or formats.NOTHING for text in settled]
        found.append(Difference("offsets", translate("Claim", "Settles advances"), *shown))
    return found
