"""Words of bids that rules and tables share."""

from __future__ import annotations

from enum import StrEnum


class BidLaw(StrEnum):
    """Which law a tender follows: 招标投标法, 政府采购法, 企业自主采购."""

    TENDER = "tender"
    PROCUREMENT = "procurement"
    OWN = "own"


class BidMethod(StrEnum):
    """公开招标, 邀请招标, 竞争性谈判, 竞争性磋商, 询价, 单一来源."""

    OPEN = "open"
    INVITED = "invited"
    NEGOTIATION = "negotiation"
    CONSULTATION = "consultation"
    INQUIRY = "inquiry"
    SINGLE_SOURCE = "single_source"


class BidKind(StrEnum):
    """What is tendered: 工程, 货物, 服务, 勘察设计."""

    WORKS = "works"
    GOODS = "goods"
    SERVICES = "services"
    SURVEY = "survey"


class BidRole(StrEnum):
    """Our part in a bid: 牵头/独立, 联合体成员, 协助."""

    LEAD = "lead"
    JOINT = "joint"
    SUPPORTING = "supporting"


class BidResult(StrEnum):
    """待定, 中标, 未中标, 废标(被否决), 流标, 弃标."""

    PENDING = "pending"
    WON = "won"
    LOST = "lost"
    REJECTED = "rejected"
    FAILED = "failed"
    GIVEN_UP = "given_up"


class BidStage(StrEnum):
    """Every dated stage: 公告, 报名, 购买文件, 踏勘, 答疑, 保证金, 递交, 开标, 评标, 公示, 中标通知, 合同, 退保证金."""

    ANNOUNCEMENT = "announcement"
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
    """待申请, 已申请, 已缴纳, 部分退回, 已退回, 被没收, 已取消."""

    PLANNED = "planned"
    REQUESTED = "requested"
    PAID = "paid"
    PARTLY_BACK = "partly_back"
    BACK = "back"
    FORFEITED = "forfeited"
    CANCELLED = "cancelled"
