<<<<<<< HEAD
"""Words of social insurance 社会保险 and the housing fund 住房公积金 that models and rules share."""
=======
"""Words of social insurance 社会保险 and housing fund 住房公积金 that tables and rules share."""
>>>>>>> room-rules

from __future__ import annotations

from enum import StrEnum


class Fund(StrEnum):
<<<<<<< HEAD
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
=======
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
>>>>>>> room-rules
