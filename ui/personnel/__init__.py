"""People on the screen: the personnel file and contracts, papers, panes, certificates."""
