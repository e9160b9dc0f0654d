"""Leading and following one exercise file."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from simulator.errors import CommandRefused, ExerciseDamaged, JournalGone, JournalUnavailable, NotAnExercise
from simulator.exercise import commands as c
from simulator.exercise.evaluation import commands as ec
from simulator.exercise.evaluation.events import Rating
from simulator.exercise.events import NodeChanged, WordsEntered
from simulator.exercise.evolve import evolve
from simulator.exercise.state import Phase, State
from simulator.journal.verify import verify
from simulator.session import Following, Session
from simulator.session.voices import observer, seat
from tests.exercise.builders import setting


class HandCranked:
    """Real time that passes when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def real_time() -> HandCranked:
    return HandCranked()


@pytest.fixture
def session(tmp_path: Path, real_time: HandCranked) -> Iterator[Session]:
    small = setting()
    session = Session.create(tmp_path / "dinsdag.oefening", small.scenario, small.landscape, seed=1, monotonic=real_time)
    yield session
    session.close()


def pass_by(session: Session, real_time: HandCranked, seconds: int) -> None:
    """Real seconds, with a look each second."""
    for _ in range(seconds):
        real_time.now += 1
        session.tick()


def test_time_passes_only_while_the_exercise_runs(session: Session, real_time: HandCranked) -> None:
    pass_by(session, real_time, 30)
    assert session.seconds == 0
    session.do(c.Start())
    pass_by(session, real_time, 30)
    assert session.seconds == 30
    session.do(c.Pause())
    pass_by(session, real_time, 30)
    assert session.seconds == 30


def test_a_factor_makes_time_go_faster(session: Session, real_time: HandCranked) -> None:
    session.do(c.Start())
    session.do(c.Resume(factor=60))
    pass_by(session, real_time, 10)
    assert session.state.minute == 10
    assert session.state.delivered("uitval")


def test_a_laptop_that_slept_loses_and_gains_nothing(session: Session, real_time: HandCranked) -> None:
    session.do(c.Start())
    pass_by(session, real_time, 30)
    real_time.now += 1800
    session.tick()
    assert session.seconds == 30
    real_time.now -= 3600
    session.tick()
    pass_by(session, real_time, 5)
    assert session.seconds == 35


def test_it_opens_paused_where_the_clock_stood(session: Session, real_time: HandCranked) -> None:
    session.do(c.Start())
    pass_by(session, real_time, 95)
    session.close()
    again = Session.open(session.path, monotonic=real_time)
    assert again.seconds == 95
    assert again.state.phase is Phase.PAUSED
    pass_by(again, real_time, 30)
    assert again.seconds == 95
    again.close()


def test_what_is_in_the_file_is_what_was_the_case(session: Session) -> None:
    session.do(c.Start())
    session.do(c.Jump(to=45))
    session.do(c.Decide(decision="afsluiten", option="noodprocedure"))
    folded = State(seed=1)
    for record in session.recorded:
        folded = evolve(folded, record)
    assert folded == session.state
    session.close()
    again = Session.open(session.path)
    assert again.recorded[: len(session.recorded)] == session.recorded
    assert again.state == replace(session.state, phase=Phase.PAUSED)
    again.close()


def test_only_one_console_leads(session: Session) -> None:
    with pytest.raises(JournalUnavailable, match="ander venster"):
        Session.open(session.path)
    session.close()
    Session.open(session.path).close()


def test_who_follows_sees_what_the_console_does(session: Session) -> None:
    following = Following.open(session.path)
    assert not following.poll()
    session.do(c.Start())
    session.do(c.Jump(to=10))
    assert following.poll()
    assert following.state == session.state
    assert following.seconds == 600
    following.close()


def test_what_a_seat_writes_reaches_the_console_at_its_next_look(session: Session) -> None:
    session.do(c.Start())
    following = Following.open(session.path)
    following.say(c.EnterWords(role="ciso", text="Trek alle stekkers eruit"), seat("ciso"))
    assert [type(record.event) for record in session.tick()] == [WordsEntered]
    assert session.recorded[-1].actor == "rol:ciso"
    following.close()


@pytest.mark.parametrize(
    ("actor", "command"),
    [
        (seat("ciso"), c.Pause()),
        (seat("ciso"), c.EnterWords(role="burgemeester", text="Ik trek de stekker eruit")),
        (seat("ciso"), c.NoteObservation(text="De FG zwijgt")),
        (seat("raad"), c.EnterWords(role="raad", text="Mag ik meebesluiten?")),
        (observer("w1"), ec.RateQuestion(question="K7", rating=Rating.P, observer="w2")),
        (observer("w1"), ec.AskAsCouncil(text="Wanneer werkt het weer?")),
        ("", c.End()),
    ],
)
def test_nobody_but_the_oefenleider_writes_for_another(session: Session, actor: str, command: c.Command) -> None:
    session.do(c.Start())
    following = Following.open(session.path)
    before = len(session.recorded)
    with pytest.raises(CommandRefused, match="volgt de oefening alleen"):
        following.say(command, actor)
    session.tick()
    assert len(session.recorded) == before
    following.close()


