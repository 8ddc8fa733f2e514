"""Words of certificates that rules and tables share."""

from __future__ import annotations

from enum import StrEnum


class HolderKind(StrEnum):
    """Who holds a certificate: 公司, 个人."""

    COMPANY = "company"
    PERSON = "person"


class DutyKind(StrEnum):
    """When a yearly duty falls: 固定期间, 固定日期前, 周年."""

    WINDOW = "window"
    DAY = "day"
    ANNIVERSARY = "anniversary"
