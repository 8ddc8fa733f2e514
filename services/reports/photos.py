"""A photo for a paper: small enough to print, the right way up."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG of so many dots."""

    width: int
    height: int
    jpeg: bytes
