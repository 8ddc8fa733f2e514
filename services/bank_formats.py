"""Bank file formats 银行文件格式: which columns a bank wants, and how its answer reads."""

from __future__ import annotations

import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models.payment import BankFormat, FileKind
from services import bank_values, records
from services.bank_values import BankValue, FileEncoding
from services.errors import Refused
from services.permissions import Actor, Permission, open_to_all, requires
from services.records import Choice, required, tidy
from services.registers import Chip, Column, ColumnKind, Filter, Operator, Register

USUAL = Path(__file__).resolve().parent.parent / "resources" / "rules" / "bank_formats.toml"
ANSWER = ("account", "name", "amount", "result", "reason", "reference")
_NEEDED = (BankValue.BANK_ACCOUNT, BankValue.PAYEE_NAME, BankValue.AMOUNT)

REGISTER = Register(
    name="bank_format",
    record=BankFormat,
    columns=(
        Column("name", "Name", ColumnKind.TEXT, BankFormat.name, width=220, stretch=True),
        Column("code", "Code", ColumnKind.TEXT, BankFormat.code, width=110),
        Column("file_kind", "Kind of file", ColumnKind.CHOICE, BankFormat.file_kind, 120, choices=FileKind),
        Column("encoding", "Encoding", ColumnKind.TEXT, BankFormat.encoding, width=110, shown=False),
        Column("control_line", "Control line", ColumnKind.YES_NO, BankFormat.control_line, width=110),
        Column("active", "Active", ColumnKind.YES_NO, BankFormat.active, width=90),
    ),
    see=Permission.COMPANY_SEE,
    sort="name",
    chips=(
        Chip("active", "Active", lambda _: (Filter("active", Operator.IS, value=True),)),
        Chip("all", "All"),
    ),
    default_chip="active",
)


@dataclass(frozen=True, slots=True)
class ColumnDraft:
    """A column of the file: its title, and the field in it or, for TEXT, the fixed `text`."""

    title: str = ""
    value: BankValue | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class BankFormatDraft:
    """A format as typed. The `answer_*` are titles in the bank's answer, several separated by |; words one a line."""

    id: int | None = None
    version: int | None = None
    code: str = ""
    name: str = ""
    file_kind: FileKind = FileKind.XLSX
    encoding: FileEncoding = FileEncoding.GB18030
    control_line: bool = True
    active: bool = True
    columns: tuple[ColumnDraft, ...] = ()
    answer_account: str = ""
    answer_name: str = ""
    answer_amount: str = ""
    answer_result: str = ""
    answer_reason: str = ""
    answer_reference: str = ""
    paid_words: str = ""
    pending_words: str = ""


@requires(Permission.COMPANY_SEE)
def get(session: Session, actor: Actor, format_id: int) -> BankFormatDraft:  # noqa: ARG001 - the permission needs it
    """The format of that id; Refused "record.gone"."""
    return draft_of(records.load(session, BankFormat, format_id))


def draft_of(item: BankFormat) -> BankFormatDraft:
    """A stored format as its form shows it."""
    answer = {f"answer_{name}": item.answer_columns.get(name, "") for name in ANSWER}
    return BankFormatDraft(
        id=item.id,
        version=item.version,
        code=item.code,
        name=item.name,
        file_kind=item.file_kind,
        encoding=FileEncoding(item.encoding),
        control_line=item.control_line,
        active=item.active,
        columns=tuple(ColumnDraft(row["title"], *bank_values.read(row["value"])) for row in item.columns),
        paid_words=item.paid_words,
        pending_words=item.answer_columns.get("pending", ""),
        **answer,
    )


