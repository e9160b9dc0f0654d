"""The exercise file: append, read, follow, verify."""
