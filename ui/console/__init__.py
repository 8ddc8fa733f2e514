"""The same services without a window and without Qt: check, back up, restore, print, export, read invoices."""

from ui.console.arguments import COMMANDS, parser, run

__all__ = ["COMMANDS", "parser", "run"]
