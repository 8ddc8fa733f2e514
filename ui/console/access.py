"""Opening the database from the console, and who is asking."""

from __future__ import annotations

import argparse
import getpass
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING

from services.errors import Refused

if TYPE_CHECKING:
    from services.database import Database
    from services.permissions import Actor
    from ui.console.words import Words


@contextmanager
def opened(arguments: argparse.Namespace) -> Iterator[Database]:
    """The database of `--data` (default: the user's data folder), closed afterwards; a window may be open beside.

    Raises Refused "console.no_database" when there is none yet.
    """
    from services.database import Database
    from services.database_place import default_place, exists

    place = arguments.data or default_place()
    if not exists(place):
        raise Refused("console.no_database", place=str(place))
    database = Database.open(place, exclusive=False)
    try:
        yield database
    finally:
        database.close()


def signed_in(database: Database, login: str | None, words: Words) -> Actor:
    """The user who asks; the password comes from OPSDESK_PASSWORD or is asked for.

    Raises Refused "console.who" when nobody is named or asked, or what the sign-in refuses.
    """
    from services.users import sign_in

    password = os.environ.get("OPSDESK_PASSWORD")
    if not login or (password is None and not sys.stdin.isatty()):
        raise Refused("console.who")
    if password is None:
        password = getpass.getpass(words.translate("Console", "Password: "))
    with database.write() as session:  # a wrong guess is counted
        return sign_in(session, login, password)
