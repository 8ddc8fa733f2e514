"""What the three choices of the first start do, off the GUI thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from ui.sign_in import Offer
from ui.state import this_day

if TYPE_CHECKING:
    from services.database import Database
    from services.permissions import Actor
    from services.progress import Progress


@dataclass(frozen=True, slots=True)
class Beginning:
    """An open database; `actor` is signed in at once, without one the sign-in is shown."""

    database: Database
    actor: Actor | None = None
    offers: list[Offer] = field(default_factory=list)


def sample(place: str, _answer: object, progress: Progress) -> Beginning:
    """The sample company, with its clerk signed in."""
    from services import sample as samples
    from services.database import Database
    from services.users import known_logins, sign_in

    database = Database.open(place)
    try:
        people = samples.create(database, today=this_day(), progress=progress)
        offers = [Offer(one.login, one.password, f"{one.name} · {one.post}") for one in people]
        with database.write() as session:
            assert known_logins(session)
            actor = sign_in(session, offers[0].login, offers[0].password)
    except BaseException:
        _take_away(database)
        raise
    return Beginning(database, actor, offers)


def empty(place: str, answer: Any, _progress: Progress) -> Beginning:
    """A company of one's own; its founder is signed in."""
    from services import setup
    from services.database import Database

    database = Database.open(place)
    try:
        with database.write() as session:
            return Beginning(database, setup.create(session, setup.Answers(**answer)))
    except BaseException:
        _take_away(database)
        raise


def backup(place: str, answer: Any, _progress: Progress) -> Beginning:
    """The data of a backup; everybody signs in as before."""
    from services import backups
    from services.database import Database

    backups.restore(Path(answer), Path(place))
    return Beginning(Database.open(place))


def _take_away(database: Database) -> None:
    """A first start that failed leaves no database behind: the three choices are there again."""
    database.close()
    if database.is_sqlite:
        for suffix in ("", "-wal", "-shm"):
            Path(f"{database.file}{suffix}").unlink(missing_ok=True)


BEGINNINGS: Mapping[str, Callable[[str, Any, Any], Beginning]] = MappingProxyType(
    {"sample": sample, "empty": empty, "backup": backup},
)
