"""Pieces of PDF in a file of our own: objects numbered from 0, and the places where they name one another."""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from typing import IO

from services.errors import Refused

_HEAD = struct.Struct(">III")  # references, bytes of text, bytes of the stream and one (0: no stream)
_REFERENCE = struct.Struct(">II")  # where in the text, to which object
MOST_REFERENCES = 2_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """An object without its number: `text` with gaps at `references`, and the bytes of its stream."""

    text: bytes
    references: tuple[tuple[int, int], ...]
    stream: bytes | None


@dataclass(frozen=True, slots=True)
class Form:
    """A page as a form of the fragment: object `at`, its box (left, bottom, right, top) in points as it is shown."""

    at: int
    box: tuple[float, float, float, float]  # points, never money


def write_piece(target: IO[bytes], piece: Piece) -> None:
    """Append an object to a fragment."""
    stream = b"" if piece.stream is None else piece.stream
    length = 0 if piece.stream is None else len(stream) + 1
    target.write(_HEAD.pack(len(piece.references), len(piece.text), length))
    target.write(b"".join(_REFERENCE.pack(*reference) for reference in piece.references))
    target.write(piece.text)
    target.write(stream)


def read_pieces(source: IO[bytes]) -> Iterator[Piece]:
    """The objects of a fragment, one at a time. Raises Refused "assembly.damaged" when it ends too early."""
    while head := source.read(_HEAD.size):
        if len(head) < _HEAD.size:
            raise Refused("assembly.damaged")
        count, length, streamed = _HEAD.unpack(head)
        if count > MOST_REFERENCES:
            raise Refused("assembly.damaged")
        references = tuple(_REFERENCE.iter_unpack(source.read(count * _REFERENCE.size)))
        text = source.read(length)
        stream = source.read(streamed - 1) if streamed else None
        if len(references) < count or len(text) < length or len(stream or b"") < max(streamed - 1, 0):
            raise Refused("assembly.damaged")
        yield Piece(text, references, stream)
