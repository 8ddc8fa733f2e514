"""Tender notices on the screen: their form, what is done with them, lists read in, the weekly digest."""
