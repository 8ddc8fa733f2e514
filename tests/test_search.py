"""What a record is found by."""

from __future__ import annotations

from datetime import date

import pytest

from models.people import Employee
from models.user import Role
from services import employees, registers, search
from services.registers import Query
from tests.conftest import TODAY, actor_of_role

HR = actor_of_role(Role.HR)


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("BX-2026-0413", ["bx20260413"]),
        ("¥4,286.50", ["428650"]),
        ("4286.50", ["428650"]),
        ("ＢＸ－２０２６", ["bx2026"]),
        ("武汉—宜昌 外业（6 人）", ["武汉", "宜昌", "外业", "6", "人"]),
        ("2026-11-20", ["20261120"]),
        ("__ %", []),
    ],
)
def test_what_is_typed_and_what_is_stored_fold_to_the_same_words(typed, words):
    assert search.words(typed) == words


@pytest.mark.parametrize(
    ("name", "spelled"),
    [
        ("李文静", {"liwenjing", "lwj"}),
        ("单雄信", {"shanxiongxin", "sxx"}),
        ("曾志伟", {"zengzhiwei", "zzw"}),
        ("仇英", {"qiuying", "qy"}),
        ("解缙", {"xiejin", "xj"}),
        ("朴树", {"piaoshu", "ps"}),
        ("翟天", {"zhaitian", "zt"}),
        ("令狐冲", {"linghuchong", "lhc"}),
        ("吕布", {"lvbu", "lb"}),
    ],
)
def test_a_name_is_found_by_its_pinyin_and_initials(name, spelled):
    assert spelled <= set(search.text_for(name).split())


def test_a_long_text_is_spelled_by_its_initials_only():
    found = search.text_for("武汉市东湖新技术开发区管理委员会").split()
    assert len(found) == 2
    assert found[1].startswith("whsdhx")


def test_parts_that_are_empty_or_repeated_add_nothing():
    assert search.text_for("HT-2026-031", None, "", "ht2026031", 12) == "ht2026031 12"


def test_a_word_becomes_its_pairs_and_its_last_character():
    assert search.pairs("李文静 a") == "李文 文静 静 a"
    assert search.fts_query(["李", "文静", "4286"]) == '"李" * AND "文静" AND "42 28 86"'


@pytest.mark.parametrize("text", ["李", "文静", "李文静", "lwj", "wenj", "E-07", "e07", "文静 E0", "１３８"])
def test_a_piece_of_any_word_finds_the_record(database, text):
    with database.write() as session:
        draft = employees.EmployeeDraft(
            number="E-0731", name="李文静", department_id=1, phone="138 0013 8000", hired_on=date(2020, 1, 1)
        )
        saved = employees.save(session, HR, draft)
        like = search.like_clauses(Employee.__table__.c.search_text, 1)
        assert len(like) == 1
    with database.read() as session:
        found = registers.window(session, HR, employees.REGISTER, Query(TODAY, text=text), 0, 10)
    assert [row[0] for row in found] == [saved]


def test_a_renamed_record_is_found_by_its_new_name_only(database):
    with database.write() as session:
        search.index(session, "employee", 1, search.text_for("王小明"))
        search.index(session, "employee", 1, search.text_for("王大明"))
        assert search.rare_matches(session, "employee", ["小明"]) == []
        assert search.rare_matches(session, "employee", ["大明"]) == [1]
        search.remove(session, "employee", 1)
        assert search.rare_matches(session, "employee", ["大明"]) == []


def test_only_the_name_of_a_register_names_an_index(database):
    with database.write() as session, pytest.raises(ValueError, match="not the name of a register"):
        search.index(session, "employee; DROP TABLE employee", 1, "x")
