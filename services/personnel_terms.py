"""Words of personnel papers: why an employment ends, with its article, and what stands on the printed forms."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from types import MappingProxyType

from models.personnel import EmploymentKind, IdentityKind
from models.personnel_paper import PersonnelKind


class Ending(StrEnum):
    """离职类型: how an employment ends (劳动合同法 arts 36–44)."""

    RESIGNED = "resigned"
    AGREED = "agreed"
    CAUSE = "cause"
    FAULT = "fault"
    NOTICE = "notice"
    REDUNDANCY = "redundancy"
    EXPIRED = "expired"
    RETIRED = "retired"
    DIED = "died"
    OTHER = "other"


# what the form and the certificate say of it
ENDING_WORDS: Mapping[Ending, str] = MappingProxyType(
    {
        Ending.RESIGNED: "劳动者提出解除劳动合同（劳动合同法第三十七条）",
        Ending.AGREED: "双方协商一致解除劳动合同（劳动合同法第三十六条）",
        Ending.CAUSE: "劳动者依法解除劳动合同（劳动合同法第三十八条）",
        Ending.FAULT: "用人单位解除劳动合同（劳动合同法第三十九条）",
        Ending.NOTICE: "用人单位解除劳动合同（劳动合同法第四十条）",
        Ending.REDUNDANCY: "裁减人员解除劳动合同（劳动合同法第四十一条）",
        Ending.EXPIRED: "劳动合同期满终止（劳动合同法第四十四条第一项）",
        Ending.RETIRED: "劳动者依法享受基本养老保险待遇，劳动合同终止（劳动合同法第四十四条第二项）",
        Ending.DIED: "劳动者死亡，劳动合同终止（劳动合同法第四十四条第三项）",
        Ending.OTHER: "劳动合同依法终止（劳动合同法第四十四条）",
    }
)
# 终止 as against 解除
ENDED_BY_ITSELF = frozenset({Ending.EXPIRED, Ending.RETIRED, Ending.DIED, Ending.OTHER})
# 经济补偿, 劳动合同法 art 46; of an expired contract unless the same terms were offered and refused
COMPENSATED = frozenset({Ending.AGREED, Ending.CAUSE, Ending.NOTICE, Ending.REDUNDANCY, Ending.EXPIRED})
NOTICE_DAYS, NOTICE_DAYS_ON_PROBATION = 30, 3  # 劳动合同法 art 37

FORM_TITLES: Mapping[PersonnelKind, str] = MappingProxyType(
    {
        PersonnelKind.JOIN: "入职审批表",
        PersonnelKind.CONFIRM: "转正审批表",
        PersonnelKind.TRANSFER: "岗位调动审批表",
        PersonnelKind.PAY_CHANGE: "薪资调整审批表",
        PersonnelKind.LEAVE: "离职审批表",
    }
)
EMPLOYMENT_WORDS: Mapping[EmploymentKind, str] = MappingProxyType(
    {
        EmploymentKind.FULL_TIME: "全日制",
        EmploymentKind.PART_TIME: "非全日制",
        EmploymentKind.DISPATCHED: "劳务派遣",
        EmploymentKind.INTERN: "实习",
        EmploymentKind.RETIRED: "退休返聘",
        EmploymentKind.LABOUR: "劳务",
    }
)
IDENTITY_WORDS: Mapping[IdentityKind, str] = MappingProxyType(
    {
        IdentityKind.ID_CARD: "居民身份证",
        IdentityKind.PASSPORT: "护照",
        IdentityKind.HONG_KONG_MACAU: "港澳居民来往内地通行证",
        IdentityKind.TAIWAN: "台湾居民来往大陆通行证",
        IdentityKind.PERMANENT_RESIDENT: "外国人永久居留身份证",
        IdentityKind.OTHER: "其他证件",
    }
)
# why somebody has a post or an amount, as the registers keep it
REASONS: Mapping[PersonnelKind, str] = MappingProxyType(
    {
        PersonnelKind.JOIN: "入职",
        PersonnelKind.CONFIRM: "转正",
        PersonnelKind.TRANSFER: "调动",
        PersonnelKind.PAY_CHANGE: "调薪",
        PersonnelKind.LEAVE: "离职",
    }
)
GRADE_WORDS: Mapping[int, str] = MappingProxyType({1: "公司领导", 2: "部门负责人", 3: "一般员工"})
