"""Vragen uit de raad: what councillors asked, what they were told, and what the log says about what was claimed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.debrief.computed import ComputedSection
from tui.debrief.listed import ListedRows
from tui.debrief.questions_text import LEVELS
from tui.debrief.section import DebriefPicture
from tui.text import flowed, framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.answers import AnswerView, ClaimView, CouncilAnswers, CouncilQuestion
    from simulator.scenario.model import Claim

NO_CLAIM = "Kies eerst een bewering in de lijst: die staan onder de vraag waar ze bij horen."
NO_ANSWER = "Kies eerst een antwoord in de lijst."
HELD = {True: ("✓ klopt", "$text-success"), False: ("✗ weersproken", "$text-error")}


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A row: a question, or an answer to it, or a claim that may have been made in one."""

    question: CouncilQuestion
    answer: AnswerView | None = None
    claim: Claim | None = None
    said: ClaimView | None = None
    """None when nobody heard the claim."""


class AnswersTable(ListedRows):
    """A line a question, and under it the answers and the claims."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="status", label="Stand", width=22),
        Column(key="what", label="Vraag, antwoord, bewering"),
        Column(key="at", label="Wanneer", width=14, from_width=64),
        Column(key="who", label="Wie", width=18, from_width=96),
    )


class AnswersSection(ComputedSection["CouncilAnswers"]):
    """Questions of councillors in the order asked. Claims are held against the log, not against anybody's memory."""

    TABLE = AnswersTable
    HEAD_LINES = 2
    EMPTY = "Er kwam geen vraag van een raadslid: niet beoefend."
    EXPLANATION = (
        "Elke vraag van een raadslid, met daaronder het antwoord in de woorden van het team en de beweringen die erin gedaan "
        "kunnen zijn. Hoorde u een bewering, vink die dan aan met de spatiebalk: het logboek zegt of het klopte op het moment "
        "van het antwoord. ✓ klopt, ✗ wordt door het logboek weersproken, · niet aangevinkt. Met o geeft u een oordeel over het "
        "antwoord. Klopt iets niet, dan is dat geen leugen: vraag wat het team op dat moment wist."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space", "tick", "Vink aan of uit", id="answers.tick"),
        Binding("o", "judge", "Oordeel", id="answers.judge"),
    ]

    def compute(self, picture: DebriefPicture) -> CouncilAnswers:
        from simulator.insight.answers import answers

        return answers(picture.setting, picture.recorded, now=picture.state.minute)

    # --- the list

    def head(self, picture: DebriefPicture) -> Content:
        found = self.found
        if found is None:
            return Content("")
        parts = [f"{len(found.questions)} gesteld"]
        parts += [f"– {len(found.unanswered)} zonder antwoord"] if found.unanswered else []
        said = sum(len(each.claims) for each in found.questions)
        parts += [f"✗ {len(found.contradicted)} van {said} weersproken"] if found.contradicted else []
        return framed("[bold]Vragen uit de raad[/]\n[$text-muted]$words[/]", words="  ·  ".join(parts))

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return {key: _cells(picture, line) for key, line in self._lines(picture)}

    def _lines(self, picture: DebriefPicture) -> Iterator[tuple[str, Line]]:
        for question in self.found.questions if self.found is not None else ():
            yield f"vraag:{question.id}", Line(question=question)
            yield from ((f"antwoord:{each.id}", Line(question=question, answer=each)) for each in question.answers)
            inject = picture.setting.injects.get(question.id)
            said = {each.id: each for each in question.claims}
            for claim in inject.claims if inject is not None else ():
                key = f"bewering:{question.id}/{claim.id}"
                yield key, Line(question=question, claim=claim, said=said.get(claim.id))

    def _line(self, picture: DebriefPicture, key: str) -> Line | None:
        return dict(self._lines(picture)).get(key)

    # --- a row in full

    def title(self, picture: DebriefPicture, key: str) -> Content:
        line = self._line(picture, key)
        return shown(line.question.title or "Een vraag uit de raad") if line else Content("")

    def told(self, picture: DebriefPicture, key: str) -> Content:
        line = self._line(picture, key)
        return Content("\n").join(_story(picture, line)) if line else Content("")

    # --- judging

    def action_tick(self) -> None:
        """This was claimed; or it was not, after all."""
        line = self._current()
        if line is None or self.latest is None:
            return
        if line.claim is None:
            self.tell(NO_CLAIM)
            return
        from simulator.exercise.evaluation.commands import TickClaim

        inject, claim = line.question.id, line.claim.id
        self.ask(TickClaim(inject=inject, claim=claim, made=not _heard(self.latest, inject, claim)))

    def action_judge(self) -> None:
        """How good the answer was."""
        line = self._current()
        if line is None:
            return
        answer = line.answer or next(reversed(line.question.answers), None)
        if answer is None:
            self.tell(NO_ANSWER)
            return
        from tui.dialogs.verdict import AnswerVerdictDialog

        self.app.push_screen(AnswerVerdictDialog(answer))

    def _current(self) -> Line | None:
        """What is under the cursor, when something can be recorded; else it is said why not."""
        if self.picture is None or not self.can_record():
            return None
        line = self._line(self.picture, self.list.current)
        if line is None:
            self.tell(self.EMPTY)
        return line


