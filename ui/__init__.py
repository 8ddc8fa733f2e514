"""The window and the console: Qt above services."""
