"""An argument parser that speaks Dutch throughout: help, usage and errors."""

from __future__ import annotations

import argparse
import re
from collections.abc import Callable, Iterable
from difflib import get_close_matches
from typing import TYPE_CHECKING, Any, NoReturn

from simulator.cli.output import show
from simulator.errors import UsageWrong


def _one_of(found: re.Match[str]) -> str:
    choices = [choice.strip().strip("'\"") for choice in found["choices"].split(",")]
    near = get_close_matches(found["value"], choices, n=1)
    hint = f"Bedoelde u '{near[0]}'?" if near else f"Kies uit: {', '.join(choices)}."
    return f"{found['name']}: '{found['value']}' bestaat niet. {hint}"


_NAMED = r"argument (?P<name>.+?): "
_ERRORS: tuple[tuple[str, Callable[[re.Match[str]], str]], ...] = (
    (r"the following arguments are required: (?P<names>.*)", lambda found: f"Er ontbreekt: {found['names']}."),
    (r"one of the arguments (?P<names>.*) is required", lambda found: f"Geef een van deze: {found['names']}."),
    (_NAMED + r"invalid choice: '?(?P<value>.*?)'?(?:, maybe you meant .*)? \(choose from (?P<choices>.*)\)", _one_of),
    (_NAMED + r"expected one argument", lambda found: f"{found['name']}: hier hoort een waarde achter."),
    (_NAMED + r"expected at least one argument", lambda found: f"{found['name']}: hier hoort minstens een waarde achter."),
    (_NAMED + r"expected .*", lambda found: f"{found['name']}: hier hoort een ander aantal waarden achter."),
    (_NAMED + r"not allowed with argument (?P<other>.*)", lambda found: f"{found['name']} en {found['other']} gaan niet samen."),
    (_NAMED + r"ignored explicit argument (?P<value>.*)", lambda found: f"{found['name']}: hier hoort geen waarde achter."),
    (_NAMED + r"invalid .*? value: (?P<value>.*)", lambda found: f"{found['name']}: {found['value']} past hier niet."),
    (_NAMED + r"(?P<rest>.*)", lambda found: f"{found['name']}: {found['rest']}"),
)
"""What argparse says, and how we say it. The last one carries the messages of our own types, which are Dutch."""


def in_dutch(message: str) -> str:
    """An error of argparse, in Dutch; a general sentence for one that this table does not know."""
    for pattern, say in _ERRORS:
        if found := re.fullmatch(pattern, message, flags=re.DOTALL):
            return say(found)
    return "Deze opdracht is niet goed getypt."


class DutchHelp(argparse.HelpFormatter):
    """Help with Dutch headings."""

    def __init__(self, prog: str, **options: Any) -> None:
        super().__init__(prog, max_help_position=32, width=100, **options)

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        if isinstance(action, argparse._SubParsersAction):
            # argparse forgets that commands stand one step further in, and so puts the help of the longest on a line below.
            longest = max(map(len, action.choices), default=0)
            self._action_max_length = max(self._action_max_length, longest + self._current_indent + self._indent_increment)

    def add_usage(
        self,
        usage: str | None,
        actions: Iterable[argparse.Action],
        groups: Iterable[argparse._MutuallyExclusiveGroup],
        prefix: str | None = None,
    ) -> None:
        super().add_usage(usage, actions, groups, "Gebruik: " if prefix is None else prefix)


class DutchParser(argparse.ArgumentParser):
    """Raises `UsageWrong` instead of leaving the program."""

    def __init__(self, **options: Any) -> None:
        options.setdefault("formatter_class", DutchHelp)
        super().__init__(**options, add_help=False, allow_abbrev=False)
        self.color = False  # from Python 3.14 on, help would hold terminal control, which our door drops
        self._positionals.title = "argumenten"
        self._optionals.title = "opties"
        self.add_argument("-h", "--help", action="help", help="deze uitleg")

    def parse_known_args(self, args: Any = None, namespace: Any = None) -> tuple[Any, list[str]]:
        """Nothing may be left: a command says itself what it does not know, with its own usage, before the main parser could."""
        found, rest = super().parse_known_args(args, namespace)
        if rest:
            near = get_close_matches(rest[0].partition("=")[0], list(self._option_string_actions), n=1)
            hint = f" Bedoelde u '{near[0]}'?" if near else ""
            self._refuse(f"Onbekend: {' '.join(rest)}.{hint}")
        return found, rest

    def error(self, message: str) -> NoReturn:
        self._refuse(in_dutch(message))

    def _refuse(self, message: str) -> NoReturn:
        usage = " ".join(self.format_usage().split())
        raise UsageWrong(f"{message}\n{usage}\nMeer uitleg: {self.prog} --help")

    def _print_message(self, message: str, file: object = None) -> None:
        """Help and version through our own door; argparse's would hide that stdout is full."""
        show(message.rstrip("\n"))


if TYPE_CHECKING:
    Commands = argparse._SubParsersAction[DutchParser]
