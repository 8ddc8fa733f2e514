"""Stock-takes on the screen: planned, counted, explained, brought home from another PC."""
