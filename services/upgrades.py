"""What a step of migration cannot say in SQL: filled in right after it, in the same transaction."""

from __future__ import annotations

import importlib
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from sqlalchemy import Connection
from sqlalchemy.orm import Session

if TYPE_CHECKING:
    from services.database import Database

# step → functions "module:name", called with a session in this order
FILLS: Mapping[str, tuple[str, ...]] = {
    "0002": (
        "services.voucher_fill:number_paid",
        "services.promises:fill_late_days",
        "services.invoice_records:fill_search",
    ),
    "0003": ("services.pay_components:begin_with_usual", "services.insurance_policy_seeds:fill"),
    "0004": (
        "services.asset_classes:fill",
        "services.supply_kinds:fill",
        "services.bid_templates:begin_with_usual",
        "services.certificate_kinds:fill",
    ),
}


def fill(database: Database, connection: Connection, steps: Iterable[str]) -> None:
    """Call what belongs to each of the `steps` that an existing database has just gone through."""
    wanted = [where for step in steps for where in FILLS.get(step, ())]
    if not wanted:
        return
    with Session(connection, expire_on_commit=False, join_transaction_mode="create_savepoint") as session:
        session.info["database"] = database
        for where in wanted:
            module, _, name = where.partition(":")
            getattr(importlib.import_module(module), name)(session)
        session.commit()
