"""Where pictures come from: a session that this console plays, or the file of another one that is followed.

Everything here runs on the one journal thread (`Writer`): SQLite connections stay where they were made, and commands queue.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, ParamSpec, Protocol, TypeVar

from tui.picture import Picture

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.evaluation.commands import PlanImprovement
    from simulator.exercise.events import Recorded
    from simulator.exercise.setting import Setting
    from simulator.exercise.state import State
    from simulator.session import Following, Session

Arguments = ParamSpec("Arguments")
Result = TypeVar("Result")

COPY_EVERY = 50
"""Events between two second copies of the file."""


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

    def fill(self, role: str, name: str, attendance: str) -> None:
        """Say who plays a role, and how."""

    def plan(self, improvement: PlanImprovement, contact: str) -> tuple[Recorded, ...]:
        """Agree on an improvement with the name of a contact."""

    def beat(self) -> None:
        """Let time pass, and hear what other processes did."""

    def close(self) -> None:
        """Let go of the file."""


class Playing:
    """The console's own session: it alone moves time."""

    period = 0.2

    def __init__(self, session: Session, warning: str = "") -> None:
        self.warning = warning
        """What the oefenleider must know before play, such as a file in a synced folder; empty for nothing."""
        self._session = session
        self._copied = len(session.recorded)

    def picture(self) -> Picture:
        session = self._session
        return _picture(session.setting, session.state, session.recorded, session.seconds, session.path)

    def do(self, command: Command) -> tuple[Recorded, ...]:
        return self._session.do(command)

    def fill(self, role: str, name: str, attendance: str) -> None:
        from simulator.exercise.commands import AssignRole
        from simulator.exercise.events import Attendance

        token = self._token(name) if name else ""
        self._session.do(AssignRole(role=role, person=token, attendance=Attendance(attendance)))
        if name:
            self._session.give_name(token, name)

    def plan(self, improvement: PlanImprovement, contact: str) -> tuple[Recorded, ...]:
        token = self._token(contact)
        recorded = self._session.do(replace(improvement, contact=token))
        self._session.give_name(token, contact)
        return recorded

    def _token(self, name: str) -> str:
        """A name gets a token of its own in the table of names; who has a token keeps it."""
        names = self._session.names()
        tokens = {known.casefold(): token for token, known in names.items()}
        free = next(token for number in count(1) if (token := f"p{number}") not in names)
        return tokens.get(name.casefold(), free)

    def beat(self) -> None:
        self._session.tick()
        if len(self._session.recorded) - self._copied >= COPY_EVERY:
            self._copied = len(self._session.recorded)
            self._session.back_up()

    def close(self) -> None:
        self._session.close()


class Watching:
    """Another process's exercise, followed: by the projector or by a seat, which may write its own words."""

    period = 0.05

    def __init__(self, following: Following, actor: str) -> None:
        self._following = following
        self._actor = actor

    def picture(self) -> Picture:
        following = self._following
        return _picture(following.setting, following.state, following.recorded, following.seconds, following.path)

    def do(self, command: Command) -> tuple[Recorded, ...]:
        return self._following.say(command, self._actor)

    def fill(self, role: str, name: str, attendance: str) -> None:
        from simulator.errors import CommandRefused

        raise CommandRefused("Wie welke rol heeft, zegt de oefenleider op het eigen scherm.")

    def plan(self, improvement: PlanImprovement, contact: str) -> tuple[Recorded, ...]:
        from simulator.errors import CommandRefused

        raise CommandRefused("Verbeteracties legt de oefenleider vast, in de nabespreking.")

    def beat(self) -> None:
        self._following.poll()

    def close(self) -> None:
        self._following.close()


def _picture(setting: Setting, state: State, recorded: tuple[Recorded, ...], seconds: int, file: Path) -> Picture:
    """The picture of now: minutes in which nothing happened have passed all the same."""
    now = replace(state, minute=max(state.minute, seconds // 60))
    return Picture(setting=setting, state=now, recorded=recorded, seconds=seconds, file=file)
