"""The picture of each role beside that of the others, what was true, and what that role could know.

Fair to who wrote it: each line is held against the minute at which it was written. A line that was not true is never blamed on
a role to which nothing else had been reported. A node that works partly bears out 'works' and 'does not work' alike.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import assert_never

from simulator.exercise.evaluation.events import Certainty, PictureLineWritten
from simulator.exercise.events import NodeChanged, NodeReported, Recorded, RoundStarted
from simulator.exercise.holds import SERVES_HALF
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.scenario.model import ALL


class Verdict(StrEnum):
    """A line held against the truth and against what its writer could know."""

    KLOPT = "klopt"
    ONGEWETEN = "kon het niet weten"
    """Not true, and nobody had been told otherwise."""
    NIET_GEDEELD = "een ander wist het"
    """Not true; it had been reported, but not to this role."""
    WIST = "was al gemeld"
    """Not true; it had been reported to this role."""
    OPEN = "niet te toetsen"
    """It names no node, or does not say whether it works."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PictureLineView:
    """A line of a picture."""

    seq: int
    minute: int
    role: str
    role_name: str
    text: str
    fact: bool
    """Taken for a fact; else for an assumption."""
    node: str
    node_name: str
    works: bool | None
    true: int
    """What the node truly served at that minute; 100 without a node."""
    verdict: Verdict
    told: tuple[str, ...]
    """Names of the roles that had been told otherwise; filled when another knew."""
    words: str
    """The verdict as a sentence; empty when it cannot be tested."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RolePicture:
    """What one role took to be the case."""

    picture: str
    minute: int
    role: str
    role_name: str
    lines: tuple[PictureLineView, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """Roles disagree about a node within a round."""

    node: str
    name: str
    works: tuple[PictureLineView, ...]
    works_not: tuple[PictureLineView, ...]
    changed: bool
    """What was true changed between their lines, so both may have been right."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundPictures:
    """The last picture of each role in a round."""

    round: str
    """Empty before the first round."""
    title: str
    pictures: tuple[RolePicture, ...]
    differences: tuple[Difference, ...]
    alone: tuple[str, ...]
    """What only one of several roles noticed, as sentences."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pictures:
    """All pictures of the exercise."""

    rounds: tuple[RoundPictures, ...]
    """Only rounds in which somebody wrote one."""
    lines: tuple[PictureLineView, ...]
    """Every line ever written, in order."""
    assumptions: int
    """Lines that were marked as an assumption."""
    wrong_facts: tuple[PictureLineView, ...]
    """Taken for a fact, and not true; also when it could not be known: then it was an assumption."""
    words: str
    """How many lines, how many assumptions, how many facts that were wrong."""


@dataclass(slots=True)
class _Walk:
    """What is the case while the journal is walked."""

    served: dict[str, int]
    reports: dict[str, list[tuple[int, NodeReported]]]
    round: str = ""


def pictures(setting: Setting, recorded: Sequence[Recorded]) -> Pictures:
    """Every picture, by round."""
    rounds: dict[str, dict[str, list[PictureLineView]]] = {}
    latest: dict[tuple[str, str], str] = {}
    for round_id, event, view in _views(setting, recorded):
        rounds.setdefault(round_id, {}).setdefault(event.picture, []).append(view)
        latest[(round_id, event.role)] = event.picture
    lines = tuple(view for each in rounds.values() for picture in each.values() for view in picture)
    wrong = tuple(line for line in lines if line.fact and line.verdict not in (Verdict.KLOPT, Verdict.OPEN))
    assumptions = sum(not line.fact for line in lines)
    return Pictures(
        rounds=tuple(
            _round(setting, name, tuple(_picture(key, views) for key, views in own.items() if key in latest.values()))
            for name, own in rounds.items()
        ),
        lines=lines,
        assumptions=assumptions,
        wrong_facts=wrong,
        words=_summary(lines, assumptions, wrong),
    )


def _views(setting: Setting, recorded: Sequence[Recorded]) -> Iterator[tuple[str, PictureLineWritten, PictureLineView]]:
    walk = _Walk(served={}, reports={})
    for each in recorded:
        match each.event:
            case NodeChanged():
                walk.served[each.event.node] = each.event.served
            case NodeReported():
                walk.reports.setdefault(each.event.node, []).append((each.minute, each.event))
            case RoundStarted():
                walk.round = each.event.round
            case PictureLineWritten():
                yield walk.round, each.event, _view(setting, walk, each, each.event)
            case _:
                continue


def _view(setting: Setting, walk: _Walk, recorded: Recorded, line: PictureLineWritten) -> PictureLineView:
    works = {"ja": True, "nee": False}.get(line.works)
    true = walk.served.get(line.node, 100)
    verdict, told = _verdict(setting, walk, recorded.minute, line, works, true)
    names = tuple(w.role_name(setting, role) for role in told)
    return PictureLineView(
        seq=recorded.seq,
        minute=recorded.minute,
        role=line.role,
        role_name=w.role_name(setting, line.role),
        text=line.text,
        fact=line.certainty is Certainty.FEIT,
        node=line.node,
        node_name=w.node_name(setting, line.node) if line.node else "",
        works=works,
        true=true,
        verdict=verdict,
        told=names,
        words=_words(setting, line, verdict, true, names),
    )


def _verdict(
    setting: Setting, walk: _Walk, minute: int, line: PictureLineWritten, works: bool | None, true: int
) -> tuple[Verdict, tuple[str, ...]]:
    """And the roles that had been told otherwise."""
    if works is None or not line.node:
        return Verdict.OPEN, ()
    if _bears_out(true, works):
        return Verdict.KLOPT, ()
    last: dict[str, int] = {}
    for at, report in walk.reports.get(line.node, ()):
        if at < minute:  # what came in this very minute could not be in it yet
            last.update(dict.fromkeys(_told(setting, report), report.level))
    informed = tuple(role for role, level in last.items() if not _bears_out(level, works))
    if line.role in informed:
        return Verdict.WIST, ()
    others = tuple(role for role in informed if role != line.role)
    return (Verdict.NIET_GEDEELD, others) if others else (Verdict.ONGEWETEN, ())


def _bears_out(served: int, works: bool) -> bool:
    return served >= SERVES_HALF if works else served < 100


def _told(setting: Setting, report: NodeReported) -> tuple[str, ...]:
    """The roles that a report reached: who got the inject; all of them for what was said in the room."""
    kind, _, name = report.source.partition(":")
    inject = setting.injects.get(name) if kind == "inject" else None
    if inject is None or inject.to == ALL:
        return tuple(setting.roles)
    return (*inject.to, inject.from_)


def _words(setting: Setting, line: PictureLineWritten, verdict: Verdict, true: int, told: tuple[str, ...]) -> str:
    truth = f"{w.quoted(w.node_name(setting, line.node))} {_state(true)}" if line.node else ""
    match verdict:
        case Verdict.KLOPT:
            return f"Klopt: {truth}."
        case Verdict.ONGEWETEN:
            return f"Achteraf: {truth}. Dat was nog aan niemand gemeld; deze rol kon het niet weten."
        case Verdict.NIET_GEDEELD:
            return f"Achteraf: {truth}. Dat was gemeld aan {w.some(told, 3)}, niet aan deze rol."
        case Verdict.WIST:
            return f"Achteraf: {truth}. Dat was deze rol al gemeld."
        case Verdict.OPEN:
            return ""
        case _:
            assert_never(verdict)


def _state(served: int) -> str:
    if served >= 100:
        return "werkte"
    return f"werkte deels ({served}%)" if served > 0 else "lag plat"


def _picture(name: str, lines: Sequence[PictureLineView]) -> RolePicture:
    first = lines[0]
    return RolePicture(picture=name, minute=first.minute, role=first.role, role_name=first.role_name, lines=tuple(lines))


def _round(setting: Setting, name: str, own: tuple[RolePicture, ...]) -> RoundPictures:
    by_node: dict[str, list[PictureLineView]] = {}
    for picture in own:
        for line in picture.lines:
            if line.works is not None:
                by_node.setdefault(line.node, []).append(line)
    return RoundPictures(
        round=name,
        title=setting.rounds[name].title if name in setting.rounds else "Voor de eerste ronde",
        pictures=own,
        differences=tuple(_differences(by_node)),
        alone=tuple(_alone(by_node)) if len(own) > 1 else (),
    )


def _differences(by_node: Mapping[str, Sequence[PictureLineView]]) -> Iterator[Difference]:
    for node, lines in by_node.items():
        works = tuple(line for line in lines if line.works)
        works_not = tuple(line for line in lines if not line.works)
        if not works or not works_not:
            continue
        changed = len({line.true for line in lines}) > 1
        who, others = _who(works), _who(works_not)
        truth = f"In werkelijkheid {_truth(lines[0].true)}."
        yield Difference(
            node=node,
            name=lines[0].node_name,
            works=works,
            works_not=works_not,
            changed=changed,
            words=f"{w.quoted(lines[0].node_name)}: volgens {who} werkte het, volgens {others} niet. "
            f"{'Ertussen veranderde het, dus allebei kan kloppen.' if changed else truth}",
        )


def _truth(served: int) -> str:
    if served >= 100:
        return "werkte het"
    return f"werkte het deels ({served}%)" if served > 0 else "lag het plat"


def _who(lines: Sequence[PictureLineView]) -> str:
    return w.listed(tuple(f"{line.role_name} ({Certainty.FEIT if line.fact else Certainty.AANNAME})" for line in lines))


def _alone(by_node: Mapping[str, Sequence[PictureLineView]]) -> Iterator[str]:
    """An outage that one role saw and the others did not write down: worth sharing, no fault."""
    for lines in by_node.values():
        if len({line.role for line in lines}) == 1 and lines[0].works is False and lines[0].verdict is Verdict.KLOPT:
            yield f"Alleen {lines[0].role_name} schreef op dat {w.quoted(lines[0].node_name)} niet (goed) werkte."


def _summary(lines: Sequence[PictureLineView], assumptions: int, wrong: Sequence[PictureLineView]) -> str:
    if not lines:
        return "Niet beoefend: niemand schreef een beeld op."
    marked = f"{assumptions} van de {len(lines)} regels {'was' if assumptions == 1 else 'waren'} een aanname"
    if assumptions in (0, len(lines)):
        marked = "alle regels waren een aanname" if assumptions else "geen enkele regel was als aanname opgeschreven"
    if not wrong:
        return f"{w.sentence(marked)} Wat als feit was opgeschreven en te toetsen is, klopte."
    unknowable = sum(line.verdict is Verdict.ONGEWETEN for line in wrong)
    facts = f"{w.count(len(wrong), 'feit bleek', 'feiten bleken')} achteraf niet waar"
    which = "dat" if unknowable == len(wrong) else f"{unknowable} daarvan"
    verb, what = ("was", "een aanname") if unknowable == 1 or which == "dat" else ("waren", "aannames")
    could_not = f"; {which} {verb} niet te weten, en dus {what}" if unknowable else ""
    return f"{w.sentence(marked)} {w.sentence(facts + could_not)}"
