"""Write a PDF piece by piece: nothing is kept but the place of every object, however many pages there are."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from services.assembly.fragment import Form, read_pieces

_KIDS = 64  # pages below one node of the tree

type Box = tuple[float, float, float, float]  # left, bottom, right, top in points


@dataclass(frozen=True, slots=True)
class Placed:
    """A form of a fragment, as large as it can be inside `box` and centred there; as it is without a box."""

    fragment: Path
    form: Form
    box: Box | None = None


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A title that leads to a page, counted from 0."""

    title: str
    page: int


class PdfWriter:
    """Pages in their order into `target`, then `finish`. The same pages give the same bytes."""

    def __init__(self, target: IO[bytes]) -> None:
        self._target = target
        self._at: list[int] = [0]  # of object 0, which no PDF has
        self._place = 0
        self._bases: dict[Path, int] = {}
        self._pages: list[tuple[int, int]] = []  # page object, the node above it
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")
        self._root, self._tree = self._reserve(), self._reserve()
        self._node = 0

    def page(self, size: tuple[float, float], placed: Sequence[Placed]) -> None:
        """Append a page of `size` points that shows these forms, one over the other."""
        names, code = list[bytes](), list[str]()
        for number, one in enumerate(placed):
            base = self._fragment(one.fragment)
            names.append(b"/X%d %d 0 R" % (number, base + one.form.at))
            code.append(f"q {_matrix(one)} cm /X{number} Do Q" if one.box else f"/X{number} Do")
        content = "\n".join(code).encode()
        if len(self._pages) % _KIDS == 0:
            self._node = self._reserve()
        stream = self._object(b"<< /Length %d >>" % len(content), content)
        page = self._object(
            b"<< /Type /Page /Parent %d 0 R /MediaBox [ 0 0 %s %s ] /Contents %d 0 R /Resources << /XObject << %s >> >> >>"
            % (self._node, _number(size[0]), _number(size[1]), stream, b" ".join(names))
        )
        self._pages.append((page, self._node))

    @property
    def count(self) -> int:
        """How many pages there are by now."""
        return len(self._pages)

    def finish(self, title: str, author: str, bookmarks: Sequence[Bookmark] = ()) -> None:
        """Write what holds the pages together."""
        self._write_tree()
        outlines = self._write_bookmarks(bookmarks)
        told = b" /Outlines %d 0 R /PageMode /UseOutlines" % outlines if outlines else b""
        self._object(b"<< /Type /Catalog /Pages %d 0 R%s >>" % (self._tree, told), number=self._root)
        info = self._object(
            b"<< /Title %s /Author %s /Creator (OpsDesk) >>" % (_words(title), _words(author))
        )
        start = self._place
        self._write(b"xref\n0 %d\n0000000000 65535 f \n" % len(self._at))
        self._write(b"".join(b"%010d 00000 n \n" % at for at in self._at[1:]))
        trailer = b"trailer\n<< /Size %d /Root %d 0 R /Info %d 0 R >>\n" % (len(self._at), self._root, info)
        self._write(trailer + b"startxref\n%d\n%%%%EOF\n" % start)

    def _fragment(self, path: Path) -> int:
        """The number of the fragment's first object; it is copied when the first of its forms is shown."""
        if path not in self._bases:
            base = self._bases[path] = len(self._at)
            with path.open("rb") as source:
                for piece in read_pieces(source):
                    text, at = bytearray(), 0
                    for where, named in piece.references:
                        text += piece.text[at:where] + b"%d 0 R" % (base + named)
                        at = where
                    self._object(bytes(text + piece.text[at:]), piece.stream)
        return self._bases[path]

    def _write_tree(self) -> None:
        nodes = list(dict.fromkeys(node for _, node in self._pages))
        for node in nodes:
            kids = [page for page, above in self._pages if above == node]
            told = (self._tree, b" ".join(b"%d 0 R" % kid for kid in kids), len(kids))
            self._object(b"<< /Type /Pages /Parent %d 0 R /Kids [ %s ] /Count %d >>" % told, number=node)
        kids_of_all = b" ".join(b"%d 0 R" % node for node in nodes)
        self._object(
            b"<< /Type /Pages /Kids [ %s ] /Count %d >>" % (kids_of_all, len(self._pages)), number=self._tree
        )

    def _write_bookmarks(self, bookmarks: Sequence[Bookmark]) -> int:
        if not bookmarks:
            return 0
        top = self._reserve()
        numbers = [self._reserve() for _ in bookmarks]
        for place, (number, mark) in enumerate(zip(numbers, bookmarks, strict=True)):
            before = b" /Prev %d 0 R" % numbers[place - 1] if place else b""
            after = b" /Next %d 0 R" % numbers[place + 1] if place + 1 < len(numbers) else b""
            told = (_words(mark.title), top, self._pages[mark.page][0], before + after)
            self._object(b"<< /Title %s /Parent %d 0 R /Dest [ %d 0 R /Fit ]%s >>" % told, number=number)
        told_of_all = (numbers[0], numbers[-1], len(numbers))
        self._object(b"<< /Type /Outlines /First %d 0 R /Last %d 0 R /Count %d >>" % told_of_all, number=top)
        return top

    def _reserve(self) -> int:
        self._at.append(0)
        return len(self._at) - 1

    def _object(self, text: bytes, stream: bytes | None = None, *, number: int = 0) -> int:
        number = number or self._reserve()
        self._at[number] = self._place
        body = b"" if stream is None else b"\nstream\n" + stream + b"\nendstream"
        self._write(b"%d 0 obj\n" % number + text + body + b"\nendobj\n")
        return number

    def _write(self, content: bytes) -> None:
        self._target.write(content)
        self._place += len(content)


def _matrix(placed: Placed) -> str:
    """Scaled into the box and centred there."""
    assert placed.box is not None
    (left, bottom, right, top), (x0, y0, x1, y1) = placed.form.box, placed.box
    width, height = right - left, top - bottom
    scale = min((x1 - x0) / width, (y1 - y0) / height)
    x = x0 + (x1 - x0 - width * scale) / 2 - left * scale
    y = y0 + (y1 - y0 - height * scale) / 2 - bottom * scale
    return f"{scale:.5f} 0 0 {scale:.5f} {x:.3f} {y:.3f}"


def _number(points: float) -> bytes:
    return f"{points:.2f}".encode()


def _words(text: str) -> bytes:
    return b"<" + (b"\xfe\xff" + text.encode("utf-16-be")).hex().upper().encode() + b">"
