"""One result of one check."""

from __future__ import annotations

from dataclasses import dataclass, field

from models.expense_claim import CheckLevel


@dataclass(frozen=True, slots=True)
class Check:
    """How one check came out.

    The sentence belongs to `code` and `level`, its placeholders to `values`; `subject` tells which invoice or line
    is meant, "" for the whole paper. `reason` are the clerk's words to a warning.
    """

    code: str
    level: CheckLevel
    subject: str = ""
    values: dict[str, str] = field(default_factory=dict)
    reason: str = ""

    @property
    def key(self) -> str:
        """What a reason is kept under: "code:subject"."""
        return f"{self.code}:{self.subject}"


def stop(code: str, subject: str, **values: str) -> Check:
    """A check that keeps the claim from being submitted."""
    return Check(code, CheckLevel.STOP, subject, values)


def warn(code: str, subject: str, **values: str) -> Check:
    """A check that asks for a reason."""
    return Check(code, CheckLevel.WARN, subject, values)


def passed(code: str, **values: str) -> Check:
    """A check that found nothing wrong."""
    return Check(code, CheckLevel.OK, "", values)
