"""Words of social insurance 社会保险 and housing fund 住房公积金 that tables and rules share."""

from __future__ import annotations

from enum import StrEnum


class Fund(StrEnum):
    """Which of the two offices a policy, a case or a month of remittance belongs to."""

    SOCIAL = "social"  # 社会保险
    HOUSING = "housing"  # 住房公积金


class InsuranceItem(StrEnum):
    """What is contributed to 险种."""

    PENSION = "pension"  # 基本养老保险
    MEDICAL = "medical"  # 基本医疗保险, often with maternity in it
    LARGE_MEDICAL = "large_medical"  # 大额医疗, usually a fixed sum
    UNEMPLOYMENT = "unemployment"  # 失业保险
    INJURY = "injury"  # 工伤保险: the employer alone
    MATERNITY = "maternity"  # 生育保险: the employer alone
    HOUSING_FUND = "housing_fund"  # 住房公积金


class Rounding(StrEnum):
    """How an amount is rounded; each city says it for each item."""

    HALF_UP_FEN = "half_up_fen"  # 四舍五入到分
    CEIL_JIAO = "ceil_jiao"  # 见分进角
    HALF_UP_YUAN = "half_up_yuan"  # 四舍五入到元
    CEIL_YUAN = "ceil_yuan"  # 见角进元
