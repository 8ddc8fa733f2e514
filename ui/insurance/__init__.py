"""Social insurance on the screen: the board of what is missing, changes, policies."""