def test_an_observer_and_the_public_seat_write_with_their_own_name_on_it(session: Session) -> None:
    session.do(c.Start())
    following = Following.open(session.path)
    following.say(c.NoteObservation(text="De FG zwijgt", question="k7", role="ciso"), observer("w1"))
    following.say(ec.RateQuestion(question="K7", rating=Rating.S, reason="Laat", observer="w1"), observer("w1"))
    following.say(ec.AskAsCouncil(text="Wanneer werkt het weer?"), seat("raad"))
    session.tick()
    assert [record.actor for record in session.recorded[-3:]] == ["waarnemer:w1", "waarnemer:w1", "rol:raad"]
    assert session.state.evaluation.ratings["K7", "w1"].event.rating is Rating.S
    following.close()


def test_console_and_seat_that_write_at_once_both_get_through(session: Session) -> None:
    session.do(c.Start())
    following = Following.open(session.path)
    for number in range(10):
        session.do(c.NoteObservation(text=f"Waarneming {number}"))
        following.say(c.EnterWords(role="ciso", text=f"Bericht {number}"), seat("ciso"))
    session.tick()
    assert len(session.state.observations) == 10
    assert len(session.state.words) == 10
    assert [record.seq for record in session.recorded] == list(range(1, len(session.recorded) + 1))
    following.close()


def test_a_refused_command_writes_nothing(session: Session) -> None:
    session.do(c.Start())
    before = session.recorded
    with pytest.raises(CommandRefused):
        session.do(c.DeliverInject(inject="bestaat-niet"))
    assert session.recorded == before


def test_play_is_refused_when_the_past_comes_out_differently(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    session.do(c.Start())
    session.do(c.Jump(to=20))
    assert any(isinstance(record.event, NodeChanged) for record in session.recorded)
    session.close()
    from simulator.session import leading

    def another_model(*_: object) -> object:
        return type("Nothing", (), {"changes": ()})()

    monkeypatch.setattr(leading, "trajectory", another_model)
    with pytest.raises(NotAnExercise, match="anders uit"):
        Session.open(session.path)


def test_the_file_is_whole_and_names_stand_outside_it(session: Session) -> None:
    session.do(c.AssignRole(role="ciso", person="p1"))
    session.give_name("p1", "Anneke")
    session.do(c.Start())
    assert session.names() == {"p1": "Anneke"}
    assert "Anneke" not in repr(session.recorded)
    assert verify(session.path, expected_head=session.head).whole


def test_a_file_that_was_changed_outside_the_program_is_not_played_on(session: Session) -> None:
    session.do(c.Start())
    session.close()
    with closing(sqlite3.connect(session.path)) as file:
        for (name,) in file.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            file.execute(f"DROP TRIGGER {name}")
        file.execute("UPDATE events SET actor = 'iemand' WHERE seq = 2")
        file.commit()
    with pytest.raises(ExerciseDamaged):
        Session.open(session.path)


def test_a_second_copy_can_be_played_when_the_first_is_lost(session: Session) -> None:
    session.do(c.Start())
    copy = session.back_up()
    session.close()
    session.path.unlink()
    again = Session.open(copy)
    assert [type(record.event) for record in again.recorded][:2] == [type(record.event) for record in session.recorded][:2]
    again.close()


def test_all_that_was_recorded_outlives_a_file_that_is_thrown_away(session: Session, real_time: HandCranked) -> None:
    session.do(c.Start())
    session.path.unlink()
    with pytest.raises(JournalGone, match=r"dinsdag\.kopie\.oefening"):
        pass_by(session, real_time, 2)
    session.close()
    with closing(Session.open(session.path.with_name("dinsdag.kopie.oefening"))) as again:
        assert again.recorded[: len(session.recorded)] == session.recorded
        assert again.state.phase is Phase.PAUSED


def test_play_goes_on_when_a_file_that_was_moved_is_put_back(session: Session) -> None:
    elsewhere = session.path.with_name("elders.oefening")
    session.path.rename(elsewhere)
    with pytest.raises(JournalGone):
        session.do(c.Start())
    elsewhere.rename(session.path)
    session.do(c.Start())
    assert session.state.phase is Phase.RUNNING


def test_time_stands_still_where_the_consequences_are_no_longer_worked_out(session: Session, real_time: HandCranked) -> None:
    session.do(c.Start())
    session.do(c.Jump(to=session.setting.horizon - 1))
    session.do(c.Resume(factor=60))
    pass_by(session, real_time, 5)
    assert (session.state.phase, session.state.minute) == (Phase.PAUSED, session.setting.horizon)
    with pytest.raises(CommandRefused, match="Beëindig"):
        session.do(c.Resume())


def test_what_could_not_be_read_at_one_look_is_read_at_the_next(session: Session, monkeypatch: pytest.MonkeyPatch) -> None:
    following = Following.open(session.path)
    following.poll()
    session.do(c.Start())
    with monkeypatch.context() as busy:

        def locked(*_: object, **__: object) -> object:
            raise JournalUnavailable("Het bestand is even bezet.")

        busy.setattr(type(following._journal), "read", locked)
        with pytest.raises(JournalUnavailable):
            following.poll()
    assert following.poll()
    assert following.state == session.state
    following.close()
