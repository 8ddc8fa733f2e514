"""Formulas 计算公式 of pay components: a small language of its own, read into a tree and never handed to Python."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation
from graphlib import CycleError, TopologicalSorter
from typing import NamedTuple

from services.errors import Refused

LONGEST, DEEPEST, MOST_PLACES = 300, 20, 6
FUNCTIONS = {"min": (1, None), "max": (1, None), "round": (2, 2)}  # name → fewest and most arguments

type Tree = tuple[str | Decimal | Tree, ...]
"""("number", x) · ("name", n) · ("negative", a) · (sign, a, b) · ("min" | "max", a, …) · ("round", a, places)."""
type Values = Mapping[str, Decimal]
type Run = Callable[[Values], Decimal]

_FULL_WIDTH = "０１２３４５６７８９．，（）＋－＊／×÷−＿　"
_PLAIN = str.maketrans(_FULL_WIDTH, "0123456789.,()+-*/*/-_ ")
_LETTER = "A-Za-z_\u3400-\u4dbf\u4e00-\u9fff"
_TOKEN = re.compile(
    rf"\s*(?:(?P<name>[0-9]*[{_LETTER}][{_LETTER}0-9]*)|(?P<number>[0-9]+(?:\.[0-9]+)?)|(?P<sign>[-+*/(),]))"
)
_END = ""


class _Token(NamedTuple):
    kind: str
    text: str
    place: int  # of its first sign, counted from 1


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read: its text, tree, and the names it uses."""

    text: str
    tree: Tree
    names: frozenset[str]
    run: Run = field(repr=False, compare=False)

    def evaluate(self, values: Values) -> Decimal:
        """Its value, in exact decimals (28 digits), not rounded unless it says so.

        Args:
            values: a number for each of `names`, in whatever unit the formula means (yuan, days, hours).

        Raises:
            Refused: ``formula.unknown_name`` (name), ``formula.division_by_zero``, ``formula.too_large``.
        """
        try:
            return self.run(values)
        except KeyError as missing:
            raise Refused("formula.unknown_name", name=missing.args[0]) from missing
        except InvalidOperation as overflow:
            raise Refused("formula.too_large") from overflow


def parse(text: str) -> Formula:
    """Read a formula: names (Chinese or Latin letters, digits, _), numbers, + - * / (× ÷), brackets, min, max, round.

    Full-width signs are read like their plain ones; functions in any case; ``round(x, n)`` is half up to n decimals.

    Raises:
        Refused: ``formula.empty``, ``formula.too_long`` (most), ``formula.too_deep`` (most), ``formula.syntax``
            (position from 1, found), ``formula.unfinished`` (position), ``formula.unknown_function`` (name, position),
            ``formula.arguments`` (name, position), ``formula.places`` (most, position).
    """
    if not text.strip():
        raise Refused("formula.empty")
    if len(text) > LONGEST:
        raise Refused("formula.too_long", most=LONGEST)
    reader = _Reader(_tokens(text.translate(_PLAIN)))
    tree = reader.whole()
    return Formula(text, tree, frozenset(reader.names), _compiled(tree))


def order(formulas: Mapping[str, Formula]) -> list[str]:
    """The names of `formulas` so that each stands behind all it uses; other names are values given from outside.

    Raises:
        Refused: ``formula.circle`` (names: those that lead to one another, joined by →).
    """
    uses = {name: sorted(formula.names & formulas.keys()) for name, formula in formulas.items()}
    try:
        return list(TopologicalSorter(uses).static_order())
    except CycleError as circle:
        raise Refused("formula.circle", names=" → ".join(reversed(circle.args[1]))) from circle


def _tokens(text: str) -> list[_Token]:
    found, place = [], 0
    end = len(text.rstrip())
    while place < end:
        token = _TOKEN.match(text, place)
        if token is None:
            place += len(text[place:]) - len(text[place:].lstrip())
            raise Refused("formula.syntax", position=place + 1, found=text[place])
        kind = token.lastgroup or ""
        found.append(_Token(kind, token[kind], token.start(kind) + 1))
        place = token.end()
    return [*found, _Token(_END, _END, end + 1)]


