"""A debrief in which something is judged: the council asks, observers differ, and what is asked for is carried out at once."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from typing import Any

from rich.segment import Segment
from textual import on
from textual.pilot import Pilot

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating
from tests.exercise.builders import SCENARIO, Play, setting, started
from tests.tui.looking import until
from tests.tui.showing import StillApp, picture, text
from tui.debrief.computed import ComputedSection
from tui.debrief.listed import ListedSection
from tui.messages import Requested
from tui.openings import Begin
from tui.screens.debrief import DebriefScreen

ANSWER = "Alles werkt weer, mevrouw."
NOTE = "Noor Visser bleef rustig"
TOKENS = ("anke", "bart")
"""Of two observers."""
CLAIMS = [
    {"id": "heel", "text": "Alles werkt weer", "true_when": {"node": {"node": "netwerk", "state": "up"}}},
    {"id": "plat", "text": "Het netwerk ligt plat", "true_when": {"node": {"node": "netwerk", "state": "down"}}},
]


def _inject(name: str, topic: str, **more: Any) -> dict[str, Any]:
    return {"id": name, "title": f"Over {name}", "kind": "kern", "at": "T+0:10", "channel": "telefoon", "from": "journalist",
            "to": ["burgemeester"], "text": "Wat doet u?", "raises": [topic], "goals": ["doel"], **more}  # fmt: skip


CONTACT: dict[str, Any] = {
    "id": "contact", "title": "Wie is haar vaste contact?", "text": "Wat doet u?", "act": "aanspreekpunt-raadslid",
    "to": ["burgemeester"], "opens": "T+0:10", "mandate": {"decides": ["burgemeester"], "advises": ["ciso"]}, "within": "3h",
    "default": "niets", "questions": ["V9"], "goals": ["doel"],
    "options": [
        {"id": "doen", "text": "Een vast contact", "does": ["aanspreekpunt-raadslid"]},
        {"id": "niets", "text": "Niets doen"},
    ],
}  # fmt: skip
THREAT: dict[str, Any] = {
    "injects": [
        *SCENARIO["injects"],
        _inject("dreiging", "dreiging-raadslid", questions=["V9"]),
        _inject("in-de-raad", "raadsvraag", title="Wat zegt u de raad?", text="Ligt alles nog plat?", claims=CLAIMS),
    ],
    "decisions": [*SCENARIO["decisions"], CONTACT],
}


def asked(*, end: bool = True, **changes: Any) -> Play:
    """A threat dealt with late, a question in the council answered, and a note that names somebody."""
    play = started(setting(**THREAT, **changes), 20)
    play.do(ec.PickQuestions(questions=("V11", "K9")))
    play.do(ec.AnswerQuestion(to="in-de-raad", text=ANSWER, by="burgemeester"))
    play.do(c.NoteObservation(text=NOTE, question="V9"))
    play.until(120)
    play.do(c.Decide(decision="contact", option="doen", by="burgemeester"))
    play.until(300)
    if end:
        play.do(c.End())
    return play


def observed() -> Play:
    """The same, and two observers who agree on one question and differ on another."""
    play = asked()
    for token, rating in zip(TOKENS, (Rating.S, Rating.M), strict=True):
        play.do(ec.RateQuestion(question="V9", rating=rating, reason="Het duurde lang", observer=token))
        play.do(ec.RateQuestion(question="K9", rating=Rating.P, observer=token))
    return play


class JudgingApp(StillApp):
    """Carries out what is asked, on an exercise in memory."""

    def __init__(self, play: Play, readonly: str = "") -> None:
        super().__init__(Begin())
        self.play = play
        self.readonly = readonly
        self.asked: list[c.Command] = []

    def show_now(self) -> None:
        """Publish the exercise as it stands."""
        _desk(self).publish(replace(picture(self.play), readonly=self.readonly))

    @on(Requested)
    def _carry_out(self, message: Requested) -> None:
        message.stop()
        self.asked.append(message.command)
        try:
            self.play.do(message.command)
        except CommandRefused as refused:
            self.complain(refused)
            if message.otherwise is not None:
                message.otherwise()
            return
        self.show_now()
        if message.then is not None:
            message.then(())

    @property
    def said(self) -> str:
        """All that stands in a toast."""
        return " ".join(each.message for each in self._notifications)


@asynccontextmanager
async def judging(
    play: Play, part: str, size: tuple[int, int] = (120, 40), *, readonly: str = ""
) -> AsyncIterator[tuple[JudgingApp, Pilot[None]]]:
    """The debrief of this exercise in one of its parts, when that part is complete."""
    app = JudgingApp(play, readonly)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.pause()
        desk = DebriefScreen()
        await app.push_screen(desk)
        app.show_now()
        await desk.action_go(part)
        await complete(app, pilot)
        yield app, pilot
    app.shut()
    assert app.failure is None


async def complete(app: StillApp, pilot: Pilot[None]) -> None:
    """Wait until all is computed and painted."""
    await pilot.pause()
    found = next(iter(_desk(app).query(ComputedSection)), None)
    await until(pilot, lambda: found is None or not found.busy)
    await pilot.pause()


async def press(app: StillApp, pilot: Pilot[None], *keys: str) -> None:
    """Press keys, each when what the one before did is there."""
    for key in keys:
        await pilot.press(key)
        await complete(app, pilot)
        if key == "escape":
            await until(pilot, lambda: app.screen is _desk(app))


def list_of(app: StillApp) -> Any:
    """The table of the part that is looked at."""
    return next(each for each in _desk(app).query(ListedSection) if each.display).list


def _desk(app: StillApp) -> DebriefScreen:
    """The debrief, also when a dialog lies over it."""
    return next(each for each in app.screen_stack if isinstance(each, DebriefScreen))


def words(app: StillApp) -> str:
    """The screen as one line."""
    return " ".join(text(app.screen).replace("▌", " ").split())


def in_dialog(app: StillApp) -> list[Segment]:
    """What is painted in the dialog; the screen behind it is dimmed."""
    region = app.screen.query_one(".dialog").region
    strips = app.screen._compositor.render_strips()[region.y : region.bottom]
    return [segment for strip in strips for segment in strip.crop(region.x, region.right)]
