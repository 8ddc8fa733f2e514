"""What the pages of certificates are made of: forms, panes, acts, the timeline."""
