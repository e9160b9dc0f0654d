"""What falls, when it comes back, and why: the dependency graph at work."""
