"""汇缴书 and 汇缴明细: what goes to a fund in a month, in sum and person by person."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from services.money import format_money
from services.reports.sheet import Sheet, SheetColumn

_ZERO = Decimal(0)
_SIGNED = "　　　　　　　　　　"


@dataclass(frozen=True, slots=True)
class Moved:
    """A line of the first sheet 上月汇缴、本月增加…: how many people, yuan where it is known."""

    words: str
    people: int
    base: Decimal | None
    employer: Decimal | None
    employee: Decimal | None
    total: Decimal | None


@dataclass(frozen=True, slots=True)
class PaidItem:
    """An item of a person: its short word, both parts (yuan)."""

    words: str
    employer: Decimal
    employee: Decimal


@dataclass(frozen=True, slots=True)
class PaidPerson:
    """A line of the list: who, for which months, on which base, and every item (yuan)."""

    name: str
    identity_number: str
    department: str
    months: str
    base: Decimal
    rates: tuple[str, str]
    items: tuple[PaidItem, ...]

    @property
    def employer(self) -> Decimal:
        return sum((item.employer for item in self.items), _ZERO)

    @property
    def employee(self) -> Decimal:
        return sum((item.employee for item in self.items), _ZERO)


@dataclass(frozen=True, slots=True)
class RemittancePaper:
    """A remittance as printed. `note` is (试算) of a draft, or the words of a back payment."""

    company: str
    unit_number: str
    title: str
    list_title: str
    number_word: str
    city: str
    month: str
    note: str
    moves: tuple[Moved, ...]
    people: tuple[PaidPerson, ...]
    total: Decimal
    capitals: str
    made_by: str
    housing: bool
    back_payment: bool


def remittance_sheets(paper: RemittancePaper) -> tuple[Sheet, Sheet]:
    """The sum on a sheet of its own, then the list."""
    return _sum_sheet(paper), _list_sheet(paper)


def _sum_sheet(paper: RemittancePaper) -> Sheet:
    *rows, last = paper.moves
    return Sheet(
        title=paper.title + paper.note,
        columns=(
            SheetColumn("项　目", 24), SheetColumn("人　数", 10, "right"), SheetColumn("缴费基数合计", 18, "right"),
            SheetColumn("单位缴纳（元）", 18, "right"), SheetColumn("个人缴纳（元）", 18, "right"),
            SheetColumn("合　计（元）", 20, "right"),
        ),
        rows=[_moved(row) for row in rows],
        subtitle=_particulars(paper),
        company=paper.company,
        totals=_moved(last),
        ending=(
            f"金额大写：{paper.capitals}",
            f"制表：{paper.made_by}{_SIGNED}复核：{_SIGNED}负责人：{_SIGNED}单位（盖章）：",
        ),
    )  # fmt: skip


def _list_sheet(paper: RemittancePaper) -> Sheet:
    words = _words(paper)
    months = (SheetColumn("补缴月份", 12, "centre"),) if paper.back_payment else ()
    columns = (
        SheetColumn("序号", 4, "centre"), SheetColumn("姓　名", 7), SheetColumn("证件号码", 15), SheetColumn("部　门", 9),
        *months, SheetColumn("缴费基数", 9, "right"), *_item_columns(paper, words),
        SheetColumn("单位小计", 9, "right", summed=True), SheetColumn("个人小计", 9, "right", summed=True),
        SheetColumn("合　计", 10, "right", summed=True),
    )  # fmt: skip
    rows = [_person(place, one, paper, words) for place, one in enumerate(paper.people, start=1)]
    return Sheet(
        title=paper.list_title + paper.note,
        columns=columns,
        rows=rows,
        subtitle=_particulars(paper),
        company=paper.company,
        totals=_totals(paper, len(columns)),
        ending=(f"制表：{paper.made_by}{_SIGNED}复核：{_SIGNED}负责人：",),
    )


def _particulars(paper: RemittancePaper) -> str:
    return f"{paper.number_word}：{paper.unit_number or '　　　　'}　　参保地：{paper.city}　　所属期：{paper.month}　　单位：元"


def _words(paper: RemittancePaper) -> list[tuple[str, bool, bool]]:
    """The items that occur, in their order, and which side pays any of them."""
    found: dict[str, tuple[bool, bool]] = {}
    for person in paper.people:
        for item in person.items:
            one, other = found.get(item.words, (False, False))
            found[item.words] = (one or bool(item.employer), other or bool(item.employee))
    return [(words, one, other) for words, (one, other) in found.items()]


def _item_columns(paper: RemittancePaper, words: list[tuple[str, bool, bool]]) -> tuple[SheetColumn, ...]:
    if paper.housing:
        return (
            ()
            if paper.back_payment
            else (SheetColumn("单位比例", 7, "right"), SheetColumn("个人比例", 7, "right"))
        )
    return tuple(
        SheetColumn(f"{word}{side}", 8, "right", summed=True)
        for word, one, other in words
        for side, paid in (("单位", one), ("个人", other))
        if paid
    )


def _person(
    place: int, one: PaidPerson, paper: RemittancePaper, words: list[tuple[str, bool, bool]]
) -> tuple[str, ...]:
    by_word = {item.words: item for item in one.items}
    items: list[str] = []
    if paper.housing:
        items = [] if paper.back_payment else list(one.rates)
    else:
        for word, employer, employee in words:
            item = by_word.get(word)
            items += [_text(item.employer if item else None)] if employer else []
            items += [_text(item.employee if item else None)] if employee else []
    months = (one.months,) if paper.back_payment else ()
    return (
        str(place), one.name, one.identity_number, one.department, *months, format_money(one.base), *items,
        format_money(one.employer), format_money(one.employee), format_money(one.employer + one.employee),
    )  # fmt: skip


def _totals(paper: RemittancePaper, columns: int) -> tuple[str, ...]:
    employer = sum((one.employer for one in paper.people), _ZERO)
    employee = sum((one.employee for one in paper.people), _ZERO)
    middle: list[str] = [""] * (columns - 5)
    if not paper.housing:
        sums = [
            format_money(sum((getattr(item, side) for one in paper.people for item in one.items if item.words == word), _ZERO))
            for word, one_side, other in _words(paper)
            for side, paid in (("employer", one_side), ("employee", other))
            if paid
        ]  # fmt: skip
        middle[len(middle) - len(sums) :] = sums
    return (
        "",
        f"合计 {len(paper.people)} 人",
        *middle,
        format_money(employer),
        format_money(employee),
        format_money(paper.total),
    )


def _moved(row: Moved) -> tuple[str, ...]:
    amounts = (row.base, row.employer, row.employee, row.total)
    return (row.words, str(row.people), *(_text(amount) for amount in amounts))


def _text(amount: Decimal | None) -> str:
    return "" if amount is None else format_money(amount)
