"""What is ticked is told by a sign."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.content import Content

from tui.dialogs.fields import Ticks


class Ticking(App[None]):
    """Two messages to hold back, of which one is ticked."""

    def compose(self) -> ComposeResult:
        choices = [("pers", Content("De krant belt")), ("raad", Content("De raad vraagt"))]
        yield Ticks("Houd vast", choices, id="hold", ticked=["raad"])


async def test_a_tick_is_a_sign_and_not_only_a_colour() -> None:
    app = Ticking()
    async with app.run_test() as pilot:
        ticks = app.query_one(Ticks).list
        ticks.focus()
        await pilot.pause()
        lines = [ticks.render_line(y).text.rstrip() for y in range(2)]
        assert [("✓" in line) for line in lines] == [False, True]
        ticks.highlighted = 0
        await pilot.press("space")
        assert "✓" in ticks.render_line(0).text
