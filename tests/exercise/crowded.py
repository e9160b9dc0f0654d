"""Stories from a seed, so crowded with conditions of all kinds that what happens hangs on everything else."""

from __future__ import annotations

from random import Random
from typing import Any

from simulator.exercise import commands as c
from simulator.exercise.setting import Setting
from simulator.scenario.conditions import Condition
from simulator.scenario.model import Inject
from tests.exercise.builders import setting

NODES = ("netwerk", "burgerzaken", "bank")
OPTIONS = ("noodprocedure", "later", "niets")
LAST = 400


def _moment(chance: Random) -> str:
    """Often a whole hour, so that much comes in the same minute."""
    minute = 0 if chance.random() < 0.4 else chance.randrange(60)
    return f"T+{chance.randrange(LAST // 60)}:{minute:02}"


def _condition(chance: Random, known: list[str], depth: int = 0) -> dict[str, Any]:
    option = {"option": chance.choice(OPTIONS)} if chance.random() < 0.5 else {}
    plain: dict[str, Any] = {
        "after": _moment(chance),
        "before": _moment(chance),
        "taken": {"decision": "afsluiten"} | option,
        "not_taken": {"decision": "afsluiten", "by": _moment(chance)} | option,
        "node": {"node": chance.choice(NODES), "state": chance.choice(("up", "degraded", "down"))},
        "clock": {"clock": "datalek", "state": chance.choice(("idle", "running", "met", "missed"))},
        "delivered": chance.choice(known),
    }
    key = chance.choice((*plain, *(("all", "any", "not") if depth < 2 else ())))
    if key in plain:
        return {key: plain[key]}
    inner = [_condition(chance, known, depth + 1) for _ in range(1 if key == "not" else 2)]
    return {key: inner[0] if key == "not" else inner}


def _effect(chance: Random, known: list[str]) -> dict[str, Any]:
    kind = chance.choice(("hit", "isolate", "reconnect", "start_fallback", "stop_fallback"))
    effect: dict[str, Any] = {kind: chance.sample(NODES, chance.randint(1, 2))}
    if chance.random() < 0.4:
        effect["after"] = f"{chance.randint(1, 90)}m"
    if chance.random() < 0.4:
        effect["if"] = _condition(chance, known)
    return effect


def _inject(chance: Random, number: int, known: list[str]) -> Inject:
    written: dict[str, Any] = {
        "id": f"bericht-{number}",
        "title": "Bericht",
        "kind": chance.choice(("kern", "kern", "reserve")),
        "channel": "mail",
        "from": "ciso",
        "to": "all",
        "text": "Burgerzaken belt.",
    }
    if chance.random() < 0.6:
        written["at"] = _moment(chance)
    if "at" not in written or chance.random() < 0.4:
        written["when"] = _condition(chance, known)
    for key, value in (
        ("known", [{"node": chance.choice(NODES)}]),
        ("effects", [_effect(chance, known) for _ in range(chance.randint(1, 2))]),
        ("costs", ["inhuur"]),
        ("starts", ["datalek"]),
        ("asks", ["afsluiten"]),
    ):
        if chance.random() < 0.3:
            written[key] = value
    return Inject.model_validate(written)


def crowded_story(seed: int) -> Setting:
    """The small municipality, with many more injects, in any order; now and then its decision opens by itself."""
    chance = Random(seed)
    plain = setting()
    known = [f"bericht-{number}" for number in range(chance.randint(3, 20))]
    more = [_inject(chance, number, known) for number in range(len(known))]
    injects, asked = [*plain.scenario.injects, *more], plain.scenario.decisions[0]
    if chance.random() < 0.5:
        asked = asked.model_copy(update={"when": Condition.model_validate(_condition(chance, known))})
        injects = [inject.model_copy(update={"asks": ()}) for inject in injects]
    chance.shuffle(injects)
    scenario = plain.scenario.model_copy(update={"injects": tuple(injects), "decisions": (asked,)})
    return Setting(scenario=scenario, landscape=plain.landscape, seed=seed)


def moves(seed: int) -> list[tuple[int, c.Command]]:
    """What the oefenleider does in it: wait so many minutes, then this."""
    chance = Random(seed)
    node = chance.choice(NODES)
    any_: tuple[c.Command, ...] = (
        c.Decide(decision="afsluiten", option=chance.choice(OPTIONS)),
        c.Decide(decision="afsluiten", option=chance.choice(OPTIONS)),
        c.Decide(words="Zo doen we het", effect=chance.choice(("isolate", "fallback", "priority")), target=node),
        c.WithdrawDecision(record=chance.choice(("b1", "b2"))),
        c.SetNode(node=node, up=chance.random() < 0.5, reason="klopt niet"),
        c.DeliverInject(inject=f"bericht-{chance.randrange(3)}"),
        c.HoldInject(inject=f"bericht-{chance.randrange(3)}"),
        c.MeetClock(clock="datalek"),
        c.AddCrew(crew="ict"),
    )
    return [(chance.choice((0, 1, 5, 45, 120)), chance.choice(any_)) for _ in range(chance.randint(1, 10))]
