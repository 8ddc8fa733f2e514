"""Packets on the screen: the pane, the acts, what papers can be put into."""
