"""What is due: the list, its pane, what can be done, and the line at the sign-in."""
