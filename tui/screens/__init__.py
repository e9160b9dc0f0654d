"""A screen a file: it composes, binds and shows; it holds no exercise."""
