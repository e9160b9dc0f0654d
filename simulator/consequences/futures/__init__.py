"""Many futures: the same model over thousands of draws, compiled where that can be, exact everywhere."""

from simulator.consequences.futures.compiled import is_compiled
from simulator.consequences.futures.many import futures, in_chunks
from simulator.consequences.futures.result import Futures, joined

__all__ = ["Futures", "futures", "in_chunks", "is_compiled", "joined"]
