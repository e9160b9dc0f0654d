"""A part of the debrief that is computed on a thread: the screen stays alive, and says that it is under way."""

from __future__ import annotations

from abc import abstractmethod
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual import on
from textual.content import Content
from textual.message import Message
from textual.widgets import Static

from tui.debrief.listed import ListedSection
from tui.debrief.section import DebriefPicture
from tui.messages import Requested

if TYPE_CHECKING:
    from simulator.exercise.commands import Command
    from simulator.exercise.events import Recorded

V = TypeVar("V")

BUSY = "Wordt berekend …"
PATIENCE = 0.5
"""Seconds after which it is said that what stands there is being computed anew."""
STANDS = 6
"""Seconds that the words of a refusal stand."""


class ComputedSection(ListedSection, Generic[V]):
    """A list of what an insight finds. What stood there stays until the new one is there; one is computed at a time."""

    NOT_NOW: ClassVar[str] = "Dat kan nu niet"
    HEAD_LINES: ClassVar[int] = 1
    """Lines above the list."""

    class Computed(Message):
        """What was found, and in which exercise."""

        def __init__(self, picture: DebriefPicture, found: object) -> None:
            super().__init__()
            self.picture = picture
            self.found = found

    def __init__(self) -> None:
        super().__init__()
        self.found: V | None = None
        """What the list shows; None before it was computed for the first time."""
        self.busy = False
        """Whether it is being computed now."""
        self._latest: DebriefPicture | None = None
        self._asking = False

    def on_mount(self) -> None:
        """The room that the words above the list need."""
        self.query_one(".section-head").styles.height = self.HEAD_LINES

    @abstractmethod
    def compute(self, picture: DebriefPicture) -> V:
        """The insight; called on a thread of its own."""

    def publish(self, picture: DebriefPicture) -> None:
        self._latest = picture
        if not self.busy:
            self._begin(picture)

    def _begin(self, picture: DebriefPicture) -> None:
        self.busy = True
        if self.found is None:
            self._say_busy()
        else:
            self.set_timer(PATIENCE, self._say_busy)

        def work() -> None:
            self.post_message(self.Computed(picture, self.compute(picture)))

        self.run_worker(work, name="insight", thread=True)

    def _say_busy(self) -> None:
        """That the list is not up to date yet; what stands in it can be read meanwhile."""
        if self.busy:
            before = self.head(self.picture) if self.picture is not None else Content("")
            words = Content.styled(f"  {BUSY}" if before else BUSY, "$text-muted")
            self.query_one(".section-head", Static).update(Content.assemble(before, words))

    @on(Computed)
    def _take(self, message: Computed) -> None:
        message.stop()
        self.busy = False
        self.found = message.found  # type: ignore[assignment]  # a message cannot be generic
        super().publish(message.picture)
        if self._latest is not None and self._latest is not message.picture:
            self._begin(self._latest)

    # --- recording

    @property
    def latest(self) -> DebriefPicture | None:
        """The exercise as it stands, also while the list is still of an earlier moment."""
        return self._latest

    def ask(self, command: Command) -> None:
        """Ask for a command; while the answer is awaited, a key that is held down asks nothing."""
        if not self._asking:
            self._asking = True
            self.post_message(Requested(command, self._recorded, self._refused))

    def _recorded(self, _: tuple[Recorded, ...]) -> None:
        self._asking = False

    def _refused(self) -> None:
        self._asking = False

    def can_record(self) -> bool:
        """Whether anything can be recorded here; if not, it is said why."""
        if self._latest is None or self._latest.readonly:
            self.tell(self._latest.readonly if self._latest else BUSY)
            return False
        return True

    def tell(self, words: str) -> None:
        """Say why a key does nothing now."""
        self.notify(words, title=self.NOT_NOW, severity="warning", timeout=STANDS)
