"""What if: each way to answer an open dilemma beside the others, from the present on. For the oefenleider only."""

from simulator.insight.what_if.values import Figure, Judged, NodeShift, Shift, Way, WhatIf
from simulator.insight.what_if.ways import Foreseen, foresee
from simulator.insight.what_if.weighed import USUAL, over_futures, what_if

__all__ = [
    "USUAL",
    "Figure",
    "Foreseen",
    "Judged",
    "NodeShift",
    "Shift",
    "Way",
    "WhatIf",
    "foresee",
    "over_futures",
    "what_if",
]
