"""Kinds of supplies as data: added, renamed, and out of use."""

from __future__ import annotations

from dataclasses import replace

import pytest

from services import registers, supplies, supply_kinds
from services.errors import Refused
from services.registers import Query
from services.supplies import SupplyDraft
from services.supply_kinds import SupplyKindDraft
from services.usual_supplies import supply_kinds as usual
from tests.conftest import TODAY
from tests.shelf import CLERK, PAPER, Shelf, shelved


@pytest.fixture
def shelf(database) -> Shelf:
    return shelved(database)


def saved(shelf: Shelf, **given: object) -> int:
    with shelf.database.write() as session:
        return supply_kinds.save(
            session, CLERK, replace(SupplyKindDraft(name="清洁用品", prefix="qj"), **given)
        )


def kind_of(shelf: Shelf, kind_id: int) -> SupplyKindDraft:
    with shelf.database.read() as session:
        return supply_kinds.get(session, CLERK, kind_id)


def test_a_kind_is_added_and_articles_are_of_it(either):
    shelf = shelved(either)
    kind = saved(shelf)
    with either.write() as session:
        article = supplies.save(session, CLERK, SupplyDraft(name="洗手液", kind="QJ", unit="瓶"))
        assert supplies.get(session, CLERK, article).code == "QJ-0001"
        assert "清洁用品" in [one.label for one in supply_kinds.choices(session, CLERK)]
    saved(shelf, id=kind, version=kind_of(shelf, kind).version, name="保洁用品")

    def found(words: str) -> list[int]:
        with either.read() as session:
            query = Query(TODAY, chip="all", text=words)
            return [row[0] for row in registers.window(session, CLERK, supplies.REGISTER, query, 0, 9)]

    assert (found("保洁"), found("清洁")) == ([article], [])
    with either.write() as session:
        assert not supply_kinds.remove(session, CLERK, kind, kind_of(shelf, kind).version)
        assert "保洁用品" not in [one.label for one in supply_kinds.choices(session, CLERK)]
        assert supply_kinds.name_of(session, "QJ") == "保洁用品"


def test_the_usual_kinds_are_there_and_those_taken_stay_away(shelf):
    with shelf.database.write() as session:
        assert set(supply_kinds.names(session)) >= {kind.code for kind in usual()}
        supply_kinds.fill(session)
        rows = registers.window(session, CLERK, supply_kinds.REGISTER, Query(TODAY), 0, 99)
        assert len(rows) == len(usual())
        assert supplies.get(session, CLERK, PAPER).code == "BG-0001"
        assert supply_kinds.prefix_of(session, "gone") == "QT"


def test_a_kind_without_articles_is_deleted(shelf):
    kind = saved(shelf)
    with shelf.database.write() as session:
        assert supply_kinds.remove(session, CLERK, kind, 1)


@pytest.mark.parametrize(
    ("given", "told"),
    [
        ({"name": " "}, ("record.required", "name")),
        ({"prefix": ""}, ("record.required", "prefix")),
        ({"prefix": "清1"}, ("supply.kind_prefix", "prefix")),
        ({"prefix": "BG"}, ("record.taken", "prefix")),
        ({"name": "办公耗材"}, ("record.taken", "name")),
    ],
)
def test_what_a_kind_must_say(shelf, given, told):
    with pytest.raises(Refused) as caught:
        saved(shelf, **given)
    assert (caught.value.code, caught.value.field) == told
