"""The papers of bids that the tour prints: the summary of a bid, the ageing of deposits, the weekly digest."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from services.database import Session
    from services.permissions import Actor


def bid_papers(session: Session, actor: Actor) -> dict[str, bytes]:
    """The newest bid that was won and the next one that is running, and how long deposits have been due, the week's notices."""
    from services import bid_deposit_ageing, bid_digest_papers, bid_digests, bids, company
    from services import bid_papers as papers
    from services.registers import Query, window
    from services.reports.bid_summary import summary_pdf
    from services.reports.figures import figures_pdf
    from ui.bids.ageing_dialog import figures
    from ui.state import this_day

    today = this_day()
    ids = [
        int(window(session, actor, bids.REGISTER, Query(today, chip=chip), 0, 1)[0][0])
        for chip in ("soon", "won")
    ]
    first, last = bid_digests.period(session, actor, today)
    digest = bid_digests.look(session, actor, from_on=first, to_on=last)
    ageing = figures(bid_deposit_ageing.ageing(session, actor, today=today), today)
    return {
        "bid-summary": summary_pdf(papers.summaries(session, actor, ids, today=today)),
        "bid-digest": bid_digest_papers.pdf(session, actor, digest),
        "deposit-ageing": figures_pdf(
            ageing.sheet(company.get(session, actor).name, actor.name), ageing.paper_bars()
        ),
    }
