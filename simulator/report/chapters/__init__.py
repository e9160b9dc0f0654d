"""One chapter a file: from the evidence to blocks."""
