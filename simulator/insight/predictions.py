"""What the team said would fail, against what did: precision and recall, and in words.

What counts. A node fails when it serves less than half at some minute from the prediction to the end of its window, also when
it was down already without anybody knowing. What was known to be down when the prediction was made is no prediction and counts
nowhere. Any node may be named; only what residents notice can be missed: processes, effects, and whatever else has residents.
A named node that fell but was caught by its fallback is a hit; it is never a miss.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from simulator.exercise.evaluation.events import PredictionMade
from simulator.exercise.events import ExerciseEnded, NodeChanged, NodeReported, Recorded
from simulator.exercise.holds import SERVES_HALF
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.scenario.landscape import NodeKind

NOTICED = frozenset({NodeKind.PROCESS, NodeKind.EFFECT})
"""The kinds that residents notice, whether or not the landscape says how many."""
NAMES = 5
"""Names in a sentence; the rest are counted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PredictionScore:
    """A prediction and what came of it. Node ids are in the order named, or in the order of falling."""

    prediction: str
    seq: int
    """Of the event in the journal."""
    minute: int
    by: str
    """A role; empty for the team."""
    by_name: str
    until: int
    """The last minute of the window."""
    scored_until: int
    """Up to here it is scored; before `until` when the window has not passed."""
    named: tuple[str, ...]
    known: tuple[str, ...]
    """Named, but known to be down already: no prediction."""
    failed: tuple[str, ...]
    """What residents notice, failed, and was not known to be down."""
    hits: tuple[str, ...]
    missed: tuple[str, ...]
    """Failed and not named."""
    false_alarms: tuple[str, ...]
    """Named and kept working; while the window runs: not failed yet."""
    precision: float | None
    """Hits of what was named; None when nothing was."""
    recall: float | None
    """What residents notice and was named, of what failed; None when nothing did."""
    complete: bool
    """Its window has passed. If not, it is scored up to what there is."""
    ended: bool
    """The exercise ended before its window had passed."""
    claim: str
    """What was said, in a sentence, and up to when it is scored when that is not the whole window."""
    words: str
    """What was said and what came of it, in whole sentences; gives away nothing that has not happened."""

    @property
    def tellable(self) -> bool:
        """What came of it gives nothing away: the window has passed, or the exercise is over."""
        return self.complete or self.ended


def predictions(setting: Setting, recorded: Sequence[Recorded], *, now: int = 0) -> tuple[PredictionScore, ...]:
    """Every prediction, scored up to minute `now`, or to the last minute recorded if that is later. In order of predicting."""
    latest = max(now, max((each.minute for each in recorded), default=0))
    over = any(isinstance(each.event, ExerciseEnded) for each in recorded)
    return tuple(
        _score(setting, recorded, index, each.event, latest, over)
        for index, each in enumerate(recorded)
        if isinstance(each.event, PredictionMade)
    )


def _score(
    setting: Setting, recorded: Sequence[Recorded], index: int, made: PredictionMade, latest: int, over: bool
) -> PredictionScore:
    start = recorded[index].minute
    until = start + made.within
    end = min(until, latest)
    down = _known_down(recorded[:index])
    lowest = _lowest(recorded, index, end)
    named = tuple(filter(None, made.nodes.split(",")))
    asked = [node for node in named if node not in down]
    fell = {node for node, (level, served) in lowest.items() if min(level, served) < SERVES_HALF}
    hits = tuple(node for node in asked if node in fell)
    missed = tuple(
        node
        for node, (_, served) in lowest.items()
        if served < SERVES_HALF and _noticed(setting, node) and node not in down and node not in named
    )
    false_alarms = tuple(node for node in asked if node not in fell)
    foreseen = tuple(node for node in hits if _noticed(setting, node))
    complete = latest >= until
    found = PredictionScore(
        prediction=made.prediction,
        seq=recorded[index].seq,
        minute=start,
        by=made.by,
        by_name=w.role_name(setting, made.by) if made.by else "",
        until=until,
        scored_until=end,
        named=named,
        known=tuple(node for node in named if node in down),
        failed=tuple(node for node in lowest if node in foreseen or node in missed),
        hits=hits,
        missed=missed,
        false_alarms=false_alarms,
        precision=_share(len(hits), len(asked)),
        recall=_share(len(foreseen), len(foreseen) + len(missed)),
        complete=complete,
        ended=over and not complete,
        claim="",
        words="",
    )
    return _worded(setting, found)


