"""An exercise under way: led by the console, followed by projector and seats."""

from simulator.session.following import Following
from simulator.session.header import header_of, setting_of
from simulator.session.leading import Session

__all__ = ["Following", "Session", "header_of", "setting_of"]
