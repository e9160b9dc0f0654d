"""Scenario, landscape and rehearsal files: reading, typing, checking."""
