"""Calendar files .ics as RFC 5545 has them: read by every telephone and calendar. Pure: events in, bytes out."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from services.errors import Refused

FOLD = 75  # octets a line, without its end
ZONE = "Asia/Shanghai"
HOUR = timedelta(hours=1)
_DAY = timedelta(days=1)
_ZONE_LINES = (
    "BEGIN:VTIMEZONE",
    f"TZID:{ZONE}",
    "BEGIN:STANDARD",
    "DTSTART:19700101T000000",
    "TZOFFSETFROM:+0800",
    "TZOFFSETTO:+0800",
    "TZNAME:CST",
    "END:STANDARD",
    "END:VTIMEZONE",
)


@dataclass(frozen=True, slots=True)
class Event:
    """One date: a whole day, or an hour from `at_time` (09:30, local in China); from `from_on` on it is whole days.

    `uid` stays the same in every file, whatever becomes of its day: a calendar that reads the next file moves the date it
    has. `remind_days` before its day, 0 for no reminder.
    """

    uid: str
    day: date
    title: str
    at_time: str = ""
    from_on: date | None = None
    place: str = ""
    text: str = ""
    remind_days: int = 0


def calendar_file(events: Iterable[Event], *, name: str, stamp: datetime) -> bytes:
    """The file: lines of at most 75 octets, ended by CR LF. Raises Refused "calendar.empty" without events."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//OpsDesk//OpsDesk//ZH",
        "CALSCALE:GREGORIAN",
        "METHOD:PUBLISH",
        f"X-WR-CALNAME:{escaped(name)}",
        f"X-WR-TIMEZONE:{ZONE}",
        *_ZONE_LINES,
    ]
    ordered = sorted(events, key=lambda one: (one.day, one.at_time, one.uid))
    if not ordered:
        raise Refused("calendar.empty")
    for event in ordered:
        lines += _event(event, stamp)
    lines.append("END:VCALENDAR")
    return b"".join(part + b"\r\n" for line in lines for part in folded(line))


def escaped(text: str) -> str:
    """Text as a value: backslash, semicolon, comma and line ends are written with a backslash."""
    plain = text.replace("\\", "\\\\").replace(";", "\\;").replace(",", "\\,")
    return plain.replace("\r\n", "\\n").replace("\n", "\\n").replace("\r", "\\n")


def folded(line: str) -> list[bytes]:
    """The line in pieces of at most 75 octets, never inside a character; each after the first begins with a space."""
    pieces: list[bytes] = []
    now = b""
    for sign in line:
        octets = sign.encode()
        if len(now) + len(octets) > FOLD:
            pieces.append(now)
            now = b" "
        now += octets
    return [*pieces, now]


def _event(event: Event, stamp: datetime) -> list[str]:
    found = [
        "BEGIN:VEVENT",
        f"UID:{event.uid}",
        f"DTSTAMP:{stamp.astimezone(UTC):%Y%m%dT%H%M%SZ}",
        f"SEQUENCE:{int(stamp.timestamp()) // 60}",  # a later file replaces what an earlier one brought
        *_days(event),
        f"SUMMARY:{escaped(event.title)}",
    ]
    if event.place:
        found.append(f"LOCATION:{escaped(event.place)}")
    if event.text:
        found.append(f"DESCRIPTION:{escaped(event.text)}")
    found.append("TRANSP:OPAQUE" if event.at_time and not _lasts(event) else "TRANSP:TRANSPARENT")
    if event.remind_days:
        found += [
            "BEGIN:VALARM",
            "ACTION:DISPLAY",
            f"DESCRIPTION:{escaped(event.title)}",
            _trigger(event),
            "END:VALARM",
        ]
    return [*found, "END:VEVENT"]


def _lasts(event: Event) -> bool:
    return event.from_on is not None and event.from_on < event.day


def _trigger(event: Event) -> str:
    """So many days before its day; of what lasts that is the last one, which ends where the next day begins."""
    if _lasts(event):
        return f"TRIGGER;RELATED=END:-P{event.remind_days + 1}D"
    return f"TRIGGER:-P{event.remind_days}D"


def _days(event: Event) -> list[str]:
    if event.at_time and not _lasts(event):
        begin = datetime.combine(event.day, time.fromisoformat(event.at_time))
        return [
            f"DTSTART;TZID={ZONE}:{begin:%Y%m%dT%H%M%S}",
            f"DTEND;TZID={ZONE}:{begin + HOUR:%Y%m%dT%H%M%S}",
        ]
    first = event.from_on or event.day
    return [f"DTSTART;VALUE=DATE:{first:%Y%m%d}", f"DTEND;VALUE=DATE:{event.day + _DAY:%Y%m%d}"]
