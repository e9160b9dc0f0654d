"""Decisions: take, fill in, withdraw. Nothing is ever deleted."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.deciding.guards import known, past, text
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.plain import plain
from simulator.scenario.landscape import Node, NodeKind
from simulator.scenario.scalars import is_identifier

REVISED = "herzien"


def take(setting: Setting, state: State, command: c.Decide) -> Iterator[e.Event]:
    """Deciding again about the same dilemma first withdraws what stood."""
    words = text(command.words, "het besluit")
    _option(setting, command, words)
    _roles(setting, command.by, command.owner)
    target = _target(setting, command)
    standing = state.standing(command.decision) if command.decision else None
    if standing is not None:
        if command.option and standing.taken.option == command.option:
            raise CommandRefused("Dit is al zo besloten.")
        yield e.DecisionWithdrawn(record=standing.taken.record, reason=REVISED)
    yield e.DecisionTaken(
        record=f"b{len(state.records) + 1}",
        decision=command.decision,
        option=command.option,
        words=words,
        effect=command.effect,
        target=target,
        by=command.by,
        motivation=text(command.motivation, "de motivering"),
        owner=command.owner,
        due=command.due,
        decided_at=past(command.decided_at, state.minute, "Het moment van besluiten"),
        act=_act(command.act, command.option),
    )


def detail(setting: Setting, state: State, command: c.DetailDecision) -> Iterator[e.Event]:
    record = known("vastgelegd besluit", command.record, state.records)
    _roles(setting, command.by, command.owner)
    decided_at = record.decided_at if command.decided_at is None else command.decided_at
    yield e.DecisionDetailed(
        record=command.record,
        by=command.by,
        motivation=text(command.motivation, "de motivering"),
        owner=command.owner,
        due=command.due,
        decided_at=past(decided_at, record.minute, "Het moment van besluiten"),
        act=_act(command.act, record.taken.option),
    )


def withdraw(state: State, command: c.WithdrawDecision) -> Iterator[e.Event]:
    record = known("vastgelegd besluit", command.record, state.records)
    if record.withdrawn >= 0:
        raise CommandRefused("Dit besluit is al ingetrokken.")
    yield e.DecisionWithdrawn(record=command.record, reason=text(command.reason, "de reden"))


def _option(setting: Setting, command: c.Decide, words: str) -> None:
    if bool(command.option) == bool(words):
        raise CommandRefused("Kies een optie of leg het besluit vast in eigen woorden.")
    if command.decision:
        decision = known("besluit", command.decision, setting.decisions)
        if command.option:
            known("optie", command.option, {option.id: option for option in decision.options})
    elif command.option:
        raise CommandRefused("Een optie hoort bij een besluit; kies eerst het besluit.")


def _roles(setting: Setting, *names: str) -> None:
    for name in names:
        if name:
            known("rol", name, setting.roles)


def _act(act: str, option: str) -> str:
    """Any id will do: which acts there are, the council's files say, and those are not looked at here."""
    if act and option:
        raise CommandRefused("Een optie zegt zelf om welke handeling het gaat; noem de handeling alleen bij eigen woorden.")
    if act and not is_identifier(act):
        raise CommandRefused(f"'{plain(act)}' is geen naam van een handeling; kies er een uit de lijst of laat het leeg.")
    return act


def _target(setting: Setting, command: c.Decide) -> str:
    if command.effect == "none" or command.option:
        return ""
    if command.effect == "crew":
        known("ploeg", command.target, setting.crews)
        return command.target
    if why := unfit(command.effect, known("onderdeel", command.target, setting.nodes)):
        raise CommandRefused(why)
    return command.target


def unfit(effect: c.OwnEffect, node: Node) -> str:
    """Why own words cannot do this to a node; empty when they can."""
    if effect == "isolate" and node.kind is NodeKind.EFFECT:
        return f"'{node.name}' is iets op straat, geen systeem: loskoppelen kan niet. Kies een ander onderdeel."
    if effect == "fallback" and node.fallback is None:
        return f"Voor '{node.name}' is geen noodprocedure beschreven; kies een ander onderdeel of geen gevolg."
    return ""
