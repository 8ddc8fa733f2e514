"""A file written whole or not at all."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from services import durable
from services.errors import Refused


def write_whole(path: Path, write: Callable[[Path], object]) -> bool:
    """Let `write` fill a file beside `path`, then put it there; False where the place does not allow it."""
    try:
        with durable.written(path) as part:
            write(part)
    except OSError:
        return False
    except Refused as refused:
        if refused.code != "export.cannot_write":
            raise
        return False  # the sentence names the file asked for, not the one written beside it
    return True
