"""Chapter: what the oefenleider did by hand, and what observers noted."""

from __future__ import annotations

from collections.abc import Iterator

from simulator.exercise import events as e
from simulator.insight import wording as w
from simulator.insight.timeline import timeline
from simulator.report.document import Block, Chapter, Line, Prose, Story
from simulator.report.evidence import Evidence
from simulator.scenario.model import InjectKind


def chapter(evidence: Evidence) -> Chapter:
    reserve = sum(_as_meant(evidence, each.event) for each in evidence.recorded)
    by_hand = tuple(_by_hand(evidence))
    observed = tuple(_observed(evidence))
    blocks: list[Block] = [
        Prose(
            text="Een oefenleider stuurt bij: een bericht erbij, een sprong in de tijd, of een onderdeel dat anders werkt dan "
            "het model denkt ('dat klopt bij ons niet'). Dat hoort u te weten als u dit verslag leest."
        ),
        Prose(text=f"Uit de reserve gaf de oefenleider {w.count(reserve, 'bericht', 'berichten')}. Die horen bij het scenario."),
        Story(title="Met de hand gedaan", lines=by_hand)
        if by_hand
        else Prose(text="De oefenleider greep in deze oefening niet met de hand in."),
        Story(title="Waarnemingen", lines=observed) if observed else Prose(text="Er zijn geen waarnemingen om te tonen."),
    ]
    kept = sum(observation.noted.confidential for observation in evidence.state.observations)
    if kept:
        told = f"{w.count(kept, 'vertrouwelijke waarneming staat', 'vertrouwelijke waarnemingen staan')} niet in dit verslag."
        blocks.append(Prose(text=told))
    return Chapter(anchor="oefenleiding", title="Met de hand gedaan, en waargenomen", blocks=tuple(blocks))


def _by_hand(evidence: Evidence) -> Iterator[Line]:
    entries = timeline(evidence.setting, evidence.recorded, state=evidence.state)
    for entry, each in zip(entries, evidence.recorded, strict=True):
        steered = isinstance(each.event, e.TimeJumped | e.RealityDeclared | e.RealityCleared)
        if (entry.by_hand and not _as_meant(evidence, each.event)) or steered:
            yield Line(at=entry.at, kind="", text=entry.text)


def _as_meant(evidence: Evidence, event: e.Event) -> bool:
    """Reserve injects are there to be given by hand."""
    if not isinstance(event, e.InjectDelivered):
        return False
    inject = evidence.setting.injects.get(event.inject)
    return inject is not None and inject.kind is InjectKind.RESERVE


def _observed(evidence: Evidence) -> Iterator[Line]:
    """Never what is confidential: it names people."""
    for observation in evidence.state.observations:
        noted = observation.noted
        if noted.confidential:
            continue
        about = (noted.question, w.role_name(evidence.setting, noted.role) if noted.role else "")
        yield Line(at=w.moment(evidence.setting, observation.minute), kind=" · ".join(filter(None, about)), text=noted.text)
