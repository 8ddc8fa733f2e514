"""Tender notices and their digests: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

from ui.marking import QT_TRANSLATE_NOOP

SENTENCES: dict[str, str] = {
    "bid_lead.budget": QT_TRANSLATE_NOOP("Errors", "A budget is 0 or more, up to 999,999,999,999.99. Correct it or leave it empty."),
    "bid_lead.days": QT_TRANSLATE_NOOP("Errors", "This day lies before the notice was published on {published}. Correct one of them."),
    "bid_lead.link": QT_TRANSLATE_NOOP("Errors", "A link begins with http:// or https://. Copy it from the address line of the browser."),
    "bid_lead.reason": QT_TRANSLATE_NOOP("Errors", "Say why it is dropped: somebody will find it again next week."),
    "bid_lead.is_bid": QT_TRANSLATE_NOOP("Errors", "There is a bid for “{title}” already. Go on in Bids."),
    "bid_lead.nothing_pasted": QT_TRANSLATE_NOOP("Errors", "Nothing is pasted yet. Copy the rows with their titles and paste them here with Ctrl+V."),
    "bid_lead.no_titles": QT_TRANSLATE_NOOP("Errors", "No row of titles was found. One of the first 15 rows must name at least 项目名称 and one more of: {titles}."),
    "bid_lead.no_rows": QT_TRANSLATE_NOOP("Errors", "There is no notice below the row of titles. Choose another table."),
    "bid_lead.problems": QT_TRANSLATE_NOOP("Errors", "{count} rows have problems. Correct the list, or leave these rows out."),
    "bid_lead.nothing_new": QT_TRANSLATE_NOOP("Errors", "None of these notices is new: there is nothing to enter."),
    "bid_lead.row_title": QT_TRANSLATE_NOOP("Errors", "The title is missing."),
    "bid_lead.row_province": QT_TRANSLATE_NOOP("Errors", "No province. Name one for these rows above, or in the list."),
    "bid_lead.row_department": QT_TRANSLATE_NOOP("Errors", "There is no department “{value}”."),
    "bid_lead.row_days": QT_TRANSLATE_NOOP("Errors", "{value} lies before the day of publication."),
    "bid_lead.row_day": QT_TRANSLATE_NOOP("Errors", "“{value}” is no day. Write 2026-12-31."),
    "bid_lead.row_amount": QT_TRANSLATE_NOOP("Errors", "“{value}” is no amount. Write 1860000 or 186万元."),
    "bid_lead.row_long": QT_TRANSLATE_NOOP("Errors", "The text is longer than {value} signs."),
    "bid_lead.row_lost": QT_TRANSLATE_NOOP("Errors", "The spreadsheet has lost digits of this number. Format the column as text and enter it again."),
    "bid_digest.days": QT_TRANSLATE_NOOP("Errors", "The last day lies before the first one. Correct one of the days."),
    "bid_digest.told": QT_TRANSLATE_NOOP("Errors", "Another digest has told of some of these notices since you looked. Look again, then keep it."),
    "bid_digest.empty": QT_TRANSLATE_NOOP("Errors", "There is no notice in these days: there is nothing to send."),
}  # fmt: skip
CHECKS: dict[str, str] = {}
LABELS: dict[str, dict[str, str]] = {
    "LeadState": {
        "new": QT_TRANSLATE_NOOP("Label", "New"),
        "kept": QT_TRANSLATE_NOOP("Label", "Kept"),
        "dropped": QT_TRANSLATE_NOOP("Label", "Dropped"),
        "bid": QT_TRANSLATE_NOOP("Label", "Bidding"),
    },
    "LeadKind": {
        "new": QT_TRANSLATE_NOOP("Label", "New notice"),
        "alike": QT_TRANSLATE_NOOP("Label", "Perhaps there"),
        "known": QT_TRANSLATE_NOOP("Label", "Known"),
        "problem": QT_TRANSLATE_NOOP("Label", "Problem"),
    },
}
TONES: dict[str, dict[str, str]] = {
    "LeadState": {"new": "amber", "kept": "blue", "dropped": "grey", "bid": "green"},
    "LeadKind": {"new": "green", "alike": "amber", "known": "grey", "problem": "red"},
}
FIELDS: dict[str, str] = {
    "bid_digest.fresh": QT_TRANSLATE_NOOP("Field", "New in it"),
    "bid_digest.from_on": QT_TRANSLATE_NOOP("Field", "First day"),
    "bid_digest.leads": QT_TRANSLATE_NOOP("Field", "Notices"),
    "bid_digest.made_by_name": QT_TRANSLATE_NOOP("Field", "Put together by"),
    "bid_digest.to_on": QT_TRANSLATE_NOOP("Field", "Last day"),
    "bid_lead.deadline_on": QT_TRANSLATE_NOOP("Field", "Bids until"),
    "bid_lead.digest_id": QT_TRANSLATE_NOOP("Field", "Weekly digest"),
    "bid_lead.drop_reason": QT_TRANSLATE_NOOP("Field", "Reason"),
    "bid_lead.found_on": QT_TRANSLATE_NOOP("Field", "Found on"),
    "bid_lead.link": QT_TRANSLATE_NOOP("Field", "Link"),
    "bid_lead.owner": QT_TRANSLATE_NOOP("Field", "Tendering party"),
    "bid_lead.published_on": QT_TRANSLATE_NOOP("Field", "Published on"),
    "bid_lead.register_until": QT_TRANSLATE_NOOP("Field", "Register until"),
    "bid_lead.source": QT_TRANSLATE_NOOP("Field", "Found at"),
    "bid_lead.title": QT_TRANSLATE_NOOP("Field", "Title of the notice"),
}
