"""Packets, funding sources and recurring papers: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "attachment.packet_done": QT_TRANSLATE_NOOP("Errors", "The money for {number} is there, so the file {name} stays with it. Take that step back first, or add the right file beside this one."),
    "claim.in_packet": QT_TRANSLATE_NOOP("Errors", "{number} lies in the packet {packet}, which is being prepared. Take it out of {packet} first."),
    "claim.not_copied": QT_TRANSLATE_NOOP("Errors", "{number} has no lines that could come again. Write a new paper instead."),
    "integrity.packet": QT_TRANSLATE_NOOP("Errors", "The sums of the packet {number} do not agree with its papers. Compare it with a backup."),
    "integrity.packet_paper": QT_TRANSLATE_NOOP("Errors", "What {number} says about its packet does not agree with the packet. Compare it with a backup."),
    "packet.accepted_above": QT_TRANSLATE_NOOP("Errors", "No more than {amount} of {number} can be accepted: that is what was lodged. Lower the amount."),
    "packet.answered_before_lodged": QT_TRANSLATE_NOOP("Errors", "It was lodged on {day}, so nobody answered before. Correct the day."),
    "packet.day_in_future": QT_TRANSLATE_NOOP("Errors", "This day has not come yet. Enter today or an earlier day."),
    "packet.empty": QT_TRANSLATE_NOOP("Errors", "There is no paper in it. Put at least one paper in first."),
    "packet.lodged_before_made": QT_TRANSLATE_NOOP("Errors", "The packet was made on {day}, so it was lodged then or later. Correct the day."),
    "packet.mixed_sources": QT_TRANSLATE_NOOP("Errors", "{number} is of another funding source. Put it into a packet of its own source."),
    "packet.no_lines_kind": QT_TRANSLATE_NOOP("Errors", "{number} is neither a claim, a travel claim nor a payment request, so no outside body pays for it. Leave it out."),
    "packet.no_source": QT_TRANSLATE_NOOP("Errors", "{number} has no funding source. Name it with “Funding source…” first."),
    "packet.not_answered": QT_TRANSLATE_NOOP("Errors", "{number} has not been answered yet. Note the answer first, then the money."),
    "packet.nothing_granted": QT_TRANSLATE_NOOP("Errors", "Nothing was granted on {number}. Leave it out."),
    "packet.paper_elsewhere": QT_TRANSLATE_NOOP("Errors", "{number} lies in the packet {packet}. Take it out there first."),
    "packet.paper_not_granted": QT_TRANSLATE_NOOP("Errors", "{number} is not granted or not valid any more ({state}). Only papers that are to pay or paid go into a packet."),
    "packet.paper_voided": QT_TRANSLATE_NOOP("Errors", "{number} is voided. Choose another paper."),
    "packet.received_before_lodged": QT_TRANSLATE_NOOP("Errors", "It was lodged on {day}, so no money came before. Correct the day."),
    "packet.reopen_reason": QT_TRANSLATE_NOOP("Errors", "Say why the step is taken back."),
    "packet.why_differs": QT_TRANSLATE_NOOP("Errors", "{accepted} was accepted. Say why another amount came."),
    "packet.why_less": QT_TRANSLATE_NOOP("Errors", "Say why less of {number} was accepted."),
    "packet.wrong_state": QT_TRANSLATE_NOOP("Errors", "{number} has moved on ({state}), so this is no longer possible. Look at it again."),
    "recurring.already_made": QT_TRANSLATE_NOOP("Errors", "The paper for {day} was made already: {number}. Set the next day to a later month."),
    "recurring.category_inactive": QT_TRANSLATE_NOOP("Errors", "The category {name} is out of use. Choose another one in the recurring paper first."),
    "recurring.claimant_left": QT_TRANSLATE_NOOP("Errors", "{name} has left. Choose another claimant in the recurring paper first."),
    "recurring.department_inactive": QT_TRANSLATE_NOOP("Errors", "The department {name} is out of use. Choose another one in the recurring paper first."),
    "recurring.holder_left": QT_TRANSLATE_NOOP("Errors", "{label} belongs to {name}, who has left. Give it to somebody else, or take it off the list first."),
    "recurring.inactive": QT_TRANSLATE_NOOP("Errors", "{name} is out of use. Take it into use again first."),
    "recurring.kind": QT_TRANSLATE_NOOP("Errors", "Only claims and payment requests come again by themselves. Choose one of both."),
    "recurring.no_lines": QT_TRANSLATE_NOOP("Errors", "The list is empty. Enter at least one card or item."),
    "recurring.not_due": QT_TRANSLATE_NOOP("Errors", "The next one is for {day}. Make it from {first} on, or change the next day."),
    "recurring.number": QT_TRANSLATE_NOOP("Errors", "Enter a number from {first} to {last}."),
    "recurring.payee_inactive": QT_TRANSLATE_NOOP("Errors", "The payee {name} is out of use. Choose another one in the recurring paper first."),
    "recurring.payee_missing": QT_TRANSLATE_NOOP("Errors", "A payment request needs its payee. Choose one."),
    "recurring.project_closed": QT_TRANSLATE_NOOP("Errors", "The project {name} is closed. Choose another one in the recurring paper first."),
    "recurring.skip_reason": QT_TRANSLATE_NOOP("Errors", "Say why it is left out this time."),
}  # fmt: skip

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {
    "PacketState": {
        "open": QT_TRANSLATE_NOOP("Label", "Being prepared"),
        "lodged": QT_TRANSLATE_NOOP("Label", "Lodged"),
        "answered": QT_TRANSLATE_NOOP("Label", "Answered"),
        "received": QT_TRANSLATE_NOOP("Label", "Money received"),
    },
    "PacketAction": {
        "edit_packet": QT_TRANSLATE_NOOP("Label", "Edit"),
        "add_papers": QT_TRANSLATE_NOOP("Label", "Add papers"),
        "take_out": QT_TRANSLATE_NOOP("Label", "Take papers out"),
        "lodge": QT_TRANSLATE_NOOP("Label", "Lodge"),
        "answer": QT_TRANSLATE_NOOP("Label", "Note the answer"),
        "receive": QT_TRANSLATE_NOOP("Label", "Money received"),
        "reopen": QT_TRANSLATE_NOOP("Label", "Take a step back"),
        "delete": QT_TRANSLATE_NOOP("Label", "Delete the packet"),
        "print_packet": QT_TRANSLATE_NOOP("Label", "Print list"),
    },
}

TONES: dict[str, dict[str, str]] = {
    "PacketState": {"open": "grey", "lodged": "amber", "answered": "blue", "received": "green"}
}

FIELDS: dict[str, str] = {
    "accepted": QT_TRANSLATE_NOOP("Field", "Accepted"),
    "added": QT_TRANSLATE_NOOP("Field", "Added"),
    "answer": QT_TRANSLATE_NOOP("Field", "Answer"),
    "answered_on": QT_TRANSLATE_NOOP("Field", "Answered on"),
    "body": QT_TRANSLATE_NOOP("Field", "Outside body"),
    "cards": QT_TRANSLATE_NOOP("Field", "Cards"),
    "contact": QT_TRANSLATE_NOOP("Field", "Contact"),
    "day_of_month": QT_TRANSLATE_NOOP("Field", "Day of the month"),
    "due_from": QT_TRANSLATE_NOOP("Field", "Due from"),
    "every_months": QT_TRANSLATE_NOOP("Field", "Every so many months"),
    "funding_source_id": QT_TRANSLATE_NOOP("Field", "Funding source"),
    "last_claim_id": QT_TRANSLATE_NOOP("Field", "Last paper"),
    "last_on": QT_TRANSLATE_NOOP("Field", "Last for"),
    "lead_days": QT_TRANSLATE_NOOP("Field", "Days before"),
    "less": QT_TRANSLATE_NOOP("Field", "Less accepted"),
    "lodged_on": QT_TRANSLATE_NOOP("Field", "Lodged on"),
    "lodged_with": QT_TRANSLATE_NOOP("Field", "Lodged with"),
    "made_on": QT_TRANSLATE_NOOP("Field", "Made on"),
    "next_on": QT_TRANSLATE_NOOP("Field", "Next on"),
    "note": QT_TRANSLATE_NOOP("Field", "Note"),
    "packet_number": QT_TRANSLATE_NOOP("Field", "Packet"),
    "papers": QT_TRANSLATE_NOOP("Field", "Papers"),
    "payee_id": QT_TRANSLATE_NOOP("Field", "Payee"),
    "received": QT_TRANSLATE_NOOP("Field", "Received"),
    "received_on": QT_TRANSLATE_NOOP("Field", "Received on"),
    "skipped_on": QT_TRANSLATE_NOOP("Field", "Left out"),
    "title": QT_TRANSLATE_NOOP("Field", "Title"),
}
