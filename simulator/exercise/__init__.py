"""What happens: pure rules over commands, events and state."""
