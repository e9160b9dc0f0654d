"""The council's questions in the debrief: proposals with their evidence, confirmed or overruled there, and no name or mark."""

from __future__ import annotations

import threading

import pytest
from textual.pilot import Pilot

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating, Shown
from simulator.insight.ratings import Ratings, Status
from tests.tui.judging import NOTE, TOKENS, JudgingApp, asked, complete, in_dialog, judging, list_of, observed, press, words
from tests.tui.looking import section, until
from tests.tui.showing import segments, text
from tests.tui.stage import written_by
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import too_faint
from tui.debrief.computed import BUSY
from tui.debrief.questions import ALL_DONE, CHOOSE, NO_RATING, NOTHING_PROPOSED, QuestionsSection
from tui.debrief.section import DebriefPicture
from tui.dialogs.verdict import OverruleDialog
from tui.dialogs.whole import ReadDialog
from tui.screens.debrief import DebriefScreen
from tui.theme import DARK, LIGHT

ELSEWHERE = "Een ander venster leidt deze oefening."
PART = "raadsvragen"


def found(app: object) -> Ratings:
    part = section(app)  # type: ignore[arg-type]
    assert isinstance(part, QuestionsSection)
    assert part.found is not None
    return part.found


def keys(app: object) -> list[str]:
    return list(list_of(app)._shown)  # type: ignore[arg-type]


def row(app: object, key: str) -> str:
    return " | ".join(cell.plain for cell in list_of(app).cells_of(key))  # type: ignore[arg-type]


async def test_the_questions_stand_under_their_role_with_the_griffiers_first_and_the_rest_apart() -> None:
    async with judging(asked(), PART) as (app, _pilot):
        order = keys(app)
        assert [key for key in order if key.startswith("rol:")] == [
            "rol:volksvertegenwoordigend", "rol:kaderstellend", "rol:controlerend",
        ]  # fmt: skip
        assert order[1] == "V9"
        assert row(app, "K9").startswith("★ K9")
        below = order.index("rol:kaderstellend")
        assert order[below + 1] == "K9"
        apart = order.index("groep:volksvertegenwoordigend/niet beoefend")
        assert order[apart + 1] == "V11"
        assert "Niet beoefend: telt nergens mee" in row(app, order[apart])
        assert order.index("groep:volksvertegenwoordigend/aanwijzing") < order.index("V3")
        assert order.index("groep:volksvertegenwoordigend/papier") < order.index("V5")
        assert order.index("groep:volksvertegenwoordigend/gesprek") < order.index("V1") < below


async def test_all_that_nobody_confirmed_says_that_it_is_a_proposal_and_how_it_went_in_words() -> None:
    async with judging(asked(), PART, (80, 24)) as (app, _pilot):
        for each in found(app).questions:
            assert ("voorstel" in row(app, each.id)) is (each.status is Status.VOORSTEL), each.id
        assert "◔ grote knelpunten | voorstel" in row(app, "V9") or "◕ enkele knelpunten | voorstel" in row(app, "V9")
        assert "· niet beoefend | voorstel" in row(app, "V11")
        assert row(app, "V3").endswith("· aanwijzing | ")
        assert row(app, "V1").endswith("· gesprek | ")


async def test_what_a_role_of_the_council_comes_to_counts_only_what_was_rated_and_is_no_mark() -> None:
    async with judging(asked(), PART) as (app, pilot):
        role = found(app).roles[0]
        assert role.rated == 1
        shown = text(app.screen).split("Volksvertegenwoordigende rol", 2)[2]
        assert sum(int(line.split()[-1]) for line in shown.splitlines() if line.split()[:1] and line.split()[0] in "✓◕◔✗") == 1
        assert "Telt niet mee: 1 niet beoefend · 4 alleen een aanwijzing · 2 op papier · 3 in gesprek" in words(app)
        assert "%" not in shown
        list_of(app).go_to("doel:doel")
        await complete(app, pilot)
        assert "Besluiten nemen" in words(app)


async def test_b_confirms_the_level_that_was_proposed() -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to("V9")
        proposed = found(app).question("V9").proposed
        assert proposed is not None
        await press(app, pilot, "b")
        assert app.asked == [ec.RateQuestion(question="V9", rating=proposed)]
        assert "bevestigd" in row(app, "V9")
        assert list_of(app).current == "V9"
        await press(app, pilot, "b")
        assert len(app.asked) == 1
        assert "al bevestigd" in app.said


