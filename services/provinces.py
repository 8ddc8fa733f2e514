"""Provinces 省份 as everybody calls them: 湖北省 is 湖北, whoever wrote it and wherever it is stored."""

from __future__ import annotations

import re

from sqlalchemy import ColumnElement, case
from sqlalchemy.orm import InstrumentedAttribute

PROVINCES = (
    "北京", "天津", "河北", "山西", "内蒙古", "辽宁", "吉林", "黑龙江", "上海", "江苏", "浙江", "安徽", "福建", "江西", "山东", "河南",
    "湖北", "湖南", "广东", "广西", "海南", "重庆", "四川", "贵州", "云南", "西藏", "陕西", "甘肃", "青海", "宁夏", "新疆", "全国",
)  # fmt: skip
_CITIES = ("北京", "天津", "上海", "重庆")
_REGIONS = {"内蒙古": "", "广西": "壮族", "西藏": "", "宁夏": "回族", "新疆": "维吾尔"}


def _long(name: str) -> tuple[str, ...]:
    """How it is written in full."""
    if name in _CITIES:
        return (f"{name}市",)
    if name in _REGIONS:
        return tuple(sorted({f"{name}{_REGIONS[name]}自治区", f"{name}自治区"}))
    return (f"{name}省",) if name != "全国" else ()


SPELLINGS = {long: name for name in PROVINCES for long in _long(name)}


def plain(text: str) -> str:
    """The province as everybody calls it; what is none stays as it is, without blanks around."""
    tidied = re.sub(r"\s+", " ", text).strip()
    return SPELLINGS.get(tidied, tidied)


def named(text: str) -> str:
    """The province that a few words name alone or with a place in it (湖北省武汉市), "" when they name none."""
    tidied = re.sub(r"\s", "", text)
    if plain(tidied) in PROVINCES:
        return plain(tidied)
    return next((name for long, name in SPELLINGS.items() if tidied.startswith(long)), "")


def spelt(column: InstrumentedAttribute[str]) -> ColumnElement[str]:
    """A column of provinces, those stored in full before this was asked for read like the others."""
    return case(SPELLINGS, value=column, else_=column)
