"""Statistics, saved views and the promise: sentences for refusals and checks, words for choices and columns."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}

CHECKS: dict[str, dict[str, str]] = {}

LABELS: dict[str, dict[str, str]] = {}

TONES: dict[str, dict[str, str]] = {}

FIELDS: dict[str, str] = {}
