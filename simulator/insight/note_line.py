"""What an observer types on one line: a question or a role in front, an exclamation mark when it names people."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.scenario.references import QUESTIONS

NAMES_PEOPLE = "!"


@dataclass(frozen=True, slots=True, kw_only=True)
class Typed:
    """The parts of a line."""

    text: str
    """Empty when nothing is said yet."""
    question: str
    role: str
    confidential: bool
    words: str
    """What it will be noted under, such as 'bij K7 · over FG · vertrouwelijk'."""


def typed(setting: Setting, line: str) -> Typed:
    """The parts of a line such as `!K7 fg zegt niets`. A word that is no question or role belongs to the text."""
    rest = line.strip()
    confidential = rest.startswith(NAMES_PEOPLE)
    rest = rest.removeprefix(NAMES_PEOPLE).lstrip()
    question = role = ""
    while True:
        word, _, after = rest.partition(" ")
        bare = word.rstrip(":").casefold()
        if not question and (found := _QUESTIONS.get(bare)):
            question, rest = found, after.lstrip()
        elif not role and (found := {name.casefold(): name for name in setting.roles}.get(bare)):
            role, rest = found, after.lstrip()
        else:
            break
    parts = (
        f"bij {question}" if question else "",
        f"over {w.role_name(setting, role)}" if role else "",
        "vertrouwelijk" if confidential else "",
    )
    return Typed(
        text=rest, question=question, role=role, confidential=confidential, words=" · ".join(part for part in parts if part)
    )


_QUESTIONS = {question.casefold(): question for question in QUESTIONS}
