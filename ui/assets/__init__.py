"""Fixed assets on the screen: forms, panes and acts of cards and purchase requests."""
