"""The shortest ways to a packet in any state, on the office of tests/claims."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal

from services import funding_sources, packet_register, packet_steps, packets
from services.claim_values import Saved
from services.funding_sources import FundingSourceDraft
from services.packet_records import PacketSaved
from services.packet_register import PacketDetail
from services.packet_steps import Accepted
from services.permissions import Actor
from tests.claims import TODAY, Office, command

UNIVERSITY = "武汉大学测绘遥感合作课题"


@dataclass(frozen=True)
class Desk:
    """The office with two funding sources."""

    office: Office
    university: int
    bureau: int

    def paper(self, amount: str = "100", source: int | None = None, *, paid: bool = True) -> Saved:
        """A paper of the university's money, paid or to pay."""
        draft = self.office.draft(amount, funding_source_id=source or self.university)
        return self.office.paid(draft) if paid else self.office.approved(draft)

    def papers(self, *amounts: str) -> list[Saved]:
        return [self.paper(amount) for amount in amounts]

    def make(self, papers: Sequence[Saved], actor: Actor | None = None, **changes: object) -> PacketSaved:
        values: dict[str, object] = {"title": "第一批", "command_id": command(), "today": TODAY} | changes
        with self.office.writing() as session:
            ids = [paper.id for paper in papers]
            return packets.make(session, actor or self.office.clerk, ids, **values)  # type: ignore[arg-type]  # its own arguments

    def add(self, packet: PacketSaved, *papers: Saved) -> PacketSaved:
        with self.office.writing() as session:
            ids = [paper.id for paper in papers]
            return packets.add(
                session, self.office.clerk, packet.id, packet.version, ids, command_id=command()
            )

    def take_out(self, packet: PacketSaved, *papers: Saved) -> PacketSaved:
        with self.office.writing() as session:
            ids = [paper.id for paper in papers]
            return packets.take_out(
                session, self.office.clerk, packet.id, packet.version, ids, command_id=command()
            )

    def lodge(self, packet: PacketSaved, **changes: object) -> PacketSaved:
        values: dict[str, object] = {"lodged_on": TODAY, "lodged_with": "刘老师"} | changes
        with self.office.writing() as session:
            return packet_steps.lodge(
                session,
                self.office.clerk,
                packet.id,
                packet.version,
                command_id=command(),
                today=TODAY,
                **values,
            )  # type: ignore[arg-type]  # its own arguments

    def answer(
        self, packet: PacketSaved, accepted: dict[int, Accepted] | None = None, **changes: object
    ) -> PacketSaved:
        values: dict[str, object] = {"answered_on": TODAY, "words": "同意"} | changes
        with self.office.writing() as session:
            return packet_steps.answer(
                session, self.office.clerk, packet.id, packet.version,
                accepted=accepted or {}, command_id=command(), today=TODAY, **values,
            )  # type: ignore[arg-type]  # its own arguments  # fmt: skip

    def receive(
        self,
        packet: PacketSaved,
        received: str,
        note: str = "",
        actor: Actor | None = None,
        **changes: object,
    ) -> PacketSaved:
        values: dict[str, object] = {"received_on": TODAY, "account_id": self.office.account} | changes
        with self.office.writing() as session:
            return packet_steps.receive(
                session, actor or self.office.cashier, packet.id, packet.version,
                received=Decimal(received), note=note, command_id=command(), today=TODAY, **values,
            )  # type: ignore[arg-type]  # its own arguments  # fmt: skip

    def reopen(self, packet: PacketSaved, reason: str = "填错了", actor: Actor | None = None) -> PacketSaved:
        with self.office.writing() as session:
            return packet_steps.reopen(
                session,
                actor or self.office.clerk,
                packet.id,
                packet.version,
                reason=reason,
                command_id=command(),
            )

    def detail(self, packet: PacketSaved, actor: Actor | None = None) -> PacketDetail:
        with self.office.database.read() as session:
            return packet_register.detail(session, actor or self.office.clerk, packet.id)

    def lodged(self, *amounts: str, days: int = 0) -> PacketSaved:
        """A packet of papers of these amounts, lodged `days` ago."""
        day: date = TODAY - timedelta(days=days)
        return self.lodge(self.make(self.papers(*amounts), today=day), lodged_on=day)


def make_desk_of(office: Office) -> Desk:
    """Two sources."""
    drafts = (
        FundingSourceDraft(code="WHU-01", name=UNIVERSITY, body="武汉大学遥感信息工程学院", contact="刘老师"),
        FundingSourceDraft(code="ZRZ-02", name="自然资源局外业补助", body="武汉市自然资源局"),
    )
    with office.writing() as session:
        first, second = (funding_sources.save(session, office.clerk, draft) for draft in drafts)
    return Desk(office, first, second)
