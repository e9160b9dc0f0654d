"""Many futures: the same model over thousands of draws, compiled where that can be, exact everywhere."""

from simulator.consequences.futures.compiled import is_compiled
from simulator.consequences.futures.many import futures, in_chunks, spread_out
from simulator.consequences.futures.result import Futures, joined
from simulator.consequences.futures.spread import Spread

__all__ = ["Futures", "Spread", "futures", "in_chunks", "is_compiled", "joined", "spread_out"]
