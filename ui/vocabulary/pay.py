"""Pay: what the engine refuses and finds, and the steps of its reckoning."""

from __future__ import annotations

SENTENCES: dict[str, str] = {}
CHECKS: dict[str, dict[str, str]] = {}
LABELS: dict[str, dict[str, str]] = {}
TONES: dict[str, dict[str, str]] = {}
FIELDS: dict[str, str] = {}
WHY: dict[str, str] = {}
