"""A process of our own interpreter that answers one request after the other: begun, asked, let go."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from services.invoices.wire import receive, send

_ROOT = Path(__file__).resolve().parents[2]


def begin(start: str, *words: str) -> subprocess.Popen[bytes]:
    """A new process that runs `start`, the root of the program and `words` as its arguments. Raises OSError."""
    return subprocess.Popen(  # noqa: S603 - our own interpreter and our own words
        [sys.executable, "-X", "utf8", "-c", start, str(_ROOT), *words],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),  # no black window under Windows
        env=os.environ.copy(),
    )


def ask(child: subprocess.Popen[bytes], request: dict[str, Any]) -> dict[str, Any] | None:
    """What it answers; None when it is gone or talks nonsense."""
    assert child.stdin is not None
    assert child.stdout is not None
    try:
        send(child.stdin, request)
        return receive(child.stdout)
    except (OSError, ValueError):
        return None


def let_go(child: subprocess.Popen[bytes] | None) -> None:
    """End it, whatever it does, and close what led to it."""
    if child is None:
        return
    child.kill()
    child.wait()
    for pipe in (child.stdin, child.stdout):
        if pipe is not None:
            try:
                pipe.close()
            except OSError:  # a broken pipe with words still in it
                continue
