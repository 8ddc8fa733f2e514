"""Dialogs and panes of the personnel file and of labour contracts."""
