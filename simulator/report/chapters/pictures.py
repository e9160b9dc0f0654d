"""Chapter: the picture of each role, and the way from picture to decision."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.insight import wording as w
from simulator.insight.bob import BobStep, BobVerdict
from simulator.insight.pictures import RoundPictures, Verdict
from simulator.report.document import Block, Chapter, Points, Prose, Table
from simulator.report.evidence import Evidence


def chapter(evidence: Evidence) -> Chapter:
    return Chapter(
        anchor="beelden",
        title="Wie dacht wat, en hoe kwam het tot een besluit",
        blocks=(*_pictures(evidence), *_meetings(evidence)),
    )


def _pictures(evidence: Evidence) -> Iterator[Block]:
    pictures = evidence.thinking.pictures
    if not pictures.lines:
        yield Prose(text="Beelden van de rollen: niet beoefend.")
        return
    yield Prose(
        text="Elke rol schreef op wat er volgens die rol aan de hand was, en wat daarvan feit was of aanname. Dat er verschil "
        "was, is geen fout: niet iedereen kon hetzelfde weten. Leerzaam is wat niet gedeeld werd."
    )
    yield Prose(text=pictures.words)
    for each in pictures.rounds:
        yield _table(evidence, each)
        if each.differences or each.alone:
            yield Points(items=(*(difference.words for difference in each.differences), *each.alone))


def _table(evidence: Evidence, each: RoundPictures) -> Table:
    rows = tuple(
        (
            f"{line.role_name}, {w.moment(evidence.setting, line.minute)}",
            line.text,
            "feit" if line.fact else "aanname",
            line.words or str(Verdict.OPEN),
        )
        for picture in each.pictures
        for line in picture.lines
    )
    return Table(caption=f"Beelden in {w.quoted(each.title)}", head=("Rol", "Beeld", "Als", "Achteraf"), rows=rows)


def _meetings(evidence: Evidence) -> Iterator[Block]:
    deciding = evidence.thinking.deciding
    kept = [each for each in deciding.rounds if each.verdict is not BobVerdict.NIET_BIJGEHOUDEN]
    if not kept:
        yield Prose(text=f"De stappen van het overleg (beeld, oordeel, besluit) zijn niet bijgehouden. {deciding.words}")
        return
    yield Prose(text=f"Een crisisteam maakt eerst een beeld, dan een oordeel, en besluit daarna. {deciding.words}")
    rows = tuple(
        (
            each.title,
            "; ".join(_step(step) for step in each.steps) or "niet bijgehouden",
            each.words,
        )
        for each in deciding.rounds
    )
    yield Table(caption="Van beeld naar besluit, per ronde", head=("Ronde", "Stappen", "Hoe het ging"), rows=rows)


def _step(step: BobStep) -> str:
    return str(step.step) if step.minutes is None else f"{step.step} ({w.span(step.minutes)})"
