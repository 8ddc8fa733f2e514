"""Where the people of the sample travel, and whom the company pays."""

from __future__ import annotations

from dataclasses import dataclass

from models.travel import Vehicle
from services.payees import PayeeDraft

PAYEES = (
    PayeeDraft(name="湖北华测仪器有限公司", bank_name="中国银行武汉光谷支行", bank_account="558766001234", tax_id="91420100MA4K20003H", contact="郭亮", phone="13900001201"),
    PayeeDraft(name="武汉晨阳办公用品有限公司", bank_name="中国建设银行武汉关山支行", bank_account="42050110204400001234", tax_id="91420100MA4K268519", contact="秦红", phone="13900001202"),
    PayeeDraft(name="武汉天际航测服务有限公司", bank_name="招商银行武汉东湖支行", bank_account="127912345610801", bank_code="308521015161", contact="贺文", phone="13900001203"),
    PayeeDraft(name="湖北正信会计师事务所", bank_name="中国工商银行武汉珞喻路支行", bank_account="3202006719200054321", contact="龚老师", phone="027-87000321"),
    PayeeDraft(name="武汉市光谷公证处", bank_name="中国农业银行武汉光谷支行", bank_account="17067101040012345", phone="027-87000654"),
)  # fmt: skip


@dataclass(frozen=True)
class Trip:
    """A travel: who, where, when (days ago), for what, with the class and what each way and a night cost in yuan."""

    claimant: str
    city: str
    first: int
    last: int
    purpose: str
    vehicle: Vehicle
    seat: str
    fare: str
    night: str
    back: bool = True


TRIPS = (
    Trip("李文静", "宜昌", 12, 9, "宜昌不动产测绘外业", Vehicle.TRAIN, "二等座", "139.00", "320.00"),
    Trip("陈立", "上海", 16, 13, "上海投标答疑与客户拜访", Vehicle.PLANE, "经济舱", "860.00", "1080.00"),
    Trip("何俊", "荆州", 7, 4, "荆州农村宅基地确权外业", Vehicle.TRAIN, "二等座", "69.00", "260.00"),
    Trip(
        "刘洋", "成都", 6, 4, "成都测绘地理信息展会", Vehicle.PLANE, "经济舱", "720.00", "480.00", back=False
    ),
)
