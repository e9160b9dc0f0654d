"""Questions of councillors in the debrief: the answers in the team's words, and the claims in them held against the log."""

from __future__ import annotations

import pytest

from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating
from tests.exercise.builders import setting, started
from tests.tui.judging import ANSWER, THREAT, TOKENS, asked, complete, in_dialog, judging, list_of, press, words
from tests.tui.showing import SIZES, segments, text
from tests.tui.stage import written_by
from tests.tui.test_text import HOSTILE, SORTS, assert_harmless
from tests.tui.test_theme import too_faint
from tui.debrief.answers import NO_ANSWER, NO_CLAIM
from tui.dialogs.verdict import AnswerVerdictDialog
from tui.theme import DARK, LIGHT

PART = "antwoorden"
WRONG, RIGHT = "bewering:in-de-raad/heel", "bewering:in-de-raad/plat"
ELSEWHERE = "Een ander venster leidt deze oefening."


def row(app: object, key: str) -> str:
    return " | ".join(cell.plain for cell in list_of(app).cells_of(key))  # type: ignore[arg-type]


async def test_a_question_shows_how_long_it_waited_with_the_answer_in_the_teams_own_words_below_it() -> None:
    async with judging(asked(), PART) as (app, _pilot):
        assert list(list_of(app)._shown) == ["vraag:in-de-raad", "antwoord:antwoord-1", WRONG, RIGHT]
        assert row(app, "vraag:in-de-raad").startswith("✓ na 10 min | Wat zegt u de raad?")
        assert ANSWER in row(app, "antwoord:antwoord-1")
        assert "· niet beoordeeld" in row(app, "antwoord:antwoord-1")
        assert "Ligt alles nog plat?" in words(app)
        assert "1 gesteld" in text(app.screen)


async def test_a_question_that_nobody_answered_waits_until_the_end() -> None:
    play = started(setting(**THREAT), 20)
    play.do(ec.AskAsCouncil(text="Is mijn paspoort veilig?"))
    play.until(80)
    async with judging(play, PART) as (app, pilot):
        assert "? wacht 60 min" in row(app, "vraag:vraag-1") or "? wacht 1 u" in row(app, "vraag:vraag-1")
        assert "– 2 zonder antwoord" in text(app.screen)
        play.do(c.End())
        app.show_now()
        await complete(app, pilot)
        assert "– geen antwoord | Is mijn paspoort veilig?" in row(app, "vraag:vraag-1")
        list_of(app).go_to("vraag:vraag-1")
        await complete(app, pilot)
        assert "Vraag van de raadsstoel" in words(app)
        assert "tot het einde" in words(app)


async def test_without_a_question_it_is_said_to_be_not_exercised() -> None:
    async with judging(started(setting(), 30), PART) as (app, pilot):
        assert "niet beoefend" in text(app.screen)
        await press(app, pilot, "space", "o", "enter")
        assert app.asked == []


async def test_space_ticks_a_claim_and_what_the_log_contradicts_is_shown_with_its_line() -> None:
    async with judging(asked(), PART) as (app, pilot):
        for key in (WRONG, RIGHT):
            assert "· niet aangevinkt" in row(app, key)
            list_of(app).go_to(key)
            await press(app, pilot, "space")
        assert app.asked == [ec.TickClaim(inject="in-de-raad", claim=name) for name in ("heel", "plat")]
        assert "✗ weersproken" in row(app, WRONG)
        assert "✓ klopt" in row(app, RIGHT)
        assert "✗ 1 van 2 weersproken" in text(app.screen)
        list_of(app).go_to(WRONG)
        await complete(app, pilot)
        assert "Het logboek zegt iets anders" in words(app)
        assert "Logboek ‘Netwerk’ lag toen plat" in words(app)


async def test_space_again_takes_the_tick_back_and_once_more_puts_it_there() -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to(WRONG)
        await press(app, pilot, "space", "space", "space")
        assert [command.made for command in app.asked] == [True, False, True]  # type: ignore[union-attr]
        assert list_of(app).current == WRONG


