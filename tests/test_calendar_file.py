"""Calendar files read back by RFC 5545: lines, folding, escapes, days and times, ids that stay."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from models.bid_terms import BidResult, BidStage
from models.certificate_case import CaseKind, CaseStep, CertificateCase
from services import bid_calendar
from services.exchange.calendar_file import Event, calendar_file, escaped, folded
from tests.bids import (
    LOST,
    certificate,
    ended,
    made,
    stage,
)
from tests.claims import refusal

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


def test_a_whole_day_ends_where_the_next_one_begins():
    one, lasting = written(
        Event("a@b", date(2026, 12, 31), "公告"),
        Event("c@d", date(2026, 12, 31), "公示", from_on=date(2026, 12, 29), remind_days=7),
    )
    assert (one["DTSTART;VALUE=DATE"], one["DTEND;VALUE=DATE"]) == ("20261231", "20270101")
    assert (lasting["DTSTART;VALUE=DATE"], lasting["DTEND;VALUE=DATE"]) == ("20261229", "20270101")
    assert lasting["ALARM.TRIGGER"] == "-P7D"
    assert "ALARM.TRIGGER" not in one


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
    found = {event["UID"]: event for event in events(target.read_bytes())}
    assert count == len(found) == 5
    assert found[f"bid-{bid_id}-submission@opsdesk.local"]["SUMMARY"] == "投标截止：洪山区不动产测绘服务"
    assert found[f"certificate-{one}-end@opsdesk.local"]["DTSTART;VALUE=DATE"] == "20261202"
    assert {"ISO 换证：提交资料", "办理截止：ISO 换证"} <= {event["SUMMARY"] for event in found.values()}
    again = tmp_path / "again.ics"
    with database.read() as session:
        bid_calendar.write(session, clerk, again, name="全部", stamp=STAMP)
    assert again.read_bytes() == target.read_bytes()


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