async def test_b_confirms_nothing_where_nothing_was_proposed() -> None:
    async with judging(asked(), PART) as (app, pilot):
        for key, said in (("rol:kaderstellend", CHOOSE), ("V11", NOTHING_PROPOSED), ("V3", NO_RATING), ("V1", NO_RATING)):
            list_of(app).go_to(key)
            await press(app, pilot, "b")
            assert said in app.said, key
        assert app.asked == []


async def test_o_overrules_with_a_level_and_asks_for_the_reason() -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to("V9")
        await press(app, pilot, "o")
        assert isinstance(app.screen, OverruleDialog)
        await press(app, pilot, "home", "enter", "enter")
        assert app.asked == []
        assert OverruleDialog.NO_REASON in app.said
        await press(app, pilot, *"Snel en goed", "enter")
        assert app.asked == [ec.RateQuestion(question="V9", rating=Rating.P, reason="Snel en goed")]
        assert "✓ zonder knelpunten | anders" in row(app, "V9")
        assert "Reden Snel en goed" in words(app)
        assert "Het voorstel was" in words(app)


async def test_where_nothing_can_be_recorded_both_keys_say_why_and_ask_nothing() -> None:
    async with judging(asked(), PART, readonly=ELSEWHERE) as (app, pilot):
        list_of(app).go_to("V9")
        await press(app, pilot, "b", "o")
        assert app.asked == []
        assert [each.message for each in app._notifications] == [ELSEWHERE, ELSEWHERE]
        assert not isinstance(app.screen, OverruleDialog)


async def test_n_steps_through_what_is_to_be_confirmed_and_round_again() -> None:
    async with judging(asked(), PART) as (app, pilot):
        names = found(app).to_confirm
        assert 1 < len(names) <= 6
        assert "  ".join(names) in text(app.screen)
        for name in (*names, names[0]):
            await press(app, pilot, "n")
            assert list_of(app).current == name


async def test_n_says_so_when_nothing_is_left() -> None:
    play = asked()
    async with judging(play, PART) as (app, pilot):
        for each in found(app).questions:
            if each.status is Status.VOORSTEL:
                play.do(ec.RateQuestion(question=each.id, rating=Rating.S, reason="Gezien"))
        app.show_now()
        await complete(app, pilot)
        await press(app, pilot, "n")
        assert ALL_DONE in app.said
        assert ALL_DONE in text(app.screen)


async def test_enter_gives_the_evidence_with_number_and_time_the_norms_and_what_to_ask_next() -> None:
    async with judging(asked(), PART, (120, 60)) as (app, pilot):
        list_of(app).go_to("V9")
        await press(app, pilot, "enter")
        assert isinstance(app.screen, ReadDialog)
        question, shown = found_below(app).question("V9"), words(app)
        assert question.evidence
        for line in question.evidence:
            assert f"{line.seq} {line.at}" in shown
        assert question.findings[0].words in shown
        assert question.follow_up in shown
        assert "Bewijs uit het logboek" in shown


def found_below(app: object) -> Ratings:
    """What the part below a dialog shows."""
    part = next(iter(app.screen_stack[-2].query(QuestionsSection)))  # type: ignore[attr-defined]
    return part.found  # type: ignore[no-any-return]


async def test_a_norm_that_nobody_checked_says_so() -> None:
    async with judging(asked(), PART, (120, 60)) as (app, pilot):
        name = next(each.id for each in found(app).questions if any("te verifiëren" in norm for norm in each.norms))
        list_of(app).go_to(name)
        await press(app, pilot, "enter")
        assert "(te verifiëren)" in words(app)


async def test_a_question_for_paper_says_what_was_shown() -> None:
    play = asked()
    play.do(ec.CheckDocument(document="ivp", shown=Shown.ONTBREEKT))
    async with judging(play, PART) as (app, pilot):
        assert "✗ 1 van 2 ontbreekt" in row(app, "K2")
        list_of(app).go_to("K2")
        await complete(app, pilot)
        assert "is er niet" in words(app)


async def test_observers_are_numbered_and_never_named_and_where_they_differ_is_shown() -> None:
    async with judging(observed(), PART, (200, 60)) as (app, pilot):
        assert "waarnemers: 1 van 2 gelijk" in text(app.screen)
        assert "voorstel ≠" in row(app, "V9")
        assert "bevestigd" in row(app, "K9") or "anders" in row(app, "K9")
        for key in ("V9", "waarnemers"):
            list_of(app).go_to(key)
            await complete(app, pilot)
            assert "waarnemer 1" in words(app)
            assert "waarnemer 2" in words(app)
            assert not [token for token in TOKENS if token in words(app)]
        assert "≠ V9 waarnemer 1: uitgevoerd met enkele knelpunten; waarnemer 2" in words(app)


