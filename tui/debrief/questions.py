"""Raadsvragen: the council's questions by its roles, each with what the log proposes and what observers make of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.debrief.computed import BUSY, ComputedSection
from tui.debrief.listed import ListedRows
from tui.debrief.questions_text import agreed, band, counted, not_exercised, paper_words, told
from tui.debrief.section import DebriefPicture
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.exercise.evaluation.events import Rating
    from simulator.insight.ratings import Counts, QuestionRating, Ratings

ROLE, GROUP, GOAL, OBSERVERS = "rol:", "groep:", "doel:", "waarnemers"
"""What the key of a row begins with, when it is no question's."""
GROUPS = {
    "antwoord": "",
    "niet beoefend": "Niet beoefend: telt nergens mee",
    "aanwijzing": "Alleen een aanwijzing: krijgt geen oordeel",
    "papier": "Alleen op papier",
    "gesprek": "Alleen in gesprek",
}
"""In this order within a role; what was exercised and rated has no heading of its own."""
ABOUT = {
    "niet beoefend": "Deze vragen kwamen niet aan bod. Dat zegt niets over het team, en ze tellen nergens mee.",
    "aanwijzing": "Het spel laat hier iets van zien, maar het is te weinig voor een oordeel. Lees het bewijs en vraag door.",
    "papier": "Deze vragen beantwoordt een oefening niet; een stuk wel. Bij het onderdeel Stukken vult u in wat er is.",
    "gesprek": "Deze vragen hebben geen goed antwoord. Praat erover.",
}
STANDS = {"voorstel": ("voorstel", "$text-accent"), "bevestigd": ("bevestigd", ""), "anders beoordeeld": ("anders", "")}
NOTHING_PROPOSED = "Hier is niets voorgesteld om te bevestigen. Met o geeft u zelf een oordeel."
NO_RATING = "Deze vraag krijgt geen oordeel: het spel laat er te weinig van zien."
CHOOSE = "Kies eerst een vraag in de lijst."
ALREADY = "Dit oordeel is al bevestigd."
ALL_DONE = "Er is niets meer te bevestigen."


