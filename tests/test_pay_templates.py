"""The templates of the pay papers: columns chosen, renamed, moved, widened; kept for everybody; locked months stay."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import select

from models.audit import AuditEntry
from models.payroll import PayrollRun, RunKind, RunState
from models.setting import Setting
from models.user import Role
from services import (
    pay_components,
    pay_template_edit,
    payroll_states,
)
from services.database import Database
from services.errors import Refused
from services.pay_template_columns import TemplateColumn
from services.pay_templates import PayPaper, PayTemplate
from tests.conftest import actor_of_role
from tests.pay_template_helpers import (
    MAKES,
    changed,
    look,
    printed,
    said,
    save,
    width_of,
    with_columns,
    with_components,
)
from tests.payroll_helpers import COMPONENTS, TODAY, Payroll, line_with, make_payroll, make_run, pages
from tests.test_payroll_sheet import AMOUNT, amounts


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return with_components(database)


@pytest.mark.parametrize("paper", list(PayPaper))
def test_every_paper_follows_its_template(payroll: Payroll, paper: PayPaper) -> None:
    run_id = make_run(payroll)
    before = printed(payroll, run_id, paper)
    view = look(payroll, paper)
    assert not view.own
    key = {PayPaper.COST: "employer:pension"}.get(paper, "pay:meal")
    heading = view.words[key]
    columns = tuple(
        replace(column, heading="甲乙丙") if column.key == key else column for column in view.template.columns
    )
    title = "{年}年{公司}" if paper is PayPaper.YEAR else "新{年月}{类别}"
    save(payroll, changed(view, columns=columns, title=title, size=view.sizes[-1]))
    after = printed(payroll, run_id, paper)
    assert heading in said(before)
    assert "甲乙丙" not in said(before)
    assert "甲乙丙" in said(after)
    assert heading not in said(after)
    assert ("2026年武汉光谷" if paper is PayPaper.YEAR else "新2026年11月工资") in said(after)
    assert width_of(after) > width_of(before)
    assert look(payroll, paper).own


def test_columns_are_left_out_added_moved_and_their_amounts_stay_right(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    view = with_columns(look(payroll), bank_account={"shown": True}, pay_is_meal={"shown": False})
    last = view.template.columns[-1]
    assert last.key == "note"
    net = next(column for column in view.template.columns if column.key == "net")
    others = [column for column in view.template.columns if column is not net]
    save(payroll, changed(view, columns=(*others[:2], net, *others[2:])))
    pdf = printed(payroll, run_id)
    row = line_with(pdf, "G0001")
    assert "银行卡号" in said(pdf)
    assert "餐补" not in said(pdf)
    # what is not listed is in the rest, so that the row still adds up
    assert "未列项增减" in said(pdf)
    found = [amount for amount in amounts(row) if amount != Decimal("21.75")]  # days look like amounts
    net_pay, base, post, rest, gross = found[0], *found[1:5]
    assert (base, post, rest) == (Decimal(6000), Decimal(2000), Decimal(300))
    assert base + post + rest == gross
    assert net_pay == gross - Decimal(831) - Decimal(960)


def test_a_sum_instead_of_its_items_has_no_difference_beside_it(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    items = {
        f"employee_is_{item}": {"shown": False}
        for item in ("pension", "medical", "unemployment", "housing_fund")
    }
    save(payroll, with_columns(look(payroll), **items))
    pdf = printed(payroll, run_id)
    assert "社保差额" in said(pdf)
    assert Decimal(1791) in amounts(line_with(pdf, "G0001"))
    view = with_columns(look(payroll), insurance={"shown": True, "heading": "三险一金"})
    save(payroll, view)
    pdf = printed(payroll, run_id)
    assert "社保差额" not in said(pdf)
    assert "三险一金" in said(pdf)
    assert amounts(line_with(pdf, "G0001")).count(Decimal(1791)) == 1


def test_a_component_made_later_is_printed_beside_its_kind(payroll: Payroll) -> None:
    save(payroll, changed(look(payroll), title="我的工资表"))
    later = (*COMPONENTS, ("car", "车补", "earning", True))
    pdf = printed(payroll, make_run(payroll, components=later, changes={0: {"car": 77_700}}))
    assert "车补" in said(pdf)
    assert said(pdf).index("车补") < said(pdf).index("应发合计")
    hidden = {f"pay_is_{code}": {"shown": False} for code, _, effect, _ in later if effect != "withholding"}
    save(payroll, with_columns(look(payroll), **hidden))
    latest = (*later, ("phone", "话费", "earning", True))
    other = make_run(
        payroll, components=latest, changes={0: {"phone": 77_700}}, number="GZ-2", kind=RunKind.SUPPLEMENT
    )
    assert "话费" not in said(printed(payroll, other))


def test_the_signature_line_fills_in_who_did_it(payroll: Payroll) -> None:
    words = ("编制", "审核", "批准", "财务负责人", "出纳")
    save(payroll, changed(look(payroll), signatures=(" 编制：", *words[1:], "")))
    assert look(payroll).template.signatures == words
    run_id = make_run(payroll, state=RunState.APPROVED)
    text = said(printed(payroll, run_id))
    assert "编制：陈小雨" in text
    assert "批准：财务负责人：出纳：" in text


def test_a_wider_column_takes_room_and_figures_are_never_cut(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    narrow = {
        "gross": {"width": 30},
        "net": {"width": 30},
        "pay_is_base": {"width": 30},
        "name": {"width": 400},
    }
    before = amounts(line_with(printed(payroll, run_id), "G0002"))
    save(payroll, with_columns(look(payroll), **narrow))
    assert amounts(line_with(printed(payroll, run_id), "G0002")) == before


@pytest.mark.parametrize("per_page", [4, 7, 9, 12])
def test_any_number_of_strips_stands_on_a_page(payroll: Payroll, per_page: int) -> None:
    run_id = make_run(payroll)
    save(payroll, changed(look(payroll, PayPaper.STRIPS), per_page=per_page, note="请核对"))
    found = pages(printed(payroll, run_id, PayPaper.STRIPS))
    assert len(found) == -(-6 // per_page)
    assert found[0].count("请核对") == min(per_page, 6)


def test_a_payslip_has_the_items_of_its_template(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    view = with_columns(
        look(payroll, PayPaper.SLIP), tax_block={"shown": False}, employer_block={"shown": False},
        card={"heading": "卡号后四位"}, pay_is_meal={"shown": False}, employee_is_pension={"shown": False},
    )  # fmt: skip
    save(payroll, changed(view, signatures=("本人签字", "日期")))
    text = said(printed(payroll, run_id, PayPaper.SLIP))
    assert not any(word in text for word in ("个税累计", "单位缴纳", "餐补", "养老保险", "卡号尾号"))
    assert all(
        word in text
        for word in ("卡号后四位", "未列项增减300.00", "社保差额640.00", "本人签字：", "实发合计")
    )


def test_a_locked_month_is_printed_as_it_was_when_it_was_locked(payroll: Payroll) -> None:
    run_id = make_run(payroll, state=RunState.PAID)
    other = make_run(payroll, number="GZ-2026-11-2", kind=RunKind.SUPPLEMENT, state=RunState.PAID)
    with payroll.database.write() as session:
        version = session.get_one(PayrollRun, run_id).version
        payroll_states.lock(session, actor_of_role(Role.CASHIER), run_id, version, "lock")
    before = [printed(payroll, run_id, paper) for paper in MAKES]
    for paper in MAKES:
        save(payroll, changed(look(payroll, paper), title="改了标题", size=look(payroll, paper).sizes[-1]))
    assert [printed(payroll, run_id, paper) for paper in MAKES] == before
    assert all("改了标题" in said(printed(payroll, other, paper)) for paper in MAKES)


def test_the_usual_one_comes_back_and_every_change_is_in_the_history(payroll: Payroll) -> None:
    run_id = make_run(payroll)
    before = printed(payroll, run_id)
    save(payroll, changed(look(payroll), note=""))
    assert "暂行规定" not in said(printed(payroll, run_id))
    usual = look(payroll, usual=True)
    save(payroll, replace(look(payroll), template=usual.template))
    assert not look(payroll).own
    assert printed(payroll, run_id) == before
    with payroll.database.read() as session:
        setting = session.scalars(select(Setting).where(Setting.name == "pay_template.sheet")).one()
        acts = session.scalars(
            select(AuditEntry.action).where(
                AuditEntry.record_kind == "setting", AuditEntry.record_id == setting.id
            )
        ).all()
    assert len(acts) == 2


def test_two_who_edit_at_once_do_not_overwrite_one_another(payroll: Payroll) -> None:
    make_run(payroll)
    first, second = look(payroll), look(payroll)
    save(payroll, changed(first, title="甲"))
    with pytest.raises(Refused, match=r"record\.stale"):
        save(payroll, changed(second, title="乙"))
    assert look(payroll).template.title == "甲"


@pytest.mark.parametrize("paper", list(PayPaper))
def test_there_is_a_picture_before_there_is_any_pay(payroll: Payroll, paper: PayPaper) -> None:
    view = look(payroll, paper)
    with payroll.database.read() as session:
        text = said(pay_template_edit.preview(session, payroll.clerk, view, None, TODAY))
        assert session.scalars(select(PayrollRun)).all() == []
    assert "张三" in text
    save(payroll, changed(view, title="样张"))
    assert look(payroll, paper).template.title == "样张"


def test_the_picture_is_of_the_sheet_in_hand_and_not_longer_than_needed(database: Database) -> None:
    payroll = make_payroll(database, 90)
    run_id = make_run(payroll)
    make_run(payroll, number="GZ-2", kind=RunKind.SUPPLEMENT)
    with database.read() as session:
        pdf = pay_template_edit.preview(session, payroll.clerk, look(payroll), run_id, TODAY)
        year = pay_template_edit.preview(session, payroll.clerk, look(payroll, PayPaper.YEAR), run_id, TODAY)
    text = "".join(pages(pdf))
    assert "GZ-2026-11" in text
    assert "G0040" in text
    assert "G0041" not in text
    assert "G0001" in said(year)


def test_a_template_is_the_same_on_both_databases(either: Database) -> None:
    payroll = make_payroll(either, 3)
    run_id = make_run(payroll)
    save(payroll, with_columns(look(payroll), name={"heading": "职工", "width": 150}))
    assert "职工" in said(printed(payroll, run_id))
    assert AMOUNT.findall(line_with(printed(payroll, run_id), "G0003"))
    kept = look(payroll).template
    assert isinstance(kept, PayTemplate)
    assert TemplateColumn("name", "职工", 150) in kept.columns
    with either.read() as session:
        assert pay_components.parts(session) == []
