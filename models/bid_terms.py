"""Words of bids 投标 that models and rules share."""

from __future__ import annotations

from enum import StrEnum


class BidStage(StrEnum):
    """报名, 购买文件, 踏勘, 答疑, 保证金, 递交, 开标, 评标, 公示, 中标通知, 签合同, 保证金退还: in their order."""

    REGISTRATION = "registration"
    DOCUMENTS = "documents"
    SITE_VISIT = "site_visit"
    QUESTIONS = "questions"
    DEPOSIT = "deposit"
    SUBMISSION = "submission"
    OPENING = "opening"
    EVALUATION = "evaluation"
    PUBLICITY = "publicity"
    NOTICE = "notice"
    CONTRACT = "contract"
    DEPOSIT_BACK = "deposit_back"


class BidRole(StrEnum):
    """主投, 联合体, 陪标/协助."""

    LEAD = "lead"
    JOINT = "joint"
    SUPPORTING = "supporting"


class BidResult(StrEnum):
    """待定, 中标, 未中标, 废标(否决), 流标, 弃标."""

    PENDING = "pending"
    WON = "won"
    LOST = "lost"
    REJECTED = "rejected"
    FAILED = "failed"
    GIVEN_UP = "given_up"


class BidLaw(StrEnum):
    """招标投标法, 政府采购法."""

    TENDERING = "tendering"
    PROCUREMENT = "procurement"


class BidMethod(StrEnum):
    """公开招标, 邀请招标, 竞争性谈判, 竞争性磋商, 单一来源, 询价."""

    OPEN = "open"
    INVITED = "invited"
    NEGOTIATION = "negotiation"
    CONSULTATION = "consultation"
    SINGLE_SOURCE = "single_source"
    INQUIRY = "inquiry"


class BidKind(StrEnum):
    """工程施工, 货物, 服务, 勘察设计."""

    WORKS = "works"
    GOODS = "goods"
    SERVICES = "services"
    SURVEY_DESIGN = "survey_design"


class DepositState(StrEnum):
    """免缴, 待缴, 已申请, 已缴纳, 已退还, 没收."""

    NONE = "none"
    OWED = "owed"
    REQUESTED = "requested"
    PAID = "paid"
    RETURNED = "returned"
    FORFEITED = "forfeited"
