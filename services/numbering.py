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
    given = session.execute(
        text(
            "INSERT INTO number_sequence (series, last) VALUES (:series, 1)"
            " ON CONFLICT (series) DO UPDATE SET last = number_sequence.last + 1 RETURNING last",
        ),
        {"series": series},
    ).scalar_one()
    return f"{series}-{given:0{width}}"
