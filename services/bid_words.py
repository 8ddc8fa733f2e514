"""What stages, results and methods are called on papers and in calendars: Chinese in any language of the window."""

from __future__ import annotations

from models.bid_terms import (
    BidKind,
    BidLaw,
    BidMethod,
    BidResult,
    BidRole,
    BidStage,
    DepositKind,
    DepositState,
)

STAGES = {
    BidStage.ANNOUNCEMENT: "公告",
    BidStage.REGISTRATION: "报名截止",
    BidStage.DOCUMENTS: "购买文件",
    BidStage.SITE_VISIT: "踏勘",
    BidStage.QUESTIONS: "答疑截止",
    BidStage.CLARIFICATION: "澄清",
    BidStage.DEPOSIT: "保证金缴纳截止",
    BidStage.SUBMISSION: "投标截止",
    BidStage.OPENING: "开标",
    BidStage.EVALUATION: "评标",
    BidStage.PUBLICITY: "公示",
    BidStage.NOTICE: "中标通知书",
    BidStage.CONTRACT: "签订合同",
    BidStage.DEPOSIT_BACK: "保证金退还",
}
RESULTS = {
    BidResult.PENDING: "待定",
    BidResult.WON: "中标",
    BidResult.LOST: "未中标",
    BidResult.REJECTED: "废标（否决）",
    BidResult.FAILED: "流标",
    BidResult.GIVEN_UP: "弃标",
}
METHODS = {
    BidMethod.OPEN: "公开招标",
    BidMethod.INVITED: "邀请招标",
    BidMethod.NEGOTIATION: "竞争性谈判",
    BidMethod.CONSULTATION: "竞争性磋商",
    BidMethod.SINGLE_SOURCE: "单一来源",
    BidMethod.INQUIRY: "询价",
}
LAWS = {BidLaw.TENDERING: "招标投标法", BidLaw.PROCUREMENT: "政府采购法", BidLaw.OWN: "企业自主采购"}
ROLES = {BidRole.LEAD: "主投", BidRole.JOINT: "联合体", BidRole.SUPPORTING: "协助"}
KINDS = {
    BidKind.WORKS: "工程施工",
    BidKind.GOODS: "货物",
    BidKind.SERVICES: "服务",
    BidKind.SURVEY_DESIGN: "勘察设计",
}
DEPOSITS = {
    DepositState.OWED: "待缴",
    DepositState.REQUESTED: "已申请",
    DepositState.PAID: "已缴纳",
    DepositState.PARTLY_RETURNED: "部分退还",
    DepositState.RETURNED: "已退还",
    DepositState.FORFEITED: "没收",
    DepositState.CANCELLED: "取消",
}
DEPOSIT_DAYS = {BidStage.DEPOSIT: "缴纳截止", BidStage.DEPOSIT_BACK: "应退"}
PARTS = {DepositKind.BID: "投标保证金", DepositKind.PERFORMANCE: "履约保证金"}
# what is wrong with an item of the checklist, by the code of its check
CHECKS = {
    "bid_item_begins": "{title}自{day}起有效，开标为{opening}",
    "bid_item_ends": "{title}{day}到期，开标为{opening}",
    "bid_item_left": "{title}：持证人已于{day}离职",
    "bid_item_lent": "{title}原件由{holder}借用，{day}归还",
    "bid_item_missing": "{title}：未选用",
    "bid_item_no_scan": "{title}无扫描件",
    "bid_item_open": "{title}未备齐",
    "bid_item_other": "{title}选用了其他种类的{chosen}",
    "bid_item_applied": "{title}尚在办理",
    "bid_item_over": "{title}已失效",
    "bid_item_suspended": "{title}已暂停",
    "bid_item_unchecked": "{title}：未选用证照，无法核对有效期",
}