class _Reader:
    """Reads tokens by precedence: sums of products of signed values."""

    def __init__(self, tokens: list[_Token]) -> None:
        self.names: set[str] = set()
        self._tokens = tokens
        self._place = 0
        self._depth = 0

    def whole(self) -> Tree:
        tree = self._sum()
        if self._next.kind != _END:
            raise self._wrong()
        return tree

    @property
    def _next(self) -> _Token:
        return self._tokens[self._place]

    def _take(self) -> _Token:
        token = self._next
        self._place += 1
        return token

    def _expect(self, sign: str) -> None:
        if self._next.text != sign:
            raise self._wrong()
        self._place += 1

    def _wrong(self) -> Refused:
        if self._next.kind == _END:
            return Refused("formula.unfinished", position=self._next.place)
        return Refused("formula.syntax", position=self._next.place, found=self._next.text)

    def _sum(self) -> Tree:
        self._depth += 1
        if self._depth > DEEPEST:
            raise Refused("formula.too_deep", most=DEEPEST)
        tree = self._product()
        while self._next.text in {"+", "-"}:
            tree = (self._take().text, tree, self._product())
        self._depth -= 1
        return tree

    def _product(self) -> Tree:
        tree = self._signed()
        while self._next.text in {"*", "/"}:
            tree = (self._take().text, tree, self._signed())
        return tree

    def _signed(self) -> Tree:
        negative = False
        while self._next.text in {"+", "-"}:
            negative ^= self._take().text == "-"
        return ("negative", self._value()) if negative else self._value()

    def _value(self) -> Tree:
        if self._next.kind == "number":
            return ("number", Decimal(self._take().text))
        if self._next.kind == "name":
            return self._name_or_call(self._take())
        self._expect("(")
        tree = self._sum()
        self._expect(")")
        return tree

    def _name_or_call(self, token: _Token) -> Tree:
        function = token.text.lower()
        if self._next.text == "(":
            if function not in FUNCTIONS:
                raise Refused("formula.unknown_function", name=token.text, position=token.place)
            return self._call(function, token)
        if function in FUNCTIONS:
            raise self._wrong()
        self.names.add(token.text)
        return ("name", token.text)

    def _call(self, function: str, token: _Token) -> Tree:
        self._expect("(")
        arguments = [self._sum()]
        while self._next.text == ",":
            self._place += 1
            arguments.append(self._sum())
        self._expect(")")
        fewest, most = FUNCTIONS[function]
        if len(arguments) < fewest or (most and len(arguments) > most):
            raise Refused("formula.arguments", name=function, position=token.place)
        if function == "round":
            _check_places(arguments[1], token.place)
        return (function, *arguments)


def _check_places(places: Tree, position: int) -> None:
    number = places[1] if places[0] == "number" else None
    if not isinstance(number, Decimal) or number % 1 or number > MOST_PLACES:
        raise Refused("formula.places", most=MOST_PLACES, position=position)


def _compiled(tree: Tree) -> Run:
    """Closures over the tree: several times as fast as walking it for each person."""
    match tree:
        case ("number", Decimal() as number):
            return lambda _values: number
        case ("name", str(name)):
            return lambda values: values[name]
        case ("negative", tuple(inner)):
            negated = _compiled(inner)
            return lambda values: -negated(values)
        case ("round", tuple(inner), (_, Decimal() as places)):
            return _rounding(_compiled(inner), Decimal(1).scaleb(-int(places)))
        case ("min" | "max" as function, *arguments):
            parts = [_compiled(part) for part in arguments if isinstance(part, tuple)]
            pick = min if function == "min" else max
            return lambda values: pick(part(values) for part in parts)
        case (str(sign), tuple(left), tuple(right)):
            return _binary(sign, _compiled(left), _compiled(right))
    raise AssertionError(tree)


def _rounding(inner: Run, step: Decimal) -> Run:
    return lambda values: inner(values).quantize(step, ROUND_HALF_UP)


def _binary(sign: str, left: Run, right: Run) -> Run:
    if sign == "+":
        return lambda values: left(values) + right(values)
    if sign == "-":
        return lambda values: left(values) - right(values)
    if sign == "*":
        return lambda values: left(values) * right(values)

    def divided(values: Values) -> Decimal:
        divisor = right(values)
        if not divisor:
            raise Refused("formula.division_by_zero")
        return left(values) / divisor

    return divided
