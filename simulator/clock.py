"""Real time -> exercise time. Counts only while it is asked, so a laptop that slept loses nothing and gains nothing."""

from __future__ import annotations

import time
from collections.abc import Callable

LONGEST_STEP = 5.0
"""Real seconds; a longer silence between two looks means that the machine slept, and does not count."""


class ExerciseClock:
    """Exercise seconds that pass while running. Never goes back."""

    def __init__(self, seconds: float = 0.0, monotonic: Callable[[], float] = time.monotonic) -> None:
        self._seconds = seconds
        self._monotonic = monotonic
        self._looked = monotonic()
        self._factor = 0

    @property
    def seconds(self) -> int:
        """Whole exercise seconds passed at the last `advance`."""
        return int(self._seconds)

    @property
    def minute(self) -> int:
        """Whole exercise minutes passed at the last `advance`."""
        return int(self._seconds) // 60

    def advance(self) -> int:
        """Count what passed since the last look; the minute it is now."""
        now = self._monotonic()
        step = now - self._looked
        self._looked = now
        if 0 < step <= LONGEST_STEP:
            self._seconds += step * self._factor
        return self.minute

    def run(self, factor: int) -> None:
        """Let time pass, `factor` exercise seconds in a real second."""
        self._factor = factor

    def stand_still(self) -> None:
        """Let no time pass."""
        self._factor = 0

    def move_to(self, minute: int) -> None:
        """Jump to the beginning of a minute, if that lies ahead."""
        self._seconds = max(self._seconds, minute * 60.0)
