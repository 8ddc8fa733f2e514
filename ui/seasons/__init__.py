"""The yearly adjustment of bases on the screen."""
