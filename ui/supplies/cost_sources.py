"""Where costs are taken from."""

from __future__ import annotations

from enum import StrEnum


class CostSource(StrEnum):
    """物资领用, 已付报销."""

    SUPPLIES = "supplies"
    CLAIMS = "claims"
