"""What observers write elsewhere, and how it comes into the exercise by the clock on the wall."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook

from simulator.errors import CommandRefused, JournalUnavailable, NotFound
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.evaluation.events import Rating
from simulator.session import Following, Session
from simulator.session.observing.form import NOTES, RATED, read_form, write_form
from simulator.session.observing.merging import merge, token_of
from simulator.session.observing.note import Judgement, Note, Notes
from simulator.session.observing.notebook import Notebook, is_notebook, read_notebook
from simulator.session.observing.walltime import minute_at
from simulator.sheets import Cell, clock_minutes
from tests.exercise.builders import setting

NINE = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)


def recorded(*moments: tuple[int, int, e.Event]) -> list[e.Recorded]:
    """Events by real minutes after nine and exercise minutes."""
    return [
        e.Recorded(
            seq=seq, id=str(seq), wall=(NINE + timedelta(minutes=real)).isoformat(), minute=minute, actor="", event=event, hash=""
        )
        for seq, (real, minute, event) in enumerate(moments, 1)
    ]


PLAYED = recorded(
    (0, 0, e.ExerciseStarted()),
    (10, 0, e.ExerciseResumed(factor=1)),
    (40, 30, e.ExercisePaused()),
    (50, 180, e.TimeJumped(start=30, to=180)),
    (60, 180, e.ExerciseResumed(factor=4)),
    (70, 220, e.ExerciseEnded()),
)


@pytest.mark.parametrize(
    ("real", "minute"),
    [(-5, 0), (5, 0), (10, 0), (25, 15), (40, 30), (45, 30), (55, 180), (65, 200), (69, 216), (70, 220), (600, 220)],
)
def test_the_clock_on_the_wall_says_which_minute_of_the_exercise_it_was(real: int, minute: int) -> None:
    assert minute_at(PLAYED, NINE + timedelta(minutes=real)) == minute


def test_a_note_never_lies_beyond_the_next_thing_that_happened() -> None:
    asleep = recorded((0, 0, e.ExerciseResumed(factor=60)), (10, 90, e.ExercisePaused()))
    assert minute_at(asleep, NINE + timedelta(minutes=9)) == 90


@pytest.fixture
def exercise(tmp_path: Path) -> Iterator[Following]:
    small = setting()
    session = Session.create(tmp_path / "dinsdag.oefening", small.scenario, small.landscape, seed=1)
    session.do(c.Start())
    session.close()
    following = Following.open(tmp_path / "dinsdag.oefening")
    yield following
    following.close()


def notes(observer: str = "Anouk", *texts: str) -> Notes:
    written = texts or ("De CISO belt niemand", "De FG wordt niets gevraagd")
    return Notes(observer=observer, notes=tuple(Note(wall=NINE.isoformat(), text=text) for text in written))


def test_the_same_notes_come_in_once_whoever_merges_them_again(exercise: Following) -> None:
    rated = Notes(observer="Anouk", notes=notes().notes, judgements=(Judgement(question="K7", rating=Rating.S),))
    first = merge(exercise, rated)
    again = merge(exercise, rated, shift=7)
    assert (first.added, first.known, again.added, again.known) == (3, 0, 0, 3)
    assert [each.noted.text for each in exercise.state.observations] == ["De CISO belt niemand", "De FG wordt niets gevraagd"]


def test_observers_keep_apart_by_name_and_their_names_stand_in_no_event(exercise: Following) -> None:
    merge(exercise, notes("Anouk"))
    merge(exercise, notes("Bram", "De CISO belt niemand"))
    merge(exercise, notes("anouk", "Nu wel"))
    actors = {record.actor for record in exercise.recorded if isinstance(record.event, e.ObservationNoted)}
    assert len(actors) == 2
    assert sorted(exercise.names().values()) == ["Anouk", "Bram"]
    assert not any("Anouk" in str(record.event) or "Anouk" in record.actor for record in exercise.recorded)
    assert token_of(exercise, "BRAM") == token_of(exercise, "Bram")


def test_what_the_exercise_does_not_know_is_told_and_the_rest_comes_in(exercise: Following) -> None:
    written = Notes(
        observer="Anouk",
        notes=(
            Note(wall=NINE.isoformat(), text="Goed", role="ciso", question="k7", place="regel 2"),
            Note(wall=NINE.isoformat(), text="Wie?", role="wethouder", place="regel 3"),
        ),
    )
    merged = merge(exercise, written)
    assert merged.added == 1
    assert [remark[:8] for remark in merged.remarks] == ["regel 3:"]
    assert exercise.state.observations[0].noted.question == "K7"


def test_a_notebook_keeps_every_note_and_goes_on_after_a_line_that_was_cut_off(tmp_path: Path) -> None:
    path = tmp_path / "anouk.notities"
    Notebook.open(path, "Anouk").write(Note(wall=NINE.isoformat(), text="Eén", confidential=True))
    with path.open("ab") as opened:
        opened.write(b'{"wall": "2026-11-24T09:0')
    Notebook.open(path, "anouk").write(Note(wall=NINE.isoformat(), text="Twee", role="ciso"))
    found = read_notebook(path)
    assert [(note.text, note.confidential) for note in found.notes] == [("Eén", True), ("Twee", False)]
    assert len(found.remarks) == 1
    assert "Regel 3" in found.remarks[0]
    assert "2026-11-24T09:0" not in found.remarks[0]  # it may be a confidential line


def test_nobody_writes_in_the_notebook_of_another(tmp_path: Path) -> None:
    Notebook.open(tmp_path / "anouk.notities", "Anouk")
    with pytest.raises(CommandRefused, match="van Anouk"):
        Notebook.open(tmp_path / "anouk.notities", "Bram")


def test_what_is_no_notebook_is_refused_by_name(tmp_path: Path) -> None:
    stranger = tmp_path / "brief.notities"
    stranger.write_text("Geachte raad,\n", encoding="utf-8")
    assert not is_notebook(stranger)
    with pytest.raises(CommandRefused, match="geen notitiebestand"):
        read_notebook(stranger)
    with pytest.raises(NotFound, match="bestaat niet"):
        read_notebook(tmp_path / "weg.notities")
    with pytest.raises(JournalUnavailable, match="kan niet worden gemaakt"):
        Notebook.open(tmp_path / "geen-map" / "x.notities", "Anouk")


def test_control_characters_in_a_notebook_never_reach_a_screen(tmp_path: Path) -> None:
    path = tmp_path / "anouk.notities"
    Notebook.open(path, "Anouk\x1b[2J").write(Note(wall=NINE.isoformat(), text="rood \x1b[31m licht"))
    found = read_notebook(path)
    assert "\x1b" not in found.observer + found.notes[0].text


@pytest.fixture
def form(tmp_path: Path) -> Path:
    path = tmp_path / "waarnemen-ciso.xlsx"
    write_form(path, setting(), "ciso", {"K7": "Wat als het misgaat?", "C4": "=1+1"})
    return path


def fill(path: Path, cells: dict[str, dict[str, object]]) -> None:
    book = load_workbook(path)
    for sheet, values in cells.items():
        for place, value in values.items():
            book[sheet][place] = value
    book.save(path)


def test_a_form_that_was_filled_in_comes_back_with_its_times_questions_and_judgements(form: Path) -> None:
    fill(
        form,
        {
            NOTES: {
                "B1": "Anouk", "B2": "24-11-2026", "A6": "9.05u", "B6": "De CISO zwijgt", "C6": "k7", "D6": "ciso", "E6": "Ja",
                "A8": 905, "B8": "=CMD()",
            },
            RATED: {"C2": "s", "D2": "Laat begonnen", "C3": "Niet uitgevoerd"},
        },
    )  # fmt: skip
    found = read_form(form, date(2020, 1, 1))
    assert found.observer == "Anouk"
    assert [(note.question, note.role, note.confidential) for note in found.notes[:1]] == [("K7", "ciso", True)]
    assert found.notes[1].text == "=CMD()"
    here = datetime(2026, 11, 24, 9, 5).astimezone()
    assert datetime.fromisoformat(found.notes[0].wall) == here
    assert [(each.question, each.rating, each.reason) for each in found.judgements] == [
        ("K7", Rating.S, "Laat begonnen"), ("C4", Rating.U, ""),
    ]  # fmt: skip


def test_every_cell_that_cannot_be_understood_is_named_at_once(form: Path) -> None:
    fill(form, {NOTES: {"A6": "straks", "B6": "Iets", "A7": "10:00", "C8": "K7", "A9": "11:00", "B9": "x", "C9": "K99"},
                RATED: {"C2": "goed"}})  # fmt: skip
    with pytest.raises(CommandRefused) as refused:
        read_form(form, DAY)
    for place in ("Waarnemingen!B1", "Waarnemingen!A6", "Waarnemingen!B7", "Waarnemingen!C9", "Beoordeling!C2"):
        assert place in str(refused.value)


def test_columns_may_be_moved_and_others_added(form: Path) -> None:
    book = load_workbook(form)
    book[NOTES].insert_cols(2)
    book[NOTES].insert_rows(3)
    book[NOTES]["C1"], book[NOTES]["B1"] = None, "Anouk"
    book[NOTES]["A7"], book[NOTES]["C7"] = "10:00", "De FG zwijgt"
    book.save(form)
    assert [note.text for note in read_form(form, DAY).notes] == ["De FG zwijgt"]


def test_a_form_holds_no_formula_of_ours(form: Path) -> None:
    book = load_workbook(form)
    types = {cell.data_type for sheet in book for row in sheet.iter_rows() for cell in row if cell.value is not None}
    assert types <= {"s"}


def test_what_is_no_form_is_refused_by_name(tmp_path: Path, form: Path) -> None:
    letter = tmp_path / "brief.xlsx"
    letter.write_text("Geachte raad", encoding="utf-8")
    empty = tmp_path / "leeg.xlsx"
    with zipfile.ZipFile(empty, "w") as archive:
        archive.writestr("mimetype", "iets anders")
    for path, why in ((letter, "geen Excel-bestand"), (empty, "niet te lezen"), (tmp_path / "weg.xlsx", "bestaat niet")):
        with pytest.raises((CommandRefused, NotFound), match=why):
            read_form(path, DAY)
    with pytest.raises(CommandRefused, match="bestaat al"):
        write_form(form, setting(), "ciso", {})


def test_a_zip_bomb_is_refused_before_it_is_unpacked(tmp_path: Path) -> None:
    bomb = tmp_path / "groot.xlsx"
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b"0" * (65 * 1024 * 1024))
    with pytest.raises(CommandRefused, match="te groot"):
        read_form(bomb, DAY)


@pytest.mark.parametrize(
    ("value", "minutes"),
    [
        ("9:05", 545), ("09.05 u", 545), ("9.05uur", 545), (905, 545), ("0905", 545), (0.5, 720), ("14", 840), (14.0, 840),
        (datetime(2026, 11, 24, 9, 5), 545), ("25:00", None), ("9:75", None), ("straks", None), ("٩:٠٥", None), ("", None),
    ],
)  # fmt: skip
def test_a_time_is_read_however_excel_keeps_it(value: str | int | float | datetime, minutes: int | None) -> None:
    assert clock_minutes(Cell(place="A1", value=value)) == minutes


@pytest.mark.parametrize(
    ("written", "kept_back"),
    [("ja", True), ("Ja!", True), ("jawel", True), ("Jan", True), ("✓", True), (True, True), (1, True),
     ("nee", False), ("Nee.", False), (None, False), (False, False), (0, False)],
)  # fmt: skip
def test_a_note_is_public_only_when_nothing_or_no_stands_behind_it(form: Path, written: object, kept_back: bool) -> None:
    fill(form, {NOTES: {"B1": "Anouk", "A6": "9:05", "B6": "De CISO zwijgt", "E6": written}})
    assert [note.confidential for note in read_form(form, DAY).notes] == [kept_back]


def test_a_date_may_stand_there_as_the_number_that_excel_makes_of_it(form: Path) -> None:
    fill(form, {NOTES: {"B1": "Anouk", "B2": 46350, "A6": "9:05", "B6": "De CISO zwijgt"}})
    [note] = read_form(form, date(2020, 1, 1)).notes
    assert datetime.fromisoformat(note.wall) == datetime(2026, 11, 24, 9, 5).astimezone()


@pytest.mark.parametrize("written", ["01-01-0001", "31-12-9999", datetime(9999, 12, 31)])
def test_a_day_on_which_nobody_exercises_is_named_like_any_other_mistake(form: Path, written: object) -> None:
    fill(form, {"Waarnemingen": {"B1": "Anouk", "B2": written, "A6": "23:50", "B6": "Niemand belt"}})
    with pytest.raises(CommandRefused, match=r"Waarnemingen!B2: .* is geen datum"):
        read_form(form, date(2026, 11, 24))


@pytest.mark.parametrize("wall", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:00-05:00"])
def test_a_note_from_the_ends_of_the_calendar_is_left_out_and_told(tmp_path: Path, wall: str) -> None:
    notebook = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    notebook.write(Note(wall=wall, text="Niemand belt"))
    assert (notebook.read().notes, len(notebook.read().remarks)) == ((), 1)


def test_a_notebook_that_could_not_be_begun_is_begun_again(tmp_path: Path) -> None:
    (tmp_path / "anouk.notities").touch()  # a full disk left this
    notebook = Notebook.open(tmp_path / "anouk.notities", "Anouk")
    notebook.write(Note(wall="2026-11-24T09:00:00+00:00", text="Goed"))
    assert [note.text for note in notebook.read().notes] == ["Goed"]
