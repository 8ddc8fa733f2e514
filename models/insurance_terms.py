"""Words of social insurance 社会保险 and the housing fund 住房公积金 that models and rules share."""

from __future__ import annotations

from enum import StrEnum


class Fund(StrEnum):
    """社会保险, 住房公积金."""

    SOCIAL = "social"
    HOUSING = "housing"


class InsuranceItem(StrEnum):
    """养老, 医疗(含生育), 大额医疗, 失业, 工伤, 生育, 住房公积金."""

    PENSION = "pension"
    MEDICAL = "medical"
    LARGE_MEDICAL = "large_medical"
    UNEMPLOYMENT = "unemployment"
    INJURY = "injury"
    MATERNITY = "maternity"
    HOUSING_FUND = "housing_fund"


class Rounding(StrEnum):
    """四舍五入到分, 见分进角, 四舍五入到元, 见角进元."""

    HALF_UP_FEN = "half_up_fen"
    CEIL_JIAO = "ceil_jiao"
    HALF_UP_YUAN = "half_up_yuan"
    CEIL_YUAN = "ceil_yuan"
