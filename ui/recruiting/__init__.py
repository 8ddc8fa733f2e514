"""Recruiting on the screen: what is done with a candidate, the pane, the funnel."""