def _heard(picture: DebriefPicture, inject: str, claim: str) -> bool:
    """Whether it stands ticked: by who leads the debrief, or else by an observer."""
    ticks = picture.state.evaluation.claims
    own = ticks.get((inject, claim, ""))
    if own is not None:
        return own.event.made
    return any(each.event.made for (about, name, _), each in ticks.items() if (about, name) == (inject, claim))


def _cells(picture: DebriefPicture, line: Line) -> tuple[Content, ...]:
    question = line.question
    if line.answer is not None:
        words = shown(f"  ↳ {_one(line.answer.text)}")
        return _judged(line.answer), words, shown(picture.at(line.answer.minute)), shown(line.answer.by_name)
    if line.claim is not None:
        at = picture.at(line.said.minute) if line.said else ""
        return _held(line), shown(f"    “{_one(line.claim.text)}”"), shown(at), Content("")
    who = "van de raadsstoel" if question.from_seat else "raadslid"
    words = shown(_one(question.title or question.text)).stylize("bold")
    return _waited(picture, question), words, shown(picture.at(question.asked_at)), shown(who)


def _one(text: str) -> str:
    return " ".join(text.split())


def _waited(picture: DebriefPicture, question: CouncilQuestion) -> Content:
    from simulator.insight.wording import span

    if question.answered_after is not None:
        return Content.styled(f"✓ na {span(question.answered_after)}", "$text-success")
    if picture.ended:
        return Content.styled("– geen antwoord", "$text-warning")
    return Content.styled(f"? wacht {span(question.open_for or 0)}", "$text-accent")


def _judged(answer: AnswerView) -> Content:
    from simulator.insight.ratings import SHORT

    given = set(answer.ratings)
    if len(given) > 1:
        return Content.styled("≠ verschil van inzicht", "$text-accent")
    if not given:
        return Content.styled("· niet beoordeeld", "$text-muted")
    rating = answer.ratings[0]
    sign, colour = LEVELS.get(str(rating), ("·", "$text-muted"))
    return Content.styled(f"{sign} {SHORT[rating]}", colour)


def _held(line: Line) -> Content:
    if line.said is None:
        return Content.styled("· niet aangevinkt", "$text-muted")
    words, colour = HELD[line.said.holds]
    return Content.styled(f"{words}{' ≠' if line.said.disputed else ''}", colour)


def _story(picture: DebriefPicture, line: Line) -> Iterator[Content]:
    if line.claim is not None:
        yield from _claim_story(picture, line.claim, line.said)
        yield Content("")
    question = line.question
    who = "Vraag van de raadsstoel" if question.from_seat else "Vraag van een raadslid"
    yield framed("[$text-muted]$who, $at[/]", who=who, at=picture.at(question.asked_at))
    yield flowed(question.text)
    for answer in question.answers if line.answer is None else (line.answer,):
        yield from _answer_story(picture, question, answer)
    if question.open_for is not None:
        from simulator.insight.wording import span

        until = "tot het einde" if picture.ended else "tot nu toe"
        yield framed("[$text-warning]–[/] Niet beantwoord: $span, $until.", span=span(question.open_for), until=until)


def _answer_story(picture: DebriefPicture, question: CouncilQuestion, answer: AnswerView) -> Iterator[Content]:
    from simulator.insight.wording import sentence, span

    after = f"na {span(max(0, answer.minute - question.asked_at))}"
    yield framed("[$text-muted]$who, $at, $after[/]", who=answer.by_name, at=picture.at(answer.minute), after=after)
    yield flowed(answer.text)
    yield framed("[$text-muted]Oordeel[/]  $words", words=sentence(answer.words))
    yield from (framed("[$text-muted]Reden[/]  $reason", reason=reason) for reason in answer.reasons)


def _claim_story(picture: DebriefPicture, claim: Claim, said: ClaimView | None) -> Iterator[Content]:
    yield framed("[bold]“$text”[/]", text=claim.text)
    if said is None:
        yield Content("· Niet aangevinkt. Hoorde u dit in het antwoord? Vink het aan met de spatiebalk.")
        return
    words, colour = HELD[said.holds]
    yield Content.styled(f"{words[0]} ", colour) + framed(
        "$words  [$text-muted]$at[/]", words=said.words, at=picture.at(said.minute)
    )
    yield from (framed("[$text-muted]Logboek[/]  $line", line=each) for each in said.log)
