"""What one key asks for without a dialog: the command, or why there is nothing to ask."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from tui.widgets.overview import Chosen, Overview

FACTORS = (1, 2, 5, 10, 20, 60)
"""Exercise minutes in a real minute, one step of a key apart."""

Ask = Callable[["Overview", "Chosen"], "Command | str"]


def _time(overview: Overview, _: Chosen) -> Command | str:
    from simulator.exercise.commands import Pause, Resume, Start

    match overview.state.phase:
        case "created":
            return Start()
        case "running":
            return Pause()
        case "paused":
            return Resume(factor=overview.state.factor)
        case "reality":
            return "De oefening is gestopt. Ga eerst verder op het rode scherm."
        case _:
            return "De oefening is afgelopen."


def _pace(overview: Overview, step: int) -> Command | str:
    from simulator.exercise.commands import Resume

    if overview.state.phase != "running":
        return "De tijd staat stil. Laat haar eerst lopen met de spatiebalk."
    at = min(range(len(FACTORS)), key=lambda index: abs(FACTORS[index] - overview.state.factor)) + step
    if not 0 <= at < len(FACTORS):
        return f"{'Sneller' if step > 0 else 'Trager'} dan {overview.state.factor}× kan niet."
    return Resume(factor=FACTORS[at])


def _faster(overview: Overview, _: Chosen) -> Command | str:
    return _pace(overview, 1)


def _slower(overview: Overview, _: Chosen) -> Command | str:
    return _pace(overview, -1)


def _deliver(overview: Overview, _: Chosen) -> Command | str:
    from simulator.exercise.commands import DeliverInject

    if overview.ready is None:
        return "In deze ronde is er geen volgend bericht. Begin de volgende met r, of kies een bericht en druk op Enter."
    return DeliverInject(inject=overview.ready.id)


def _hold(overview: Overview, _: Chosen) -> Command | str:
    from simulator.exercise.commands import HoldInject

    ready = overview.ready
    offered = ready if ready is not None and ready.status != "vastgehouden" else overview.coming
    if offered is None:
        return "Er komt geen bericht meer vanzelf; er is niets om vast te houden."
    return HoldInject(inject=offered.id)


ASKS: Mapping[str, Ask] = {"time": _time, "faster": _faster, "slower": _slower, "deliver": _deliver, "hold": _hold}
