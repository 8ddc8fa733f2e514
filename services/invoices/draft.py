"""An invoice in the making: what every source says about every field, weighed at the end."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from itertools import product

from services.errors import Refused
from services.invoices.model import UNREAD, Certainty, InvoiceKind, InvoiceLine, ReadInvoice, Source
from services.invoices.numbers import tax_id_problem
from services.invoices.qr import QrText

type Value = str | date | Decimal
# 数电票: 被红冲蓝字数电票号码:…; before: 对应正数发票代码:… 号码:…
_ORIGINAL = re.compile(
    r"被红冲蓝字(?:数电)?(?:发票|票)?(?:号码)?[::]?(?P<digital>\d{20})(?!\d)"
    r"|对应正数发票代码[::]?(?P<code>\d{10}(?:\d{2})?)(?:发票)?号码[::]?(?P<number>\d{8})(?!\d)"
)
_RANK = {Certainty.CERTAIN: 0, Certainty.LIKELY: 1, Certainty.GUESS: 2}
_DIGITAL = {InvoiceKind.DIGITAL_ORDINARY, InvoiceKind.DIGITAL_SPECIAL, InvoiceKind.TRAIN, InvoiceKind.AIR}
_TEXTS = ("code", "number", "buyer_name", "buyer_tax_id", "seller_name", "seller_tax_id", "check_code")


@dataclass(frozen=True, slots=True)
class Offer:
    """One source's word on one field."""

    value: Value
    source: Source


class Draft:
    """Collects offers; earlier ones win among equally sure ones."""

    def __init__(self) -> None:
        self.offers: dict[str, list[Offer]] = {}
        self.lines: tuple[InvoiceLine, ...] = ()
        self.unread: set[str] = set()
        self.red_words = False
        self.original = ""
        self.pages = 1
        self.qr_seen = False

    def offer(self, field: str, value: Value | None, where: str, sure: Certainty) -> None:
        """Add what a source says; empty words and None are no offer."""
        if value is not None and value != "":
            self.offers.setdefault(field, []).append(Offer(value, Source(where, sure)))

    def offer_lines(self, lines: tuple[InvoiceLine, ...], where: str, sure: Certainty) -> None:
        """Take the lines of the first source that has any."""
        if lines and not self.lines:
            self.lines = lines
            self.offer("lines", str(len(lines)), where, sure)

    def offer_qr(self, qr: QrText) -> None:
        """Add what the QR code says: its numbers are checked by the code itself, its amount is only a hint."""
        self.qr_seen = True
        for field, value in (("number", qr.number), ("code", qr.code), ("check_code", qr.check_code)):
            self.offer(field, value, "qr", Certainty.CERTAIN)
        self.offer("date", qr.day, "qr", Certainty.CERTAIN)
        self.offer("total" if len(qr.number) == 20 else "net", qr.amount, "qr", Certainty.GUESS)
        self.offer("kind", str(qr.kind), "qr", Certainty.GUESS)

    def note_original(self, text: str) -> None:
        """Look in the whole text (without blanks) for the invoice that a red-letter one takes back, as a key."""
        found = _ORIGINAL.search(text)
        if found and not self.original:
            self.original = found["digital"] or f"{found['code']}-{found['number']}"
            self.red_words = True

    def has(self, *fields: str) -> bool:
        """Whether every one of the fields has an offer."""
        return all(field in self.offers for field in fields)

    def amounts_agree(self) -> bool:
        """Whether net + tax = total for some offers."""
        return self._agreeing_amounts() is not None

    def finish(self) -> ReadInvoice:
        """Weigh the offers. Raises Refused("invoice.not_an_invoice") when there is no number or no day or amount."""
        best = {field: _weigh(offers) for field, offers in self.offers.items()}
        if "number" not in best or not ({"total", "net"} & set(best)):
            raise Refused("invoice.not_an_invoice")
        self._settle_amounts(best)
        for field in ("buyer_tax_id", "seller_tax_id"):
            found = best.get(field)
            if found and found.source.sure == Certainty.LIKELY and tax_id_problem(str(found.value)) is None:
                best[field] = Offer(found.value, Source(found.source.where, Certainty.CERTAIN))
        number = str(best["number"].value)
        if len(number) == 20:
            best.pop("code", None)
            best.pop("check_code", None)
        return self._build(best)

    def _build(self, best: dict[str, Offer]) -> ReadInvoice:
        total = _amount(best, "total")
        day = best["date"].value if "date" in best else None
        return ReadInvoice(
            kind=_kind(best),
            date=day if isinstance(day, date) else None,
            net=_amount(best, "net"),
            tax=_amount(best, "tax"),
            total=total,
            lines=self.lines,
            red_letter=self.red_words or (total is not None and total < 0),
            sources={field: offer.source for field, offer in best.items()}
            | dict.fromkeys(sorted(self.unread), Source(UNREAD, Certainty.GUESS)),
            original=self.original,
            pages=self.pages,
            **{field: str(best[field].value) if field in best else "" for field in _TEXTS},
        )

    def _agreeing_amounts(self) -> tuple[Offer, Offer, Offer] | None:
        nets, taxes, totals = (self.offers.get(field, []) for field in ("net", "tax", "total"))
        for net, tax, total in product(nets, taxes, totals):
            if (
                isinstance(net.value, Decimal)
                and isinstance(tax.value, Decimal)
                and net.value + tax.value == total.value
            ):
                return net, tax, total
        return None

    def _settle_amounts(self, best: dict[str, Offer]) -> None:
        agreeing = self._agreeing_amounts()
        if agreeing:
            for field, offer in zip(("net", "tax", "total"), agreeing, strict=True):
                best[field] = Offer(offer.value, Source(offer.source.where, Certainty.CERTAIN))
            return
        net, tax, total = (_amount(best, field) for field in ("net", "tax", "total"))
        computed = Source("net + tax = total", Certainty.GUESS)
        if net is not None and tax is not None and total is None:
            best["total"] = Offer(net + tax, computed)
        elif total is not None and net is not None and tax is None:
            best["tax"] = Offer(total - net, computed)
        elif total is not None and tax is not None and net is None:
            best["net"] = Offer(total - tax, computed)


