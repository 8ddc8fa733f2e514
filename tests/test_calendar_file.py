"""Calendar files read back by RFC 5545: lines, folding, escapes, days and times, ids that stay."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from sqlalchemy import select
from sqlalchemy.orm import selectinload

from models.audit import AuditEntry
from models.bid_terms import BidResult, BidStage, DepositKind
from models.certificate import Certificate, CertificateKind
from models.certificate_case import CaseKind, CaseStep, CertificateCase
from services import bid_calendar, bid_deposit_moves, bid_deposits
from services.bid_deposits import DepositDraft
from services.exchange.calendar_file import Event, calendar_file, escaped, folded
from tests.bids import (
    LOST,
    TODAY,
    certificate,
    ended,
    made,
    stage,
)
from tests.claims import command, refusal

STAMP = datetime(2026, 11, 27, 1, 30, tzinfo=UTC)


def unfolded(content: bytes) -> list[str]:
    """The lines as a reader takes them: CR LF ends a line, CR LF and a space goes on with it."""
    assert content.endswith(b"\r\n")
    assert b"\n" not in content.replace(b"\r\n", b"")
    assert b"\r" not in content.replace(b"\r\n", b"")
    for line in content.split(b"\r\n"):
        assert len(line) <= 75
        line.decode()  # no character is cut in two
    return content.replace(b"\r\n ", b"").decode().removesuffix("\r\n").split("\r\n")


def plain(value: str) -> str:
    found, signs = "", iter(value)
    for sign in signs:
        if sign == "\\":
            following = next(signs)
            found += "\n" if following in "nN" else following
        else:
            assert sign not in ";,", "these are escaped in a value"
            found += sign
    return found


def events(content: bytes) -> list[dict[str, str]]:
    found, inside, alarm = [], False, False
    for line in unfolded(content):
        name, _, value = line.partition(":")
        if line == "BEGIN:VEVENT":
            inside = True
            found.append({})
        elif line == "END:VEVENT":
            inside = False
        elif line in ("BEGIN:VALARM", "END:VALARM"):
            alarm = line.startswith("BEGIN")
        elif inside:
            key = f"ALARM.{name}" if alarm else name
            assert key not in found[-1], "every property stands once"
            found[-1][key] = plain(value) if name in ("SUMMARY", "LOCATION", "DESCRIPTION") else value
    return found


def written(*given: Event) -> list[dict[str, str]]:
    return events(calendar_file(given, name="投标", stamp=STAMP))


def test_a_date_with_a_time_is_local_and_an_hour_long():
    (one,) = written(Event("a@b", date(2026, 12, 10), "开标", "23:30", place="武汉"))
    assert one["DTSTART;TZID=Asia/Shanghai"] == "20261210T233000"
    assert one["DTEND;TZID=Asia/Shanghai"] == "20261211T003000"
    assert one["DTSTAMP"] == "20261127T013000Z"
    assert (one["UID"], one["LOCATION"]) == ("a@b", "武汉")
    later = events(
        calendar_file([Event("a@b", date(2026, 12, 11), "开标")], name="", stamp=STAMP + timedelta(hours=1))
    )
    assert int(later[0]["SEQUENCE"]) > int(one["SEQUENCE"]), (
        "the later file replaces what the earlier one brought"
    )


def test_a_whole_day_ends_where_the_next_one_begins():
    one, lasting = written(
        Event("a@b", date(2026, 12, 31), "公告"),
        Event("c@d", date(2026, 12, 31), "公示", from_on=date(2026, 12, 29), remind_days=7),
    )
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert (lasting["DTSTART;VALUE=DATE"], lasting["DTEND;VALUE=DATE"]) == ("20261229", "20270101")
    assert lasting["ALARM.TRIGGER;RELATED=END"] == "-P8D", "seven days before its last day"
    assert not [name for name in one if name.startswith("ALARM.TRIGGER")]


def test_the_file_begins_and_ends_as_it_must_and_names_its_zone():
    lines = unfolded(calendar_file([Event("a@b", date(2026, 1, 1), "元旦")], name="投标, 证照", stamp=STAMP))
    assert lines[:2] == ["BEGIN:VCALENDAR", "VERSION:2.0"]
    assert lines[-1] == "END:VCALENDAR"
    assert "X-WR-CALNAME:投标\\, 证照" in lines
    assert lines.index("BEGIN:VTIMEZONE") < lines.index("BEGIN:VEVENT")
    assert "TZOFFSETTO:+0800" in lines


@pytest.mark.parametrize(
    "text", ["甲;乙,丙\\丁", "第一行\n第二行\r\n第三行", "“引号” 100%：冒号", "很长的题目" * 40, "🏗️" * 30]
)
def test_every_text_comes_back_as_it_was(text):
    (one,) = written(Event("a@b", date(2026, 12, 10), text, text=text))
    assert one["SUMMARY"] == text.replace("\r\n", "\n")
    assert one["DESCRIPTION"] == text.replace("\r\n", "\n")


def test_lines_are_folded_at_75_octets():
    assert folded("a" * 75) == [b"a" * 75]
    assert folded("a" * 76) == [b"a" * 75, b" a"]
    assert escaped("a\rb") == "a\\nb"


def test_nothing_to_write_is_refused():
    with refusal("calendar.empty"):
        calendar_file([], name="", stamp=STAMP)


def bid_with_dates(database, clerk) -> int:
    both = (
        stage(BidStage.SUBMISSION, date(2026, 12, 10), at_time="09:30", place="交易中心"),
        stage(BidStage.OPENING, date(2026, 12, 10), at_time="09:30"),
    )
    return made(database, clerk, stages=both)


def test_all_dates_of_bids_and_certificates_are_in_the_file(database, clerk, tmp_path):
    bid_id = bid_with_dates(database, clerk)
    one = certificate(database, "ISO 9001", valid_to=date(2026, 12, 2))
    with database.write() as session:
        case = CertificateCase(
            number="BL-1", kind=CaseKind.RENEWAL, title="ISO 换证", opened_on=date(2026, 11, 1), due_on=date(2026, 12, 1)
        )  # fmt: skip
        case.steps = [CaseStep(position=1, name="提交资料", due_on=date(2026, 11, 20))]
        session.add(case)
    target = tmp_path / "dates.ics"
    with database.read() as session:
        count = bid_calendar.write(session, clerk, target, name="全部", stamp=STAMP)
    found = {event["UID"].partition("@")[0]: event for event in events(target.read_bytes())}
    assert count == len(found) == 5
    assert found[f"bid-{bid_id}-submission"]["SUMMARY"] == "投标截止：洪山区不动产测绘服务"
    assert found[f"certificate-{one}-end"]["DTSTART;VALUE=DATE"] == "20261202"
    assert {"ISO 换证：提交资料", "办理截止：ISO 换证"} <= {event["SUMMARY"] for event in found.values()}
    again = tmp_path / "again.ics"
    with database.read() as session:
        bid_calendar.write(session, clerk, again, name="全部", stamp=STAMP)
    assert again.read_bytes() == target.read_bytes()


def ids(database, clerk, today=TODAY) -> dict[str, Event]:
    with database.read() as session:
        return {one.uid: one for one in bid_calendar.events(session, clerk, today=today)}


def test_what_lasts_is_in_the_calendar_from_its_first_day_on(database, clerk):
    sale = stage(BidStage.DOCUMENTS, date(2026, 12, 4), from_on=date(2026, 11, 30), at_time="17:00")
    bid_id = made(database, clerk, stages=(sale,))
    (event,) = ids(database, clerk).values()
    (one,) = written(replace(event, remind_days=1))
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20261130", "20261205")
    assert one["SUMMARY"] == "购买文件：洪山区不动产测绘服务（12-04 17:00 止）"
    assert one["ALARM.TRIGGER;RELATED=END"] == "-P2D", "a day before the last one"
    with database.read() as session:
        found = bid_calendar.days(session, clerk, first=date(2026, 11, 1), last=date(2026, 12, 31))
        begun = bid_calendar.days(session, clerk, first=date(2026, 11, 1), last=date(2026, 11, 30))
    assert [(one.bid_id, one.day, one.begins) for one in found] == [
        (bid_id, date(2026, 11, 30), True),
        (bid_id, date(2026, 12, 4), False),
    ]
    assert [(one.day, one.begins) for one in begun] == [(date(2026, 11, 30), True)]


def test_deposits_without_a_stage_tell_their_own_days(database, clerk):
    paid = stage(BidStage.DEPOSIT, date(2026, 12, 1))
    bid_id = made(database, clerk, stages=(paid,), deposit_amount=Decimal(20000))
    with database.write() as session:
        for day in (date(2026, 12, 5), date(2026, 12, 6)):
            bid_deposits.save(
                session, clerk,
                DepositDraft(None, None, bid_id, DepositKind.PERFORMANCE, amount=Decimal(9), payee="某局", due_on=day),
            )  # fmt: skip
        home = bid_deposits.save(
            session, clerk,
            DepositDraft(None, None, bid_id, DepositKind.PERFORMANCE, amount=Decimal(9), payee="某局", due_back_on=date(2027, 11, 30)),
        )  # fmt: skip
        bid_deposit_moves.paid(session, clerk, home, 1, day=TODAY, command_id=command())
    titles = {(one.day, one.title.partition("：")[0]) for one in ids(database, clerk).values()}
    assert titles == {
        (date(2026, 12, 1), "保证金缴纳截止"),
        (date(2026, 12, 5), "履约保证金缴纳截止"),
        (date(2026, 12, 6), "履约保证金缴纳截止"),
        (date(2027, 11, 30), "履约保证金应退"),
    }
    with database.read() as session:
        found = bid_calendar.days(session, clerk, first=date(2026, 12, 2), last=date(2027, 12, 31))
    assert [one.deposit for one in found] == [DepositKind.PERFORMANCE] * 3


def test_an_id_stays_when_its_day_moves_and_steps_keep_theirs(database, clerk):
    one = certificate(database, "ISO 9001", valid_to=date(2027, 12, 20))
    with database.write() as session:
        kind = session.get_one(Certificate, one).kind_id
        session.get_one(CertificateKind, kind).lead_days = 30
        session.get_one(CertificateKind, kind).duties = [
            {"code": "report", "name": "年报", "rhythm": "anniversary", "months": 3}
        ]
        session.get_one(Certificate, one).valid_from = date(2026, 3, 3)
        case = CertificateCase(number="BL-1", kind=CaseKind.RENEWAL, title="换证", opened_on=TODAY)
        case.steps = [CaseStep(position=2, name="提交", due_on=date(2026, 12, 20))]
        session.add(case)
    before = ids(database, clerk)
    assert len({day.day for day in before.values()}) == len(before) >= 4
    with database.write() as session:
        item = session.get_one(Certificate, one)
        item.valid_to, item.valid_from = date(2027, 12, 22), date(2026, 3, 5)
        case = session.scalar(select(CertificateCase).options(selectinload(CertificateCase.steps)))
        case.steps[0].position = 3
        case.steps.append(CaseStep(position=1, name="准备", due_on=date(2026, 12, 1)))
    after = ids(database, clerk)
    assert set(before) <= set(after)
    assert [one.title for uid, one in after.items() if uid not in before] == ["换证：准备"]
    assert sum(before[uid].day != after[uid].day for uid in before) >= 3


def test_two_companies_have_ids_of_their_own(database, clerk):
    made(database, clerk, stages=(stage(BidStage.OPENING, date(2026, 12, 10)),))
    with database.read() as session:
        seal = session.scalar(select(AuditEntry.mac).where(AuditEntry.seq == 1))
    assert list(ids(database, clerk)) == [f"bid-1-opening@{seal[:12]}.opsdesk.local"]


def test_a_folder_that_is_not_there_is_told(database, clerk, tmp_path):
    bid_with_dates(database, clerk)
    with refusal("export.cannot_write"), database.read() as session:
        bid_calendar.write(session, clerk, tmp_path / "no" / "dates.ics", name="", stamp=STAMP)
    assert not Path(tmp_path / "no").exists()


def test_the_weeks_leave_out_what_no_longer_matters(database, clerk):
    bid_with_dates(database, clerk)
    ended(database, clerk, LOST, stages=(stage(BidStage.CONTRACT, date(2026, 12, 11)),))
    with database.read() as session:
        found = bid_calendar.days(session, clerk, first=date(2026, 12, 1), last=date(2026, 12, 31))
    assert [(one.stage, one.result) for one in found] == [
        (BidStage.SUBMISSION, BidResult.PENDING),
        (BidStage.OPENING, BidResult.PENDING),
    ]
