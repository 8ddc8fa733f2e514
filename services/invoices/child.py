"""The reading process: takes a path, gives a reading, and may be killed at any time without harm."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import IO

from services.errors import Refused
from services.invoices.content import LARGEST, read_content
from services.invoices.model import Reading, ReadInvoice
from services.invoices.wire import pack, receive, send

MEMORY_LIMIT = 1_536 * 1024 * 1024


def main() -> None:
    """Serve on standard input and output; what a parser prints goes to the error stream."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    serve(sys.stdin.buffer, answers)


def serve(requests: IO[bytes], answers: IO[bytes], read: Callable[[Path], Reading] | None = None) -> None:
    """Answer every frame ``{"path": …}`` with a packed reading, until the requests end."""
    read = read or read_file
    while True:
        request = receive(requests)
        if request is None:
            return
        send(answers, pack(read(Path(request["path"]))))


def read_file(path: Path, find: Callable[[bytes], ReadInvoice] = read_content) -> Reading:
    """Read one file in this process; whatever a parser throws on foreign bytes becomes a refusal."""
    try:
        content = _content(path)
    except Refused as refused:
        return Reading(path.name, error=refused)
    digest = hashlib.sha256(content).hexdigest()
    try:
        return Reading(path.name, digest, find(content))
    except Refused as refused:
        return Reading(path.name, digest, error=refused)
    except MemoryError:
        return Reading(path.name, digest, error=Refused("invoice.unpacks_too_large"))
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of four parsers
        sys.stderr.write(f"invoice reader: {type(error).__name__}\n")
        return Reading(path.name, digest, error=Refused("invoice.damaged"))


def _content(path: Path) -> bytes:
    try:
        if path.is_dir():
            raise Refused("invoice.folder")
        if path.stat().st_size > LARGEST:
            raise Refused("invoice.too_large", limit="50 MB")
        return path.read_bytes()
    except FileNotFoundError:
        raise Refused("invoice.not_found") from None
    except PermissionError:
        raise Refused("invoice.no_access") from None
    except OSError:
        raise Refused("invoice.not_given") from None


def limit_memory(most: int = MEMORY_LIMIT) -> None:
    """Let this process have no more than `most` bytes (1.5 GB), so that a bomb bursts here and not in the office's memory."""
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    allowed = most if hard == resource.RLIM_INFINITY else min(most, hard)
    resource.setrlimit(resource.RLIMIT_AS, (allowed, hard))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