def _weigh(offers: list[Offer]) -> Offer:
    best = min(offers, key=lambda offer: _RANK[offer.source.sure])
    agreeing = {offer.source.where for offer in offers if offer.value == best.value}
    if len(agreeing) > 1:
        return Offer(best.value, Source(best.source.where, Certainty.CERTAIN))
    return best


def _amount(best: dict[str, Offer], field: str) -> Decimal | None:
    value = best[field].value if field in best else None
    return value if isinstance(value, Decimal) else None


def _kind(best: dict[str, Offer]) -> InvoiceKind:
    told = InvoiceKind(str(best["kind"].value)) if "kind" in best else InvoiceKind.UNKNOWN
    number = str(best["number"].value)
    if len(number) == 20 and told not in _DIGITAL:
        special = told in {InvoiceKind.PAPER_SPECIAL, InvoiceKind.ELECTRONIC_SPECIAL}
        return InvoiceKind.DIGITAL_SPECIAL if special else InvoiceKind.DIGITAL_ORDINARY
    code = str(best["code"].value) if "code" in best else ""
    return told if told is not InvoiceKind.UNKNOWN else kind_of_code(code)


def kind_of_code(code: str) -> InvoiceKind:
    """The kind that an invoice code of 10 or 12 digits tells."""
    if len(code) == 12 and code[0] == "0":
        ends = {"11": InvoiceKind.ELECTRONIC_ORDINARY, "12": InvoiceKind.ELECTRONIC_TOLL}
        return (ends | {"13": InvoiceKind.ELECTRONIC_SPECIAL}).get(code[10:], InvoiceKind.PAPER_ORDINARY)
    if len(code) == 10:
        return InvoiceKind.PAPER_SPECIAL if code[7] in "15" else InvoiceKind.PAPER_ORDINARY
    return InvoiceKind.UNKNOWN


def kind_of_title(title: str) -> InvoiceKind | None:
    """The kind that a form's heading or a schema's type tells; None when it tells none."""
    special = "专用" in title
    if "铁路" in title:
        return InvoiceKind.TRAIN
    if "航空" in title:
        return InvoiceKind.AIR
    if "通行费" in title and "电子发票" not in title:
        return InvoiceKind.ELECTRONIC_TOLL
    if "增值税电子" in title:
        return InvoiceKind.ELECTRONIC_SPECIAL if special else InvoiceKind.ELECTRONIC_ORDINARY
    if "电子发票" in title or "数电" in title:
        return InvoiceKind.DIGITAL_SPECIAL if special else InvoiceKind.DIGITAL_ORDINARY
    if "发票" in title and (special or "普通" in title):
        return InvoiceKind.PAPER_SPECIAL if special else InvoiceKind.PAPER_ORDINARY
    return None
