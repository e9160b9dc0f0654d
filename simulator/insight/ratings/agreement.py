"""How far observers agree."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import combinations

from simulator.exercise.evaluation.events import QuestionRated, Rating
from simulator.exercise.evaluation.state import At
from simulator.insight.ratings.values import Agreement, Difference


def agreement(ratings: Mapping[tuple[str, str], At[QuestionRated]], order: Mapping[str, int]) -> Agreement:
    """Of the questions that at least two observers rated: how many equally, and which not."""
    by_question: dict[str, dict[str, Rating]] = {}
    for (question, observer), rated in ratings.items():
        if observer and question in order:
            by_question.setdefault(question, {})[observer] = rated.event.rating
    shared = {name: given for name, given in by_question.items() if len(given) > 1}
    equal = sum(len(set(given.values())) == 1 for given in shared.values())
    observers = tuple(sorted({observer for given in by_question.values() for observer in given}))
    return Agreement(
        observers=observers,
        equal=equal,
        of=len(shared),
        kappa=_kappa(shared, observers),
        differences=tuple(
            Difference(question=name, ratings=tuple(sorted(shared[name].items())))
            for name in sorted(shared, key=lambda name: order[name])
            if len(set(shared[name].values())) > 1
        ),
        words=f"{equal} van {len(shared)} gelijk" if shared else "",
    )


def _kappa(shared: Mapping[str, Mapping[str, Rating]], observers: tuple[str, ...]) -> float | None:
    """Cohen's kappa, the mean over pairs of observers for whom it exists."""
    found = [
        kappa
        for one, other in combinations(observers, 2)
        if (kappa := cohen([(given[one], given[other]) for given in shared.values() if one in given and other in given]))
        is not None
    ]
    return sum(found) / len(found) if found else None


def cohen(pairs: list[tuple[Rating, Rating]]) -> float | None:
    """Cohen's kappa of two observers; None without pairs, or when chance alone already makes them agree on all."""
    if not pairs:
        return None
    every = len(pairs)
    observed = sum(one is other for one, other in pairs) / every
    by_chance = sum(
        (sum(one is rating for one, _ in pairs) / every) * (sum(other is rating for _, other in pairs) / every)
        for rating in Rating
    )
    return None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
