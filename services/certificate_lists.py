"""The list of certificates 证照一览表 as it is handed over: every certificate in use, its days left, its original."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session, selectinload

from models.certificate import Certificate, CertificateState
from models.people import Company
from services import certificate_register
from services.certificate_facts import state_on
from services.errors import Refused
from services.permissions import Actor, Permission, requires

HEADINGS = (
    "序号", "类别", "证照名称", "证号", "持有人", "发证机关", "等级/范围", "有效期起", "有效期至", "剩余天数",
    "状态", "正本", "正本存放", "副本", "副本存放", "借出",
)  # fmt: skip
ENDLESS = "长期"
STATES = {
    CertificateState.VALID: "有效",
    CertificateState.IN_PROGRESS: "办理中",
    CertificateState.LAPSED: "已失效",
    CertificateState.SUSPENDED: "暂停",
    CertificateState.REVOKED: "已撤销",
    CertificateState.ARCHIVED: "已归档",
}


@dataclass(frozen=True, slots=True)
class ListRow:
    """A certificate as the list has it; `days_left` below zero once it is over, None where it does not end or does not hold: applied for, withdrawn."""

    group: str
    name: str
    number: str
    holder: str
    issuer: str
    scope: str
    valid_from: date | None
    valid_to: date | None
    days_left: int | None
    state: str
    originals: int
    place: str
    copies: int
    copy_place: str
    lent: str

    def cells(self, place: int) -> tuple[object, ...]:
        """The row in the order of HEADINGS."""
        return (
            place, self.group, self.name, self.number, self.holder, self.issuer, self.scope, self.valid_from,
            self.valid_to or (ENDLESS if self.state == STATES[CertificateState.VALID] else None), self.days_left,
            self.state, self.originals, self.place, self.copies, self.copy_place, self.lent,
        )  # fmt: skip


@dataclass(frozen=True, slots=True)
class CertificateList:
    """The list of a day as printed."""

    company: str
    on: date
    rows: tuple[ListRow, ...]
    made_by: str


@requires(Permission.CERTIFICATE_SEE)
def certificate_list(session: Session, actor: Actor, *, on: date) -> CertificateList:
    """Every certificate that is not archived nor of somebody who left, by group and name; Refused "print.nothing" when there is none."""
    items = session.scalars(
        select(Certificate)
        .where(certificate_register.current(), certificate_register.of_staff(on))
        .options(selectinload(Certificate.kind))
    ).all()
    if not items:
        raise Refused("print.nothing")
    out = certificate_register.out_of(session, [item.id for item in items])
    ordered = sorted(items, key=lambda item: (item.kind.group, item.name, item.id))
    company = session.scalar(select(Company.name).order_by(Company.id)) or ""
    return CertificateList(company, on, tuple(_row(item, out, on) for item in ordered), actor.name)


def _row(item: Certificate, out: dict[int, tuple[str, date]], on: date) -> ListRow:
    holder, due = out.get(item.id, ("", None))
    used = item.state in certificate_register.IN_USE
    lent = f"{holder} 应还{due.isoformat()}" + ("（逾期）" if due < on else "") if due else ""
    return ListRow(
        group=item.kind.group,
        name=item.name,
        number=item.number,
        holder=item.holder_name,
        issuer=item.issuer,
        scope=" ".join(part for part in (item.level, item.scope) if part),
        valid_from=item.valid_from,
        valid_to=item.valid_to,
        days_left=(item.valid_to - on).days if item.valid_to and used else None,
        state=STATES[state_on(item.state, item.valid_to, on)],
        originals=item.originals,
        place=item.original_place,
        copies=item.copies,
        copy_place=item.copy_place,
        lent=lent,
    )
