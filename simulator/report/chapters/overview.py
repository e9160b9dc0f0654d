"""Chapter: what was exercised, by whom, with which goals."""

from __future__ import annotations

from simulator.exercise.state import Filling
from simulator.insight import wording as w
from simulator.report.document import Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence
from simulator.scenario.model import RoleKind


def chapter(evidence: Evidence) -> Chapter:
    scenario, setting, state = evidence.setting.scenario, evidence.setting, evidence.state
    players = [role for role in scenario.roles if role.kind is RoleKind.SPELER]
    others = tuple(role.name for role in scenario.roles if role.kind is RoleKind.TEGENSPEL)
    against = f" Het tegenspel speelde de anderen: {w.listed(others)}." if others else ""
    return Chapter(
        anchor="oefening",
        title="De oefening",
        blocks=(
            Prose(text=scenario.summary),
            Prose(
                text=f"De oefening duurt in het echt ongeveer {w.span(scenario.duration)}. "
                f"Het verhaal liep van {w.moment(setting, 0)} tot {w.moment(setting, state.minute)}."
            ),
            Prose(text="De leerdoelen:"),
            Points(items=tuple(goal.text for goal in scenario.goals)),
            Prose(text=f"Dit zijn de rollen; namen van mensen staan niet in dit verslag.{against}"),
            Table(
                caption="Wie er aan tafel zaten",
                head=("Rol", "Ingevuld"),
                rows=tuple((role.name, _filling(state.roles.get(role.id, ()))) for role in players),
            )
            if any(role.id in state.roles for role in players)
            else Points(items=tuple(role.name for role in players)),
        ),
    )


def _filling(fillings: tuple[Filling, ...]) -> str:
    return w.listed(tuple(dict.fromkeys(w.ATTENDANCE[each.attendance] for each in fillings))) or "niet vastgelegd"
