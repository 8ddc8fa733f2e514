"""The process that opens files of strangers: a path in, a fragment out; it may be killed without harm."""

from __future__ import annotations

import os
import sys
from dataclasses import astuple
from pathlib import Path
from typing import Any

from services.assembly.convert import convert
from services.errors import Refused
from services.invoices.child import limit_memory
from services.invoices.wire import receive, send


def main() -> None:
    """Answer every frame {"path", "target", "own"} with {"forms"} or {"code", "values"}, until the requests end."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    limit_memory()
    while (request := receive(sys.stdin.buffer)) is not None:
        send(answers, answer(request))


def answer(request: dict[str, Any]) -> dict[str, Any]:
    """Convert one file; whatever a parser throws on foreign bytes becomes a refusal."""
    target = Path(request["target"])
    try:
        with target.open("wb") as fragment:
            forms = convert(Path(request["path"]), fragment, own=bool(request.get("own")))
    except Refused as refused:
        return {"code": refused.code, "values": {name: str(value) for name, value in refused.values.items()}}
    except MemoryError:
        return {"code": "invoice.unpacks_too_large", "values": {}}
    except FileNotFoundError:
        return {"code": "invoice.not_found", "values": {}}
    except Exception as error:  # noqa: BLE001 - bytes of strangers reach every corner of two parsers
        sys.stderr.write(f"assembly: {type(error).__name__}\n")
        return {"code": "invoice.damaged", "values": {}}
    return {"forms": [astuple(form) for form in forms]}
