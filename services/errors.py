"""One way to say no: a code that ui/errors.py turns into a sentence."""

from __future__ import annotations


class Refused(Exception):  # noqa: N818 - the domain's word: a request is refused, nothing is broken
    """A request the user can mend.

    Args:
        code: dotted name of the sentence in `ui/errors.py`, e.g. ``"claim.no_lines"``.
        field: name of the form's field it belongs to, if there is one (``"lines"``, ``"lines.2.amount"``).
        values: what the sentence's ``{placeholders}`` show.
    """

    def __init__(self, code: str, field: str | None = None, **values: object) -> None:
        super().__init__(code)
        self.code = code
        self.field = field
        self.values = values

    def __repr__(self) -> str:
        return f"Refused({self.code!r}, field={self.field!r}, {self.values!r})"

    def __reduce__(self) -> tuple[object, ...]:
        return (_rebuild, (self.code, self.field, self.values))


def _rebuild(code: str, field: str | None, values: dict[str, object]) -> Refused:
    return Refused(code, field, **values)
