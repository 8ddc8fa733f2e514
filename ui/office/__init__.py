"""The list of papers beside the claims that wait for a decision."""
