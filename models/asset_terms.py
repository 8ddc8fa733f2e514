"""Words of fixed assets 固定资产 that models and rules share."""

from __future__ import annotations

from enum import StrEnum


class Method(StrEnum):
    """年限平均法, 双倍余额递减法, 年数总和法, 工作量法."""

    STRAIGHT_LINE = "straight_line"
    DOUBLE_DECLINING = "double_declining"
    SUM_OF_YEARS = "sum_of_years"
    UNITS = "units"


class TaxClass(StrEnum):
    """The groups that have a least life for tax (企业所得税法实施条例 arts 60, 67, 70).

    房屋建筑物, 飞机火车轮船机器机械和其他生产设备, 器具工具家具, 其他运输工具, 电子设备, 无形资产, 长期待摊费用.
    """

    BUILDING = "building"
    PRODUCTION = "production"
    FURNITURE = "furniture"
    VEHICLE = "vehicle"
    ELECTRONICS = "electronics"
    INTANGIBLE = "intangible"
    DEFERRED = "deferred"
