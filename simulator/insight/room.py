"""What the projector may show: what everybody may know, and nothing else."""

from __future__ import annotations

from dataclasses import dataclass

from simulator.exercise.events import Bob
from simulator.exercise.setting import Setting
from simulator.exercise.state import Phase, State

MARK = "OEFENING"
STOPPED = "OEFENING GESTOPT - DIT IS ECHT"
TEST_PICTURE = "Ziet de zaal dit scherm?"


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """An inject as its receivers see it."""

    id: str
    title: str
    sender: str
    """Name of the role it comes from; empty for one from the oefenleider."""
    channel: str
    """Such as 'telefoon'."""
    text: str
    minute: int
    at: str


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownState:
    """A node as it is known: reported, right or wrong."""

    node: str
    name: str
    level: int
    sign: str
    words: str
    minute: int
    at: str
    """Since when it is known so."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomClock:
    """A running clock."""

    title: str
    due: int
    left: int
    """Minutes; below 0 when its term passed."""
    words: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """The projector's picture."""

    title: str
    mark: str
    """'OEFENING', or 'OEFENING GESTOPT - DIT IS ECHT'."""
    phase: Phase
    phase_words: str
    minute: int
    clock: str
    """Such as 'ma 09:40'."""
    round_id: str
    round_title: str
    """Empty before the first round."""
    round_text: str
    bob: Bob | None
    bob_words: str
    messages: tuple[Message, ...]
    """Delivered to all, latest first."""
    outages: tuple[KnownState, ...]
    """Known to serve below 100, lowest first; never the truth."""
    clocks: tuple[RoomClock, ...]
    test_picture: str
    """The question before the start; empty after."""


def room(setting: Setting, state: State) -> Room:
    """What the projector shows at `state.minute`."""
    raise NotImplementedError
