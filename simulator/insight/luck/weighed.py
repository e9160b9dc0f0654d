"""Luck or skill, from an exercise as it was played to what can be said of it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace

from simulator import MODEL_VERSION
from simulator.consequences.futures import Spread, is_compiled
from simulator.consequences.futures.bounds import check
from simulator.consequences.uncertainty import REPAIR_FACTOR, REPAIR_FACTORS, with_repairs
from simulator.exercise import events as e
from simulator.exercise.replay import Happening
from simulator.exercise.setting import Setting
from simulator.insight import wording as w
from simulator.insight.harm import harm_of
from simulator.insight.luck.certain import Certain, certain, items_of
from simulator.insight.luck.game import Game, game_of
from simulator.insight.luck.kinds import KINDS, Weighed, kind_luck
from simulator.insight.luck.past import Past, past_of
from simulator.insight.luck.sums import Figure, Toss, figures_of
from simulator.insight.luck.values import Luck
from simulator.insight.luck.worlds import Dice, Worlds
from simulator.scenario.script import Script

DEFAULT_SEED = 1
USUAL = 1000
"""Futures, when compiled."""
FEWEST = 20
PART = 4
"""One in so many futures is tried at each repair factor too."""
PATIENCE = 1_200_000
"""Nodes x futures that are played without a compiler in about a minute."""

Progress = Callable[[str, int, int], object]
"""What is being done, how much of it is done, and how much there is. What it raises ends the work."""

SET_BY_HAND = (
    "Geluk of pech is niet te zeggen: de oefenleider heeft met de hand bepaald hoe lang iets duurde. "
    "Wat de besluiten deden, is wel doorgerekend."
)
ASSUMED = (
    f"Hersteltijden zijn geschat. Bij 'niet te zeggen' slaat de uitkomst om als alles {REPAIR_FACTOR} keer zo snel of zo traag "
    "hersteld wordt, of is het verschil kleiner dan de foutmarge. Die factor komt van echte incidenten: bij negen van de tien "
    "gepubliceerde tijden zat het model er ongeveer zo ver naast, of minder (ontregeld calibrate)."
)


def luck(
    setting: Setting,
    recorded: Iterable[Happening],
    *,
    futures: int | None = None,
    seed: int = DEFAULT_SEED,
    typical: Script | None = None,
    progress: Progress | None = None,
    compiled: bool | None = None,
    spread: Spread | None = None,
) -> Luck:
    """What the decisions did and what chance did, each kind of harm apart. The same seed gives the same value.

    `typical` is the scenario's `typisch` rehearsal. Who does the work, we or `spread`, makes no difference in it.
    CommandRefused when the exercise has not begun, or when its past would come out differently now; UsageWrong when `futures`
    cannot be.
    """
    fast = is_compiled() if compiled is None else compiled
    if futures is not None:
        check(setting.graph, (), n=futures, first=0, threads=1, until=setting.horizon, size=None)
    told: Progress = progress or (lambda *_: None)
    past = past_of(setting, recorded)
    harmless = tuple(certain(past, item, seed) for item in items_of(setting))
    worlds = Worlds()
    game = game_of(past, harmless, worlds, seed, typical, lambda done, of: told("besluiten naspelen", done, of))
    count = futures or default_futures(len(worlds.acts), len(setting.graph.ids), compiled=fast)
    dice = Dice(seed=seed, until=setting.horizon, compiled=fast)
    figures, bounds = _played_out(setting, Toss(graph=setting.graph, game=game, worlds=worlds, dice=dice), count, spread, told)
    weighed = Weighed(past=past, game=game, certain=harmless, figures=figures, bounds=bounds, harm=harm_of(setting, past.state))
    return Luck(
        futures=count,
        seed=seed,
        compiled=fast,
        exact=game.plan.exact and all(each.exact for each in harmless),
        finished=past.finished,
        withheld=SET_BY_HAND if past.set_by_hand else "",
        remarks=tuple(_remarks(past, game, harmless, typical, fewer=futures is None and count < USUAL, count=count)),
        kinds=tuple(kind_luck(weighed, kind) for kind in KINDS),
    )


def default_futures(worlds: int, nodes: int, *, compiled: bool) -> int:
    """As many as can be played in reasonable time."""
    return USUAL if compiled else max(FEWEST, min(USUAL, PATIENCE // (worlds * nodes)))


def _played_out(
    setting: Setting, toss: Toss, count: int, spread: Spread | None, told: Progress
) -> tuple[tuple[Figure, ...], tuple[tuple[Figure, ...], ...]]:
    part = max(1, count // PART)
    total = len(toss.worlds.acts) * (count + len(REPAIR_FACTORS) * part)
    done = 0

    def more(draws: int) -> None:
        nonlocal done
        done += draws
        told("toekomsten doorrekenen", done, total)

    figures = figures_of(toss, count, spread, more)
    tosses = [replace(toss, graph=with_repairs(setting.graph, factor)) for factor in REPAIR_FACTORS]
    return figures, tuple(figures_of(each, part, spread, more) for each in tosses)


def _remarks(
    past: Past, game: Game, harmless: tuple[Certain, ...], typical: Script | None, *, fewer: bool, count: int
) -> Iterable[str]:
    if not past.finished:
        until = w.moment(past.setting, past.happened[-1].minute)
        yield f"De oefening is nog niet afgelopen. Dit gaat over wat er tot {until} is gespeeld; wat nog komt, telt niet mee."
    if not past.points:
        yield "Er is niets besloten. Daarom is er alleen geluk of pech."
    if not game.plan.exact:
        yield (
            f"Er zijn {len(game.plan.players)} besluiten die verschil kunnen maken. Dat is te veel om alle combinaties te "
            f"proberen; daarom zijn er {len(game.plan.orders)} volgordes geloot. De foutmarges houden daar rekening mee."
        )
    if fewer:
        yield (
            f"Het pakket numba ontbreekt, daarom zijn er maar {count} toekomsten doorgerekend. "
            "Wilt u er meer? Gebruik ontregeld luck met --futures; dat duurt langer."
        )
    models = {each.event.model for each in past.happened if isinstance(each.event, e.ExerciseCreated)} - {MODEL_VERSION}
    if models:
        yield (
            f"De oefening is gespeeld met model {min(models)}; dit rekent met model {MODEL_VERSION}. "
            "Het verloop is opnieuw doorgerekend en gelijk gebleven."
        )
    for each in harmless:
        if not each.known:
            named = past.setting.costs if each.item.kind == "cost" else past.setting.clocks
            what = w.quoted(named[each.item.id].title)
            yield f"Niet doorgerekend: {what} hangt ook af van hoe de onderdelen ervoor staan. Het telt mee zoals gespeeld."
    if typical is not None and game.typical is None:
        yield "Het script ‘typisch’ kan niet op deze oefening worden nagespeeld; die vergelijking ontbreekt."
    yield ASSUMED
