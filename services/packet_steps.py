"""A packet on its way: lodged, answered, its money received; each step taken back with a reason."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from models.bank_account import BankAccount
from models.packet import Packet, PacketLine, PacketState
from services.claim_values import refuse_amount
from services.database import Session, once
from services.errors import Refused
from services.packet_records import PAYABLE, PacketSaved, expected, load, saved, write_down
from services.permissions import Actor, Permission, requires
from services.records import required, tidy


@dataclass(frozen=True, slots=True)
class Accepted:
    """What the body accepted of one paper in yuan, and why it is less."""

    amount: Decimal
    note: str = ""


@requires(Permission.PACKET_EDIT)
def lodge(
    session: Session,
    actor: Actor,
    packet_id: int,
    version: int,
    *,
    lodged_on: date | None,
    lodged_with: str,
    command_id: str,
    today: date,
) -> PacketSaved:
    """The list and the papers were handed over: on which day, to whom.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state), "packet.empty",
    "record.required" (lodged_on, lodged_with), "packet.day_in_future", "packet.lodged_before_made" (day),
    "packet.paper_not_granted" (number, state) when a paper moved on since it was put in.
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    packet = expected(session, packet_id, version, {PacketState.OPEN})
    if not packet.lines:
        raise Refused("packet.empty")
    day = _day(lodged_on, "lodged_on", today)
    if day < packet.made_on:
        raise Refused("packet.lodged_before_made", field="lodged_on", day=packet.made_on.isoformat())
    for line in packet.lines:
        if line.claim.state not in PAYABLE:
            raise Refused("packet.paper_not_granted", number=line.claim.number, state=line.claim.state.value)
    packet.lodged_on, packet.lodged_with = day, required(lodged_with, "lodged_with")
    packet.state = PacketState.LODGED
    return write_down(session, actor, "lodge", packet)


@requires(Permission.PACKET_EDIT)
def answer(
    session: Session,
    actor: Actor,
    packet_id: int,
    version: int,
    *,
    answered_on: date | None,
    accepted: Mapping[int, Accepted],
    words: str,
    command_id: str,
    today: date,
) -> PacketSaved:
    """The body has answered: `accepted` by the id of the paper; a paper that is not named is accepted whole.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state), "record.required"
    (answered_on), "packet.day_in_future", "packet.answered_before_lodged" (day), at "lines.<n>.accepted"
    "packet.accepted_above" (number, amount) and what amounts refuse, at "lines.<n>.note" "packet.why_less" (number).
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    packet = expected(session, packet_id, version, {PacketState.LODGED})
    day = _day(answered_on, "answered_on", today)
    if packet.lodged_on and day < packet.lodged_on:
        raise Refused("packet.answered_before_lodged", field="answered_on", day=packet.lodged_on.isoformat())
    for place, line in enumerate(packet.lines):
        _accept(place, line, accepted.get(line.claim_id, Accepted(line.amount)))
    packet.accepted = sum((line.accepted or Decimal(0) for line in packet.lines), Decimal(0))
    packet.answered_on, packet.answer = day, tidy(words, "answer")
    packet.state = PacketState.ANSWERED
    less = [f"{line.claim.number} {line.accepted:.2f} {line.note}" for line in packet.lines if line.note]
    return write_down(session, actor, "answer", packet, less=less)


@requires(Permission.CLAIM_PAY)
def receive(
    session: Session,
    actor: Actor,
    packet_id: int,
    version: int,
    *,
    received_on: date | None,
    account_id: int | None,
    received: Decimal | None,
    note: str,
    command_id: str,
    today: date,
) -> PacketSaved:
    """The body's money is there, in yuan; `note` says why it is not what was accepted. The cashier's to say.

    Raises Refused "record.gone", "record.stale", "packet.not_answered" (number), "packet.wrong_state" (number,
    state), "record.required" (received_on, account_id, received), "packet.day_in_future",
    "packet.received_before_lodged" (day), "claim.account_closed", "packet.why_differs" (accepted), and what amounts
    refuse.
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    packet = load(session, packet_id)
    if packet.state in {PacketState.OPEN, PacketState.LODGED}:
        raise Refused("packet.not_answered", number=packet.number)
    packet = expected(session, packet_id, version, {PacketState.ANSWERED})
    day = _day(received_on, "received_on", today)
    if packet.lodged_on and day < packet.lodged_on:
        raise Refused("packet.received_before_lodged", field="received_on", day=packet.lodged_on.isoformat())
    if received is None:
        raise Refused("record.required", field="received")
    refuse_amount("received", received)
    packet.account_id = _account(session, account_id).id
    if received != packet.accepted and not note.strip():
        raise Refused("packet.why_differs", field="note", accepted=packet.accepted)
    packet.received_on, packet.received = day, received
    if note.strip():
        packet.note = tidy(f"{packet.note} {note}", "note")
    packet.state = PacketState.RECEIVED
    return write_down(session, actor, "receive", packet)


@requires(Permission.PACKET_EDIT)
def reopen(
    session: Session, actor: Actor, packet_id: int, version: int, *, reason: str, command_id: str
) -> PacketSaved:
    """Take the last step back: what it wrote is gone from the packet and stays in its history.

    Raises Refused "record.gone", "record.stale", "packet.wrong_state" (number, state), "packet.reopen_reason",
    "permission.denied" when money that the cashier received would be taken back by somebody else.
    """
    if not once(session, command_id):
        return saved(load(session, packet_id))
    back = {PacketState.LODGED, PacketState.ANSWERED, PacketState.RECEIVED}
    packet = expected(session, packet_id, version, back)
    if not reason.strip():
        raise Refused("packet.reopen_reason", field="reason")
    match packet.state:
        case PacketState.RECEIVED:
            if not actor.can(Permission.CLAIM_PAY):
                raise Refused("permission.denied", permission=Permission.CLAIM_PAY.value)
            packet.received_on, packet.account_id, packet.received = None, None, Decimal(0)
            packet.state = PacketState.ANSWERED
        case PacketState.ANSWERED:
            _forget_answer(packet)
        case _:
            packet.lodged_on, packet.lodged_with, packet.state = None, "", PacketState.OPEN
    return write_down(session, actor, "unbind", packet, reason=reason.strip())


def _forget_answer(packet: Packet) -> None:
    for line in packet.lines:
        line.accepted, line.note = None, ""
    packet.answered_on, packet.answer, packet.accepted = None, "", None
    packet.state = PacketState.LODGED


def _accept(place: int, line: PacketLine, said: Accepted) -> None:
    field = f"lines.{place}.accepted"
    refuse_amount(field, said.amount)
    if said.amount > line.amount:
        raise Refused("packet.accepted_above", field=field, number=line.claim.number, amount=line.amount)
    note = tidy(said.note, f"lines.{place}.note")
    if said.amount < line.amount and not note:
        raise Refused("packet.why_less", field=f"lines.{place}.note", number=line.claim.number)
    line.accepted, line.note = said.amount, note


def _day(day: date | None, field: str, today: date) -> date:
    if day is None:
        raise Refused("record.required", field=field)
    if day > today:
        raise Refused("packet.day_in_future", field=field)
    return day


def _account(session: Session, account_id: int | None) -> BankAccount:
    if account_id is None:
        raise Refused("record.required", field="account_id")
    account = session.get(BankAccount, account_id)
    if account is None or not account.active:
        raise Refused("claim.account_closed", field="account_id")
    return account
