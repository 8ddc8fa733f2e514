"""A photo for a paper: small enough to print, the right way up."""

from __future__ import annotations

import io
from dataclasses import dataclass
from pathlib import Path

LARGEST = (900, 600)
_MOST_PIXELS = 120_000_000


@dataclass(frozen=True, slots=True)
class Photo:
    """A JPEG of so many dots."""

    width: int
    height: int
    jpeg: bytes


def photo_of(path: Path) -> Photo | None:
    """The picture in the file as it is printed; None when it is no picture, or too large a one."""
    from PIL import Image, ImageOps  # only when a paper with a photo is printed

    try:
        with Image.open(path) as picture:
            if picture.width * picture.height > _MOST_PIXELS:
                return None
            picture.draft("RGB", LARGEST)
            shown = ImageOps.exif_transpose(picture).convert("RGB")
            shown.thumbnail(LARGEST)
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    written = io.BytesIO()
    shown.save(written, "JPEG", quality=82)
    return Photo(shown.width, shown.height, written.getvalue())
