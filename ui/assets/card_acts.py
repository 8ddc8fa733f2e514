"""What can be done with cards."""

from __future__ import annotations

from ui.assets import label_acts, move_acts

ALL = (*move_acts.ALL, *label_acts.ALL)
