"""Luck or skill: what the decisions did over thousands of variants of the same attack, and what chance did."""

from simulator.insight.luck.values import Alternative, DecisionLuck, KindLuck, Luck, NotModelled, Verdict
from simulator.insight.luck.weighed import luck

__all__ = ["Alternative", "DecisionLuck", "KindLuck", "Luck", "NotModelled", "Verdict", "luck"]
