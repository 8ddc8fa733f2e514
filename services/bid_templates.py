"""Checklist templates 清单模板: what a bid of a method usually needs; the usual ones from resources/rules/bid_templates.toml."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sqlalchemy import func, or_, select

from models.bid import Bid, BidItemKind, BidTemplate
from models.bid_terms import BidMethod
from models.certificate import CertificateKind
from services import records, search
from services.database import Session
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

_FILE = Path(__file__).parents[1] / "resources" / "rules" / "bid_templates.toml"

REGISTER = Register(
    name="bid_template",
    record=BidTemplate,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, BidTemplate.name, width=260, stretch=True),
        Column("method", "Method", ColumnKind.CHOICE, BidTemplate.method, width=140, choices=BidMethod),
        Column("active", "Active", ColumnKind.YES_NO, BidTemplate.active, width=90),
    ),
    see=Permission.BID_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class TemplateItem:
    """One thing a template asks for; `kind_id` names the kind of certificate."""

    kind: BidItemKind = BidItemKind.OTHER
    title: str = ""
    kind_id: int | None = None
    kind_code: str = ""
    needed: bool = True


@dataclass(frozen=True, slots=True)
class TemplateDraft:
    """A template as typed; without `method` it serves every one."""

    id: int | None = None
    version: int | None = None
    name: str = ""
    method: BidMethod | None = None
    active: bool = True
    items: tuple[TemplateItem, ...] = ()


@requires(Permission.BID_SEE)
def get(session: Session, actor: Actor, template_id: int) -> TemplateDraft:  # noqa: ARG001 - the permission needs it
    """The template of that id; Refused "record.gone"."""
    item = records.load(session, BidTemplate, template_id)
    kinds = {
        code: kind_id for kind_id, code in session.execute(select(CertificateKind.id, CertificateKind.code))
    }
    rows = tuple(
        TemplateItem(
            BidItemKind(row["kind"]), row["title"], kinds.get(row.get("kind_code", "")),
            row.get("kind_code", ""), row.get("needed", True),
        )
        for row in item.items
    )  # fmt: skip
    method = BidMethod(item.method) if item.method else None
    return TemplateDraft(item.id, item.version, item.name, method, item.active, rows)


@requires(Permission.BID_EDIT)
def save(session: Session, actor: Actor, draft: TemplateDraft) -> int:
    """Store a template; returns its id.

    Raises Refused "record.required" (name, items.<n>.title), "record.taken" (name), "bid.template_empty" (items),
    "record.stale".
    """
    item = (
        BidTemplate() if draft.id is None else records.expect(session, BidTemplate, draft.id, draft.version)
    )
    name = required(draft.name, "name")
    records.refuse_taken(session, BidTemplate.name, name, draft.id)
    if not draft.items:
        raise Refused("bid.template_empty", field="items")
    with session.no_autoflush:
        item.name, item.method, item.active = name, draft.method.value if draft.method else "", draft.active
        item.items = [_row(session, place, one) for place, one in enumerate(draft.items)]
        return records.keep(session, actor, item, name)


@requires(Permission.BID_EDIT)
def remove(session: Session, actor: Actor, template_id: int, version: int) -> bool:
    """Delete a template; lists made from it stay. Raises Refused "record.gone", "record.stale"."""
    return records.drop(session, actor, records.expect(session, BidTemplate, template_id, version))


@requires(Permission.BID_SEE)
def choices(session: Session, actor: Actor, bid_id: int | None = None) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active templates, those of the bid's method and those of any; of all methods without a bid."""
    live = select(BidTemplate).filter_by(active=True)
    bid = session.get(Bid, bid_id) if bid_id else None
    if bid is not None:
        live = live.where(or_(BidTemplate.method == bid.method.value, BidTemplate.method == ""))
    found = session.scalars(live.order_by(BidTemplate.method == "", BidTemplate.name))
    return [Choice(one.id, one.name, "", one.search_text) for one in found]


@requires(Permission.BID_SEE)
def kind_choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The kinds of certificates."""
    found = session.scalars(select(CertificateKind).filter_by(active=True).order_by(CertificateKind.id))
    return [Choice(one.id, one.name, "", one.search_text) for one in found]


@open_to_all("of a company that has none yet")
def begin_with_usual(session: Session) -> None:
    """The usual templates, for a company that has no template at all."""
    if session.scalar(select(func.count()).select_from(BidTemplate)):
        return
    for row in tomllib.loads(_FILE.read_text("utf-8"))["template"]:
        text = search.text_for(row["name"])
        item = BidTemplate(
            name=row["name"],
            method=row["method"],
            items=[_usual(one) for one in row["items"]],
            search_text=text,
        )
        session.add(item)
        session.flush()
        search.index(session, "bid_template", item.id, text)


def _usual(row: list[Any]) -> dict[str, Any]:
    kind, title, kind_code, needed = row
    return {"kind": kind, "title": title, "kind_code": kind_code, "needed": needed}


def _row(session: Session, place: int, one: TemplateItem) -> dict[str, Any]:
    kind = session.get(CertificateKind, one.kind_id) if one.kind_id else None
    code = kind.code if kind else one.kind_code if one.kind_id is None else ""
    return _usual([one.kind.value, required(one.title, f"items.{place}.title"), code, one.needed])
