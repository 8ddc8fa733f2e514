"""Objects of a PDF, and all that they name, as pieces of a fragment. Runs in the child process only."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import IO, TYPE_CHECKING, Any

from services.assembly.fragment import Piece, write_piece
from services.errors import Refused

if TYPE_CHECKING:
    import pikepdf

MOST_OBJECTS = 20_000
MOST_BYTES = 100 * 1024 * 1024
# what leads back to the document or tells of it, none of it drawn; the length is written anew
_LEFT_OUT = frozenset(
    {
        "/Length",
        "/Metadata",
        "/PieceInfo",
        "/LastModified",
        "/StructParent",
        "/StructParents",
        "/Parent",
        "/P",
    }
    | {"/F", "/FFilter", "/FDecodeParms", "/OPI"}
)
# qpdf writes strings with every bracket escaped, so that a reference inside one is told from a real one
_TOKEN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9a-fA-F]*>|(?<![\w.#/+-])(\d+) (\d+) R(?![\w])", re.DOTALL)


class Objects:
    """Writes objects into one fragment, each once; `most` bounds what one file may bring."""

    def __init__(self, target: IO[bytes], *, bounded: bool = True) -> None:
        self._target = target
        self._numbers: dict[tuple[int, int], int] = {}
        self._waiting: list[pikepdf.Object] = []
        self._written = self._bytes = 0
        self._bounded = bounded

    def add(self, pdf: pikepdf.Pdf, item: pikepdf.Object) -> int:
        """Write an indirect object and all it names; returns its number in the fragment."""
        number = self._number(item)
        while self._written < len(self._waiting):
            piece = self._piece(pdf, self._waiting[self._written])
            self._waiting[self._written] = None  # type: ignore[call-overload]  # written: let it go
            self._written += 1
            self.put(piece)
        return number

    def put(self, piece: Piece) -> None:
        """Write a piece as it is."""
        self._bytes += len(piece.text) + len(piece.stream or b"")
        if self._bounded and (self._bytes > MOST_BYTES or len(self._waiting) > MOST_OBJECTS):
            raise Refused("invoice.unpacks_too_large")
        write_piece(self._target, piece)

    def forget(self) -> None:
        """The next object belongs to another file."""
        self._numbers.clear()

    def _number(self, item: pikepdf.Object) -> int:
        key = item.objgen
        if key not in self._numbers:
            self._numbers[key] = len(self._waiting)
            self._waiting.append(item)
        return self._numbers[key]

    def _piece(self, pdf: pikepdf.Pdf, item: pikepdf.Object) -> Piece:
        import pikepdf

        if isinstance(item, pikepdf.Stream):
            parts = [f"{name} ".encode() + _text(value) for name, value in _entries(item.stream_dict)]
            stream = item.read_raw_bytes()
            text = b"<< " + b" ".join([*parts, b"/Length %d" % len(stream)]) + b" >>"
        elif isinstance(item, pikepdf.Dictionary):
            stream = None
            text = (
                b"<< "
                + b" ".join(f"{name} ".encode() + _text(value) for name, value in _entries(item))
                + b" >>"
            )
        else:
            stream, text = None, _text(item)
        return self._with_references(pdf, text, stream)

    def _with_references(self, pdf: pikepdf.Pdf, text: bytes, stream: bytes | None) -> Piece:
        kept, at, references = bytearray(), 0, list[tuple[int, int]]()
        for found in _TOKEN.finditer(text):
            if found[1] is None:
                continue
            kept += text[at : found.start()]
            at = found.end()
            named = pdf.get_object(int(found[1]), int(found[2]))
            if getattr(named, "objgen", (0, 0)) == (0, 0):  # numbers, names and nothing stand for themselves
                kept += _text(named)
            else:
                references.append((len(kept), self._number(named)))
        return Piece(bytes(kept + text[at:]), tuple(references), stream)


def _entries(item: Any) -> list[tuple[str, Any]]:
    return [(name, value) for name, value in item.items() if name not in _LEFT_OUT]


def _text(value: Any) -> bytes:
    """A value as it stands in a PDF; indirect ones as references."""
    match value:
        case None:
            return b"null"
        case bool():
            return b"true" if value else b"false"
        case int():
            return b"%d" % value
        case Decimal():
            return f"{value:f}".encode()
    if value.is_indirect:
        return b"%d %d R" % value.objgen
    written: bytes = value.unparse(resolved=False)
    return written