@requires(Permission.COMPANY_EDIT, Permission.BANK_ACCOUNT_EDIT)
def save(session: Session, actor: Actor, draft: BankFormatDraft) -> int:
    """Store a format; returns its id.

    Raises Refused "record.required" (code, name, title of a column), "record.taken" (code, name),
    "bank_format.column_missing" (values: the fields no bank can do without), "bank_format.title_twice" (title),
    "record.stale".
    """
    item = BankFormat() if draft.id is None else records.expect(session, BankFormat, draft.id, draft.version)
    code, name = required(draft.code, "code"), required(draft.name, "name")
    records.refuse_taken(session, BankFormat.code, code, draft.id)
    records.refuse_taken(session, BankFormat.name, name, draft.id)
    item.code, item.name, item.file_kind = code, name, draft.file_kind
    item.encoding, item.control_line, item.active = draft.encoding.value, draft.control_line, draft.active
    item.columns = _columns(draft.columns)
    answer = {name: tidy(getattr(draft, f"answer_{name}"), f"answer_{name}") for name in ANSWER}
    item.answer_columns = answer | {"pending": _words(draft.pending_words)}
    item.paid_words = _words(draft.paid_words)
    return records.keep(session, actor, item, code, name)


@requires(Permission.COMPANY_EDIT, Permission.BANK_ACCOUNT_EDIT)
def remove(session: Session, actor: Actor, format_id: int, version: int) -> bool:
    """Delete a format, or make it inactive when batches used it; True when it is gone.

    Raises Refused "record.gone", "record.stale".
    """
    return records.drop(session, actor, records.expect(session, BankFormat, format_id, version))


@requires(Permission.COMPANY_EDIT, Permission.BANK_ACCOUNT_EDIT)
def load_usual(session: Session, actor: Actor) -> int:
    """Add the usual formats of this program that are not there yet, by code or name; returns how many came."""
    known = {
        part for row in session.execute(select(BankFormat.code, BankFormat.name)) for part in (row[0], row[1])
    }
    wanted = [draft for draft in usual() if draft.code not in known and draft.name not in known]
    for draft in wanted:
        save(session, actor, draft)
    return len(wanted)


@open_to_all("a step of setting up a company, before anybody is there")
def begin_with_usual(session: Session, actor: Actor) -> None:
    """The usual formats of a company that has just been set up."""
    for draft in usual():
        save(session, actor, draft)


@requires(Permission.COMPANY_SEE)
def choices(session: Session, actor: Actor) -> list[Choice]:  # noqa: ARG001 - the permission needs it
    """The active formats by name."""
    found = session.scalars(select(BankFormat).filter_by(active=True).order_by(BankFormat.name))
    return [Choice(item.id, item.name, item.file_kind.value, item.search_text) for item in found]


@cache
def usual() -> tuple[BankFormatDraft, ...]:
    """What resources/rules/bank_formats.toml begins with."""
    rows = tomllib.loads(USUAL.read_text(encoding="utf-8"))["format"]
    return tuple(_usual(row) for row in rows)


def _usual(row: dict[str, Any]) -> BankFormatDraft:
    return BankFormatDraft(
        code=row["code"],
        name=row["name"],
        file_kind=FileKind(row["file_kind"]),
        encoding=FileEncoding(row["encoding"]),
        control_line=row["control_line"],
        columns=tuple(ColumnDraft(title, BankValue(value), *text) for title, value, *text in row["columns"]),
        paid_words="\n".join(row["paid_words"]),
        pending_words="\n".join(row["pending_words"]),
        **{f"answer_{name}": row["answer"].get(name, "") for name in ANSWER},
    )


def _columns(drafts: Sequence[ColumnDraft]) -> list[dict[str, Any]]:
    missing = [value for value in _NEEDED if value not in {draft.value for draft in drafts}]
    if missing:
        raise Refused("bank_format.column_missing", field="columns", values=missing)
    rows: list[dict[str, Any]] = []
    for place, draft in enumerate(drafts):
        title = required(draft.title, f"columns.{place}.title")
        if draft.value is None:
            raise Refused("record.required", field=f"columns.{place}.value")
        if title in {row["title"] for row in rows}:
            raise Refused("bank_format.title_twice", field=f"columns.{place}.title", title=title)
        text = tidy(draft.text, f"columns.{place}.text").replace('"', "")
        rows.append({"title": title, "value": bank_values.stored(draft.value, text)})
    return rows


def _words(typed: str) -> str:
    """One word a line, none empty or twice."""
    return "\n".join(dict.fromkeys(word for line in typed.splitlines() if (word := tidy(line, "paid_words"))))
