"""Geld: what the team estimated beside what was booked, where, what pays for it, and what the council must be asked."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, ClassVar

from textual.content import Content

from tui.debrief.facts import fact
from tui.debrief.listed import ListedRows, ListedSection
from tui.debrief.section import DebriefPicture
from tui.text import framed, shown
from tui.widgets.rows import Column

if TYPE_CHECKING:
    from simulator.insight.ledger import CouncilMoney, Ledger, LedgerRow

ALL, SORT, COUNCIL, UNNAMED = "samen", "soort:", "raad:", "ongenoemd:"
"""Keys of the lines, or what they begin with."""
SIGNS = {
    "niet geraamd": ("– niet geraamd", "$text-warning"),
    "geraamd, niets geboekt": ("? niet geboekt", "$text-muted"),
    "te laag geraamd": ("▼ te laag", "$text-warning"),
    "te hoog geraamd": ("▲ te hoog", "$text-warning"),
    "raming en boeking overlappen": ("≈ past", "$text-success"),
    "schatting van alles samen": ("Σ alles samen", "$text-muted"),
}
"""How an estimate stands to what was booked, in short, with its colour."""


class LedgerTable(ListedRows):
    """All together, a line a category, a line for what the council is asked, and what nobody named."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="stand", label="Stand", width=15),
        Column(key="what", label="Waarvoor"),
        Column(key="estimate", label="Raming in €", width=19, from_width=88),
        Column(key="booked", label="Geboekt in €", width=19, from_width=54),
        Column(key="coverage", label="Betaald uit", width=20, from_width=118),
        Column(key="place", label="Geboekt op", width=26, from_width=146),
    )


class LedgerSection(ListedSection):
    """The money of the exercise, in euros from low to high."""

    TABLE = LedgerTable
    EMPTY = "Er is niets geraamd en niets geboekt."
    EXPLANATION = (
        "Per soort kosten: wat het team raamde (van laag tot hoog) naast wat de besluiten kostten. ≈ de raming past, ▼ te laag, "
        "▲ te hoog, – niet geraamd, ? geraamd maar niets geboekt. Achter → staat waarvoor de raad om geld gevraagd moet worden: "
        "✓ op tijd, ▲ te laat, ✗ niet gevraagd. Onderaan staat wat ook vaak geld kost en waar niemand over begon. De bedragen "
        "zijn voorbeelden. Wat uitgevallen diensten kosten, staat hier niet."
    )

    def head(self, picture: DebriefPicture) -> Content:
        found = _found(picture)
        return framed("[bold]Geld[/]  [$text-muted]$words[/]", words=found.compared or "het team noemde geen bedrag")

    def rows(self, picture: DebriefPicture) -> Mapping[str, tuple[Content, ...]]:
        found = _found(picture)
        return dict(_rows(found)) if found.rows else {}

    def title(self, picture: DebriefPicture, key: str) -> Content:
        if key == ALL:
            return shown("Alles bij elkaar")
        if key.startswith(COUNCIL):
            return shown(f"Naar de raad: {_council(picture, key).what}")
        return shown(key.partition(":")[2])

    def told(self, picture: DebriefPicture, key: str) -> Content:
        if key == ALL:
            return Content("\n").join(map(shown, _found(picture).words))
        if key.startswith(COUNCIL):
            return shown(_council(picture, key).words)
        if key.startswith(UNNAMED):
            return shown("Gemeenten die geraakt werden, hadden hier vaak ook kosten. Niemand raamde dit, en er is niets geboekt.")
        row = next(each for each in _found(picture).rows if SORT + each.category == key)
        return Content("\n").join(_story(picture, row))


def _found(picture: DebriefPicture) -> Ledger:
    from simulator.insight.ledger import ledger

    return ledger(picture.setting, picture.state)


def _council(picture: DebriefPicture, key: str) -> CouncilMoney:
    return _found(picture).council[int(key.removeprefix(COUNCIL))]


def _rows(found: Ledger) -> Iterator[tuple[str, tuple[Content, ...]]]:
    whole = ("alles bij elkaar", _amount(found.estimate), _amount(found.booked), "", "")
    yield ALL, (Content.styled("Σ samen", "bold"), *(shown(each).stylize("bold") for each in whole))
    for row in found.rows:
        sign, colour = SIGNS.get(row.words, (row.words, ""))
        coverage, places = row.coverage or row.usual_coverage, row.places or row.usual_places
        words = (row.category, _amount(row.estimate), _amount(row.booked), ", ".join(coverage), ", ".join(places))
        yield SORT + row.category, (Content.styled(sign, colour), *map(shown, words))
    for number, asked in enumerate(found.council):
        words = (f"→ {asked.what}", "", _amount((asked.low, asked.high)), "", "")
        yield f"{COUNCIL}{number}", (_asked(asked), *map(shown, words))
    for category in found.not_named:
        words = (category, "", "", "", "")
        yield UNNAMED + category, (Content.styled("· niet genoemd", "$text-muted"), *map(shown, words))


def _asked(money: CouncilMoney) -> Content:
    if money.asked < 0:
        return Content.styled("✗ niet gevraagd", "$text-error")
    if money.asked <= money.by:
        return Content.styled("✓ op tijd", "$text-success")
    return Content.styled("▲ te laat", "$text-warning")


def _amount(amount: tuple[int, int] | None) -> str:
    """From low to high in as few cells as can be; nothing for nothing."""
    from simulator.insight.wording import number

    if amount is None:
        return ""
    low, high = amount
    return number(low) if low == high else f"{number(low)}–{number(high)}"


def _story(picture: DebriefPicture, row: LedgerRow) -> Iterator[Content]:
    from simulator.insight.wording import euros, listed, sentence

    yield shown(sentence(row.words)).stylize("bold")
    if row.estimate is not None:
        yield fact("Raming van het team", f"{euros(*row.estimate)} ({picture.at(row.estimated_at)})")
    if row.booked is not None:
        yield fact("Geboekt door de besluiten", euros(*row.booked))
    yield fact("Waar, volgens het team", listed(row.places) or "niet gezegd")
    if row.usual_places:
        yield fact("Waar het thuishoort", listed(row.usual_places, "of"))
    yield fact("Betaald uit, volgens het team", listed(row.coverage) or "niet gezegd")
    if row.usual_coverage:
        yield fact("Wat het zou kunnen dekken", listed(row.usual_coverage, "of"))
