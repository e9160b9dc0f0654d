"""Where pictures come from: a session that this console plays, or the file of another one that is followed.

Everything here runs on the one journal thread (`Writer`): SQLite connections stay where they were made, and commands queue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from tui.picture import Picture

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.events import Recorded
    from simulator.session import Following, Session

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")


class Writer:
    """One thread for all that touches the exercise file, so that the screen never waits for the disk."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="journal")

    async def run(self, work: Callable[Arguments, Result], *args: Arguments.args, **kwargs: Arguments.kwargs) -> Result:
        """The work's result; its error is raised here."""
        return await asyncio.get_running_loop().run_in_executor(self._pool, lambda: work(*args, **kwargs))

    def finish(self, last: Callable[[], None]) -> None:
        """Let what is under way end, do the last thing, and stop."""
        self._pool.submit(last).result()
        self._pool.shutdown(wait=True)


class Source(Protocol):
    """What the app asks of an exercise, whether it plays it or follows it."""

    period: float
    """Seconds between two beats."""

    def picture(self) -> Picture:
        """The exercise as it stands."""

    def do(self, command: Command) -> tuple[Recorded, ...]:
        """Do what was asked and say what was recorded. May refuse."""

    def beat(self) -> bool:
        """Let time pass and hear what other processes did; whether anything changed."""

    def close(self) -> None:
        """Let go of the file."""


class Playing:
    """The console's own session: it alone moves time."""

    period = 0.2

    def __init__(self, session: Session, file: Path) -> None:
        self._session = session
        self._file = file

    def picture(self) -> Picture:
        session = self._session
        return Picture(
            setting=session.setting, state=session.state, recorded=tuple(session.recorded), seconds=int(session.seconds),
            file=self._file,
        )  # fmt: skip

    def do(self, command: Command) -> tuple[Recorded, ...]:
        return self._session.do(command)

    def beat(self) -> bool:
        heard = self._session.catch_up()
        ticked = self._session.tick()
        return bool(heard or ticked)

    def close(self) -> None:
        self._session.close()


class Watching:
    """Another process's exercise, followed: by the projector or by a seat, which may write its own words."""

    period = 0.05

    def __init__(self, following: Following, file: Path) -> None:
        self._following = following
        self._file = file

    def picture(self) -> Picture:
        following = self._following
        return Picture(
            setting=following.setting, state=following.state, recorded=tuple(following.recorded),
            seconds=int(following.seconds), file=self._file,
        )  # fmt: skip

    def do(self, command: Command) -> tuple[Recorded, ...]:
        from simulator.errors import CommandRefused
        from simulator.exercise.commands import EnterWords

        if not isinstance(command, EnterWords):
            raise CommandRefused("Dit scherm volgt de oefening alleen. Doe dit op het scherm van de oefenleider.")
        before = len(self._following.recorded)
        self._following.enter_words(command.role, command.text, command.decision)
        return tuple(self._following.recorded[before:])

    def beat(self) -> bool:
        return self._following.poll()

    def close(self) -> None:
        self._following.close()
