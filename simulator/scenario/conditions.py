"""The closed language of `when:`. A condition has exactly one key; conditions nest at most five deep.

What the text may hang on: time, decisions taken or not taken, node states and clock states.
What the graph may hang on (effects): time and decisions only; `checks` refuses the rest.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from simulator.scenario.scalars import Id, Moment
from simulator.scenario.shape import Written

DEEPEST = 5


class Choice(Written):
    """A decision, and perhaps which option."""

    decision: Id
    """Id van het besluit."""
    option: Id | None = None
    """Id van de optie; zonder dit telt elke keuze."""


class NotTaken(Written):
    """A decision (or option of it) that was not taken by a moment."""

    decision: Id
    """Id van het besluit."""
    option: Id | None = None
    """Id van de optie; zonder dit: nog helemaal niets besloten."""
    by: Moment
    """Op dit tijdstip was het nog niet besloten."""


class NodeState(Written):
    """The true state of a node."""

    node: Id
    """Id van het onderdeel in het landschap."""
    state: Literal["up", "degraded", "down"]
    """up = 100%, down = onder de 50%, degraded = ertussen."""


class ClockState(Written):
    """The state of a legal clock."""

    clock: Id
    """Id van de klok."""
    state: Literal["idle", "running", "met", "missed"]
    """idle = loopt nog niet, running = loopt, met = gehaald, missed = gemist."""


class Condition(Written):
    """Exactly one of these keys."""

    after: Moment | None = None
    """Vanaf dit tijdstip."""
    before: Moment | None = None
    """Tot dit tijdstip."""
    taken: Choice | None = None
    """Dit besluit (deze keuze) is genomen."""
    not_taken: NotTaken | None = None
    """Dit besluit (deze keuze) was op dat tijdstip nog niet genomen."""
    node: NodeState | None = None
    """De werkelijke toestand van een onderdeel."""
    clock: ClockState | None = None
    """De stand van een wettelijke klok."""
    delivered: Id | None = None
    """Dit bericht is gegeven."""
    all: tuple[Condition, ...] | None = Field(default=None, min_length=1)
    """Alle voorwaarden gelden."""
    any: tuple[Condition, ...] | None = Field(default=None, min_length=1)
    """Minstens een voorwaarde geldt."""
    not_: Condition | None = Field(default=None, alias="not")
    """De voorwaarde geldt niet."""

    @model_validator(mode="after")
    def _exactly_one(self) -> Self:
        if sum(value is not None for _, value in self) != 1:
            raise PydanticCustomError(
                "condition_keys", "een voorwaarde heeft precies een sleutel; gebruik all: of any: voor meer"
            )
        if self.depth() > DEEPEST:
            raise PydanticCustomError("condition_depth", "voorwaarden mogen hoogstens vijf diep genest zijn")
        return self

    def parts(self) -> Iterator[Condition]:
        """This condition and all within it."""
        yield self
        inner = (*(self.all or ()), *(self.any or ()), *((self.not_,) if self.not_ else ()))
        for condition in inner:
            yield from condition.parts()

    def depth(self) -> int:
        """1 for a condition without others in it."""
        inner = (*(self.all or ()), *(self.any or ()), *((self.not_,) if self.not_ else ()))
        return 1 + max((condition.depth() for condition in inner), default=0)

    def depends_on_state(self) -> bool:
        """Whether it looks at a node, a clock or a delivered text, which effects may not."""
        return any(part.node or part.clock or part.delivered for part in self.parts())
