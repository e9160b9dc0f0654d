"""Which nodes fare otherwise than when nobody decides, and how."""

from __future__ import annotations

from simulator.consequences.trajectory import Trajectory
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.what_if.values import NodeShift, Shift
from simulator.insight.what_if.ways import Foreseen, Played

Stretch = tuple[int, int, int]
"""From, to, and the percents served in between."""


def shifts(foreseen: Foreseen, way: Played) -> tuple[NodeShift, ...]:
    """All nodes that serve otherwise at any minute up to the horizon; what touches residents most comes first."""
    setting, now = foreseen.setting, foreseen.now.minute
    if way.acts == foreseen.nobody.acts:
        return ()
    found = []
    for node in setting.landscape.nodes:
        here = _stretches(way.path, node.id, now, setting.horizon)
        without = _stretches(foreseen.nobody.path, node.id, now, setting.horizon)
        if here != without:
            found.append(_shift(setting, node.id, here, without))
    return tuple(sorted(found, key=lambda each: _weight(setting, each)))


def _weight(setting: Setting, each: NodeShift) -> tuple[int, int]:
    return -abs(each.saved) * setting.nodes[each.node].residents, -abs(each.saved)


def _stretches(path: Trajectory, node: str, now: int, horizon: int) -> tuple[Stretch, ...]:
    """What it serves from now to the horizon; neighbours differ."""
    changes = [(now, path.served_at(node, now)), *(each for each in path.served_of(node) if now < each[0] < horizon)]
    found: list[Stretch] = []
    for place, (minute, served) in enumerate(changes):
        until = changes[place + 1][0] if place + 1 < len(changes) else horizon
        if found and found[-1][2] == served:
            found[-1] = (found[-1][0], until, served)
        elif until > minute:
            found.append((minute, until, served))
    return tuple(found)


def _shift(setting: Setting, node: str, here: tuple[Stretch, ...], without: tuple[Stretch, ...]) -> NodeShift:
    saved = _missed(without) - _missed(here)
    minute = _differs_from(here, without)
    shift, text = _told(setting, here, without, minute, saved)
    return NodeShift(
        node=node,
        name=w.node_name(setting, node),
        shift=shift,
        minute=minute,
        back=_back(here),
        back_without=_back(without),
        saved=saved,
        text=text,
    )


def _told(
    setting: Setting, here: tuple[Stretch, ...], without: tuple[Stretch, ...], minute: int, saved: int
) -> tuple[Shift, str]:
    back, back_without = _back(here), _back(without)
    more = (
        f"{w.span(abs(saved) // 100)} {'minder' if saved > 0 else 'meer'} uitval"
        if saved
        else "even veel uitval, anders verdeeld"
    )
    if not _missed(without):
        return Shift.VALT_UIT, f"{_outage(setting, here)}; {_back_words(setting, back)}"
    if not _missed(here):
        return Shift.BLIJFT_WERKEN, f"blijft werken; anders: {_outage(setting, without)}"
    if back == back_without:
        better = Shift.LEVERT_MEER if saved >= 0 else Shift.LEVERT_MINDER
        return better, f"{more}, vanaf {w.moment(setting, minute)}"
    earlier = back_without < 0 or 0 <= back < back_without
    by = f": {w.span(back - back_without)} {'eerder' if earlier else 'later'}" if min(back, back_without) >= 0 else ""
    instead = w.moment(setting, back_without) if back_without >= 0 else "niet"
    but = f", maar tot dan {more}" if saved and earlier != (saved > 0) else ""
    return (
        Shift.EERDER_TERUG if earlier else Shift.LATER_TERUG
    ), f"{_back_words(setting, back)} in plaats van {instead}{by}{but}"


def _outage(setting: Setting, stretches: tuple[Stretch, ...]) -> str:
    fall = next(minute for minute, _, served in stretches if served < 100)
    return f"{w.level(min(served for _, _, served in stretches))} van {w.moment(setting, fall)} af"


def _back_words(setting: Setting, back: int) -> str:
    return f"terug om {w.moment(setting, back)}" if back >= 0 else "niet terug"


def _missed(stretches: tuple[Stretch, ...]) -> int:
    return sum((100 - served) * (until - minute) for minute, until, served in stretches)


def _back(stretches: tuple[Stretch, ...]) -> int:
    """When it serves all again for good; -1 when it never failed, or does not come back."""
    if stretches[-1][2] < 100 or len(stretches) == 1:
        return -1
    return stretches[-1][0]


def _differs_from(here: tuple[Stretch, ...], without: tuple[Stretch, ...]) -> int:
    """The first minute at which they are not the same."""
    minutes = sorted({minute for minute, _, _ in (*here, *without)})
    return next(minute for minute in minutes if _at(here, minute) != _at(without, minute))


def _at(stretches: tuple[Stretch, ...], minute: int) -> int:
    return next(served for start, until, served in stretches if start <= minute < until)
