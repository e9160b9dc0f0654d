"""What was worked out from values that are never changed in place, kept while it is asked of the same ones."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, ParamSpec, TypeVar

Given = ParamSpec("Given")
Answer = TypeVar("Answer")


class Kept(Generic[Given, Answer]):
    """A pure function that remembers its latest answer, for the very same objects: to compare them costs next to nothing."""

    def __init__(self, work: Callable[Given, Answer]) -> None:
        self._work = work
        self._latest: tuple[tuple[object, ...], Answer] | None = None

    def __call__(self, *given: Given.args, **named: Given.kwargs) -> Answer:
        """The answer; only for positional arguments. From any thread, since the latest is put in its place as a whole."""
        latest = self._latest
        if latest is None or named or any(one is not other for one, other in zip(latest[0], given, strict=True)):
            latest = (given, self._work(*given, **named))
            self._latest = latest
        return latest[1]
