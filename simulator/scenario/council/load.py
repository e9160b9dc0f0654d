"""The council's files to values, read once. They are shipped; a mistake in them is shown as in any other file."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from simulator.errors import Problem, ScenarioInvalid
from simulator.scenario.council.documents import Document, Documents
from simulator.scenario.council.peers import Peers, Poll
from simulator.scenario.council.questions import Question, QuestionClass, Questions
from simulator.scenario.council.vocabulary import Act, Mandates, Term, Topic, Topics
from simulator.scenario.library import shipped
from simulator.scenario.mistakes import Data, Mistake
from simulator.scenario.references import QUESTIONS, Names, Tail, every_id_is_unique, every_reference_is_known
from simulator.scenario.shape import Written
from simulator.scenario.source import read_source
from simulator.scenario.typed import problems_in, typed, whole

FOLDER = "council"
TOPICS, MANDATES, QUESTIONS_FILE, DOCUMENTS = "topics.yaml", "mandates.yaml", "questions.yaml", "documents.yaml"
PEERS = "peers.yaml"
COUNCIL_FILES: Mapping[str, frozenset[str]] = {
    TOPICS: frozenset({"topics", "terms"}),
    MANDATES: frozenset({"acts"}),
    QUESTIONS_FILE: frozenset({"questions"}),
    DOCUMENTS: frozenset({"documents"}),
    PEERS: frozenset({"polls"}),
}
"""The files about the council, each with the keys that it is known by."""

TO: Mapping[Tail, str] = {
    ("acts", "*"): "acts",
    ("advice_before", "advice"): "acts",
    ("advice_before", "act"): "acts",
    ("attendance", "act"): "acts",
    ("after",): "topics",
    ("clock", "terms", "*"): "terms",
    ("attendance", "roles", "*"): "roles",
    ("advice_before", "role"): "roles",
    ("documents", "*"): "documents",
    ("questions", "*"): "questions",
}
"""What a name in a question, its rules or a document refers to."""

Model = TypeVar("Model", bound=Written)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Topics, terms, acts and polls by id."""

    topics: dict[str, Topic]
    terms: dict[str, Term]
    acts: dict[str, Act]
    polls: dict[str, Poll]
    caveat: str
    """What stands beside every poll."""

    def names(self) -> Names:
        """The ids, for the references of a scenario."""
        ids = {"topics": frozenset(self.topics), "terms": frozenset(self.terms), "acts": frozenset(self.acts)}
        answers = frozenset(f"{poll.id}/{answer.id}" for poll in self.polls.values() for answer in poll.answers)
        return Names(ids={**ids, "answers": answers}, options={})


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """The council's questions in the factsheet's order, the papers that they ask for, and the words of their rules."""

    questions: dict[str, Question]
    documents: dict[str, Document]
    words: Vocabulary


def council_file(name: str) -> Path:
    """Where a file about the council stands."""
    return shipped() / FOLDER / name


@lru_cache(maxsize=1)
def vocabulary() -> Vocabulary:
    """The words that scenarios may use. Raises `ScenarioInvalid`."""
    return load_vocabulary(shipped() / FOLDER)


@lru_cache(maxsize=1)
def catalogue() -> Catalogue:
    """The questions and documents that are shipped. Raises `ScenarioInvalid`."""
    return load_catalogue(shipped() / FOLDER)


def rated_questions() -> frozenset[str]:
    """The questions that play can answer, so that somebody may judge how it went; at the others play only hints, or less."""
    return frozenset(name for name, each in catalogue().questions.items() if each.class_ is QuestionClass.ANTWOORD)


def load_vocabulary(folder: Path) -> Vocabulary:
    """The words in a folder; a file that is not there is the one that is shipped. Raises `ScenarioInvalid`."""
    topics, mandates = whole(Topics, _file(folder, TOPICS)), whole(Mandates, _file(folder, MANDATES))
    peers = whole(Peers, _file(folder, PEERS))
    return Vocabulary(
        topics={topic.id: topic for topic in topics.topics},
        terms={term.id: term for term in topics.terms},
        acts={act.id: act for act in mandates.acts},
        polls={poll.id: poll for poll in peers.polls},
        caveat=peers.caveat,
    )


