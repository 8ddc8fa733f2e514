"""Templates of pay papers that nobody could print or read, and who may not change them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from services import (
    pay_template_edit,
)
from services.database import Database
from services.errors import Refused
from services.pay_template_edit import TemplateView
from services.pay_templates import PayPaper
from services.permissions import Actor
from tests.pay_template_helpers import (
    changed,
    look,
    save,
    with_columns,
    with_components,
)
from tests.payroll_helpers import COMPONENTS, TODAY, Payroll, make_run


@pytest.fixture
def payroll(database: Database) -> Payroll:
    return with_components(database)


def _columns(view: TemplateView, **values: Any) -> TemplateView:
    return changed(view, columns=tuple(replace(one, **values) for one in view.template.columns))


@pytest.mark.parametrize(
    ("change", "code", "field"),
    [
        (lambda view: changed(view, title=" "), "record.required", "title"),
        (lambda view: changed(view, title="长" * 25), "pay_template.title", "title"),
        (lambda view: changed(view, title="{月份}表"), "pay_template.mark", "title"),
        (lambda view: changed(view, note="见 {"), "pay_template.mark", "note"),
        (lambda view: changed(view, note="长" * 501), "record.too_long", "note"),
        (lambda view: changed(view, signatures=tuple("一二三四五六七八九")), "pay_template.signatures", "signatures"),
        (lambda view: changed(view, signatures=("长" * 13,)), "pay_template.signatures", "signatures"),
        (lambda view: _columns(view, shown=False), "pay_template.no_columns", "columns"),
        (lambda view: with_columns(view, name={"shown": False}, number={"shown": False}), "pay_template.nobody", "columns"),
        (lambda view: with_columns(view, gross={"heading": "实发合计"}), "pay_template.twice", "columns"),
        (lambda view: with_columns(view, gross={"heading": "长" * 17}), "pay_template.heading", "columns"),
        (lambda view: with_columns(view, gross={"width": 29}), "pay_template.width", "columns"),
    ],
)  # fmt: skip
def test_what_cannot_be_printed_is_refused_at_its_place(
    payroll: Payroll, change: Callable[[TemplateView], TemplateView], code: str, field: str
) -> None:
    make_run(payroll)
    with pytest.raises(Refused) as refused:
        save(payroll, change(look(payroll)))
    assert (refused.value.code, refused.value.field) == (code, field)
    assert refused.value.values["paper_kind"] is PayPaper.SHEET
    assert not look(payroll).own


def test_too_many_columns_are_refused_before_they_are_kept(payroll: Payroll) -> None:
    many = [(f"c{place}", f"专项津贴{place}", "earning", True) for place in range(28)]
    figures = {f"c{place}": 123_456 for place in range(28)}
    make_run(payroll, components=[*COMPONENTS, *many], changes={0: figures})
    with pytest.raises(Refused, match=r"payroll_sheet\.too_many_columns"):
        save(payroll, changed(look(payroll), title="工资表"))
    save(payroll, changed(look(payroll), size="A3 landscape"))
    with pytest.raises(Refused) as refused:
        save(payroll, changed(look(payroll, PayPaper.STRIPS), per_page=12))
    assert (refused.value.code, refused.value.values["per_page"]) == ("payslip.too_many_columns", 12)
    with pytest.raises(Refused, match=r"payslip\.per_page"):
        save(payroll, changed(look(payroll, PayPaper.STRIPS), per_page=2))


def test_who_may_not_edit_pay_changes_no_template_and_who_may_not_see_it_sees_none(
    payroll: Payroll, cashier: Actor, administrator: Actor
) -> None:
    view = look(payroll)
    for actor, act in (
        (cashier, lambda session, actor: pay_template_edit.save(session, actor, [view], TODAY)),
        (administrator, lambda session, actor: pay_template_edit.look(session, actor, PayPaper.SHEET)),
        (administrator, lambda session, actor: pay_template_edit.preview(session, actor, view, None, TODAY)),
    ):
        with pytest.raises(Refused, match=r"permission\.denied"), payroll.database.write() as session:
            act(session, actor)
