"""A folder of e-invoices that nobody has claimed yet, so that a newcomer has something to drop."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random

from services.sample.catalogue import catalogue
from services.sample.company import Standing
from services.sample.invoice_files import invoice_from, invoice_xml
from services.sample.planned import PlannedPaper


def write_unclaimed(
    folder: Path, standing: Standing, today: date, random: Random, claimed: list[PlannedPaper]
) -> None:
    """Six files: three in order, one to another tax number, one that was claimed before, one red-letter."""
    words = catalogue()["unclaimed"]
    target = folder / words["folder"]
    target.mkdir(parents=True, exist_ok=True)
    for name, category, amount, days_ago in words["files"]:
        bill = invoice_from(category, today - timedelta(days=days_ago), Decimal(amount), random)
        wrong = name == words["wrong_tax_id"]
        tax_id = words["other_tax_id"] if wrong else standing.tax_id
        buyer = words["other_company"] if wrong else standing.company
        (target / f"{name}.xml").write_bytes(invoice_xml(bill, buyer, tax_id))
    twice = next(paper.invoices[0] for paper in reversed(claimed) if paper.invoices)
    content = invoice_xml(twice, standing.company, standing.tax_id)
    (target / f"{words['claimed_before']}.xml").write_bytes(content)
    red = invoice_from("office", today - timedelta(days=2), Decimal(226), random)
    red = replace(red, net=-red.net, tax=-red.tax, total=-red.total)
    (target / f"{words['red_letter']}.xml").write_bytes(invoice_xml(red, standing.company, standing.tax_id))
