"""The ways from here: a row for nobody and for each option, and all there is to say of the one that is chosen."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content

from tui.text import shown
from tui.widgets.rows import Column, Rows

if TYPE_CHECKING:
    from simulator.insight.what_if import Figure, Way, WhatIf

MOST = 7
"""Nodes that are told of one way."""
FIGURE = 18
"""Cells: as wide as 'niet doorgerekend'."""
NOBODY = "niemand"


class WaysTable(Rows):
    """What each option does to the harm; the cursor says which is read below."""

    COLUMNS: ClassVar[tuple[Column, ...]] = (
        Column(key="way", label="Optie"),
        Column(key="resident_hours", label="Dienst-uren nu", width=FIGURE),
        Column(key="expected", label="te verwachten", width=FIGURE),
        Column(key="beyond", label="Voorbij de grens", width=FIGURE, from_width=150),
        Column(key="cost", label="Laagste kosten nu", width=FIGURE, from_width=110),
        Column(key="clocks", label="Gemiste termijnen", width=FIGURE, from_width=110),
    )
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("pageup", "screen.scroll_body(-8)", "Terug", id="ways.page-up", show=False),
        Binding("pagedown,space", "screen.scroll_body(8)", "Lees verder", id="ways.page-down", show=False),
    ]
    DEFAULT_CSS = """
    WaysTable { height: auto; margin: 0 0 1 0; }
    """

    def show_ways(self, found: WhatIf) -> None:
        """Bring the table up to date."""
        self.show({way.option or NOBODY: _cells(number, way) for number, way in enumerate(found.ways)})

    def way(self, found: WhatIf) -> Way:
        """The one under the cursor."""
        return next((way for way in found.ways if (way.option or NOBODY) == self.current), found.nobody)


def _cells(number: int, way: Way) -> tuple[Content, ...]:
    from simulator.insight.what_if.wording import expected, here

    def told(figure: Figure) -> Content:
        return _coloured(figure, here(figure))

    hours = way.figure("resident_hours")
    return (
        Content.assemble((f"{number or '–'}  ", "bold"), shown(way.text)),
        told(hours),
        _coloured(hours, expected(hours) or "…"),
        told(way.figure("resident_hours_beyond_limit")),
        told(way.figure("cost_low")),
        told(way.figure("clocks_missed")),
    )


def way_text(found: WhatIf, way: Way) -> Content:
    """All there is to say of one way."""
    from simulator.insight.what_if import Judged
    from simulator.insight.what_if.wording import missed, shift_lines

    unknown = [figure for figure in way.figures if figure.judged is Judged.NIET_DOORGEREKEND]
    figures = [_figure_line(found, way, figure) for figure in way.figures if figure not in unknown]
    if unknown:
        named = "; ".join(figure.name for figure in unknown) if figures else "het model weet hier niets van. Dat is geen nul"
        figures.append(shown(f"Niet doorgerekend: {named}.").stylize("$text-muted"))
    blocks = [Content("\n").join([shown(way.text).stylize("bold"), *figures])]
    if terms := missed(found, way):
        blocks[0] = Content("\n").join([blocks[0], shown(terms)])
    lines = [
        Content.assemble(shown(name).stylize("bold"), shown(f"  {how}" if name else how)) for name, how in shift_lines(way, MOST)
    ]
    if lines:
        heading = Content.styled("Wat dan anders loopt, in deze oefening", "bold $text-accent")
        blocks.append(Content("\n").join([heading, *lines]))
    blocks.append(shown(" ".join(found.remarks)).stylize("$text-muted"))
    return Content("\n\n").join(blocks)


def _figure_line(found: WhatIf, way: Way, figure: Figure) -> Content:
    from simulator.insight.what_if.wording import bounds, expected, here, spread

    parts = [shown(f"{figure.name[:1].upper()}{figure.name[1:]}: nu "), _coloured(figure, here(figure))]
    if figure.expected is not None and expected(figure) != here(figure):
        parts += [shown("; te verwachten: "), _coloured(figure, expected(figure))]
    range_ = spread(figure) if way is found.nobody else bounds(figure)
    return Content.assemble(*parts, shown(f" ({range_})" if range_ else ""))


def _coloured(figure: Figure, words: str) -> Content:
    """The words say it; the colour only helps to find it."""
    return shown(words).stylize(_COLOURS.get(words[:1], "$text-muted" if figure.judged else "$foreground"))


_COLOURS = {"−": "$text-success", "+": "$text-error"}
