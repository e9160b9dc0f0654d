"""Injects, what becomes known, notes, and words from a seat."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.errors import CommandRefused
from simulator.exercise import commands as c
from simulator.exercise import events as e
from simulator.exercise.deciding.guards import known, question_named, text
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.scenario.model import ALL


def deliver(setting: Setting, state: State, command: c.DeliverInject) -> Iterator[e.Event]:
    inject = known("bericht", command.inject, setting.injects)
    if state.delivered(command.inject):
        raise CommandRefused(f"Het bericht '{inject.title}' is al gegeven.")
    yield e.InjectDelivered(inject=command.inject, by_hand=True)


def hold(setting: Setting, state: State, command: c.HoldInject) -> Iterator[e.Event]:
    inject = known("bericht", command.inject, setting.injects)
    if state.delivered(command.inject):
        raise CommandRefused(f"Het bericht '{inject.title}' is al gegeven; terughalen kan niet.")
    yield e.InjectHeld(inject=command.inject)


def improvise(setting: Setting, state: State, command: c.ImproviseInject) -> Iterator[e.Event]:
    for role in command.to:
        known("rol", role, setting.roles)
    yield e.InjectImprovised(
        inject=f"eigen-{len(state.improvised) + 1}",
        title=text(command.title, "een titel", required=True),
        text=text(command.text, "de tekst van het bericht", required=True),
        to=",".join(command.to) or ALL,
    )


def report(setting: Setting, state: State, command: c.ReportNode) -> Iterator[e.Event]:
    known("onderdeel", command.node, setting.nodes)
    if command.role:
        known("rol", command.role, setting.roles)
    level = state.served(command.node) if command.level is None else command.level
    if not 0 <= level <= 100:
        raise CommandRefused("Een onderdeel werkt voor 0 tot 100 procent.")
    yield e.NodeReported(node=command.node, level=level, source=f"role:{command.role}" if command.role else "hand")


def observe(setting: Setting, command: c.NoteObservation) -> Iterator[e.Event]:
    if command.role:
        known("rol", command.role, setting.roles)
    note = text(command.text, "uw waarneming", required=True)
    yield e.ObservationNoted(
        text=note,
        question=question_named(command.question) if command.question.strip() else "",
        role=command.role,
        confidential=command.confidential,
        noted_at=command.noted_at,
        noted_wall=text(command.noted_wall, "het tijdstip"),
    )


def enter_words(setting: Setting, command: c.EnterWords) -> Iterator[e.Event]:
    known("rol", command.role, setting.roles)
    if command.decision:
        known("besluit", command.decision, setting.decisions)
    words = text(command.text, "uw tekst", required=True)
    yield e.WordsEntered(role=command.role, decision=command.decision, text=words)