def _known_down(recorded: Sequence[Recorded]) -> frozenset[str]:
    """What was known to serve less than half: the last word on each node."""
    reported = {each.event.node: each.event.level for each in recorded if isinstance(each.event, NodeReported)}
    return frozenset(node for node, level in reported.items() if level < SERVES_HALF)


def _lowest(recorded: Sequence[Recorded], index: int, end: int) -> Mapping[str, tuple[int, int]]:
    """The lowest level and served from the prediction to `end`, of nodes that came below half, in the order of falling.

    What lasted no minute does not count: the last change in a minute is what that minute was.
    """
    start: dict[str, NodeChanged] = {}
    later: dict[tuple[str, int], NodeChanged] = {}
    for place, each in enumerate(recorded):
        if isinstance(each.event, NodeChanged) and place < index:
            start[each.event.node] = each.event
        elif isinstance(each.event, NodeChanged) and each.minute <= end:
            later[(each.event.node, each.minute)] = each.event
    lowest: dict[str, tuple[int, int]] = {}
    for change in (*start.values(), *later.values()):
        level, served = lowest.get(change.node, (100, 100))
        level, served = min(level, change.level), min(served, change.served)
        if min(level, served) < SERVES_HALF:
            lowest[change.node] = level, served
    return lowest


def _noticed(setting: Setting, node: str) -> bool:
    found = setting.nodes.get(node)
    return found is not None and (found.kind in NOTICED or found.residents > 0)


def _share(part: int, whole: int) -> float | None:
    return part / whole if whole else None


def _worded(setting: Setting, score: PredictionScore) -> PredictionScore:
    claim = " ".join(filter(None, (_claim(setting, score), _scored(setting, score))))
    return replace(score, claim=claim, words=" ".join(filter(None, (claim, *_outcome(setting, score)))))


def _claim(setting: Setting, score: PredictionScore) -> str:
    who = score.by_name or "Het team"
    begin = f"{who} voorspelde om {w.moment(setting, score.minute)} dat binnen {w.span(score.until - score.minute)}"
    if len(score.named) < 2:
        return f"{begin} {_names(setting, score.named) or 'niets'} zou uitvallen."
    return f"{begin} {len(score.named)} onderdelen zouden uitvallen."


def _scored(setting: Setting, score: PredictionScore) -> str:
    if score.ended:
        return f"De oefening stopte eerder; geteld is tot {w.moment(setting, score.scored_until)}."
    return "" if score.complete else f"Dat is pas te zeggen om {w.moment(setting, score.until)}."


def _outcome(setting: Setting, score: PredictionScore) -> tuple[str, ...]:
    if not score.tellable:
        return ()
    kept = "werkte gewoon door" if len(score.false_alarms) == 1 else "werkten gewoon door"
    return (
        f"Bekend was al: {_names(setting, score.known)}." if score.known else "",
        f"Uitgekomen: {_names(setting, score.hits)}." if score.hits else "Daarvan kwam niets uit." if score.named else "",
        f"{w.sentence(_names(setting, score.false_alarms)).rstrip('.')} {kept}." if score.false_alarms else "",
        f"Wat ook uitviel en niemand noemde: {_names(setting, score.missed)}." if score.missed else "",
        "" if score.missed or score.hits else "Er viel ook niets uit dat inwoners merken.",
        f"Van wat inwoners merken was {_percent(score.recall)} voorzien." if score.recall is not None else "",
    )


def _names(setting: Setting, nodes: tuple[str, ...]) -> str:
    return w.some(tuple(w.node_name(setting, node) for node in nodes), NAMES)


def _percent(share: float) -> str:
    return f"{round(100 * share)}%"
