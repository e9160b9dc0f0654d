"""The money as a ledger: what the team estimated beside what was booked, where, from what cover, and what the council is asked.

No amount counts twice: a later estimate of a category takes the place of the earlier one, and a total that was named is never
added to its parts. Outages are no part of this ledger; `costs` has them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from simulator.exercise.evaluation.events import CostEstimated
from simulator.exercise.evaluation.state import At
from simulator.exercise.setting import Setting
from simulator.exercise.state import State
from simulator.insight import wording as w
from simulator.insight.costs import CostRow, costs
from simulator.insight.performed import performed
from simulator.scenario.model import Coverage

CATEGORIES = (
    "Externe deskundigen",
    "Personeel en overwerk",
    "Apparatuur en licenties",
    "Vervangen van identiteitsbewijzen",
    "Gemiste inkomsten",
    "Hogere bijdrage aan een samenwerking",
    "Rente en boetes",
    "Betere beveiliging achteraf",
)
"""What it costs as a rule, seen at municipalities that were hit: a reminder, and what a dialog can offer."""
TOTALS = frozenset({"totaal", "alles", "alles samen", "alles bij elkaar", "samen", "geheel"})
"""Names of a category that mean all of them together."""
COVERAGES: Mapping[str, str] = {
    Coverage.ONVOORZIEN: "de post onvoorzien",
    Coverage.RESERVE: "de reserve",
    Coverage.VERZEKERING: "de verzekering",
    Coverage.DERDEN: "anderen die meebetalen",
}
CHOOSES_COVER, OPENS_BOOKING, ASKS_COUNCIL = "dekking-kiezen", "kosten-boeken", "raad-om-geld-vragen"
"""Acts that an option can perform."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LedgerRow:
    """A category: estimated beside booked, in whole euros."""

    category: str
    total: bool
    """All together: stands apart and is added to nothing."""
    estimate: tuple[int, int] | None
    """The last estimate, from low to high; None when the team named none."""
    estimated_at: int
    """-1 when it was not."""
    booked: tuple[int, int] | None
    """None when nothing was booked."""
    places: tuple[str, ...]
    """Where the team books it."""
    coverage: tuple[str, ...]
    """What pays for it according to the team, in words."""
    usual_places: tuple[str, ...]
    """Where it belongs according to the scenario."""
    usual_coverage: tuple[str, ...]
    """What would pay for it according to the scenario, in words."""
    words: str
    """How the estimate stands to what was booked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CouncilMoney:
    """Money that the council must be asked for."""

    what: str
    low: int
    high: int
    by: int
    """The council has to be asked by this minute: when the money was committed."""
    asked: int
    """When the team did; -1 when the log does not show it."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Ledger:
    """All of it."""

    rows: tuple[LedgerRow, ...]
    estimate: tuple[int, int] | None
    """What the team estimated in all; None when it named no amount."""
    booked: tuple[int, int]
    compared: str
    """How all that was estimated stands to all that was booked; empty when no amount was named."""
    council: tuple[CouncilMoney, ...]
    deadline: int
    """The end of the second round: by then an estimate and what covers it should have been named."""
    estimated_at: int
    """When an amount was first named; -1 for never."""
    covered_at: int
    """When it was first said what pays for it; -1 for never."""
    booked_at: int
    """When it was first said where it is booked; -1 for never."""
    estimated_in_time: bool | None
    """None: the second round is not over and nothing was named yet."""
    covered_in_time: bool | None
    not_named: tuple[str, ...]
    """Usual categories that were neither estimated nor booked."""
    words: tuple[str, ...]
    """What stands out, in sentences."""


def ledger(setting: Setting, state: State) -> Ledger:
    """The money of the exercise so far."""
    estimates = tuple(state.evaluation.estimates.values())
    booked = tuple({row.id: row for row in costs(setting, state).rows}.values())
    rows = tuple(_rows(estimates, booked, setting))
    rounds = setting.scenario.rounds
    deadline = rounds[min(1, len(rounds) - 1)].until
    over = state.minute >= deadline
    estimated = min((each.minute for each in estimates), default=-1)
    covered = _first(*(each.minute for each in estimates if each.event.coverage), *_did(setting, state, CHOOSES_COVER))
    placed = _first(*(each.minute for each in estimates if each.event.booked), *_did(setting, state, OPENS_BOOKING))
    named = {_key(row.category) for row in rows}
    whole = _whole(estimates)
    spent = (sum(row.low for row in booked), sum(row.high for row in booked))
    found = Ledger(
        rows=rows,
        estimate=whole,
        booked=spent,
        compared=_compared(whole, spent if booked else None, total=False) if whole else "",
        council=tuple(_council(setting, state, booked, estimates)),
        deadline=deadline,
        estimated_at=estimated,
        covered_at=covered,
        booked_at=placed,
        estimated_in_time=_in_time(estimated, deadline, over=over),
        covered_in_time=_in_time(covered, deadline, over=over),
        not_named=tuple(each for each in CATEGORIES if _key(each) not in named),
        words=(),
    )
    return _with_words(setting, found)


Estimate = At[CostEstimated]


def _key(category: str) -> str:
    return " ".join(category.casefold().split())


def _last(estimates: tuple[Estimate, ...]) -> dict[str, Estimate]:
    """The last estimate of each category."""
    return {_key(each.event.category): each for each in estimates}


