"""Formulas of pay components over the facts of a person's month: checked when saved, ready for thousands of people."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from types import MappingProxyType
from typing import NamedTuple

from models.pay import ComponentEffect, ComponentKind
from services import formulas
from services.errors import Refused
from services.formulas import Formula, Tree

HUNDREDTHS, FEN, ONES = -2, -2, 0
# the code of a fact, its name on paper, and what its whole number counts (days and hours in hundredths, yuan in fen)
FACTS: Mapping[str, tuple[str, int]] = MappingProxyType(
    {
        "due_days": ("应出勤天数", HUNDREDTHS),
        "worked_days": ("实出勤天数", HUNDREDTHS),
        "not_employed_days": ("未在职天数", HUNDREDTHS),
        "absent_days": ("缺勤天数", HUNDREDTHS),
        "sick_days": ("病假天数", HUNDREDTHS),
        "late_times": ("迟到次数", ONES),
        "overtime_weekday_hours": ("工作日加班", HUNDREDTHS),
        "overtime_rest_hours": ("休息日加班", HUNDREDTHS),
        "overtime_holiday_hours": ("节假日加班", HUNDREDTHS),
        "full_month": ("全勤", ONES),
        "fixed_total": ("固定项目合计", FEN),
        "own_rate": ("标准", FEN),
        "minimum_wage": ("最低工资", FEN),
        "sick_share": ("病假比例", HUNDREDTHS),
    }
)
# facts that are zero in a month in which nothing happened, and without a rate of one's own
QUIET = frozenset(
    {
        "not_employed_days", "absent_days", "sick_days", "late_times", "overtime_weekday_hours",
        "overtime_rest_hours", "overtime_holiday_hours", "own_rate",
    }
)  # fmt: skip
_MOST = 100_000_000_00  # fen, with one for everything
_BY_NAME = {name: code for code, (name, _) in FACTS.items()}
_COMPUTED = frozenset({ComponentKind.ATTENDANCE, ComponentKind.OVERTIME, ComponentKind.FORMULA})
_CENT = Decimal(1)
_FEN = Decimal(1).scaleb(FEN)
_UNITS = {decimals: Decimal(1).scaleb(decimals) for decimals in (HUNDREDTHS, FEN, ONES)}


class Part(NamedTuple):
    """A component as formulas see it."""

    id: int
    code: str
    name: str
    kind: ComponentKind
    effect: ComponentEffect
    taxable: bool
    in_base: bool
    formula: str


@dataclass(frozen=True, slots=True)
class Computed:
    """A formula ready to run: the facts and components it uses, and those that make it zero when they are zero."""

    part: Part
    formula: Formula
    facts: tuple[tuple[str, str, int], ...]  # name in the formula, code, decimals
    parts: tuple[tuple[str, str], ...]  # name in the formula, code
    zero_facts: tuple[str, ...]
    zero_parts: tuple[str, ...]

    def fen(self, facts: Mapping[str, int], amounts: Mapping[str, int]) -> int:
        """Its amount in fen, half up once at the end; raises what `Formula.evaluate` raises."""
        for code in self.zero_facts:
            if not facts[code]:
                return 0
        for code in self.zero_parts:
            if not amounts.get(code):
                return 0
        values = {name: _UNITS[decimals] * facts[code] for name, code, decimals in self.facts}
        for name, code in self.parts:
            values[name] = _FEN * amounts.get(code, 0)
        try:
            return int((self.formula.evaluate(values) * 100).quantize(_CENT, ROUND_HALF_UP))
        except InvalidOperation as more:  # more digits than an amount has
            raise Refused("formula.too_large") from more


def is_computed(kind: ComponentKind) -> bool:
    """Whether a component of this kind has a formula."""
    return kind in _COMPUTED


def prepared(parts: Iterable[Part]) -> list[Computed]:
    """The computed components of a company, each behind all it uses.

    Raises:
        Refused: "formula.unknown_name" (name), and what `formulas.parse` and `formulas.order` raise.
    """
    known = list(parts)
    codes = {word: part.code for part in known for word in (part.name, part.code)}
    computed = {part.code: part for part in known if is_computed(part.kind)}
    read = {code: formulas.parse(part.formula) for code, part in computed.items()}
    for formula in read.values():
        _refuse_unknown(formula, codes)
    made = {code: _computed(computed[code], formula, codes) for code, formula in read.items()}
    return [made[code] for code in _in_order(read, codes, computed)]


def tried(computed: Iterable[Computed], code: str) -> None:
    """Try the formula of a component: with one for everything, then in a month in which nothing happened.

    Raises:
        Refused: "formula.division_by_zero", "formula.too_large" (beyond what a person can be paid).
    """
    computed = list(computed)
    for quiet in (False, True):
        facts = {
            fact: 0 if quiet and fact in QUIET else 10**-decimals for fact, (_name, decimals) in FACTS.items()
        }
        amounts = dict.fromkeys((used for one in computed for _name, used in one.parts), 100)
        for one in computed:
            if one.part.code == code and abs(one.fen(facts, amounts)) > _MOST:
                raise Refused("formula.too_large")


def words() -> list[str]:
    """The names of the facts that any formula may use."""
    return [name for name, _ in FACTS.values()]


def _refuse_unknown(formula: Formula, codes: Mapping[str, str]) -> None:
    for name in sorted(formula.names):
        if name not in codes and name not in _BY_NAME and name not in FACTS:
            raise Refused("formula.unknown_name", name=name)


def _in_order(
    read: Mapping[str, Formula], codes: Mapping[str, str], computed: Mapping[str, Part]
) -> list[str]:
    """As `formulas.order`, with the names people know in its sentence."""
    named = {}
    for code, formula in read.items():
        uses = {codes.get(name, name) for name in formula.names}
        named[computed[code].name] = Formula(
            formula.text,
            formula.tree,
            frozenset(computed[used].name for used in uses if used in computed),
            formula.run,
        )
    back = {part.name: code for code, part in computed.items()}
    return [back[name] for name in formulas.order(named)]


def _computed(part: Part, formula: Formula, codes: Mapping[str, str]) -> Computed:
    facts, parts = [], []
    for name in sorted(formula.names):
        fact = _BY_NAME.get(name, name if name in FACTS else "")
        if name in codes:
            parts.append((name, codes[name]))
        else:
            facts.append((name, fact, FACTS[fact][1]))
    zero = _zero_when(formula.tree) or frozenset()
    return Computed(
        part,
        formula,
        tuple(facts),
        tuple(parts),
        tuple(code for name, code, _ in facts if name in zero),
        tuple(code for name, code in parts if name in zero),
    )


def _zero_when(tree: Tree) -> frozenset[str] | None:
    """The names any of which, being zero, makes the whole zero; None: it is zero anyway."""
    match tree:
        case ("number", Decimal() as number):
            return frozenset() if number else None
        case ("name", str(name)):
            return frozenset({name})
        case ("negative", tuple(inner)) | ("round", tuple(inner), _):
            return _zero_when(inner)
        case ("*", tuple(left), tuple(right)):
            one, other = _zero_when(left), _zero_when(right)
            return None if one is None or other is None else one | other
        case ("/", tuple(left), tuple()):
            return _zero_when(left)
        case ("+" | "-" | "min" | "max", *inner):
            found = [_zero_when(each) for each in inner if isinstance(each, tuple)]
            sure = [each for each in found if each is not None]
            return frozenset.intersection(*sure) if sure else None
    raise AssertionError(tree)
