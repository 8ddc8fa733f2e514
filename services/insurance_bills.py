"""The bill of a fund 应缴核对 against our month: who is missing, who is too many, what differs to the fen."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from decimal import Decimal
from enum import StrEnum

from models.insurance_terms import InsuranceItem
from models.remittance import Remittance, RemittanceKind
from services import audit, records, remittance_lines
from services.database import Session, now, once
from services.errors import Refused
from services.exchange.foreign_sheets import ForeignSheet
from services.insurance_bill_rows import Amount, Bill, BillColumn, BillProblem, BillRow, bill_of, plain
from services.months import month_text
from services.permissions import Actor, Permission, requires
from services.remittance_lines import Line

_ZERO = Decimal(0)
_IN_MEDICAL = (InsuranceItem.LARGE_MEDICAL, InsuranceItem.MATERNITY)
_SIDES = (BillColumn.EMPLOYER, BillColumn.EMPLOYEE, BillColumn.TOTAL)


class BillKind(StrEnum):
    """账单无此人, 账单多出, 金额不符, 证件号码不符 (of results kept by earlier versions), 账单重复."""

    MISSING = "missing"
    EXTRA = "extra"
    DIFFERS = "differs"
    IDENTITY = "identity"
    TWICE = "twice"


@dataclass(frozen=True, slots=True)
class BillDifference:
    """One thing that is not the same; amounts as text in yuan, `row` of the file (0: it stands nowhere there).

    `column` is a BillColumn, `item` an InsuranceItem or "" for all together.
    """

    kind: BillKind
    row: int
    name: str
    department: str
    column: str = ""
    item: str = ""
    ours: str = ""
    theirs: str = ""


@dataclass(frozen=True, slots=True)
class Compared:
    """A bill beside our month: what differs, what could not be read; nothing was saved yet.

    `columns` are the titles that were understood; sums are of both sides (yuan), theirs as far as the bill says.
    """

    file: str
    sha256: str
    version: int
    people: int
    people_theirs: int
    same: int
    total: Decimal
    total_theirs: Decimal
    columns: tuple[tuple[str, Amount], ...]
    differences: tuple[BillDifference, ...]
    problems: tuple[BillProblem, ...]


@requires(Permission.INSURANCE_SEE)
def compare(session: Session, actor: Actor, remittance_id: int, sheet: ForeignSheet) -> Compared:  # noqa: ARG001 - the permission needs the actor
    """Compare a bill, read by `read_sheet`, with a remittance; nothing is changed.

    Raises Refused "record.gone", "insurance_bill.no_titles" (name), "insurance_bill.no_rows" (name),
    "insurance_bill.other_month" (name, found, month), "insurance_bill.several_months" (name, found, month),
    "insurance_bill.nobody" (name) when no person is ours.
    """
    item = records.load(session, Remittance, remittance_id)
    bill = bill_of(sheet)
    _refuse_other_month(item, bill, sheet.file)
    ours = remittance_lines.kept(session, [item.id])
    people = {line.employee_id: line for line in ours}
    theirs, strangers = _matched(people, bill.rows)
    if not theirs and not bill.problems:
        raise Refused("insurance_bill.nobody", name=sheet.file)
    found: list[BillDifference] = []
    same = 0
    for person, line in people.items():
        own = [one for one in ours if one.employee_id == person]
        told = _person(line, own, theirs.get(person, ()), bill)
        same += not told
        found += told
    found += [_extra(row) for row in strangers]
    order = {kind: place for place, kind in enumerate(BillKind)}
    found.sort(key=lambda one: (order[one.kind], one.row))
    return Compared(
        sheet.file, sheet.sha256, item.version, len(people), len(theirs) + len({_key(row) for row in strangers}), same,
        item.total, sum((_total(row.amounts) for row in bill.rows), _ZERO), bill.titles, tuple(found), bill.problems,
    )  # fmt: skip


@requires(Permission.INSURANCE_EDIT)
def keep(session: Session, actor: Actor, remittance_id: int, compared: Compared, command_id: str) -> int:
    """Keep the result with the remittance; returns its id.

    Raises Refused "insurance_bill.problems" (count) while cells of the bill cannot be read, "record.stale".
    """
    if compared.problems:
        raise Refused("insurance_bill.problems", count=len(compared.problems))
    if not once(session, command_id):
        return remittance_id
    item = records.expect(session, Remittance, remittance_id, compared.version)
    item.bill_name = records.tidy(compared.file, "bill_name")
    item.bill_result = [asdict(one) for one in compared.differences]
    item.updated_at = now()
    audit.record(session, actor, "check_bill", item, differences=len(compared.differences))
    session.flush()
    return item.id


def _refuse_other_month(item: Remittance, bill: Bill, name: str) -> None:
    if item.kind != RemittanceKind.MONTHLY or not bill.months:
        return
    found = "、".join(month_text(one) for one in sorted(bill.months))
    if len(bill.headed) > 1:
        raise Refused("insurance_bill.several_months", name=name, found=found, month=month_text(item.month))
    if item.month not in bill.months:
        raise Refused("insurance_bill.other_month", name=name, found=found, month=month_text(item.month))


def _matched(
    people: Mapping[int, Line], rows: Sequence[BillRow]
) -> tuple[dict[int, list[BillRow]], list[BillRow]]:
    """The rows of each of our people, by ID number; where a row or our person has none, by a name that only one has.

    A row with the number of somebody else is nobody of ours, whatever its name.
    """
    by_identity = {
        line.identity_number.upper(): person for person, line in people.items() if line.identity_number
    }
    names: dict[str, list[int]] = {}
    for person, line in people.items():
        names.setdefault(plain(line.name), []).append(person)
    found: dict[int, list[BillRow]] = {}
    strangers: list[BillRow] = []
    for row in rows:
        alike = names.get(plain(row.name), [])
        known = by_identity.get(row.identity_number) if row.identity_number else None
        if (
            known is None
            and len(alike) == 1
            and not (row.identity_number and people[alike[0]].identity_number)
        ):
            found.setdefault(alike[0], []).append(row)
        elif known is None:
            strangers.append(row)
        else:
            found.setdefault(known, []).append(row)
    return found, strangers


def _person(line: Line, own: Sequence[Line], rows: Sequence[BillRow], bill: Bill) -> list[BillDifference]:
    if not rows:
        ours = sum((one.employer + one.employee for one in own), _ZERO)
        return [_difference(BillKind.MISSING, line, 0, ours=_text(ours))]
    first = rows[0]
    found = []
    theirs: dict[Amount, Decimal] = {}
    for row in rows:
        if any(key in theirs and key[0] in _SIDES for key in row.amounts):
            found.append(_difference(BillKind.TWICE, line, row.row, theirs=_text(_total(row.amounts))))
        for key, amount in row.amounts.items():
            theirs[key] = amount if key[0] is BillColumn.BASE else theirs.get(key, _ZERO) + amount
    return found + list(_amounts(line, own, first.row, _asked(theirs, bill)))


def _asked(theirs: dict[Amount, Decimal], bill: Bill) -> dict[Amount, Decimal]:
    """What the bill says of somebody; a column left empty for them is a zero in it."""
    empty = {what: _ZERO for _, what in bill.titles if what[0] in _SIDES and what not in theirs}
    by_row = any(what[0] is BillColumn.ITEM for _, what in bill.titles)
    return theirs if by_row else empty | theirs


def _amounts(
    line: Line, own: Sequence[Line], row: int, theirs: Mapping[Amount, Decimal]
) -> Iterable[BillDifference]:
    """Column by column, to the fen."""
    listed = {item for what, item in theirs if what in _SIDES and item is not None}
    for (what, item), amount in theirs.items():
        ours = _ours(_within(own, item, listed), what, item)
        if ours != amount:
            yield _difference(
                BillKind.DIFFERS,
                line,
                row,
                what.value,
                item.value if item else "",
                _text(ours),
                _text(amount),
            )
    if listed and not any(what in _SIDES and item is None for what, item in theirs):
        for one in _within(own, InsuranceItem.MEDICAL, listed):
            if one.item not in listed and one.employer + one.employee:
                yield _difference(
                    BillKind.DIFFERS, line, row, "total", one.item.value, _text(one.employer + one.employee), _text(_ZERO)
                )  # fmt: skip


def _within(own: Sequence[Line], item: InsuranceItem | None, listed: Collection[InsuranceItem]) -> list[Line]:
    """Our lines; those that a bill asks for under medical insurance 医疗(含生育) are of it, where it lists them nowhere."""
    if item is not InsuranceItem.MEDICAL or item not in listed:
        return list(own)
    return [
        line._replace(item=item) if line.item in _IN_MEDICAL and line.item not in listed else line
        for line in own
    ]


def _ours(own: Sequence[Line], what: BillColumn, item: InsuranceItem | None) -> Decimal:
    lines = [line for line in own if item is None or line.item == item]
    if what is BillColumn.BASE:
        return lines[0].base if lines else _ZERO
    employer = sum((line.employer for line in lines), _ZERO)
    employee = sum((line.employee for line in lines), _ZERO)
    return {BillColumn.EMPLOYER: employer, BillColumn.EMPLOYEE: employee}.get(what, employer + employee)


def _extra(row: BillRow) -> BillDifference:
    return BillDifference(BillKind.EXTRA, row.row, row.name, "", theirs=_text(_total(row.amounts)))


def _total(amounts: Mapping[Amount, Decimal]) -> Decimal:
    """Both sides of a row as the bill says: its total, or else the sums of the sides, or else those of the items."""
    for wanted in (
        [(BillColumn.TOTAL, None)],
        [(BillColumn.EMPLOYER, None), (BillColumn.EMPLOYEE, None)],
    ):
        if any(key in amounts for key in wanted):
            return sum((amounts.get(key, _ZERO) for key in wanted), _ZERO)
    totals = [amount for (what, _), amount in amounts.items() if what is BillColumn.TOTAL]
    sides = [amount for (what, _), amount in amounts.items() if what in _SIDES]
    return sum(totals or sides, _ZERO)


def _difference(
    kind: BillKind, line: Line, row: int, column: str = "", item: str = "", ours: str = "", theirs: str = ""
) -> BillDifference:
    return BillDifference(kind, row, line.name, line.department_name, column, item, ours, theirs)


def _key(row: BillRow) -> str:
    return row.identity_number or plain(row.name)


def _text(amount: Decimal) -> str:
    return f"{amount:.2f}"