def load_catalogue(folder: Path) -> Catalogue:
    """The questions and documents in a folder, likewise. Raises `ScenarioInvalid` with the mistakes of both."""
    problems: list[Problem] = []
    words = load_vocabulary(folder)
    documented = _items(read_source(_file(folder, DOCUMENTS)).data, "documents")
    known = {
        **words.names().ids,
        "roles": _roles(words.acts.values()),
        "documents": frozenset(str(each.get("id")) for each in documented),
        "questions": frozenset(QUESTIONS),
    }
    names = Names(ids=known, options={})
    asking = read_source(_file(folder, QUESTIONS_FILE)).data
    documents = _typed(
        Documents, _file(folder, DOCUMENTS), names, problems, lambda data: every_document_is_asked_for(data, asking)
    )
    questions = _typed(Questions, _file(folder, QUESTIONS_FILE), names, problems, every_question_stands_once)
    if problems or documents is None or questions is None:
        raise ScenarioInvalid(problems)
    by_id = {question.id: question for question in questions.questions}
    return Catalogue(
        questions={name: by_id[name] for name in QUESTIONS},
        documents={document.id: document for document in documents.documents},
        words=words,
    )


def council_problems(path: Path) -> tuple[Problem, ...]:
    """The mistakes in one file of the council's, with the files beside it. A `ScenarioInvalid` for what cannot be read."""
    try:
        load_catalogue(path.parent)
    except ScenarioInvalid as invalid:
        return tuple(problem for problem in invalid.problems if problem.file == str(path))
    return ()


def every_question_stands_once(data: Data) -> Iterator[Mistake]:
    """The catalogue holds each question of the factsheet, and no other."""
    ids = [each.get("id") for each in _items(data, "questions")]
    for index, name in enumerate(ids):
        if isinstance(name, str) and name not in QUESTIONS:
            yield Mistake(
                route=("questions", index, "id"), message=f"raadsvraag `{name}` bestaat niet.", wrong=name, known=QUESTIONS
            )
    missing = [name for name in QUESTIONS if name not in ids]
    if missing:
        message = f"niet alle vragen van de raad staan hier: {', '.join(missing)} ontbreekt."
        yield Mistake(route=("questions",), message=message, mend="Voeg ze toe; wat niet te spelen is, krijgt class: papier.")


def every_document_is_asked_for(data: Data, asking: Data) -> Iterator[Mistake]:
    """A document and a question name each other, or neither does."""
    asked = {str(question.get("id")): question.get("documents") or [] for question in _items(asking, "questions")}
    for index, document in enumerate(_items(data, "documents")):
        name, named = str(document.get("id")), document.get("questions")
        named = named if isinstance(named, list) else []
        for question, documents in asked.items():
            if (name in documents) != (question in named):
                message = f"dit document en raadsvraag {question} noemen elkaar niet allebei."
                mend = f"Zet {name} bij documents van {question}, en {question} bij questions van {name}; of geen van beide."
                yield Mistake(route=("documents", index, "questions"), message=message, mend=mend)


def _items(data: Data, key: str) -> list[dict[str, Data]]:
    listed = data.get(key) if isinstance(data, dict) else None
    return [each for each in listed if isinstance(each, dict)] if isinstance(listed, list) else []


def _typed(
    model: type[Model],
    path: Path,
    names: Names,
    problems: list[Problem],
    *also: Callable[[Data], Iterator[Mistake]],
) -> Model | None:
    found = typed(model, read_source(path))
    data = found.source.data
    wrong = [
        *found.mistakes,
        *every_id_is_unique(data, found.source.places),
        *every_reference_is_known(data, names, TO),
        *(mistake for check in also for mistake in check(data)),
    ]
    problems += problems_in(found.source, wrong)
    return found.model


def _roles(acts: Iterable[Act]) -> frozenset[str]:
    """The roles that the mandates know."""
    return frozenset(role for act in acts for role in (*act.decides, *act.executes, *act.advises, *act.informed))


def _file(folder: Path, name: str) -> Path:
    return folder / name if (folder / name).is_file() else council_file(name)
