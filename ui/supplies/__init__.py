"""Supplies, benefit sheets and leases: their dialogs, acts, panes and papers."""
