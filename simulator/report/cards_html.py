"""The paper as self-contained printable HTML: what a browser prints, with all that it needs inside."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from simulator.exercise.setting import Setting
from simulator.insight.wording_evaluation import RATINGS
from simulator.plain import plain
from simulator.report.cards import CallBook, Deck, call_books, decks
from simulator.report.observer_forms import LINES, ObserverForm, observer_forms

if TYPE_CHECKING:
    from jinja2 import Environment

_WRAPPED = re.compile(r"(?m)^([^\n]{60,})\n(?=[^\s*•-])")
"""A line too long to be meant as one, with a line after it that is no item of a list."""


def paper(setting: Setting, questions: Mapping[str, str]) -> dict[str, str]:
    """The HTML by file name; the names hold ids only. `questions` are those that play can show, in words, by id."""
    title = setting.scenario.title
    cards = {f"kaarten-{deck.role}.html": deck_html(title, deck) for deck in decks(setting)}
    observed = {f"waarnemen-{form.role}.html": observer_html(title, form) for form in observer_forms(setting, questions)}
    calls = {f"belbladen-{book.role}.html": calls_html(title, book) for book in call_books(setting)}
    return cards | observed | calls


def deck_html(scenario: str, deck: Deck) -> str:
    """The A5 cards of one role, one a page."""
    return _environment().get_template("cards.html").render(scenario=scenario, deck=deck)


def calls_html(scenario: str, book: CallBook) -> str:
    """The A4 call sheets of one role of the response cell, one a page."""
    return _environment().get_template("calls.html").render(scenario=scenario, book=book)


def observer_html(scenario: str, form: ObserverForm) -> str:
    """The A4 form of the observer of one role: what to look out for, and lines to write on."""
    return _environment().get_template("observer.html").render(scenario=scenario, form=form, lines=LINES, ratings=RATINGS)


def flowing(text: str) -> str:
    """Text without the line breaks that only kept the lines of a file short; short lines, lists and blank lines stay."""
    return _WRAPPED.sub(r"\1 ", text.strip())


def _environment() -> Environment:
    from jinja2 import Environment, PackageLoader, StrictUndefined

    environment = Environment(
        loader=PackageLoader("simulator.report", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=lambda value: plain(value) if type(value) is str else value,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["flowing"] = flowing
    return environment
