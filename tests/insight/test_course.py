"""Time line, outages, harm, questions and the glossary."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from simulator.exercise import commands as c
from simulator.exercise.scheduled import scheduled_interventions
from simulator.insight.glossary import Term, explain, terms_in
from simulator.insight.harm import harm_of
from simulator.insight.outages import outages
from simulator.insight.questions import questions
from simulator.insight.timeline import EntryKind, timeline
from tests.insight.builders import play, setting

NO = c.Decide(decision="losgeld", option="nee", by="burgemeester")
FALLBACK = c.Decide(words="De noodprocedure", effect="fallback", target="burgerzaken")


def test_the_time_line_has_an_entry_for_every_event_in_order() -> None:
    played = play(setting(), (5, NO), (6, c.NoteObservation(text="Rustig overleg", question="V4")), until=700)
    entries = timeline(played.setting, played.recorded)
    assert [entry.seq for entry in entries] == [each.seq for each in played.recorded]
    assert [entry.minute for entry in entries] == sorted(entry.minute for entry in entries)


@given(st.data())
def test_a_time_line_that_is_gone_on_with_is_the_whole_one(data: st.DataObject) -> None:
    steps = ((5, NO), (10, FALLBACK), (20, c.WithdrawDecision(record="b1")), (25, NO), (30, c.WithdrawDecision(record="b2")))
    told = c.NoteObservation(text="Rustig overleg", question="V4")
    played = play(setting(), *steps, (40, told), (45, c.ImproviseInject(title="Krant", text="Klopt het?", to=())), until=700)
    seen = data.draw(st.integers(0, len(played.recorded)))
    beginning = timeline(played.setting, played.recorded[:seen])
    whole = timeline(played.setting, played.recorded)
    assert beginning == whole[:seen]
    assert timeline(played.setting, played.recorded, known=beginning, state=played.state) == whole


def test_only_what_the_room_could_notice_is_public() -> None:
    played = play(setting(), until=130)
    public = {entry.text for entry in timeline(played.setting, played.recorded) if entry.public}
    assert any("De omroep belt" in text for text in public)
    assert not any("Niets start op" in text for text in public if text.startswith("Bericht"))
    falls = [entry for entry in timeline(played.setting, played.recorded) if entry.kind is EntryKind.GEVOLG]
    assert falls
    assert not any(entry.public for entry in falls)


def test_what_the_oefenleider_set_by_hand_is_marked_with_its_reason() -> None:
    played = play(setting(), (5, c.SetNode(node="telefoon", up=False, reason="Klopt bij ons niet")), until=5)
    by_hand = [entry.text for entry in timeline(played.setting, played.recorded) if entry.by_hand]
    assert by_hand == ["De oefenleider zet ‘Telefoon’ met de hand uit. Reden: Klopt bij ons niet."]


def test_a_spell_has_its_segments_why_it_fell_and_why_it_came_back() -> None:
    played = play(setting(), (10, FALLBACK), until=700)
    spell = next(each for each in outages(played.setting, played.recorded) if each.node == "burgerzaken")
    assert [(part.start, part.end, part.served) for part in spell.segments] == [(0, 70, 0), (70, 190, 40), (190, 602, 0)]
    assert spell.fell_because == "‘Burgerzaken’ viel uit doordat ‘Servers’ uitviel."
    assert spell.back_because == "‘Burgerzaken’ werkt weer, want ‘Servers’ is terug."
    assert (spell.end, spell.lowest, spell.beyond_limit) == (602, 0, 362)
    assert [minute for minute, _ in spell.course] == [70, 190]


@given(st.integers(1, 1600), st.booleans())
def test_segments_fill_their_spell_without_a_gap(until: int, helped: bool) -> None:
    played = play(setting(), *([(10, FALLBACK)] if helped and until > 10 else []), until=until)
    for spell in outages(played.setting, played.recorded, now=until):
        ends = [spell.start, *(part.end for part in spell.segments)]
        assert [part.start for part in spell.segments] == ends[:-1]
        assert ends[-1] == spell.until
        assert spell.end is not None or spell.until == until
        assert all(part.end > part.start and part.served < 100 for part in spell.segments)
        assert (spell.end is None) == (played.state.served(spell.node) < 100)


def test_a_decision_that_brings_a_later_hit_costs_residents_before_it_happens() -> None:
    idle, decided = play(setting(), until=60), play(setting(), (5, NO), until=60)
    assert [each.node for each in scheduled_interventions(decided.setting, decided.state)] == ["telefoon"]
    assert scheduled_interventions(idle.setting, idle.state) == ()


def test_harm_counts_residents_money_and_clocks_apart() -> None:
    played = play(setting(), until=121)
    figures = harm_of(played.setting, played.state)
    # Servers restart at 601, burgerzaken at 602, the funerals (down since 180) at 603.
    assert figures.resident_hours == round((6000 * 602 + 12 * (603 - 180)) / 60)
    assert figures.resident_hours_beyond_limit == round(6000 * (602 - 240) / 60)
    assert figures.cost_low == figures.cost_high
    assert figures.clocks_missed == 1
    paid = play(setting(), (5, c.Decide(decision="losgeld", option="ja")), until=130)
    after = harm_of(paid.setting, paid.state)
    assert (after.cost_high - after.cost_low, after.clocks_missed) == (100000, 0)


def test_a_question_is_touched_by_a_message_a_decision_or_a_note_and_else_not_exercised() -> None:
    played = play(setting(), (5, NO), (6, c.NoteObservation(text="Goed", question="C1")), until=10)
    rows = {row.id: row for row in questions(played.setting, played.state)}
    assert list(rows) == ["V4", "K2", "K10", "C1"]
    assert rows["V4"].words == "niet beoefend"
    assert rows["K2"].words == "aan de orde: 1 bericht"
    assert rows["K10"].words == "aan de orde: 1 besluit"
    assert (rows["C1"].words, rows["C1"].claimed) == ("aan de orde: 1 waarneming", False)


TERMS = (
    Term(term="FG", meaning="Functionaris gegevensbescherming", also=("functionaris gegevensbescherming",)),
    Term(term="BOB", meaning="Beeldvorming, oordeelsvorming, besluitvorming"),
)


def test_a_term_is_found_under_any_spelling_and_case() -> None:
    assert explain(TERMS, "fg") is TERMS[0]
    assert explain(TERMS, " Functionaris Gegevensbescherming ") is TERMS[0]
    assert explain(TERMS, "FGG") is None


def test_terms_are_found_as_whole_words_in_the_order_of_the_text() -> None:
    assert terms_in(TERMS, "Volgens BOB adviseert de FG.") == (TERMS[1], TERMS[0])
    assert terms_in(TERMS, "De BOBslee en de XFG.") == ()
