"""The sample's supplies, benefit sheets and leases."""

from __future__ import annotations

from datetime import date

from services.database import Session
from services.permissions import open_to_all
from services.sample.company import Standing
from services.sample.leases import write_benefits, write_leases
from services.sample.supplies import write_supplies


@open_to_all("a step of making the sample, before anybody is there")
def write_shelves(session: Session, standing: Standing, today: date) -> None:
    """After the assets, whose places and cards they need."""
    shelf = write_supplies(session, standing, today)
    write_benefits(shelf)
    write_leases(shelf)
