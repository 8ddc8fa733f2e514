"""Disposals 处置单: what a card is worth on its last day, what is refused, and that it leaves when approved."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pypdfium2
import pytest
import zxingcpp
from sqlalchemy import select

from models.approval import DecidedKind, Decision
from models.asset_paper import AssetDisposal, DisposalReason
from models.depreciation import DepreciationRun
from models.fixed_asset import AssetMovement, AssetState, FixedAsset, MovementKind
from models.personnel_paper import OfficePaperState
from services import (
    asset_disposal_details,
    asset_disposals,
    asset_movements,
    asset_values,
    depreciation_runs,
    office_details,
    office_papers,
)
from services.asset_disposal_details import DisposalAction
from services.asset_disposals import DisposalDraft, DisposalLine
from services.asset_movements import Standing
from services.database import Database
from services.errors import Refused
from services.permissions import Actor
from services.reports.disposal_form import disposal_pdf
from tests.assets import stocked
from tests.payments import make_treasury

TODAY = date(2027, 8, 12)
LEFT = date(2027, 8, 10)
LAPTOP = {"cost": Decimal(5999), "bought_on": date(2026, 3, 18), "start_on": date(2026, 3, 18), "months": 36}
D = Decimal


class Desk:
    """The office with a clerk who writes disposals and a manager who decides on them."""

    def __init__(self, database: Database) -> None:
        office = make_treasury(database)
        self.clerk: Actor = office.clerk
        self.manager: Actor = office.head
        self.deciders = {actor.name: actor for actor in (office.head, office.boss)}
        self.stock = stocked(database)
        self.database = database
        self.clicks = 0

    def draft(self, *assets: int, proceeds: str = "2000", **given: object) -> DisposalDraft:
        lines = tuple(DisposalLine(each, proceeds=D(proceeds)) for each in assets)
        usual = DisposalDraft(reason=DisposalReason.SALE, on_day=LEFT, buyer="旧货行", lines=lines)
        return replace(usual, **given)

    def save(self, draft: DisposalDraft) -> int:
        with self.database.write() as session:
            return asset_disposals.save(session, self.clerk, draft, today=TODAY)

    def look(self, disposal_id: int) -> AssetDisposal:
        with self.database.read() as session:
            return asset_disposals.with_lines(session, disposal_id)

    def detail(self, disposal_id: int, actor: Actor | None = None) -> asset_disposal_details.DisposalDetail:
        with self.database.read() as session:
            return asset_disposal_details.detail(session, actor or self.clerk, disposal_id)

    def submit(self, disposal_id: int) -> None:
        self.clicks += 1
        with self.database.write() as session:
            office_papers.submit(
                session, self.clerk, DecidedKind.ASSET_DISPOSAL, disposal_id, self.look(disposal_id).version, f"s{self.clicks}"
            )  # fmt: skip

    def decide(self, disposal_id: int, decision: Decision = Decision.APPROVE, reason: str = "") -> None:
        self.clicks += 1
        paper = self.look(disposal_id)
        with self.database.write() as session:
            office_papers.decide(
                session, self.deciders[paper.holder_name], DecidedKind.ASSET_DISPOSAL, disposal_id, paper.version, decision,
                reason=reason, command_id=f"d{self.clicks}", today=TODAY,
            )  # fmt: skip

    def approve(self, disposal_id: int) -> None:
        self.submit(disposal_id)
        while self.look(disposal_id).state is OfficePaperState.SUBMITTED:
            self.decide(disposal_id)

    def refused(self, act: Callable[[], object]) -> Refused:
        with pytest.raises(Refused) as caught:
            act()
        return caught.value


@pytest.fixture
def desk(database: Database) -> Desk:
    return Desk(database)


def test_the_laptop_sold_for_2000_is_a_loss_of_1307_73(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.look(desk.save(desk.draft(laptop)))
    (line,) = paper.lines
    assert (line.cost, line.accumulated, line.net) == (D(5999), D("2691.27"), D("3307.73"))
    assert line.gain == D("-1307.73")
    assert (paper.number, paper.title, paper.amount) == ("CZ-2027-0001", "笔记本电脑", D(5999))


def test_fees_lower_what_it_brings(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    lines = (DisposalLine(laptop, proceeds=D(4000), fees=D("92.27")),)
    assert desk.look(desk.save(desk.draft(lines=lines))).lines[0].gain == D("600.00")


def test_what_is_approved_leaves_the_register_in_one_act(desk: Desk) -> None:
    laptop, other = desk.stock.cards(2, **LAPTOP)
    paper = desk.save(desk.draft(laptop, other))
    assert desk.look(paper).title == "笔记本电脑等2项"
    desk.approve(paper)
    with desk.database.read() as session:
        for each in (laptop, other):
            card = session.get_one(FixedAsset, each)
            assert (card.state, card.stopped_on) == (AssetState.DISPOSED, LEFT)
            assert (card.department_id, card.employee_id, card.place_id) == (None, None, None)
            last = session.scalars(
                select(AssetMovement).where(AssetMovement.asset_id == each).order_by(AssetMovement.id.desc())
            ).first()
            assert last is not None
            assert (last.kind, last.on_day, last.slip) == (MovementKind.DISPOSE, LEFT, "CZ-2027-0001")
        values = asset_values.values_of(session, desk.clerk, [laptop], date(2027, 8, 10))
        assert values[laptop].net == D("3307.73")
        assert asset_values.values_of(session, desk.clerk, [laptop], date(2027, 8, 11)) == {}
        head = asset_disposals.headline(session, desk.clerk, today=TODAY)
    assert (head.cards, head.gain, head.submitted) == (2, D("-2615.46"), 0)


def test_the_month_it_leaves_in_is_charged_still(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    desk.approve(desk.save(desk.draft(laptop)))
    with desk.database.write() as session:
        run = depreciation_runs.reckon(session, desk.clerk, date(2027, 8, 1), today=TODAY)
        assert session.get_one(DepreciationRun, run).amount == D("158.31")
    with desk.database.write() as session:
        after = depreciation_runs.reckon(session, desk.clerk, date(2027, 9, 1), today=date(2027, 9, 2))
        assert session.get_one(DepreciationRun, after).assets == 0


def test_nothing_happens_when_one_card_cannot_go(desk: Desk) -> None:
    """It was lent between submission and approval: the approval is refused, and both cards stay."""
    laptop, other = desk.stock.cards(2, **LAPTOP)
    paper = desk.save(desk.draft(laptop, other))
    desk.submit(paper)
    with desk.database.write() as session:
        asset_movements.write(
            session, desk.clerk, session.get_one(FixedAsset, other), MovementKind.LEND, date(2027, 8, 1),
            Standing(AssetState.LENT, outside="客户", due_back_on=date(2027, 9, 1)),
        )  # fmt: skip

    def approve() -> None:
        while True:
            desk.decide(paper)

    assert desk.refused(approve).code == "asset_disposal.away"
    assert desk.look(paper).state is OfficePaperState.SUBMITTED
    assert desk.stock.look(laptop).state is AssetState.IDLE
    assert desk.stock.look(laptop).stopped_on is None


def test_what_is_refused_says_where(desk: Desk) -> None:
    laptop, other = desk.stock.cards(2, **LAPTOP)
    refusals = [
        (desk.draft(), "asset_disposal.no_lines", "lines"),
        (desk.draft(laptop, on_day=None), "record.required", "on_day"),
        (desk.draft(laptop, on_day=date(2027, 8, 13)), "asset_disposal.future", "on_day"),
        (desk.draft(laptop, on_day=date(2026, 3, 1)), "asset.before_purchase", "lines.0.asset_id"),
        (desk.draft(other, laptop, other), "asset_disposal.twice", "lines.2.asset_id"),
        (desk.draft(999), "record.gone", "lines.0.asset_id"),
        (desk.draft(lines=(DisposalLine(),)), "record.required", "lines.0.asset_id"),
        (desk.draft(laptop, proceeds="-1"), "asset_disposal.negative", "lines.0.proceeds"),
        (desk.draft(lines=(DisposalLine(laptop, fees=D(-1)),)), "asset_disposal.negative", "lines.0.fees"),
    ]
    for draft, code, field in refusals:
        refused = desk.refused(lambda draft=draft: desk.save(draft))
        assert (refused.code, refused.field) == (code, field)


def test_a_card_is_not_disposed_of_twice_nor_in_two_papers(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    first = desk.save(desk.draft(laptop))
    second = desk.refused(lambda: desk.save(desk.draft(laptop)))
    assert (second.code, second.values["other"]) == ("asset_disposal.second", "CZ-2027-0001")
    desk.approve(first)
    assert desk.refused(lambda: desk.save(desk.draft(laptop))).code == "asset.disposed"


def test_nothing_leaves_in_a_closed_month_nor_before_it_last_moved(desk: Desk) -> None:
    laptop, other = desk.stock.cards(2, **LAPTOP)
    with desk.database.write() as session:
        run = depreciation_runs.reckon(session, desk.clerk, date(2027, 7, 1), today=TODAY)
        version = session.get_one(DepreciationRun, run).version
        depreciation_runs.close(session, desk.clerk, run, version, command_id="july")
        asset_movements.write(
            session, desk.clerk, session.get_one(FixedAsset, other), MovementKind.ISSUE, date(2027, 8, 11),
            Standing(AssetState.IN_USE),
        )  # fmt: skip
    refused = desk.refused(lambda: desk.save(desk.draft(laptop, on_day=date(2027, 7, 31))))
    assert (refused.code, refused.values) == ("asset_disposal.month_closed", {"month": "2027-07"})
    assert desk.refused(lambda: desk.save(desk.draft(other))).code == "asset_disposal.moved_later"


def test_a_paper_changes_while_it_is_a_draft_and_is_removed_as_one(desk: Desk) -> None:
    laptop, other = desk.stock.cards(2, **LAPTOP)
    paper = desk.save(desk.draft(laptop))
    with desk.database.read() as session:
        draft = asset_disposals.get(session, desk.clerk, paper)
    assert draft.lines[0].name == "笔记本电脑"
    desk.save(replace(draft, note="屏幕损坏", lines=(*draft.lines, DisposalLine(other))))
    assert [line.asset_id for line in desk.look(paper).lines] == [laptop, other]
    assert desk.refused(lambda: desk.save(draft)).code == "record.stale"
    desk.submit(paper)
    with desk.database.read() as session:
        draft = asset_disposals.get(session, desk.clerk, paper)
    assert desk.refused(lambda: desk.save(draft)).code == "office_paper.wrong_state"
    desk.decide(paper, Decision.RETURN, "补照片")
    with desk.database.read() as session:
        draft = asset_disposals.get(session, desk.clerk, paper)
    desk.save(draft)

    def remove(which: int) -> None:
        with desk.database.write() as session:
            asset_disposals.remove(session, desk.clerk, which, desk.look(which).version)

    assert desk.refused(lambda: remove(paper)).code == "office_paper.wrong_state"
    free = desk.stock.card(**LAPTOP)
    again = desk.save(desk.draft(free))
    remove(again)
    assert desk.refused(lambda: desk.look(again)).code == "record.gone"


def test_who_decides_sees_what_it_brings(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(laptop))
    assert DisposalAction.SUBMIT in desk.detail(paper).actions
    assert DisposalAction.DELETE in desk.detail(paper).actions
    desk.submit(paper)
    assert desk.detail(paper).actions == {DisposalAction.WITHDRAW, DisposalAction.PRINT}
    with desk.database.read() as session:
        shown = office_details.detail(
            session, desk.manager, DecidedKind.ASSET_DISPOSAL, paper, today=TODAY
        ).changes
    found = {change.name: change.after for change in shown}
    assert found["gain_or_loss"] == D("-1307.73")
    assert found["net_value"] == D("3307.73")


def test_the_form_tells_the_cards_and_who_approved(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    paper = desk.save(desk.draft(laptop, note="电池鼓包，维修不划算"))
    desk.approve(paper)
    with desk.database.read() as session:
        form = asset_disposal_details.printed(session, desk.clerk, paper)
    document = pypdfium2.PdfDocument(disposal_pdf([form]))
    text = "".join(page.get_textpage().get_text_range() for page in document)
    document.close()
    for words in (
        "CZ-2027-0001",
        "出售",
        "旧货行",
        "2,691.27",
        "−1,307.73",
        "壹仟叁佰零柒元柒角叁分",
        "同意",
    ):
        assert words in text
    assert "-1,307.73" not in text, "a minus, not a hyphen"
    (loss,) = re.findall(r"处置净损失\s+(\S+)", text)
    assert loss == "1,307.73", "a loss is told by its word, not by a sign"
    assert disposal_pdf([form]) == disposal_pdf([form])
    document = pypdfium2.PdfDocument(disposal_pdf([form]))
    codes = zxingcpp.read_barcodes(document[0].render(scale=4).to_pil())
    document.close()
    assert [code.text for code in codes] == [form.number]
    with pytest.raises(Refused, match=r"print\.nothing"):
        disposal_pdf([])


def test_a_preview_keeps_nothing(desk: Desk) -> None:
    laptop = desk.stock.card(**LAPTOP)
    lines = (DisposalLine(laptop, proceeds=D(2000)), DisposalLine())
    with desk.database.read() as session:
        first, empty = asset_disposals.preview(session, desk.clerk, lines, LEFT)
    assert (first.name, first.gain, empty) == ("笔记本电脑", D("-1307.73"), DisposalLine())