class QuestionsTable(ListedRows):
    """A line a question, under the role of the council that it belongs to."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="id", label="Nr", width=6),
        Column(key="text", label="Vraag"),
        Column(key="band", label="Hoe ging het", width=19),
        Column(key="stand", label="Stand", width=10),
    )


class QuestionsSection(ComputedSection["Ratings"]):
    """The matrix. There is no overall mark in it, and no name of an observer."""

    TABLE = QuestionsTable
    HEAD_LINES = 2
    EMPTY = "Er zijn geen raadsvragen."
    EXPLANATION = (
        "De vragen van de raad, per rol van de raad. Het logboek stelt een oordeel voor: ✓ zonder knelpunten, ◕ enkele, ◔ grote, "
        "✗ niet uitgevoerd. Het blijft een voorstel tot iemand het bevestigt (b) of er anders over oordeelt (o). Met n loopt u "
        "langs hoogstens zes voorstellen waar het meeste over te zeggen valt. ★ koos de griffier vooraf. ? is nog aan te "
        "vullen, ≠ betekent dat de waarnemers het niet eens zijn. Wat niet beoefend is, telt nergens mee. Enter geeft het "
        "bewijs, met de regels van het logboek. Er is geen eindcijfer: de vragen gaan over verschillende dingen."
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "following", "Volgende", id="questions.next"),
        Binding("b", "confirm", "Bevestig", id="questions.confirm"),
        Binding("o", "overrule", "Anders", id="questions.overrule"),
    ]

    def compute(self, picture: DebriefPicture) -> Ratings:
        from simulator.insight.ratings import ratings
        from simulator.scenario.council.load import catalogue

        return ratings(picture.setting, picture.recorded, catalogue())

    # --- the list

    def head(self, picture: DebriefPicture) -> Content:
        found = self._found
        proposals = sum(role.proposals for role in found.roles)
        parts = [f"{proposals} nog een voorstel"] if proposals else []
        parts += [f"waarnemers: {found.agreement.words}"] if found.agreement.words else []
        first = framed("[bold]Raadsvragen[/]  [$text-muted]$words[/]", words="  ·  ".join(parts))
        if not found.to_confirm:
            return Content("\n").join([first, Content.styled(ALL_DONE, "$text-muted")])
        names = "  ".join(found.to_confirm)
        return Content("\n").join([first, framed("Eerst bevestigen ([b]n[/]):  [$text-accent]$names[/]", names=names)])

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        return dict(self._rows())

    def _rows(self) -> Iterator[tuple[str, tuple[Content, ...]]]:
        found = self._found
        for role in found.roles:
            yield f"{ROLE}{role.id}", _heading(f"{role.name.capitalize()}e rol", role)
            own = [each for each in found.questions if each.role == role.id]
            for group, words in GROUPS.items():
                among = [each for each in own if _group(each) == group]
                if among and words:
                    yield f"{GROUP}{role.id}/{group}", (Content(""), Content.styled(words, "italic $text-muted"), *_blank(2))
                yield from ((each.id, self._cells(each)) for each in among)
        if any(goal.rated or goal.not_exercised for goal in found.goals):
            yield f"{GOAL}", (Content(""), Content.styled("Per leerdoel", "bold"), *_blank(2))
            yield from ((f"{GOAL}{goal.id}", _heading(goal.name, goal, bold=False)) for goal in found.goals)
        if found.agreement.words:
            heading = Content.styled("De waarnemers", "bold")
            yield OBSERVERS, (Content(""), heading, shown(found.agreement.words), Content(""))

    def _cells(self, question: QuestionRating) -> tuple[Content, ...]:
        star = Content.styled("★ ", "$text-accent") if question.picked else Content("  ")
        level = band(question)
        if _group(question) == "papier":
            level = paper_words([paper for paper in self._found.papers if paper.id in question.documents])
        return star + shown(question.id), shown(question.text), level, _stand(question)

    @property
    def _found(self) -> Ratings:
        """What was computed; only asked when it is there."""
        assert self.found is not None
        return self.found

    # --- a row in full

    def title(self, picture: DebriefPicture, key: str) -> Content:
        question = self._question(key)
        return shown(f"Raadsvraag {question.id}") if question else Content("Raadsvragen")

    def told(self, picture: DebriefPicture, key: str) -> Content:
        question = self._question(key)
        if question is not None:
            return told(self._found, question)
        if key == OBSERVERS:
            return agreed(self._found)
        if key.startswith(GROUP):
            return shown(ABOUT[key.partition("/")[2]])
        counts = next((each for each in (*self._found.roles, *self._found.goals) if _key(each) == key), None)
        if counts is None:
            return Content("Onder elk leerdoel staat hoe het ging met de vragen die daar in deze oefening bij hoorden.")
        heading = f"{counts.name.capitalize()}e rol" if key.startswith(ROLE) else counts.name
        return Content("\n").join([framed("[bold]$name[/]", name=heading), counted(counts)])

    def _question(self, key: str) -> QuestionRating | None:
        return next((each for each in self._found.questions if each.id == key), None)

    # --- judging

    def action_following(self) -> None:
        """To the next proposal that asks for an observer's word, the most contested first."""
        names = self.found.to_confirm if self.found is not None else ()
        if not names:
            self.tell(BUSY if self.found is None else ALL_DONE)
            return
        at = names.index(self.list.current) + 1 if self.list.current in names else 0
        self.list.go_to(names[at % len(names)])
        self.list.focus()

    def action_confirm(self) -> None:
        """The proposal is right."""
        question = self._to_judge()
        if question is None or question.proposed is None:
            return
        if str(question.status) == "bevestigd" or self._said(question.id) is question.proposed:
            self.tell(ALREADY)
        elif str(question.proposed) == "N":
            self.tell(NOTHING_PROPOSED)
        else:
            from simulator.exercise.evaluation.commands import RateQuestion

            self.ask(RateQuestion(question=question.id, rating=question.proposed))

    def _said(self, question: str) -> Rating | None:
        """What was settled, also when the list is of before that."""
        ratings = self.latest.state.evaluation.ratings if self.latest is not None else {}
        return ratings[question, ""].event.rating if (question, "") in ratings else None

    def action_overrule(self) -> None:
        """The proposal is not right: another level, with the reason."""
        question = self._to_judge()
        if question is not None:
            from tui.dialogs.verdict import OverruleDialog

            self.app.push_screen(OverruleDialog(question))

    def _to_judge(self) -> QuestionRating | None:
        """The question under the cursor, when it can be judged here; else it is said why not."""
        if self.found is None:
            self.tell(BUSY)
            return None
        if not self.can_record():
            return None
        question = self._question(self.list.current)
        if question is None:
            self.tell(CHOOSE)
        elif question.proposed is None:
            self.tell(NO_RATING)
            return None
        return question


def _key(counts: Counts) -> str:
    from simulator.scenario.council.questions import CouncilRole

    return f"{ROLE if counts.id in list(CouncilRole) else GOAL}{counts.id}"


def _group(question: QuestionRating) -> str:
    return "niet beoefend" if not_exercised(question) else str(question.class_)


def _heading(name: str, counts: Counts, *, bold: bool = True) -> tuple[Content, ...]:
    words = shown(name).stylize("bold") if bold else shown(name)
    rated = shown(f"{counts.rated} beoordeeld" if counts.rated else "niets beoordeeld")
    stand = shown(f"{counts.proposals} voorstel") if counts.proposals else Content("")
    return Content(""), words, rated.stylize("$text-muted"), stand.stylize("$text-muted")


def _blank(cells: int) -> tuple[Content, ...]:
    return (Content(""),) * cells


def _stand(question: QuestionRating) -> Content:
    words, colour = STANDS.get(str(question.status), ("", ""))
    return Content.styled(f"{words}{' ≠' if question.disagreed else ''}", colour)
