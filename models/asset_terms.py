"""Words of assets that rules and tables share."""

from __future__ import annotations

from enum import StrEnum


class Method(StrEnum):
    """How an asset is depreciated: 年限平均法, 双倍余额递减法, 年数总和法, 工作量法."""

    STRAIGHT_LINE = "straight_line"
    DOUBLE_DECLINING = "double_declining"
    SUM_OF_YEARS = "sum_of_years"
    UNITS = "units"
