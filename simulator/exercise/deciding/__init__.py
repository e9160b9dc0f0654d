"""What each command makes happen, by area; `decide` calls these."""
