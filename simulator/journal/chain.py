"""The hash chain: each event's hash covers the one before it, and the first covers the header."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import astuple, dataclass
from hashlib import sha256

from simulator.errors import CommandRefused
from simulator.exercise.events import Recorded, Stamped
from simulator.journal.codec import canonical, encode, is_safe, kind_of
from simulator.journal.protocol import Header
from simulator.plain import is_plain


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The end of the chain."""

    seq: int
    minute: int
    hash: str


def root(header: Header) -> Head:
    """The beginning of the chain, before the first event."""
    return Head(seq=0, minute=0, hash=_digest(list(astuple(header))))


def link(before: str, seq: int, id: str, wall: str, minute: int, actor: str, kind: str, data: str) -> str:
    """The hash of an event whose predecessor has the hash `before`."""
    return _digest([before, seq, id, wall, minute, actor, kind, data])


def extend(head: Head, stamped: Sequence[Stamped], *, ids: Sequence[str], wall: str, actor: str) -> tuple[Recorded, ...]:
    """The events as they will stand after `head`; minutes may not run back."""
    records: list[Recorded] = []
    minute, hash = head.minute, head.hash
    for seq, (id, stamp) in enumerate(zip(ids, stamped, strict=True), head.seq + 1):
        who = stamp.actor or actor
        if not (is_safe(stamp.event) and is_plain(who)):
            raise CommandRefused("Deze tekst bevat onzichtbare tekens die een scherm kunnen ontregelen. Typ de tekst opnieuw.")
        if stamp.minute < minute:
            raise CommandRefused(f"De oefentijd kan niet terug: van minuut {minute} naar minuut {stamp.minute}.")
        minute = stamp.minute
        hash = link(hash, seq, id, wall, minute, who, kind_of(stamp.event), encode(stamp.event))
        records.append(Recorded(seq=seq, id=id, wall=wall, minute=minute, actor=who, event=stamp.event, hash=hash))
    return tuple(records)


def _digest(parts: list[object]) -> str:
    return sha256(canonical(parts).encode()).hexdigest()
