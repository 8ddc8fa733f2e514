"""People's papers on the screen: forms, acts, panes, certificates."""
