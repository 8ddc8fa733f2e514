"""Kinds of certificates 证照种类: validity, lead time, reminders, yearly duties, renewal steps, cost; all data."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, fields
from decimal import Decimal
from typing import Any

from sqlalchemy import select

from models.certificate import CertificateKind
from models.certificate_terms import DutyKind, DutyRhythm, HolderType
from services import certificate_duties, records, search
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register
from services.usual_certificate_kinds import UsualKind, usual_kinds

_NUMBERS = re.compile(r"[\s,，、;；/]+")
_PAPERS = re.compile(r"[,，、;；]+")

REGISTER = Register(
    name="certificate_kind",
    record=CertificateKind,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, CertificateKind.name, width=220, stretch=True),
        Column("group", "Group", ColumnKind.TEXT, CertificateKind.group, width=100),
        Column("holder", "Issued to", ColumnKind.CHOICE, CertificateKind.holder, width=80, choices=HolderType),
        Column("months", "Months valid", ColumnKind.NUMBER, CertificateKind.months, width=90),
        Column("lead_days", "Days ahead", ColumnKind.NUMBER, CertificateKind.lead_days, width=90),
        Column("cost", "Usual cost", ColumnKind.MONEY, CertificateKind.cost, width=100),
        Column("confirmed", "Compared", ColumnKind.YES_NO, CertificateKind.confirmed, width=90),
        Column("source", "Source", ColumnKind.TEXT, CertificateKind.source, width=200, shown=False),
        Column("code", "Code", ColumnKind.TEXT, CertificateKind.code, width=130, shown=False),
        Column("active", "Active", ColumnKind.YES_NO, CertificateKind.active, width=80, shown=False),
    ),
    see=Permission.CERTIFICATE_SEE,
    sort="group",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("unconfirmed", "To compare", lambda _: (Filter("confirmed", Operator.IS, value=False), Filter("active", Operator.IS, value=True))),
        Chip("all", "All"),
    ),
    default_chip="active",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class DutyLine:
    """A yearly duty as typed: within a period (`from_day` to `to_day`, month-day) or every so many `months`.

    `hours`: of training in that time.
    """

    name: str = ""
    kind: DutyKind = DutyKind.ANNUAL_REPORT
    rhythm: DutyRhythm = DutyRhythm.WINDOW
    from_day: str = ""
    to_day: str = ""
    next_year: bool = False
    months: int | None = None
    open_days: int | None = None
    longest: int | None = None
    hours: Decimal | None = None
    code: str = ""


@dataclass(frozen=True, slots=True)
class StepLine:
    """A step of the renewal as typed: so many days, or months, before the end; papers with commas between.

    `start`: the first day on which it is possible, not the last one.
    """

    name: str = ""
    days: int | None = None
    months: int | None = None
    papers: str = ""
    start: bool = False


@dataclass(frozen=True, slots=True)
class KindDraft:
    """A kind as typed. `reminders` are days before, with commas; `months` 0: no usual validity."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    group: str = ""
    holder: HolderType = HolderType.COMPANY
    months: int = 0
    lead_days: int = 30
    reminders: str = "90, 60, 30, 7"
    cost: Decimal | None = None
    source: str = ""
    confirmed: bool = False
    active: bool = True
    duties: tuple[DutyLine, ...] = ()
    steps: tuple[StepLine, ...] = ()


_SAME = ("holder", "months", "lead_days", "cost", "confirmed", "active")


@requires(Permission.CERTIFICATE_SEE)
def get(session: Session, actor: Actor, kind_id: int) -> KindDraft:  # noqa: ARG001 - the permission needs it
    """The kind of that id; Refused "record.gone"."""
    item = records.load(session, CertificateKind, kind_id)
    return KindDraft(
        **{name: getattr(item, name) for name in ("id", "version", "name", "group", "source", *_SAME)},
        reminders=", ".join(map(str, item.reminders)),
        duties=tuple(_duty_line(row) for row in item.duties),
        steps=tuple(_step_line(row) for row in item.steps),
    )


@requires(Permission.CERTIFICATE_EDIT)
def save(session: Session, actor: Actor, draft: KindDraft) -> int:
    """Store a kind; returns its id.

    Raises Refused "record.required" (name), "record.taken" (name), "certificate.negative" (months, lead_days, cost),
    "certificate.reminders" (reminders), "certificate.duty" (duties.N), "certificate.step" (steps.N), "record.stale".
    """
    item = (
        CertificateKind()
        if draft.id is None
        else records.expect(session, CertificateKind, draft.id, draft.version)
    )
    name = required(draft.name, "name")
    records.refuse_taken(session, CertificateKind.name, name, draft.id)
    for field in ("months", "lead_days", "cost"):
        if (getattr(draft, field) or 0) < 0:
            raise Refused("certificate.negative", field=field)
    for field in _SAME:
        setattr(item, field, getattr(draft, field))
    item.name, item.group, item.source = name, tidy(draft.group, "group"), tidy(draft.source, "source")
    item.code = item.code or _free_code(session)
    item.reminders = _reminders(draft.reminders)
    item.duties = [_duty_row(line, place) for place, line in enumerate(draft.duties)]
    item.steps = [_step_row(line) for line in draft.steps]
    certificate_duties.check_kind(item)
    return records.keep(session, actor, item, name, item.group)


