"""Every unbroken time that a node did not serve all: for the Gantt, with why it fell and why it came back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import reduce
from itertools import pairwise

from simulator.consequences.trajectory import CauseKind
from simulator.exercise.events import NodeChanged, Recorded
from simulator.exercise.evolve import evolve
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.wording_causes import change_sentence
from simulator.scenario.landscape import NodeKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Segment:
    """A part of a spell in which the node served the same."""

    start: int
    end: int
    served: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A node serves below 100 from `start`, without a break."""

    node: str
    name: str
    kind: NodeKind
    start: int
    end: int | None
    """None: it still lasted at the end of the record."""
    until: int
    """`end`, or the minute up to which it is told."""
    lowest: int
    """Lowest percentage served."""
    segments: tuple[Segment, ...]
    fell_because: str
    """Whole sentence."""
    course: tuple[tuple[int, str], ...]
    """What changed in between, such as a noodprocedure that began: (minute, whole sentence)."""
    back_because: str
    """Whole sentence; empty when it did not come back."""
    beyond_limit: int
    """Minutes after the limit (mtd); 0 when it has none or did not cross it."""
    limit: int | None
    """The limit (mtd), in minutes."""
    limit_words: str
    """The limit and who set it; empty without one."""

    @property
    def minutes(self) -> int:
        """How long it lasted, up to `until`."""
        return self.until - self.start


def outages(setting: Setting, recorded: Sequence[Recorded], *, now: int = 0) -> tuple[Spell, ...]:
    """All spells, by start, and within a minute in order of falling. Told from the recorded changes: the truth of what was.

    What still lasts is told up to minute `now`, or to the last minute recorded if that is later.
    """
    state = reduce(evolve, recorded, State())
    until = max(now, state.minute)
    changes: dict[str, list[tuple[int, NodeChanged]]] = {}
    for each in recorded:
        if isinstance(each.event, NodeChanged):
            changes.setdefault(each.event.node, []).append((each.minute, each.event))
    spells = (
        _spell(setting, state, run, back, until)
        for node, own in changes.items()
        for run, back in _runs(own)
        if node in setting.nodes
    )
    return tuple(sorted((each for each in spells if each.until > each.start), key=lambda each: each.start))


Dated = tuple[int, NodeChanged]


def _runs(changes: list[Dated]) -> Iterator[tuple[list[Dated], Dated | None]]:
    """Changes that belong to one spell, and the change that ended it."""
    run: list[Dated] = []
    for dated in changes:
        if dated[1].served < 100:
            run.append(dated)
        elif run:
            yield run, dated
            run = []
    if run:
        yield run, None


def _spell(setting: Setting, state: State, run: list[Dated], back: Dated | None, now: int) -> Spell:
    start, first = run[0]
    node = setting.nodes[first.node]
    until = back[0] if back else now
    limit = node.mtd.time if node.mtd else None
    return Spell(
        node=node.id,
        name=node.name,
        kind=node.kind,
        start=start,
        end=back[0] if back else None,
        until=until,
        lowest=min(change.served for _, change in run),
        segments=tuple(_segments(run, until)),
        fell_because=_because(setting, state, first),
        course=tuple(
            (minute, _because(setting, state, change))
            for (_, before), (minute, change) in pairwise(run)
            if change.served != before.served
        ),
        back_because=_because(setting, state, back[1]) if back else "",
        beyond_limit=max(0, until - start - limit) if limit is not None else 0,
        limit=limit,
        limit_words=w.limit_words(node.mtd) if node.mtd else "",
    )


def _segments(run: list[Dated], until: int) -> Iterator[Segment]:
    """Stretches of equal service; what lasted no minute is left out, and so is a change that changed nothing served."""
    start, served = run[0][0], run[0][1].served
    for minute, change in run[1:]:
        if change.served != served:
            if minute > start:
                yield Segment(start=start, end=minute, served=served)
            start, served = minute, change.served
    if until > start:
        yield Segment(start=start, end=until, served=served)


def _because(setting: Setting, state: State, change: NodeChanged) -> str:
    kind = CauseKind(change.cause)
    return change_sentence(setting, state, change.node, change.served, kind, change.because, change.intervention, change.group)
