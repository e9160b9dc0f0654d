"""One rule a file: what a command or the passing of time makes happen."""
