"""Recurring papers on the screen: the form with its list of cards, the acts."""
