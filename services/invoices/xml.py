"""Structured invoices: fully digital XML, e-invoice 2016/2019, XBRL 2021/2023, by the names of their elements."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from services.errors import Refused
from services.invoices.draft import Draft, Value, kind_of_title
from services.invoices.model import Certainty, InvoiceLine
from services.invoices.names import FIELDS, ITEM_FIELDS, PARTIES, PARTY_FIELDS
from services.invoices.values import as_date, as_money, as_number, as_rate, as_tax_id, compact, tidy

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_DECLARED = re.compile(rb"""^\s*<\?xml[^>]*?encoding\s*=\s*["']([\w.-]+)["']""")
_DECLARATION = re.compile(r"^\s*<\?xml[^>]*\?>")
_LONGEST = 50_000
_MAX_LEAVES = 20_000
_MEASURED = ("date", "net", "tax", "total")


@dataclass(frozen=True, slots=True)
class Leaf:
    """An element with text: its plain local name, those of its ancestors, its text."""

    name: str
    path: tuple[str, ...]
    text: str


def parse_tree(content: bytes) -> Element:
    """The root of an XML document in any usual encoding (GBK too).

    Raises Refused("invoice.entities") for a document that defines entities, ("invoice.damaged") for one that is none.
    """
    from xml.etree.ElementTree import ParseError

    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import fromstring

    try:
        root: Element = fromstring(_decoded(content))
    except DefusedXmlException:
        raise Refused("invoice.entities") from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise Refused("invoice.damaged") from None
    return root


def read_xml(content: bytes, draft: Draft) -> None:
    """Offer what a stand-alone XML invoice says."""
    root = parse_tree(content)
    read_tree(root, draft, "xbrl" if plain_name(root.tag) == "xbrl" else "xml")


def read_tree(root: Element, draft: Draft, where: str) -> None:
    """Offer the fields and lines that the elements of a tree name."""
    items, inside, unread = _items(root)
    draft.unread |= unread
    leaves = [leaf for leaf in _leaves(root, ()) if leaf.text and (leaf.path, leaf.name) not in inside]
    for field, names in FIELDS.items():
        texts = list(_texts(leaves, names))
        values = [_value(field, text) for text in texts]
        for value in values:
            draft.offer(field, value, where, Certainty.CERTAIN)
        if field in _MEASURED and _says_something(texts) and not any(value is not None for value in values):
            draft.unread.add(field)
    _offer_parties(leaves, draft, where)
    _offer_kind(leaves, draft, where)
    for leaf in leaves:
        draft.note_original(compact(tidy(leaf.text)))
    draft.offer_lines(tuple(items), where, Certainty.CERTAIN)


def plain_name(tag: object) -> str:
    """An element's local name in small letters, letters and digits only."""
    return re.sub(r"[^0-9a-z\u4e00-\u9fff]", "", str(tag).rsplit("}", 1)[-1].rsplit(":", 1)[-1].lower())


def _decoded(content: bytes) -> str:
    declared = _DECLARED.match(content[:200].removeprefix(b"\xef\xbb\xbf"))
    name = declared[1].decode("ascii").lower() if declared else "utf-8"
    if content[:2] in {b"\xff\xfe", b"\xfe\xff"}:
        name = "utf-16"
    name = {"gb2312": "gb18030", "gbk": "gb18030", "utf-8": "utf-8-sig"}.get(name, name)
    return _DECLARATION.sub("", content.decode(name), count=1)


def _leaves(root: Element, path: tuple[str, ...]) -> Iterator[Leaf]:
    waiting = [(root, path)]
    seen = 0
    while waiting and seen < _MAX_LEAVES:
        element, above = waiting.pop()
        seen += 1
        name = plain_name(element.tag)
        if len(element) == 0 or (element.text and element.text.strip()):
            yield Leaf(name, above, (element.text or "").strip()[:_LONGEST])
        for key, text in element.attrib.items():
            yield Leaf(plain_name(key), (*above, name), text.strip()[:_LONGEST])
        waiting.extend((child, (*above, name)) for child in reversed(element) if len(above) < 60)


def _texts(leaves: list[Leaf], names: tuple[str, ...]) -> Iterator[str]:
    for name in names:
        for leaf in leaves:
            if leaf.name == name:
                yield leaf.text
                break


def _value(field: str, text: str) -> Value | None:
    if field == "date":
        return as_date(text)
    if field in {"net", "tax", "total"}:
        return as_money(text)
    if field in {"code", "number", "check_code"}:
        lengths = {"code": r"\d{10}|\d{12}", "number": r"\d{8}|\d{20}", "check_code": r"\d{20}"}
        return compact(text) if re.fullmatch(lengths[field], compact(text)) else None
    return text


def _says_something(texts: Iterable[str]) -> bool:
    """Whether there is a figure to read; a stroke or a word stands for none."""
    return any(char.isdigit() for text in texts for char in text)


def _offer_parties(leaves: list[Leaf], draft: Draft, where: str) -> None:
    for party, (names, contexts) in PARTIES.items():
        for field, bare in PARTY_FIELDS.items():
            whole = [leaf.text for name in names[field] for leaf in leaves if leaf.name == name]
            whole += [leaf.text for leaf in leaves if leaf.name in bare and _is_inside(leaf, contexts)]
            clean = [as_tax_id(text) if field == "tax_id" else text for text in whole]
            draft.offer(f"{party}_{field}", next((c for c in clean if c), None), where, Certainty.CERTAIN)


def _is_inside(leaf: Leaf, contexts: tuple[str, ...]) -> bool:
    return any(part.startswith(context) for part in leaf.path for context in contexts)


def _offer_kind(leaves: list[Leaf], draft: Draft, where: str) -> None:
    labels = [
        leaf.text
        for leaf in leaves
        if leaf.name in {"labelname", "typeofinvoice", "typeofvoucher", "invoicetype"}
    ]
    labels += [leaf.text for leaf in leaves if leaf.name in {"fplx", "发票类型", "发票种类", "businesstype"}]
    digital = any(leaf.name in {"eiid", "einvoicetag"} or "einvoicedata" in leaf.path for leaf in leaves)
    ordinary = any("普通发票" in text for text in labels)
    special = any("专用发票" in text for text in labels)
    if digital and (ordinary or special):
        kind = kind_of_title("电子发票" + ("专用" if special else "普通"))
    else:
        kind = next((k for text in labels if (k := kind_of_title(text))), None)
    draft.offer("kind", str(kind) if kind else None, where, Certainty.CERTAIN)
    blue = [leaf.text for leaf in leaves if "inissutype" in leaf.path and leaf.name == "labelcode"]
    red = [
        leaf.text for leaf in leaves if leaf.name in {"kplx", "whetherinvoiceisredinvoice", "isredinvoice"}
    ]
    draft.red_words = draft.red_words or "N" in blue or bool({"1", "true", "是", "Y"} & set(red))


def _items(root: Element) -> tuple[list[InvoiceLine], set[tuple[tuple[str, ...], str]], set[str]]:
    """The lines, the leaves that belong to them, and {"lines"} when an amount among them makes no sense."""
    lines: list[InvoiceLine] = []
    unread: set[str] = set()
    inside: set[tuple[tuple[str, ...], str]] = set()
    waiting: list[tuple[Element, tuple[str, ...]]] = [(root, ())]
    while waiting:
        element, above = waiting.pop()
        path = (*above, plain_name(element.tag))
        texts = {plain_name(child.tag): (child.text or "").strip() for child in element if len(child) == 0}
        if element is not root and _is_item(texts):
            lines.append(_line(texts))
            unread |= _unread(texts, lines[-1])
            inside.update((path, name) for name in texts)
        elif len(path) < 60:
            waiting.extend((child, path) for child in reversed(element))
    return lines, inside, unread


def _is_item(texts: dict[str, str]) -> bool:
    has = {field for field, names in ITEM_FIELDS.items() if any(name in texts for name in names)}
    if any(name in texts for name in FIELDS["number"]):
        return False
    return "name" in has and bool({"amount", "tax", "quantity"} & has)


def _unread(texts: dict[str, str], line: InvoiceLine) -> set[str]:
    got = _item(texts)
    amounts = ((got["amount"], line.amount), (got["tax"], line.tax))
    return {"lines"} if any(_says_something([text]) and value is None for text, value in amounts) else set()


def _item(texts: dict[str, str]) -> dict[str, str]:
    return {
        field: next((texts[n] for n in names if texts.get(n)), "") for field, names in ITEM_FIELDS.items()
    }


def _line(texts: dict[str, str]) -> InvoiceLine:
    got = _item(texts)
    return InvoiceLine(
        name=got["name"],
        spec=got["spec"],
        unit=got["unit"],
        quantity=as_number(got["quantity"]),
        unit_price=as_number(got["unit_price"]),
        amount=as_money(got["amount"]),
        rate=as_rate(got["rate"]) if got["rate"] else "",
        tax=as_money(got["tax"]),
    )
