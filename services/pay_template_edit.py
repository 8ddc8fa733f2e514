"""Editing the templates of the printed pay papers: what there is to choose, checked before it is kept for everybody."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from services import (
    pay_template_previews,
    pay_templates,
    payroll_tables,
    payroll_years,
    payslip_data,
    settings,
)
from services.database import Session
from services.errors import Refused
from services.pay_template_columns import Offer, TemplateColumn, arranged
from services.pay_template_words import refuse_unknown_marks
from services.pay_templates import SIZES, PayPaper, PayTemplate, setting_name
from services.permissions import Actor, Permission, requires
from services.records import required, tidy

PER_PAGE = range(3, 13)
WIDTHS = range(30, 401)
LONGEST_TITLE, LONGEST_HEADING, LONGEST_SIGNATURE, MOST_SIGNATURES = 24, 16, 12, 8
_TRIED, _SHOWN = (
    300,
    40,
)  # people on the paper that is tried before it is kept, and on the one that is looked at
_WHO = frozenset({"number", "name"})


@dataclass(frozen=True, slots=True)
class TemplateView:
    """A template to edit: every column there is, `words` their usual headings by key; `own` when it is the company's.

    `version` is that of the setting it was read from; `sizes` are the names of the papers it may be printed on.
    """

    template: PayTemplate
    words: Mapping[str, str]
    version: int
    own: bool
    sizes: tuple[str, ...]


@requires(Permission.PAYROLL_SEE)
def look(session: Session, actor: Actor, paper: PayPaper) -> TemplateView:  # noqa: ARG001 - the permission needs it
    """The template in force."""
    return _view(session, pay_templates.template(session, paper))


@requires(Permission.PAYROLL_SEE)
def look_usual(session: Session, actor: Actor, paper: PayPaper) -> TemplateView:  # noqa: ARG001 - as above
    """The usual template, to go back to."""
    return _view(session, pay_templates.usual(paper))


@requires(Permission.PAYROLL_EDIT)
def save(session: Session, actor: Actor, views: Sequence[TemplateView], today: date) -> None:
    """Keep templates for everybody; one that is as the usual one is forgotten. Locked months keep what they have.

    Raises Refused "record.stale", what `_checked` raises and what `pay_template_previews.drawn` raises, each with the
    value `paper`.
    """
    for view in views:
        try:
            _save(session, actor, view, today)
        except Refused as refused:
            refused.values["paper_kind"] = view.template.paper
            raise


@requires(Permission.PAYROLL_SEE)
def preview(
    session: Session,
    actor: Actor,  # noqa: ARG001 - as above
    view: TemplateView,
    run_id: int | None,
    today: date,
) -> bytes:
    """The first pages as PDF, of a run or of the last one. Raises as `save`."""
    return pay_template_previews.drawn(session, _checked(view), run_id, _SHOWN, today)


def _save(session: Session, actor: Actor, view: TemplateView, today: date) -> None:
    made = _checked(view)
    name = setting_name(made.paper)
    if settings.version(session, name) != view.version:
        raise Refused("record.stale")
    pay_template_previews.drawn(session, made, None, _TRIED, today)
    usual = _view(session, pay_templates.usual(made.paper)).template
    settings.put_checked(session, actor, name, {} if made == usual else pay_templates.stored(made))


def _view(session: Session, template: PayTemplate) -> TemplateView:
    offers = _offers(session, template.paper)
    columns = arranged(template.columns, offers)
    version = settings.version(session, setting_name(template.paper))
    return TemplateView(
        replace(template, columns=columns),
        {offer.key: offer.words for offer in offers},
        version,
        bool(settings.get(session, setting_name(template.paper), None)),
        tuple(size.name for size in SIZES[template.paper]),
    )


def _offers(session: Session, paper: PayPaper) -> list[Offer]:
    parts = pay_template_previews.components(session)
    if paper is PayPaper.SLIP:
        return payslip_data.offers(parts)
    own = [figure.offer for figure in payroll_years.OF_THE_RUN] if paper is PayPaper.YEAR else []
    return [*own, *payroll_tables.offers(paper, parts)]


def _checked(view: TemplateView) -> PayTemplate:
    """The template as it is kept.

    Raises Refused "record.required" (title), "record.too_long", "pay_template.title" (most), "pay_template.mark" (mark,
    marks), "pay_template.signatures" (most, longest), "payslip.per_page" (least, most), and what `_columns` raises.
    """
    wanted = view.template
    title, note = required(wanted.title, "title"), tidy(wanted.note, "note")
    if len(title) > LONGEST_TITLE:
        raise Refused("pay_template.title", field="title", most=LONGEST_TITLE)
    refuse_unknown_marks(title, "title")
    refuse_unknown_marks(note, "note")
    signatures = tuple(word for one in wanted.signatures if (word := tidy(one, "signatures").strip("：: ")))
    if len(signatures) > MOST_SIGNATURES or any(len(word) > LONGEST_SIGNATURE for word in signatures):
        raise Refused(
            "pay_template.signatures", field="signatures", most=MOST_SIGNATURES, longest=LONGEST_SIGNATURE
        )
    if wanted.paper is PayPaper.STRIPS and wanted.per_page not in PER_PAGE:
        raise Refused("payslip.per_page", field="per_page", least=PER_PAGE.start, most=PER_PAGE.stop - 1)
    columns = _columns(wanted.paper, wanted.columns, view.words)
    return replace(wanted, title=title, note=note, signatures=signatures, columns=columns)


def _columns(
    paper: PayPaper, columns: Sequence[TemplateColumn], words: Mapping[str, str]
) -> tuple[TemplateColumn, ...]:
    """The columns with tidy headings, none where it is the usual one.

    Raises Refused "pay_template.heading" (title, most), "pay_template.width" (title, least, most),
    "pay_template.no_columns", "pay_template.nobody", "pay_template.twice" (title), all of field "columns".
    """
    found = []
    for column in columns:
        heading = tidy(column.heading, "columns")
        usual = words.get(column.key, "")
        if len(heading) > LONGEST_HEADING:
            raise Refused("pay_template.heading", field="columns", title=heading, most=LONGEST_HEADING)
        if column.width not in WIDTHS:
            raise Refused(
                "pay_template.width", field="columns", title=heading or usual, least=WIDTHS.start, most=WIDTHS.stop - 1
            )  # fmt: skip
        found.append(replace(column, heading="" if heading == usual else heading))
    _refuse_useless(paper, [one for one in found if one.shown], words)
    return tuple(found)


def _refuse_useless(paper: PayPaper, shown: Sequence[TemplateColumn], words: Mapping[str, str]) -> None:
    if not shown:
        raise Refused("pay_template.no_columns", field="columns")
    if paper in {PayPaper.SHEET, PayPaper.COST, PayPaper.SLIP} and not _WHO & {one.key for one in shown}:
        raise Refused("pay_template.nobody", field="columns")
    title, times = Counter(one.heading or words.get(one.key, "") for one in shown).most_common(1)[0]
    if times > 1:
        raise Refused("pay_template.twice", field="columns", title=title)
