"""What is printed and exported of remittances 汇缴书、汇缴明细、账单核对表: words of the forms, amounts as they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from models.insurance_terms import Fund, InsuranceItem
from models.remittance import RemittanceKind, RemittanceState
from services import company, remittance_register
from services.database import Session
from services.insurance_bill_rows import BillColumn
from services.insurance_bills import BillKind
from services.insurance_forms import unit_number
from services.money import format_money, voucher_capitals
from services.permissions import Actor, Permission, requires
from services.remittance_changes import Changed, Difference
from services.remittance_lines import Line
from services.remittance_register import RemittanceDetail
from services.reports.remittance_form import Moved, PaidItem, PaidPerson, RemittancePaper, remittance_sheets
from services.reports.sheet import Sheet, SheetColumn

ITEM_WORDS = {
    InsuranceItem.PENSION: "养老",
    InsuranceItem.MEDICAL: "医疗",
    InsuranceItem.LARGE_MEDICAL: "大额医疗",
    InsuranceItem.UNEMPLOYMENT: "失业",
    InsuranceItem.INJURY: "工伤",
    InsuranceItem.MATERNITY: "生育",
    InsuranceItem.HOUSING_FUND: "公积金",
}
FUND_WORDS = {Fund.SOCIAL: "社会保险", Fund.HOUSING: "住房公积金"}
_TITLES = {
    (Fund.SOCIAL, RemittanceKind.MONTHLY): ("社会保险费汇缴书", "社会保险费缴费明细表"),
    (Fund.SOCIAL, RemittanceKind.BACK_PAYMENT): ("社会保险费补缴书", "社会保险费个人补缴明细表"),
    (Fund.HOUSING, RemittanceKind.MONTHLY): ("住房公积金汇缴书", "住房公积金汇缴清册"),
    (Fund.HOUSING, RemittanceKind.BACK_PAYMENT): ("住房公积金补缴书", "住房公积金个人补缴清册"),
}
_KINDS = {
    BillKind.MISSING: "账单无此人",
    BillKind.EXTRA: "账单多出此人",
    BillKind.DIFFERS: "金额不符",
    BillKind.IDENTITY: "证件号码不符",
    BillKind.TWICE: "账单重复",
}
_COLUMNS = {
    BillColumn.BASE: "缴费基数",
    BillColumn.EMPLOYER: "单位",
    BillColumn.EMPLOYEE: "个人",
    BillColumn.TOTAL: "合计",
    BillColumn.IDENTITY: "证件号码",
}


@requires(Permission.INSURANCE_SEE)
def sheets_of(session: Session, actor: Actor, remittance_id: int) -> tuple[Sheet, Sheet]:
    """The sum and the list of a remittance; Refused "record.gone"."""
    found = remittance_register.detail(session, actor, remittance_id)
    title, list_title = _TITLES[found.fund, found.kind]
    paper = RemittancePaper(
        company=company.get(session, actor).name,
        unit_number=unit_number(session, found.fund, found.city),
        title=title,
        list_title=list_title,
        number_word="社保编号" if found.fund is Fund.SOCIAL else "单位公积金账号",
        city=found.city,
        month=f"{found.month.year}年{found.month.month}月",
        note="（试算）" if found.state is RemittanceState.DRAFT else "",
        moves=tuple(_moves(found)),
        people=tuple(_people(found)),
        total=found.total,
        capitals=voucher_capitals(found.total),
        made_by=actor.name,
        housing=found.fund is Fund.HOUSING,
        back_payment=found.kind is RemittanceKind.BACK_PAYMENT,
    )
    return remittance_sheets(paper)


@requires(Permission.INSURANCE_SEE)
def bill_sheet(session: Session, actor: Actor, remittance_id: int) -> Sheet:
    """The kept result of the bill check."""
    found = remittance_register.detail(session, actor, remittance_id)
    rows = [
        (
            str(place), _KINDS[BillKind(one["kind"])], one["name"], one["department"], _column(one["column"], one["item"]),
            _amount(one["ours"]), _amount(one["theirs"]), str(one["row"] or ""),
        )
        for place, one in enumerate(found.bill_result, start=1)
    ]  # fmt: skip
    return Sheet(
        title=f"{FUND_WORDS[found.fund]}应缴账单核对表",
        columns=(
            SheetColumn("序号", 5, "centre"), SheetColumn("差异", 12), SheetColumn("姓　名", 9), SheetColumn("部　门", 12),
            SheetColumn("项　目", 12), SheetColumn("本单位", 14, "right"), SheetColumn("账　单", 14, "right"),
            SheetColumn("账单行号", 8, "right"),
        ),
        rows=rows,
        company=company.get(session, actor).name,
        subtitle=f"参保地：{found.city}　　所属期：{found.month.year}年{found.month.month}月　　账单文件：{found.bill_name}　　差异 {len(rows)} 项",
        ending=(f"核对人：{actor.name}　　　　　　　　复核：　　　　　　　　日期：",),
    )  # fmt: skip


def _column(column: str, item: str) -> str:
    word = ITEM_WORDS[InsuranceItem(item)] if item else ""
    return word + (_COLUMNS[BillColumn(column)] if column else "")


def _amount(text: str) -> str:
    """Amounts with their thousands; ID numbers as they are."""
    return format_money(Decimal(text)) if "." in text else text


def _moves(found: RemittanceDetail) -> Iterable[Moved]:
    if found.kind is RemittanceKind.MONTHLY:
        yield Moved("上月汇缴", found.before_people, None, None, None, found.before)
        for kind, words in ((Difference.JOINED, "本月增加"), (Difference.LEFT, "本月减少")):
            yield _changed(words, [one for one in found.changes if one.kind is kind])
        yield _changed(
            "基数、金额变更",
            [one for one in found.changes if one.kind in (Difference.BASE, Difference.AMOUNT)],
        )
    if found.fund is Fund.SOCIAL:
        for one in found.items:
            both = one.employer + one.employee
            words = f"其中：{ITEM_WORDS[one.item]}保险"
            yield Moved(
                words.replace("大额医疗保险", "大额医疗"),
                one.people,
                one.base,
                one.employer,
                one.employee,
                both,
            )
    words = "本次补缴" if found.kind is RemittanceKind.BACK_PAYMENT else "本月汇缴"
    yield Moved(words, len(found.people), found.base_total, found.employer, found.employee, found.total)


def _changed(words: str, changes: list[Changed]) -> Moved:
    zero = Decimal(0)
    total = sum(((one.now or zero) - (one.before or zero) for one in changes), zero)
    return Moved(words, len(changes), None, None, None, total)


def _people(found: RemittanceDetail) -> Iterable[PaidPerson]:
    """One line a person; in a back payment the months together."""
    lines: dict[int, list[Line]] = {}
    for line in found.lines:
        lines.setdefault(line.employee_id, []).append(line)
    for person in found.people:
        own = lines[person.employee_id]
        months = [f"{month:%Y-%m}" for month in person.months]
        yield PaidPerson(
            person.name,
            person.identity_number,
            person.department,
            months[0] if len(months) == 1 else f"{months[0]}～{months[-1]}",
            person.base,
            (_percent(own[0].employer_rate), _percent(own[0].employee_rate)),
            tuple(
                PaidItem(
                    ITEM_WORDS[item],
                    sum((line.employer for line in own if line.item is item), Decimal(0)),
                    sum((line.employee for line in own if line.item is item), Decimal(0)),
                )
                for item in InsuranceItem
                if any(line.item is item for line in own)
            ),
        )


def _percent(rate: str) -> str:
    return f"{(Decimal(rate) * 100).normalize():f}%"
