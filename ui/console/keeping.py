"""`check`, `backup [DIR]` and `restore FILE`."""

from __future__ import annotations

import argparse
from pathlib import Path

from services.errors import Refused
from ui.console.access import opened
from ui.console.words import Words


def check(arguments: argparse.Namespace, words: Words) -> int:
    """Verify the file, the figures and the audit chain; 1 when anything is wrong."""
    from services.integrity import problems

    with opened(arguments) as database, database.read() as session:
        found = problems(session)
    for problem in found:
        print(words.sentence(problem))
    if not found:
        print(words.translate("Console", "Everything is in order: file, figures, history and attachments."))
    return 1 if found else 0


def backup(arguments: argparse.Namespace, words: Words) -> int:
    """Make a verified backup."""
    from services import backups

    with opened(arguments) as database:
        made = backups.make(database, arguments.folder, reason="console")
    print(words.translate("Console", "Backed up and verified: {path}").format(path=made.path))
    return 0


def restore(arguments: argparse.Namespace, words: Words) -> int:
    """Put a backup in place; the database that was there is kept aside."""
    from services import backups
    from services.database_place import default_place, on_server

    if on_server(arguments.data or ""):
        raise Refused("backup.server")
    restored = backups.restore(arguments.file, Path(arguments.data or default_place()))
    print(words.translate("Console", "Restored {file}.").format(file=arguments.file))
    if restored.kept_aside:
        kept = words.translate("Console", "The database that was there is kept as {path}.")
        print(kept.format(path=restored.kept_aside))
    return 0
