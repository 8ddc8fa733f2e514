"""Who the sample's people are to offices: numbers with right check digits, addresses, schools; all invented."""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from models.personnel import Education, EmploymentKind, HouseholdKind, IdentityKind, PersonalStatus, Sex
from services.identity_numbers import with_check_digit
from services.labour_law import add_months

WOMEN = frozenset(
    [
        "丁婉清",
        "徐曼",
        "王雪",
        "冯佳",
        "吴敏",
        "孙倩",
        "唐莉",
        "李文静",
        "林悦",
        "宋雨",
        "韩冰",
        "谢楠",
        "潘婷",
        "蒋欣",
        "范晓",
        "任静",
    ]
)
_PLACES = (
    ("420106", "武汉市武昌区徐东大街"),
    ("420111", "武汉市洪山区珞喻路"),
    ("420102", "武汉市江岸区解放大道"),
    ("420583", "宜昌市枝江市马家店街道"),
    ("421003", "荆州市荆州区北京西路"),
    ("420602", "襄阳市襄城区檀溪路"),
    ("421102", "黄冈市黄州区赤壁大道"),
)
_HOMES = (
    "武汉市东湖高新区关山大道",
    "武汉市洪山区民族大道",
    "武汉市东湖高新区光谷一路",
    "武汉市武昌区中南路",
)
_SCHOOLS = (
    ("武汉大学", "测绘工程"),
    ("中国地质大学（武汉）", "地理信息科学"),
    ("华中师范大学", "人力资源管理"),
    ("武汉理工大学", "软件工程"),
    ("湖北大学", "工商管理"),
    ("长江大学", "遥感科学与技术"),
)
_FILES = ("武汉市人才服务中心", "湖北省人才服务局", "东湖高新区人才服务中心")


def identity_of(
    name: str, number: str, sex: Sex, born_on: date, hired_on: date, random: Random
) -> dict[str, Any]:
    """The columns of a personnel file that are one of the person."""
    area, place = random.choice(_PLACES)
    serial = random.randrange(10, 490) * 2 + (sex is Sex.MALE)
    school, subject = random.choice(_SCHOOLS)
    graduated = min(date(born_on.year + 22, 6, 30), hired_on - timedelta(days=30))
    city = area.startswith("4201")
    return {
        "identity_kind": IdentityKind.ID_CARD,
        "identity_number": with_check_digit(f"{area}{born_on:%Y%m%d}{serial:03}"),
        "sex": sex,
        "born_on": born_on,
        "nationality": "中国",
        "household_kind": HouseholdKind.URBAN if city else random.choice(tuple(HouseholdKind)),
        "personal_status": PersonalStatus.WORKER,
        "household_address": f"{place}{random.randrange(3, 290)}号",
        "home_address": f"{random.choice(_HOMES)}{random.randrange(3, 290)}号",
        "email": f"p{number}@example.com",
        "emergency_name": f"{name[0]}{random.choice(('建华', '秀英', '国庆', '玉兰'))}",
        "emergency_phone": f"1380000{number}",
        "employment_kind": EmploymentKind.FULL_TIME,
        "started_work_on": graduated + timedelta(days=15),
        "probation_until": None,
        "confirmed_on": add_months(hired_on, 3),
        "education": random.choice(
            (Education.COLLEGE, Education.BACHELOR, Education.BACHELOR, Education.MASTER)
        ),
        "school": school,
        "major": subject,
        "graduated_on": graduated,
        "file_place": random.choice(_FILES),
        "note": "",
    }
