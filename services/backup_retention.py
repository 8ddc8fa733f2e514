"""Which backups are still needed."""

from __future__ import annotations

from collections.abc import Hashable
from datetime import date
from pathlib import Path

from services import backup_files

ALWAYS = 5
DAYS, WEEKS, MONTHS = 12, 10, 9


def prune(folder: Path, today: date) -> list[Path]:
    """Delete the backups in `folder` that are not needed any more; returns those that went.

    Kept are all of today and yesterday, the newest of each of 12 days, 10 weeks and 9 months, and never fewer
    than 5.
    """
    backups = [(moment.astimezone().date(), path) for moment, path in backup_files.all_in(folder)]
    kept = {path for _, path in backups[:ALWAYS]}
    kept |= {path for day, path in backups if (today - day).days <= 1}
    kept |= _newest_of_each({path: day for day, path in backups}, DAYS)
    kept |= _newest_of_each({path: day.isocalendar()[:2] for day, path in backups}, WEEKS)
    kept |= _newest_of_each({path: (day.year, day.month) for day, path in backups}, MONTHS)
    gone = [path for _, path in backups if path not in kept]
    for path in gone:
        path.unlink()
        backup_files.manifest_path(path).unlink(missing_ok=True)
    return gone


def _newest_of_each(periods: dict[Path, Hashable], most: int) -> set[Path]:
    """The first backup of each of the first `most` periods; the newest backups come first."""
    newest: dict[Hashable, Path] = {}
    for path, period in periods.items():
        if len(newest) < most:
            newest.setdefault(period, path)
    return set(newest.values())
