"""Dialogs and panes of the personnel file and of labour contracts."""

"""People's papers on the screen: forms, acts, panes, certificates."""
