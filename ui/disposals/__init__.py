"""Disposals on the screen: the form, the pane, what is done with a paper."""