@requires(Permission.CERTIFICATE_EDIT)
def remove(session: Session, actor: Actor, kind_id: int, version: int) -> bool:
    """Delete a kind that no certificate has, or make it inactive; True when it is gone. Refused "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, CertificateKind, kind_id, version))


@requires(Permission.CERTIFICATE_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active kinds by group and name, the group beside."""
    query = select(CertificateKind).filter_by(active=True)
    found = session.scalars(query.order_by(CertificateKind.group, CertificateKind.name))
    return [Choice(item.id, item.name, item.group, item.search_text) for item in found]


@dataclass(frozen=True, slots=True)
class KindShort:
    """What a form needs of a kind; the rules take it for a kind."""

    code: str
    name: str
    holder: HolderType
    months: int
    lead_days: int
    reminders: tuple[int, ...]
    duties: tuple[Mapping[str, Any], ...]
    steps: tuple[Mapping[str, Any], ...]


@requires(Permission.CERTIFICATE_SEE)
def in_short(session: Session, actor: Actor) -> dict[int, KindShort]:  # noqa: ARG001 - the permission needs it
    """Every kind by its id."""
    names = ("code", "name", "holder", "months", "lead_days")
    return {
        item.id: KindShort(
            **{name: getattr(item, name) for name in names},
            reminders=tuple(item.reminders),
            duties=tuple(item.duties),
            steps=tuple(item.steps),
        )
        for item in session.scalars(select(CertificateKind))
    }


@requires(Permission.CERTIFICATE_EDIT)
def load_usual(session: Session, actor: Actor) -> int:
    """Write the usual kinds that the company has not; how many were written."""
    return len([records.keep(session, actor, item, item.name, item.group) for item in _missing(session)])


@open_to_all("called by the upgrade of a database, before anybody has signed in")
def fill(session: Session) -> None:
    """The usual kinds, for a company that was there before them."""
    for item in _missing(session):
        item.search_text = search.text_for(item.name, item.group)
        session.add(item)
        session.flush()
        search.index(session, item.__tablename__, item.id, item.search_text)


def _missing(session: Session) -> list[CertificateKind]:
    known = set(session.scalars(select(CertificateKind.code)))
    names = set(session.scalars(select(CertificateKind.name)))
    return [_item(one) for one in usual_kinds() if one.code not in known and one.name not in names]


def _item(usual: UsualKind) -> CertificateKind:
    own = {field.name: getattr(usual, field.name) for field in fields(usual)}
    plain = {name: [*own[name]] if isinstance(own[name], tuple) else own[name] for name in own}
    return CertificateKind(**plain)


def _free_code(session: Session) -> str:
    """`own_7`: kinds of the company's own need no word that the program knows."""
    known = set(session.scalars(select(CertificateKind.code).where(CertificateKind.code.like("own_%"))))
    number = len(known) + 1
    while f"own_{number}" in known:
        number += 1
    return f"own_{number}"


def _reminders(text: str) -> list[int]:
    words = [word for word in _NUMBERS.split(text.strip()) if word]
    if not all(word.isascii() and word.isdigit() for word in words):
        raise Refused("certificate.reminders", field="reminders")
    return sorted({int(word) for word in words}, reverse=True)


def _duty_line(row: Mapping[str, Any]) -> DutyLine:
    return DutyLine(
        name=row["name"],
        kind=DutyKind(row["kind"]),
        rhythm=DutyRhythm(row["rhythm"]),
        from_day=row.get("from", ""),
        to_day=row.get("to", ""),
        next_year=bool(row.get("next_year")),
        months=row.get("months"),
        open_days=row.get("open_days"),
        longest=row.get("longest"),
        hours=certificate_duties.hours_of(row),
        code=row["code"],
    )


def _duty_row(line: DutyLine, place: int) -> dict[str, Any]:
    """As the rules read it; a duty typed here gets a code of its own, which its cases remember."""
    row: dict[str, Any] = {
        "code": line.code or f"own_{place + 1}",
        "name": tidy(line.name, f"duties.{place}.name"),
        "kind": DutyKind(line.kind).value,
        "rhythm": DutyRhythm(line.rhythm).value,
    }
    if line.hours is not None:
        row["hours"] = f"{line.hours.normalize():f}"
    if line.rhythm == DutyRhythm.VALIDITY:
        return row
    if line.rhythm == DutyRhythm.WINDOW:
        row |= {"from": line.from_day.strip(), "to": line.to_day.strip()}
        return row | ({"next_year": True} if line.next_year else {})
    own = {"months": line.months or 0, "open_days": line.open_days, "longest": line.longest}
    return row | {name: value for name, value in own.items() if value is not None}


def _step_line(row: Mapping[str, Any]) -> StepLine:
    return StepLine(
        row["name"],
        row.get("days"),
        row.get("months"),
        "、".join(row.get("papers", ())),
        bool(row.get("start")),
    )


def _step_row(line: StepLine) -> dict[str, Any]:
    row: dict[str, Any] = {"name": tidy(line.name, "steps")}
    own = {"days": line.days, "months": line.months}
    row |= {name: value for name, value in own.items() if value is not None}
    if line.start:
        row["start"] = True
    return row | {"papers": [word.strip() for word in _PAPERS.split(line.papers) if word.strip()]}