async def test_one_observer_alone_gives_no_agreement() -> None:
    play = asked()
    play.do(ec.RateQuestion(question="V9", rating=Rating.S, observer=TOKENS[0]))
    async with judging(play, PART) as (app, _pilot):
        assert "gelijk" not in text(app.screen)
        assert "waarnemers" not in keys(app)


async def test_a_note_is_evidence_and_its_text_stays_off_the_screen() -> None:
    async with judging(asked(), PART, (200, 60)) as (app, pilot):
        list_of(app).go_to("V9")
        await press(app, pilot, "enter")
        assert "Een waarneming. De tekst staat niet op dit scherm" in words(app)
        assert NOTE not in words(app)


class Slow(QuestionsSection):
    """Computes when it is let."""

    def __init__(self, let: threading.Event) -> None:
        super().__init__()
        self.let = let
        self.times = 0

    def compute(self, picture: DebriefPicture) -> Ratings:
        assert self.let.wait(60)
        self.times += 1
        return super().compute(picture)


async def slowly(app: JudgingApp, pilot: Pilot[None]) -> Slow:
    """The part in the place of the usual one, computing when it is let."""
    desk, slow = app.screen, Slow(threading.Event())
    assert isinstance(desk, DebriefScreen)
    await desk.query_one("#section").mount(slow)
    desk._sections[PART] = slow
    await desk.action_go(PART)
    await pilot.pause()
    return slow


async def test_while_it_is_computed_that_is_said_keys_work_and_what_came_since_is_shown_after() -> None:
    play = asked()
    async with judging(play, "stukken") as (app, pilot):
        slow = await slowly(app, pilot)
        await pilot.press("n", "b", "o", "enter", "down")
        await pilot.pause()
        assert slow.busy
        assert app.asked == []
        assert BUSY in text(app.screen)
        play.do(ec.RateQuestion(question="V9", rating=Rating.U, reason="Te laat"))
        for _ in range(3):
            app.show_now()
        slow.let.set()
        await complete(app, pilot)
        assert "✗ niet uitgevoerd | anders" in row(app, "V9")
        assert slow.times == 2


async def test_when_it_is_computed_anew_the_old_can_be_read_nothing_is_confirmed_twice_and_a_long_wait_is_said() -> None:
    async with judging(asked(), "stukken") as (app, pilot):
        slow = await slowly(app, pilot)
        slow.let.set()
        await complete(app, pilot)
        slow.let.clear()
        list_of(app).go_to("V9")
        await pilot.press("b")
        await until(pilot, lambda: BUSY in text(app.screen))
        assert "voorstel" in row(app, "V9")
        await pilot.press("b")
        await pilot.pause()
        assert len(app.asked) == 1
        slow.let.set()
        await complete(app, pilot)
        assert "bevestigd" in row(app, "V9")
        assert BUSY not in text(app.screen)


async def test_a_key_held_down_confirms_once() -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to("V9")
        part = section(app)
        assert isinstance(part, QuestionsSection)
        for _ in range(5):
            part.action_confirm()
        await complete(app, pilot)
        assert len(app.asked) == 1


async def test_what_is_refused_leaves_the_key_working() -> None:
    play = asked()
    async with judging(play, PART) as (app, pilot):
        list_of(app).go_to("V9")
        play.state, before = type(play.state)(), play.state
        await press(app, pilot, "b")
        play.state = before
        await press(app, pilot, "b")
        assert len(app.asked) == 2


@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_of_the_matrix_and_its_dialogs_can_be_read(theme: str) -> None:
    async with judging(observed(), PART, (80, 24)) as (app, pilot):
        app.theme = theme
        for key in keys(app):
            list_of(app).go_to(key)
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set(), key
        list_of(app).go_to("V9")
        for key in ("enter", "o"):
            await press(app, pilot, key)
            assert too_faint(in_dialog(app)) == set(), key
            await press(app, pilot, "escape")


@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing_in_the_matrix(name: str) -> None:
    play = written_by(HOSTILE[name])
    play.do(c.Decide(decision="afsluiten", words=HOSTILE[name], by="burgemeester"))
    for token in TOKENS:
        play.do(ec.RateQuestion(question="V9", rating=Rating.M, reason=HOSTILE[name], observer=HOSTILE[name] + token))
    async with judging(play, PART, (200, 60)) as (app, pilot):
        for key in ("V9", "K9", "waarnemers"):
            list_of(app).go_to(key)
            for pressed in ("enter", "escape"):
                await press(app, pilot, pressed)
                assert_harmless(app.screen, name)
        list_of(app).go_to("V9")
        await press(app, pilot, "o")
        assert_harmless(app.screen, name)
