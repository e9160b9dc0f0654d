"""A report of a played exercise, and a reader of its HTML."""

from __future__ import annotations

from html.parser import HTMLParser

from simulator.exercise import commands as c
from simulator.exercise.setting import Setting
from simulator.report.build import build_report
from simulator.report.document import Report
from tests.insight.builders import play, setting

HEAD = "ab" * 32

STEPS: tuple[tuple[int, c.Command], ...] = (
    (5, c.Decide(decision="losgeld", option="ja", by="fg")),
    (9, c.Decide(words="De noodprocedure", effect="fallback", target="burgerzaken", by="ciso", owner="ciso", due=90)),
    (20, c.NoteObservation(text="Niemand vroeg door", question="C1", role="ciso")),
    (30, c.SetNode(node="telefoon", up=False, reason="Onze centrale hangt aan de servers")),
    (40, c.AddAction(text="Bel de griffier", owner="ciso", due=100)),
)


def report(on: Setting | None = None, steps: tuple[tuple[int, c.Command], ...] = STEPS, until: int = 700) -> Report:
    """The report of an exercise that was played with these commands."""
    played = play(on or setting(), *steps, until=until)
    return build_report(played.setting, played.state, played.recorded, head_hash=HEAD)


VOID = frozenset({"meta", "br", "link", "img", "input", "hr"})


class Page(HTMLParser):
    """Tags in order, with their attributes; fails on a tag that is not closed."""

    def __init__(self, text: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str]]] = []
        self.words: list[str] = []
        self._open: list[str] = []
        self.feed(text)
        self.close()
        assert self._open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self._open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    def of(self, tag: str) -> list[dict[str, str]]:
        """The attributes of every such tag."""
        return [attrs for name, attrs in self.tags if name == tag]

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())
