"""Amounts in fen as the texts of a payroll line: canonical JSON of yuan, for tens of thousands of lines. No database."""

from __future__ import annotations

CENTS = tuple(f'.{cents:02}"' for cents in range(100))


class WholeYuan(dict[int, str]):
    """Whole yuan as text, each made once: looking one up is twice as fast as making it again."""

    def __missing__(self, yuan: int) -> str:
        text = self[yuan] = str(yuan)
        return text


WHOLE = WholeYuan()


class Texts:
    """Amounts by code as JSON; a set of codes is put in order once."""

    def __init__(self) -> None:
        self._orders: dict[tuple[str, ...], tuple[tuple[str, str], ...]] = {}
        self._same: dict[int, tuple[dict[str, int], str]] = {}

    def known(self, amounts: dict[str, int]) -> str:
        """As `of`, for amounts that many people share as one and the same object."""
        found = self._same.get(id(amounts))
        if found is None:
            found = self._same[id(amounts)] = (amounts, self.of(amounts))
        return found[1]

    def of(self, amounts: dict[str, int]) -> str:
        """Code to yuan, in canonical order."""
        if not amounts:
            return "{}"
        whole, codes = WHOLE, tuple(amounts)
        order = self._orders.get(codes)
        if order is None:
            order = self._orders[codes] = tuple((f'"{code}":"', code) for code in sorted(codes))
        texts = [
            f"{head}{whole[fen // 100]}{CENTS[fen % 100]}"
            if (fen := amounts[code]) >= 0
            else f"{head}-{whole[-fen // 100]}{CENTS[-fen % 100]}"
            for head, code in order
        ]
        return "{" + ",".join(texts) + "}"
