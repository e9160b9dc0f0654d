"""Spiegel: this team's choices beside those of others, and beside its own earlier exercises."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from textual import events
from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from tui.debrief.mirror_text import mirror_text
from tui.debrief.section import DebriefPicture, Pages, Section
from tui.text import framed

if TYPE_CHECKING:
    from tui.debrief.earlier import Beside

BUSY = "De spiegel wordt berekend …"


class MirrorSection(Section):
    """Published polls with this team's answer beside them; below them the figures of earlier exercises."""

    EXPLANATION = (
        "Bovenaan staat wat anderen kozen bij een vraag die ook dit team kreeg, met ● bij wat dit team koos. Het is een peiling "
        "onder gemengde overheden in een ander scenario, en geen norm: anders kiezen is niet beter of slechter. Wat niet is "
        "gepubliceerd, staat er zo bij. Daaronder staan uw eigen eerdere oefeningen met hetzelfde scenario of dezelfde "
        "gemeente: de laatste vijf die op deze computer staan. Hun bestanden worden alleen gelezen."
    )

    def __init__(self) -> None:
        super().__init__()
        self._picture: DebriefPicture | None = None
        self._found: Beside | None = None

    def compose(self) -> ComposeResult:
        yield Static(framed("[bold]Spiegel[/]"), classes="section-head")
        with Pages():
            yield Static(Content.styled(BUSY, "$text-muted"), id="mirror-text")

    def publish(self, picture: DebriefPicture) -> None:
        self._picture = picture
        self.run_worker(self._find(picture), name="mirror", exclusive=True)

    def on_resize(self, event: events.Resize) -> None:
        """The bars are as wide as there is room."""
        self.call_after_refresh(self._show)

    async def _find(self, picture: DebriefPicture) -> None:
        """Read the other files beside the screen: it stays alive."""
        from tui.debrief.earlier import beside

        self._found = await asyncio.to_thread(beside, picture.setting, picture.state, picture.recorded, picture.file)
        self._show()

    def _show(self) -> None:
        if not self.is_mounted or self._found is None:
            return
        width = self.query_one(Pages).scrollable_content_region.width - 2
        self.query_one("#mirror-text", Static).update(mirror_text(self._found.mirror, self._found.skipped, width))
