"""Words of certificates and qualifications 证照资质 that models and rules share."""

from __future__ import annotations

from enum import StrEnum


class HolderType(StrEnum):
    """企业, 个人."""

    COMPANY = "company"
    PERSON = "person"


class DutyKind(StrEnum):
    """What a certificate asks for while it is valid.

    年度报告, 监督审核, 缴费, 年度评审, 年度申报, 继续教育.
    """

    ANNUAL_REPORT = "annual_report"
    SURVEILLANCE = "surveillance"
    FEE = "fee"
    REVIEW = "review"
    APPLICATION = "application"
    TRAINING = "training"


class DutyRhythm(StrEnum):
    """固定期间(如1月1日至6月30日), 按发证日周年, 整个有效期(申请延续前)."""

    WINDOW = "window"
    ANNIVERSARY = "anniversary"
    VALIDITY = "validity"
