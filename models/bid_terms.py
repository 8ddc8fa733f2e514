"""Words of bids 投标 that models and rules share."""

from __future__ import annotations

from enum import StrEnum


class BidStage(StrEnum):
    """公告, 报名, 购买文件, 踏勘, 答疑(提问截止), 澄清, 保证金, 递交, 开标, 评标, 公示, 中标通知, 签合同, 保证金退还: in their order."""

    ANNOUNCEMENT = "announcement"
    REGISTRATION = "registration"
    DOCUMENTS = "documents"
    SITE_VISIT = "site_visit"
    QUESTIONS = "questions"
    CLARIFICATION = "clarification"
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
    """招标投标法, 政府采购法, 企业自主采购."""

    TENDERING = "tendering"
    PROCUREMENT = "procurement"
    OWN = "own"


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


class DepositKind(StrEnum):
    """投标保证金, 履约保证金."""

    BID = "bid"
    PERFORMANCE = "performance"


class DepositForm(StrEnum):
    """转账, 银行保函, 保险保函, 支票汇票."""

    TRANSFER = "transfer"
    GUARANTEE = "guarantee"
    INSURANCE = "insurance"
    CHEQUE = "cheque"


class DepositState(StrEnum):
    """待缴, 已申请, 已缴纳, 部分退还, 已退还, 没收, 取消."""

    OWED = "owed"
    REQUESTED = "requested"
    PAID = "paid"
    PARTLY_RETURNED = "partly_returned"
    RETURNED = "returned"
    FORFEITED = "forfeited"
    CANCELLED = "cancelled"
