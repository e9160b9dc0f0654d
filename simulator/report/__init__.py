"""The after-action report as values, and a file a format."""