async def test_what_an_observer_ticked_can_be_disputed_and_then_says_so() -> None:
    play = asked()
    play.do(ec.TickClaim(inject="in-de-raad", claim="heel", observer=TOKENS[0]))
    async with judging(play, PART) as (app, pilot):
        assert "✗ weersproken" in row(app, WRONG)
        list_of(app).go_to(WRONG)
        await press(app, pilot, "space")
        assert "✗ weersproken ≠" in row(app, WRONG)
        assert "niet eens" in words(app)
        assert TOKENS[0] not in words(app)
        await press(app, pilot, "space")
        assert [command.made for command in app.asked] == [False, True]  # type: ignore[union-attr]
        assert "≠" not in row(app, WRONG)


async def test_space_on_anything_but_a_claim_says_what_to_choose() -> None:
    async with judging(asked(), PART) as (app, pilot):
        await press(app, pilot, "space")
        assert NO_CLAIM in app.said
        assert app.asked == []


@pytest.mark.parametrize("key", ["vraag:in-de-raad", "antwoord:antwoord-1", WRONG])
async def test_o_rates_the_answer_from_any_of_its_lines(key: str) -> None:
    async with judging(asked(), PART) as (app, pilot):
        list_of(app).go_to(key)
        await press(app, pilot, "o")
        assert isinstance(app.screen, AnswerVerdictDialog)
        assert ANSWER in words(app)
        await press(app, pilot, "home", "down", "enter", *"Eerlijk", "enter")
        assert app.asked == [ec.RateAnswer(answer="antwoord-1", rating=Rating.S, reason="Eerlijk")]
        assert "◕ enkele knelpunten" in row(app, "antwoord:antwoord-1")


async def test_o_without_an_answer_says_so() -> None:
    async with judging(started(setting(**THREAT), 20), PART) as (app, pilot):
        await press(app, pilot, "o")
        assert NO_ANSWER in app.said


async def test_observers_who_differ_are_both_told_and_not_named() -> None:
    play = asked()
    for token, rating in zip(TOKENS, (Rating.P, Rating.U), strict=True):
        play.do(ec.RateAnswer(answer="antwoord-1", rating=rating, observer=token))
    async with judging(play, PART) as (app, _pilot):
        assert "≠ verschil van inzicht" in row(app, "antwoord:antwoord-1")
        assert "Waarnemers verschillen" in words(app)
        assert not [token for token in TOKENS if token in words(app)]


async def test_where_nothing_can_be_recorded_the_keys_say_why() -> None:
    async with judging(asked(), PART, readonly=ELSEWHERE) as (app, pilot):
        list_of(app).go_to(WRONG)
        await press(app, pilot, "space", "o")
        assert app.asked == []
        assert [each.message for each in app._notifications] == [ELSEWHERE, ELSEWHERE]


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("theme", [DARK.name, LIGHT.name])
async def test_every_word_can_be_read(theme: str, size: tuple[int, int]) -> None:
    play = asked()
    play.do(ec.TickClaim(inject="in-de-raad", claim="heel"))
    play.do(ec.TickClaim(inject="in-de-raad", claim="plat"))
    async with judging(play, PART, size) as (app, pilot):
        app.theme = theme
        for key in ("vraag:in-de-raad", "antwoord:antwoord-1", WRONG, RIGHT):
            list_of(app).go_to(key)
            await pilot.pause()
            assert too_faint(list(segments(app.screen))) == set(), key
        await press(app, pilot, "o")
        assert too_faint(in_dialog(app)) == set()


@pytest.mark.parametrize("name", SORTS)
async def test_text_of_strangers_steers_nothing(name: str) -> None:
    play = written_by(HOSTILE[name])
    improvised = next(iter(play.state.improvised))
    play.do(ec.AskAsCouncil(text=HOSTILE[name]))
    for question in (improvised, "vraag-1", "pers"):
        play.do(ec.AnswerQuestion(to=question, text=HOSTILE[name], by="burgemeester"))
    play.do(ec.RateAnswer(answer="antwoord-1", rating=Rating.M, reason=HOSTILE[name], observer=HOSTILE[name]))
    async with judging(play, PART, (200, 60)) as (app, pilot):
        for key in list(list_of(app)._shown):
            list_of(app).go_to(key)
            await press(app, pilot, "enter")
            assert_harmless(app.screen, name)
            await press(app, pilot, "escape")
            assert_harmless(app.screen, name)
        await press(app, pilot, "o")
        assert_harmless(app.screen, name)