def _whole(estimates: tuple[Estimate, ...]) -> tuple[int, int] | None:
    """A total counts until a part is named after it; then the parts do."""
    if not estimates:
        return None
    if _key(estimates[-1].event.category) in TOTALS:
        return estimates[-1].event.low, estimates[-1].event.high
    parts = [each.event for key, each in _last(estimates).items() if key not in TOTALS]
    return sum(part.low for part in parts), sum(part.high for part in parts)


def _rows(estimates: tuple[Estimate, ...], booked: tuple[CostRow, ...], setting: Setting) -> Iterator[LedgerRow]:
    by_key: dict[str, list[CostRow]] = {}
    for row in booked:
        by_key.setdefault(_key(row.category), []).append(row)
    last = _last(estimates)
    for key in dict.fromkeys((*by_key, *last)):
        rows, estimate = by_key.get(key, []), last.get(key)
        own = [each.event for each in estimates if _key(each.event.category) == key]
        amount = (estimate.event.low, estimate.event.high) if estimate else None
        spent = (sum(row.low for row in rows), sum(row.high for row in rows)) if rows else None
        yield LedgerRow(
            category=rows[0].category if rows else own[-1].category,
            total=key in TOTALS,
            estimate=amount,
            estimated_at=estimate.minute if estimate else -1,
            booked=spent,
            places=_once(each.booked for each in own),
            coverage=_once(COVERAGES.get(each.coverage, each.coverage) for each in own),
            usual_places=_once(row.booked for row in rows),
            usual_coverage=_once(COVERAGES.get(setting.costs[row.id].coverage or "", "") for row in rows),
            words=_compared(amount, spent, total=key in TOTALS),
        )


def _once(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(filter(None, words)))


def _compared(estimate: tuple[int, int] | None, booked: tuple[int, int] | None, *, total: bool) -> str:
    if total:
        return "schatting van alles samen"
    if estimate is None:
        return "niet geraamd"
    if booked is None:
        return "geraamd, niets geboekt"
    if estimate[1] < booked[0]:
        return "te laag geraamd"
    return "te hoog geraamd" if estimate[0] > booked[1] else "raming en boeking overlappen"


def _did(setting: Setting, state: State, act: str) -> Iterator[int]:
    """When a decision that stands performed an act."""
    for record in state.records.values():
        if act in performed(setting, record) and record.withdrawn < 0:
            yield record.decided_at


def _first(*minutes: int) -> int:
    return min(minutes, default=-1)


def _in_time(at: int, deadline: int, *, over: bool) -> bool | None:
    if at >= 0:
        return at <= deadline
    return False if over else None


def _council(
    setting: Setting, state: State, booked: tuple[CostRow, ...], estimates: tuple[Estimate, ...]
) -> Iterator[CouncilMoney]:
    asked = _first(*_did(setting, state, ASKS_COUNCIL))
    for row in booked:
        if setting.costs[row.id].council:
            why = f"Voor {w.quoted(row.title)} ({w.euros(row.low, row.high)}) moet eerst de raad om geld gevraagd worden"
            yield _money(setting, row.title, (row.low, row.high), row.minute, asked, why)
    for each in _last(estimates).values():
        if each.event.coverage == Coverage.RESERVE:
            amount = (each.event.low, each.event.high)
            why = f"Geld uit de reserve ({w.euros(*amount)}, {each.event.category}) is aan de raad (te verifiëren)"
            yield _money(setting, f"Uit de reserve: {each.event.category}", amount, each.minute, asked, why)


def _money(setting: Setting, what: str, amount: tuple[int, int], by: int, asked: int, why: str) -> CouncilMoney:
    if asked < 0:
        then = "In het logboek staat geen vraag aan de raad vooraf."
    elif asked <= by:
        then = f"Dat gebeurde om {w.moment(setting, asked)}, op tijd."
    else:
        then = f"Dat gebeurde om {w.moment(setting, asked)}, {w.span(asked - by)} later."
    words = f"{why}, uiterlijk om {w.moment(setting, by)}. {then}"
    return CouncilMoney(what=what, low=amount[0], high=amount[1], by=by, asked=asked, words=words)


def _with_words(setting: Setting, found: Ledger) -> Ledger:
    return replace(found, words=tuple(_sentences(setting, found)))


def _sentences(setting: Setting, found: Ledger) -> Iterator[str]:
    if found.estimate is None:
        yield "Het team noemde geen bedrag."
    else:
        first = w.moment(setting, found.estimated_at)
        yield f"Het team raamde de kosten op {w.euros(*found.estimate)}; het eerste bedrag viel om {first}."
    yield f"Geboekt is {w.euros(*found.booked)}." if found.booked[1] else "Er is niets geboekt."
    until = w.moment(setting, found.deadline)
    if found.covered_at >= 0:
        late = "" if found.covered_in_time else f", na het einde van de tweede ronde ({until})"
        yield f"Waaruit het betaald wordt, is om {w.moment(setting, found.covered_at)} voor het eerst gezegd{late}."
    elif found.covered_in_time is False:
        yield f"Waaruit het betaald wordt, is voor het einde van de tweede ronde ({until}) niet gezegd."
    else:
        yield "Waaruit het betaald wordt, is nog niet gezegd."
    if found.booked_at < 0:
        yield "Het team zei niet waar de kosten geboekt worden."
    else:
        yield f"Waar de kosten geboekt worden, is om {w.moment(setting, found.booked_at)} voor het eerst gezegd."
