"""What the code on a label says 资产标签: number and company, read again however a scanner types it. No database."""

from __future__ import annotations

import base64
import hashlib
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass

KIND = "OD1"
LONGEST = 120
_MARK = 5
_BETWEEN = "|"
_OURS = re.compile(rf"{KIND}\|([^|]*)\|(.+)", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Code:
    """What was read: the number of a card, and whether the label is another company's. `text` is all of it."""

    text: str
    number: str
    foreign: bool = False

    @property
    def marked(self) -> bool:
        """Whether it says whose it is: a whole label, no bare number."""
        return self.text != self.number


def company_marks(name: str, tax_id: str) -> tuple[str, ...]:
    """The short marks of a company, the one that is printed first; labels from before it had a tax number stay its own."""
    return tuple(dict.fromkeys(_mark(text) for text in (tax_id, name) if text.strip())) or (_mark(""),)


def _mark(text: str) -> str:
    digest = hashlib.sha256(unicodedata.normalize("NFKC", text).strip().upper().encode()).digest()
    return base64.b32encode(digest)[:_MARK].decode()


def code_text(mark: str, number: str) -> str:
    """What the QR of a card says: OD1|K3QZA|DZ-2026-0007."""
    return _BETWEEN.join((KIND, mark, number))


def read_code(text: str, marks: Collection[str]) -> Code:
    """What a scanner typed, or somebody: the whole text of a label, or a number alone (Code128 has no room for more).

    Wide signs of a Chinese keyboard are narrow ones, capitals may have been lost, blanks around do not count.
    """
    plain = unicodedata.normalize("NFKC", text)
    plain = "".join(sign for sign in plain if unicodedata.category(sign) not in {"Cc", "Cf"}).strip()[
        :LONGEST
    ]
    found = _OURS.fullmatch(plain)
    if found is None:
        return Code(plain, plain)
    return Code(plain, found[2].strip(), found[1].upper() not in marks)
