"""The parts of the debrief: a file each, listed in `sections`."""
