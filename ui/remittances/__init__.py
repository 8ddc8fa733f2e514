"""Remittances on the screen: months and funds, bills, rosters and certificates."""
