"""Every figure in one table: `uv run python -m tests.benchmarks [--only NAME]`."""

from __future__ import annotations

import argparse
import importlib
import json
import os
import platform
import subprocess
import sys
from pathlib import Path

NAMES = (
    "start",
    "window",
    "registers",
    "table",
    "vouchers",
    "invoices",
    "approvals",
    "bundle",
    "statistics",
    "batches",
    "duplicates",
    "due_dates",
    "payroll",
    "payroll_sheet",
    "depreciation",
    "labels",
    "scans",
)
LONGEST_SECONDS = 400
_ONE = "import importlib, json, sys; print(json.dumps(importlib.import_module(sys.argv[1]).rows()))"

type Figure = tuple[str, str, str, bool]


def machine() -> str:
    """The processor and the versions, never whose machine it is."""
    import PySide6

    cores = os.cpu_count() or 1
    system = f"{platform.system()} {platform.release().partition('-')[0]} {platform.machine()}"
    return f"{_processor()}, {cores} cores, {system}, Python {platform.python_version()}, Qt {PySide6.__version__}"


def _processor() -> str:
    known = Path("/proc/cpuinfo")
    if known.exists():
        for line in known.read_text(encoding="utf-8").splitlines():
            if line.startswith("model name"):
                return line.partition(":")[2].strip()
    return platform.processor() or "unknown processor"


def figures(name: str) -> list[Figure]:
    """The rows of one benchmark, run in a process of its own so that none warms or burdens another."""
    environment = {"QT_QPA_PLATFORM": "offscreen"} | os.environ
    command = [sys.executable, "-c", _ONE, f"tests.benchmarks.{name}"]
    try:
        done = subprocess.run(
            command, env=environment, capture_output=True, text=True, check=True, timeout=LONGEST_SECONDS
        )
        return [
            (what, reach, told, met) for what, reach, told, met in json.loads(done.stdout.splitlines()[-1])
        ]
    except (subprocess.CalledProcessError, subprocess.TimeoutExpired) as error:
        sys.stderr.write(str(error.stderr or "")[-2000:])
        return [(name, "to be measured", f"failed: {type(error).__name__}", False)]


def main() -> int:
    """Print the table; 1 when something is not met."""
    arguments = argparse.ArgumentParser(prog="python -m tests.benchmarks", description=__doc__)
    arguments.add_argument("--only", choices=NAMES, help="one benchmark")
    only = arguments.parse_args().only
    names = (only,) if only else NAMES
    if {"window", "registers", "statistics"} & set(names):
        importlib.import_module("tests.benchmarks.million").folder()  # a minute, the first time in a month
    print(machine())
    print()
    print("| what | reach | measured | met |")
    print("|---|---|---|---|")
    met = True
    for name in names:
        for what, reach, told, enough in figures(name):
            print(f"| {what} | {reach} | {told} | {'yes' if enough else 'NO'} |", flush=True)
            met = met and enough
    return 0 if met else 1


if __name__ == "__main__":
    sys.exit(main())
