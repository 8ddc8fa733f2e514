"""The same services without a window and without Qt: check, back up, restore, print, export, read invoices."""

from ui.console.arguments import COMMANDS, add_commands, run

__all__ = ["COMMANDS", "add_commands", "run"]
