"""Ontregeld: a cyber-crisis exercise for a municipality. This package knows no screen."""

__version__ = "0.1.0"
MODEL_VERSION = 1
"""The version of the consequence model; recorded in each exercise file."""
