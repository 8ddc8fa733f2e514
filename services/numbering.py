"""Numbers of papers: in a series, without gaps, given in the transaction of the paper."""

from __future__ import annotations

from sqlalchemy import text
from sqlalchemy.orm import Session

from services.permissions import open_to_all


@open_to_all("called inside services that were permitted to make the paper")
def next_number(session: Session, series: str, width: int = 4) -> str:
    """The next number of `series`: "BX-2026" gives "BX-2026-0001", then "BX-2026-0002".

    Rolled back with the paper, so that no number is lost; two writers never get the same one.
    """
    return next_numbers(session, series, 1, width)[0]


@open_to_all("called inside services that were permitted to make the papers")
def next_numbers(session: Session, series: str, count: int, width: int = 4) -> list[str]:
    """The next `count` numbers of `series` in one go, in their order; `count` is at least one."""
    last = session.execute(
        text(
            "INSERT INTO number_sequence (series, last) VALUES (:series, :count)"
            " ON CONFLICT (series) DO UPDATE SET last = number_sequence.last + :count RETURNING last",
        ),
        {"series": series, "count": count},
    ).scalar_one()
    return [f"{series}-{number:0{width}}" for number in range(last - count + 1, last + 1)]
