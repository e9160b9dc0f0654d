"""Chapter: this team's choices beside those of others, and beside its own earlier exercises."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.mirror import Mirror, MirrorPoll
from simulator.report.document import Block, Chapter, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    """Without polls and earlier exercises it has no blocks, and is left out."""
    mirror = evidence.thinking.mirror
    blocks = [block for poll in mirror.polls for block in _poll(poll)]
    if blocks:
        intro = f"Wat anderen kozen, naast wat dit team koos. {mirror.caveat} Anders kiezen is niet beter of slechter."
        blocks.insert(0, Prose(text=intro))
    return Chapter(anchor="spiegel", title="Naast anderen, en naast eerder", blocks=(*blocks, *_earlier(mirror)))


def _poll(poll: MirrorPoll) -> Iterator[Block]:
    rows = tuple((answer.text, answer.share_words, "● dit team" if answer.yours else "") for answer in poll.answers)
    yield Table(caption=poll.question, head=("Antwoord", "Anderen", "Hier"), rows=rows, numeric=frozenset({1}))
    before = "".join(f" Eerder, bij {title}: {chosen}." for title, chosen in poll.before)
    yield Prose(text=f"{poll.yours}{before} {w.sentence(poll.votes_words)} Bron: {poll.source}.")


def _earlier(mirror: Mirror) -> Iterator[Block]:
    if mirror.figures:
        rows = tuple((row.label, row.now, *row.before) for row in mirror.figures)
        head = ("Cijfer", "Deze oefening", *mirror.earlier)
        yield Table(caption="Deze oefening naast eerdere", head=head, rows=rows)
        if mirror.note:
            yield Prose(text=w.sentence(mirror.note))
