"""Questions that the console asks. Each posts what was asked and stays open, text and all, until it was recorded."""
