"""How far a long piece of work is, and whether somebody wants it to stop."""

from __future__ import annotations

from collections.abc import Callable


class Cancelled(Exception):  # noqa: N818 - a wish, not an error
    """The user stopped the work: everything it did is rolled back."""


class Progress:
    """Handed to long work, which calls `advance` now and then."""

    def __init__(
        self,
        report: Callable[[int, int, str], object] | None = None,
        cancelled: Callable[[], bool] = lambda: False,
    ) -> None:
        self._report = report
        self._cancelled = cancelled

    def advance(self, done: int, total: int, text: str = "") -> None:
        """Say that `done` of `total` pieces are finished; raises Cancelled if the work shall stop."""
        self.check()
        if self._report is not None:
            self._report(done, total, text)

    def check(self) -> None:
        """Raise Cancelled if the work shall stop."""
        if self._cancelled():
            raise Cancelled
