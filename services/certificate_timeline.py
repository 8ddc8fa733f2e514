"""The coming eighteen months of all certificates 证照时间轴: until when each holds, its duties, its renewal."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.certificate import Certificate, CertificateState
from models.certificate_case import CaseKind, CaseState, CertificateCase
from models.people import Company
from services import certificate_duties, certificate_owed, certificate_register, training_goals
from services.certificate_chains import chains
from services.certificate_facts import state_on
from services.labour_law import add_months
from services.permissions import Actor, Permission, requires

MONTHS = 18
_DAY = timedelta(days=1)


class CertificateMark(StrEnum):
    """到期, 申请期限, 年度义务, 应还."""

    END = "end"
    APPLY = "apply"
    DUTY = "duty"
    BACK = "back"


@dataclass(frozen=True, slots=True)
class Mark:
    """Something on a day; `text` is the name of the duty, or who has the original. `late`: it should have been done."""

    day: date
    kind: CertificateMark
    text: str = ""
    late: bool = False


@dataclass(frozen=True, slots=True)
class Band:
    """One certificate: its bar from `first` to `last` within the time shown; both None when it holds on no day of it."""

    id: int
    name: str
    holder_name: str
    valid_to: date | None
    state: CertificateState
    first: date | None
    last: date | None
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """`months` are the first days of the months shown; the certificate that ends first comes first."""

    company: str
    today: date
    months: tuple[date, ...]
    bands: tuple[Band, ...]

    @property
    def first(self) -> date:
        return self.months[0]

    @property
    def last(self) -> date:
        return add_months(self.months[-1], 1) - _DAY

    def share(self, day: date) -> tuple[int, int]:
        """Where a day stands: days from the beginning, of how many in all; an earlier one at the beginning."""
        return max((day - self.first).days, 0), (self.last - self.first).days + 1


@requires(Permission.CERTIFICATE_SEE)
def timeline(session: Session, actor: Actor, *, today: date) -> Timeline:  # noqa: ARG001 - the permission needs it
    """Every certificate that is not archived, from this month on; what is overdue stands at its beginning, whatever its day was.

    One that is applied for or was withdrawn holds on no day and owes nothing; only who has its original is told.
    """
    begin = today.replace(day=1)
    months = tuple(add_months(begin, number) for number in range(MONTHS))
    end = add_months(begin, MONTHS) - _DAY
    items = session.scalars(
        select(Certificate)
        .where(certificate_register.current(), certificate_register.of_staff(today))
        .options(selectinload(Certificate.kind))
    ).all()
    ids = [item.id for item in items]
    links, bands = chains(session), []
    earlier = {item.id: [one.id for one in links.renewed(item.id)] for item in items}
    cases = certificate_owed.cases_of(session, {*ids, *(one for found in earlier.values() for one in found)})
    out = certificate_register.out_of(session, ids)
    taken = training_goals.taken_of(session, {item.kind_id for item in items if item.employee_id})
    for item in items:
        known = [case for one in (item.id, *earlier[item.id]) for case in cases.get(one, ())]
        owed, used = certificate_owed.owed_from(item, today), item.state in certificate_register.IN_USE
        marks = _marks(session, item, known, owed, today) if used else []
        duties = certificate_owed.open_duties(item, known, owed, end, links) if used else []
        marks += [
            Mark(duty.due_on, CertificateMark.DUTY, duty.name, duty.due_on < today)
            for duty in duties
            if not training_goals.met(duty, taken.get(item.id, ()))
        ]
        if item.id in out:
            holder, due = out[item.id]
            marks.append(Mark(due, CertificateMark.BACK, holder, due < today))
        told = (mark for mark in marks if mark.late or begin <= mark.day <= end)
        shown = tuple(sorted(told, key=lambda mark: mark.day))
        bands.append(_band(item, today, (begin, end), shown))
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return Timeline(company, today, months, tuple(sorted(bands, key=_order)))


def _order(band: Band) -> tuple[date, str, int]:
    return band.valid_to or date.max, band.name, band.id


def _marks(
    session: Session, item: Certificate, cases: Sequence[CertificateCase], owed: date, today: date
) -> list[Mark]:
    """Its end and the day to apply by; that one is late as the due page tells it: until the end, while no renewal is in hand."""
    if item.valid_to is None:
        return []
    marks = [Mark(item.valid_to, CertificateMark.END)]
    apply_by = certificate_duties.apply_by(item.kind, item.valid_to)
    if not item.kind.lead_days or certificate_register.followed(session, item):
        return marks
    in_hand = any(case.kind == CaseKind.RENEWAL and case.state == CaseState.OPEN for case in cases)
    late = apply_by < today
    if not late or (item.valid_to >= today and apply_by >= owed and not in_hand):
        marks.append(Mark(apply_by, CertificateMark.APPLY, late=late))
    return marks


def _band(item: Certificate, today: date, shown: tuple[date, date], marks: tuple[Mark, ...]) -> Band:
    begin, end = shown
    first = max(item.valid_from or begin, begin)
    last = min(item.valid_to or end, end)
    holds = first <= last and item.state in certificate_register.RUNNING
    return Band(
        item.id,
        item.name,
        item.holder_name if item.employee_id else "",
        item.valid_to,
        state_on(item.state, item.valid_to, today),
        first if holds else None,
        last if holds else None,
        marks,
    )
