"""Paying papers together: the dialogs around a batch, its lines, its file and the bank's answer."""
