"""Bids on the screen: the pane, the form, results, checklists, packs, deposits, win rates, the weeks to come."""
