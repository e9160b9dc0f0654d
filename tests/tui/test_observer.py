"""The observer's screen and the council's seat: what they show, what they write, and what they keep to themselves."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual import events, on
from textual.pilot import Pilot
from textual.widgets import Input

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating
from simulator.scenario.library import library
from simulator.session import Session
from simulator.session.observing.notebook import read_notebook
from tests.exercise.builders import SCENARIO, Play, setting
from tests.insight.test_leaks import named
from tests.tui.showing import SIZES, StillApp, picture, segments, text
from tests.tui.stage import played, written_by
from tests.tui.test_leaks import ROOMY, paint, told
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import too_faint
from tui.dialogs.fields import Choices
from tui.messages import Requested
from tui.observing import observe
from tui.openings import Begin, Observe, watch
from tui.picture import ExerciseScreen
from tui.screens.council import CouncilScreen
from tui.screens.observer import ObserverScreen
from tui.screens.seat import SeatScreen
from tui.theme import DARK, LIGHT

QUESTIONS = {"K7": "Wat doen wij als iets onmisbaars stilvalt?", "C4": "Weten wij wat er dan op straat gebeurt?"}
CLAIM = {"id": "heel", "text": "Alles werkt weer", "true_when": {"node": {"node": "netwerk", "state": "up"}}}
WITH_CLAIM = [{**SCENARIO["injects"][0], "claims": [CLAIM]}, *SCENARIO["injects"][1:]]


class AskedApp(StillApp):
    """Keeps what is asked."""

    def __init__(self) -> None:
        super().__init__(Begin())
        self.asked: list[c.Command] = []

    @on(Requested)
    def _keep(self, message: Requested) -> None:
        self.asked.append(message.command)
        if message.then is not None:
            message.then(())


class BusyApp(AskedApp):
    """Has not answered yet what it was asked."""

    def __init__(self) -> None:
        super().__init__()
        self.waiting: list[Requested] = []

    @on(Requested)
    def _hold(self, message: Requested) -> None:
        self.waiting.append(message)
        message.prevent_default()


@asynccontextmanager
async def looking(
    screen: ExerciseScreen, play: Play, size: tuple[int, int] = (120, 40), make: type[AskedApp] = AskedApp
) -> AsyncIterator[tuple[AskedApp, Pilot[None]]]:
    app = make()
    async with app.run_test(size=size, notifications=True) as pilot:
        await app.push_screen(screen)
        screen.publish(picture(play))
        await pilot.pause()
        yield app, pilot
    app.shut()
    assert app.failure is None


def observer() -> ObserverScreen:
    return ObserverScreen("waarnemer:w1", "Anouk", QUESTIONS)


async def write(pilot: Pilot[None], line: str) -> None:
    pilot.app.screen.query_one(Input).value = line
    await pilot.press("enter")
    await pilot.pause()


@pytest.mark.parametrize(
    ("line", "note"),
    [
        ("De CISO belt niemand", c.NoteObservation(text="De CISO belt niemand")),
        ("k7 ciso belt niemand", c.NoteObservation(text="belt niemand", question="K7", role="ciso")),
        ("! CISO: K7 Jan is boos", c.NoteObservation(text="Jan is boos", question="K7", role="ciso", confidential=True)),
        ("K7: K7 komt nog eens langs", c.NoteObservation(text="K7 komt nog eens langs", question="K7")),
    ],
)
async def test_a_note_is_a_line_with_a_question_or_a_role_in_front(line: str, note: c.NoteObservation) -> None:
    async with looking(observer(), played()) as (app, pilot):
        await write(pilot, line)
        assert app.asked == [note]
        assert pilot.app.screen.query_one(Input).value == ""


async def test_nothing_is_noted_without_words() -> None:
    async with looking(observer(), played()) as (app, pilot):
        for line in ("", "  ", "K7", "!ciso"):
            await write(pilot, line)
        assert app.asked == []


async def test_a_judgement_is_a_question_a_level_and_why() -> None:
    stage = Play(setting(questions=["K7"]))
    async with looking(observer(), stage) as (app, pilot):
        await pilot.press("f5", "enter", "down", "enter", *"laat", "enter")
        await pilot.pause()
        assert app.asked == [ec.RateQuestion(question="K7", rating=Rating.S, reason="laat", observer="w1")]


async def test_what_was_claimed_is_ticked_and_what_is_still_to_come_cannot_be() -> None:
    stage = Play(setting(injects=WITH_CLAIM))
    async with looking(observer(), stage) as (app, pilot):
        await pilot.press("f6")
        assert "Er is nog geen vraag" in text(app.screen)
        stage.do(c.Start())
        stage.do(c.DeliverInject(inject="uitval"))
        app.screen.publish(picture(stage))  # type: ignore[attr-defined]
        await pilot.press("f6", "space")
        await pilot.pause()
        assert app.asked == [ec.TickClaim(inject="uitval", claim="heel", made=True, observer="w1")]


async def test_an_answer_to_a_councillor_is_judged_and_before_there_is_one_nothing_opens() -> None:
    stage = played()
    async with looking(observer(), stage) as (app, pilot):
        await pilot.press("f7")
        assert "nog geen vraag" in text(app.screen)
        stage.do(ec.AskAsCouncil(text="Wanneer?"))
        stage.do(ec.AnswerQuestion(to="vraag-1", text="Dat weten we niet", by="burgemeester"))
        app.screen.publish(picture(stage))  # type: ignore[attr-defined]
        await pilot.press("f7", "enter", "enter", *"eerlijk", "enter")
        await pilot.pause()
        assert app.asked == [ec.RateAnswer(answer="antwoord-1", rating=Rating.P, reason="eerlijk", observer="w1")]


async def test_the_council_asks_and_reads_the_answer() -> None:
    stage = played()
    async with looking(CouncilScreen(), stage) as (app, pilot):
        await pilot.press(*"Wanneer?", "enter")
        await pilot.pause()
        assert app.asked == [ec.AskAsCouncil(text="Wanneer?")]
        stage.do(ec.AskAsCouncil(text="Wanneer?"))
        stage.do(ec.AnswerQuestion(to="vraag-1", text="Morgen om negen uur", by="burgemeester"))
        app.screen.publish(picture(stage))  # type: ignore[attr-defined]
        await pilot.pause()
        assert "Burgemeester: Morgen om negen uur" in " ".join(text(app.screen).split())


@pytest.mark.parametrize("name", [entry.id for entry in library()])
async def test_the_council_reads_nothing_private_and_nothing_that_is_not_known(name: str) -> None:
    on = named(name)
    screen = CouncilScreen()
    async with looking(screen, Play(on), ROOMY) as (_app, pilot):
        for state in told(on):
            assert await paint(pilot, screen, on, state) == set()


@pytest.mark.parametrize("make", [observer, CouncilScreen])
@pytest.mark.parametrize("size", SIZES)
async def test_a_real_emergency_takes_the_whole_screen(make: type[ExerciseScreen], size: tuple[int, int]) -> None:
    stage = played()
    stage.do(c.DeclareReality())
    async with looking(make(), stage, size) as (app, _pilot):
        assert "Stop met spelen" in text(app.screen)
        assert "O E F E N I N G" not in text(app.screen)


@pytest.mark.parametrize("make", [observer, CouncilScreen])
@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing(make: type[ExerciseScreen], name: str) -> None:
    async with looking(make(), written_by(HOSTILE[name])) as (app, _pilot):
        assert_harmless(app.screen, name)


@pytest.mark.parametrize("make", [observer, CouncilScreen])
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_can_be_read(make: type[ExerciseScreen], theme: str) -> None:
    stage = Play(setting(questions=["K7", "C4"]))
    stage.do(c.Start())
    async with looking(make(), stage) as (app, pilot):
        app.theme = theme
        for keys in ((), ("tab",), ("tab",), ("tab",)):
            await pilot.press(*keys)
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set()


def test_notes_apart_are_on_the_disk_and_stand_there_again_when_the_observer_comes_back(tmp_path: Path) -> None:
    opening = Observe(target="alles-op-slot", name="Bram", apart=tmp_path / "bram.notities")
    source, who = observe(opening)
    source.do(c.NoteObservation(text="De FG zwijgt", question="K9", role="fg", confidential=True))
    source.close()
    assert [(note.text, note.confidential) for note in read_notebook(tmp_path / "bram.notities").notes] == [
        ("De FG zwijgt", True)
    ]
    again, _ = observe(opening)
    assert [each.noted.text for each in again.picture().state.observations] == ["De FG zwijgt"]
    assert (who.name, who.apart) == ("Bram", "bram.notities")


def test_two_observers_without_a_name_are_two(tmp_path: Path) -> None:
    small = setting()
    Session.create(tmp_path / "x.oefening", small.scenario, small.landscape, seed=1).close()
    pairs = [observe(Observe(target=str(tmp_path / "x.oefening"))) for _ in range(2)]
    assert [who.name for _, who in pairs] == ["Waarnemer 1", "Waarnemer 2"]
    assert len({who.actor for _, who in pairs}) == 2
    for source, _ in pairs:
        source.close()


def test_the_public_seat_is_open_in_every_exercise(tmp_path: Path) -> None:
    small = setting()
    session = Session.create(tmp_path / "x.oefening", small.scenario, small.landscape, seed=1)
    session.do(c.Start())
    seat = watch(tmp_path / "x.oefening", "raad")
    seat.do(ec.AskAsCouncil(text="Wanneer?"))
    session.tick()
    assert [each.event.text for each in session.state.evaluation.asked.values()] == ["Wanneer?"]
    seat.close()
    session.close()


@pytest.mark.parametrize("make", [observer, CouncilScreen])
async def test_after_a_real_emergency_one_types_on_where_one_was(make: type[ExerciseScreen]) -> None:
    stage = played()
    async with looking(make(), stage) as (app, pilot):
        await pilot.press(*"De ")
        for command in (c.DeclareReality(), c.ClearReality()):
            stage.do(command)
            app.screen.publish(picture(stage))  # type: ignore[attr-defined]
            await pilot.pause()
        await pilot.press(*"FG zwijgt", "enter")
        await pilot.pause()
        assert [getattr(each, "text", "") for each in app.asked] == ["De FG zwijgt"]


async def test_while_it_is_real_an_observer_is_asked_nothing() -> None:
    stage = played()
    stage.do(ec.AskAsCouncil(text="Wanneer?"))
    stage.do(ec.AnswerQuestion(to="vraag-1", text="Dat weten we niet", by="burgemeester"))
    stage.do(c.DeclareReality())
    async with looking(observer(), stage) as (app, pilot):
        await pilot.press("f7")
        await pilot.pause()
        assert isinstance(app.screen, ObserverScreen)


@pytest.mark.parametrize("make", [observer, CouncilScreen, lambda: SeatScreen("ciso")])
async def test_a_second_enter_sends_nothing_twice_and_what_is_refused_stands_again(make: Callable[[], ExerciseScreen]) -> None:
    async with looking(make(), played(), make=BusyApp) as (app, pilot):
        assert isinstance(app, BusyApp)
        await pilot.press(*"Een", "enter", "enter", *"twee")
        await pilot.pause()
        [asked] = app.waiting
        assert getattr(asked.command, "text", "") == "Een"
        assert asked.otherwise is not None
        asked.otherwise()
        await pilot.press("!", "enter")
        await pilot.pause()
        assert " ".join(getattr(app.waiting[-1].command, "text", "").split()) == "Een twee!"


async def test_only_a_question_that_play_can_answer_is_judged() -> None:
    screen = ObserverScreen("waarnemer:w1", "Anouk", {"K7": QUESTIONS["K7"], "V3": "Wie loopt vast?"})
    async with looking(screen, Play(setting(questions=["K7", "V3"]))) as (app, pilot):
        await pilot.press("f5")
        await pilot.pause()
        assert app.screen.query_one("#what", Choices).values == ("K7",)


async def test_two_enters_that_arrive_together_note_once() -> None:
    async with looking(observer(), played()) as (app, pilot):
        await pilot.press(*"Een")
        for _ in range(2):
            app.post_message(events.Key("enter", "\r"))
        await pilot.pause()
        assert [getattr(each, "text", "") for each in app.asked] == ["Een"]
