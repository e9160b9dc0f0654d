"""Causes and waits as Dutch sentences."""

from __future__ import annotations

from typing import assert_never

from simulator.consequences.trajectory import CauseKind, Wait, WaitKind
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w


def change_sentence(
    setting: Setting, state: State, node: str, served: int, kind: CauseKind, because: str, intervention: str, group: int
) -> str:
    """What happened to a node and by what: "‘Burgerzaken’ viel uit doordat ‘Netwerk’ uitviel."."""
    name = w.quoted(w.node_name(setting, node))
    other = w.quoted(w.node_name(setting, because))
    by = _by(setting, state, intervention)
    fell = "viel uit" if served == 0 else f"werkt nog voor {served}%" if served < 100 else "werkt nog"
    back = "werkt weer" if served == 100 else f"werkt weer voor {served}%" if served else "ligt nog plat"
    match kind:
        case CauseKind.HIT:
            return f"{name} {fell}: geraakt door de aanval{'' if _told(state, intervention) else by}."
        case CauseKind.SPREAD:
            return f"{name} {fell}: geraakt door de aanval, via {other}."
        case CauseKind.ISOLATED:
            return f"{name} {fell}: bewust losgekoppeld{by}."
        case CauseKind.GROUP_LOST:
            return _lost(setting, node, f"{name} {fell}", other if because else "", group)
        case CauseKind.LINK_CUT:
            return f"{name} {fell}, want van {other} komt niets meer{by}."
        case CauseKind.REPAIRED:
            return f"{name} is hersteld en {back}."
        case CauseKind.RECONNECTED:
            return f"{name} is weer aangesloten en {back}{by}."
        case CauseKind.GROUP_BACK:
            return (
                f"{name} {back}, want {other} is terug."
                if because
                else f"{name} {back}, want alles wat het nodig heeft is terug."
            )
        case CauseKind.FALLBACK_STARTED:
            return f"{name} {back} met de noodprocedure{by}."
        case CauseKind.FALLBACK_ENDED:
            return f"De noodprocedure van {name} is gestopt; het {w.level(served)}."
        case CauseKind.JUMP_STARTED:
            return f"{name} {back} na een noodstart{by}."
        case CauseKind.SET_UP:
            return f"{name} {back}: met de hand gezet door de oefenleider{_reason(state, intervention)}."
        case CauseKind.SET_DOWN:
            return f"{name} {fell}: met de hand gezet door de oefenleider{_reason(state, intervention)}."
        case _:
            assert_never(kind)


def _lost(setting: Setting, node: str, fell: str, other: str, group: int) -> str:
    needs = setting.nodes[node].needs if node in setting.nodes else ()
    buffer = needs[group].buffer if 0 <= group < len(needs) else 0
    if buffer:
        return f"{fell}: het hield het {w.span(buffer)} vol zonder {other or 'wat het nodig heeft'}."
    return f"{fell} doordat {other} uitviel." if other else f"{fell} doordat iets uitviel dat het nodig heeft."


def _told(state: State, intervention: str) -> bool:
    """A message tells of the attack; it is not what led to it."""
    done = state.done.get(intervention)
    return done is not None and done.event.cause.startswith("inject:")


def _by(setting: Setting, state: State, intervention: str) -> str:
    """What led to an intervention, in brackets; empty when nothing is known of it."""
    done = state.done.get(intervention)
    return f" ({w.source(setting, state, done.event.cause)})" if done else ""


def _reason(state: State, intervention: str) -> str:
    done = state.done.get(intervention)
    return f", omdat: {done.event.reason.rstrip('.')}" if done and done.event.reason else ""


def _free(setting: Setting, wait: Wait) -> str:
    return f"; de eerste komt vrij om {w.moment(setting, wait.until)}" if wait.until >= 0 else ""


def wait_sentence(setting: Setting, wait: Wait) -> str:
    """What `waiter` waits for now, as a whole sentence."""
    name = w.quoted(w.node_name(setting, wait.waiter))
    other = w.quoted(w.node_name(setting, wait.node))
    until = f", tot {w.moment(setting, wait.until)}" if wait.until >= 0 else ""
    circle = " Ze wachten op elkaar: zonder ingrijpen komt dit niet los." if wait.circular else ""
    match wait.kind:
        case WaitKind.CLEARANCE:
            return f"{name} wacht op vrijgave na het sporenonderzoek."
        case WaitKind.REPAIR_NEED:
            return f"{name} kan pas hersteld worden als {other} werkt.{circle}"
        case WaitKind.CREW:
            return f"{name} wacht op een vrije herstelploeg ({w.crew_name(setting, wait.node)}){_free(setting, wait)}."
        case WaitKind.WORK:
            return f"Aan {name} wordt gewerkt{until}."
        case WaitKind.RECONNECT:
            return f"{name} is losgekoppeld en wacht op een besluit om het weer aan te sluiten."
        case WaitKind.GROUP:
            return f"{name} wacht op {other}.{circle}"
        case WaitKind.LINK:
            return f"{name} krijgt niets van {other}, want die verbinding is verbroken."
        case WaitKind.RESTART:
            return f"{name} start op{until}."
        case WaitKind.NO_REPAIR:
            return f"{name} is geraakt en in dit landschap is er niets dat het herstelt."
        case WaitKind.SET_BY_HAND:
            return f"{name} is met de hand stilgezet door de oefenleider."
        case _:
            assert_never(wait.kind)
