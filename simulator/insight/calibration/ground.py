"""A case as a landscape: what all cases share, with the parts that were there. Nothing in it is the case's own but its facts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from simulator.consequences.graph import Graph, compile_graph
from simulator.consequences.uncertainty import scaled
from simulator.scenario.general import General, GeneralNode
from simulator.scenario.incident import ALL, OWN, Cause, Incident
from simulator.scenario.incident_files import BACKUP
from simulator.scenario.landscape import Crew, Fallback, Landscape, Need, Node, NodeKind, Range, Repair
from simulator.scenario.scalars import LONGEST_TERM

CREW = "herstel"
MENDED = (NodeKind.ICT, NodeKind.PROCESS)
"""What an attack on everything of one's own hits."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Knobs:
    """The general values that fitting may choose; a case never has its own."""

    repair: float
    """All repair work after an attack times this."""
    lost: int
    """How many times as long when all back-ups are lost."""


def as_written(general: General) -> Knobs:
    """What the general file says."""
    return Knobs(repair=general.repair_times.percent / 100, lost=general.lost_backup_factor.value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """A case, ready to be played."""

    graph: Graph
    parts: Mapping[str, GeneralNode]
    """What was there, by id; `like` filled in."""
    attacked: Mapping[str, int]
    """Minute at which each part was hit by the attack, in the order in which forensics takes them."""
    failed: Mapping[str, int]
    """Minute at which each part failed without an attack."""
    backup_lost: bool
    size: float
    """How many times as long repair and forensics take because of size."""

    @property
    def processes(self) -> tuple[str, ...]:
        """The parts that do something for people."""
        return tuple(id_ for id_, part in self.parts.items() if part.kind is NodeKind.PROCESS)


def ground(incident: Incident, general: General, knobs: Knobs) -> Ground:
    """The landscape of a case, under these general values."""
    parts = _parts(incident, general)
    attacked, failed = _hit(incident, parts, Cause.ATTACK), _hit(incident, parts, Cause.FAILURE)
    attacked = dict(sorted(attacked.items(), key=lambda one: (-parts[one[0]].priority, one[0])))
    size = (incident.residents / general.reference_residents) ** (general.growth.percent / 100)
    share = general.unknown_backups.percent if incident.backups_lost is None else incident.backups_lost
    maker = _Maker(parts=parts, cloud=incident.cloud, attacked=attacked, general=general, times=size * knobs.repair)
    landscape = Landscape(
        id=incident.id,
        title=incident.title,
        residents=incident.residents,
        nodes=tuple(maker.node(id_) for id_ in parts),
        crews=(Crew(id=CREW, name=CREW, count=_crews(incident, general)),),
        lost_backup_factor=round(1 + share * (knobs.lost - 1) / 100),
        forensics=True,
    )
    return Ground(
        graph=compile_graph(landscape),
        parts=parts,
        attacked=attacked,
        failed={id_: at for id_, at in failed.items() if id_ not in attacked},
        backup_lost=share > 0 and BACKUP in parts and bool(attacked),
        size=size,
    )


def _parts(incident: Incident, general: General) -> dict[str, GeneralNode]:
    """What was there; back-ups always, for what became of them stands in `backups_lost` or is not known."""
    known = {node.id: node for node in general.nodes}
    here = tuple(known) if incident.nodes == ALL else tuple(dict.fromkeys((*incident.nodes, *({BACKUP} & set(known)))))
    own = {extra.id: known[extra.like].model_copy(update={"id": extra.id, "name": extra.name}) for extra in incident.extra}
    return {id_: known[id_] for id_ in here} | own


def _hit(incident: Incident, parts: Mapping[str, GeneralNode], cause: Cause) -> dict[str, int]:
    found: dict[str, int] = {}
    everything = [id_ for id_, part in parts.items() if part.repair and part.kind in MENDED and id_ not in incident.cloud]
    for hit in incident.hits:
        if hit.cause is cause:
            for id_ in everything if hit.nodes == OWN else hit.nodes:
                found[id_] = min(hit.at, found.get(id_, hit.at))
    return found


def _crews(incident: Incident, general: General) -> int:
    """Those of the smallest size that it fits in; of the largest when it fits in none."""
    by_size = sorted(general.crews, key=lambda one: one.residents)
    return next((one.count for one in by_size if incident.residents <= one.residents), by_size[-1].count)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Maker:
    parts: Mapping[str, GeneralNode]
    cloud: Sequence[str]
    attacked: Mapping[str, int]
    general: General
    times: float

    def node(self, id_: str) -> Node:
        part = self.parts[id_]
        needs = part.cloud_needs if id_ in self.cloud else part.needs
        return Node(
            id=id_,
            name=part.name,
            kind=part.kind,
            needs=tuple(kept for need in needs if (kept := self._present(need))),
            repair=self._repair(id_, part),
            fallback=self._fallback(part),
            backlog=part.backlog,
        )

    def _present(self, need: Need) -> Need | None:
        """The need without the members that were not there."""
        members = tuple(id_ for id_ in need.of if id_ in self.parts)
        return need.model_copy(update={"of": members}) if members else None

    def _repair(self, id_: str, part: GeneralNode) -> Repair:
        if id_ not in self.attacked:
            return Repair(work=_span(self.general.failure, 1.0))
        work = next(one for one in self.general.repairs if one.id == part.repair)
        needs = () if id_ in self.cloud else tuple(need for need in part.repair_needs if need in self.parts)
        backup = BACKUP if BACKUP in self.parts else None
        return Repair(work=_span(work, self.times), crew=CREW, needs=needs, backup=backup)

    def _fallback(self, part: GeneralNode) -> Fallback | None:
        if part.fallback is None:
            return None
        # Kept up as long as it takes: what people can stand is not in the published facts.
        return Fallback(level=part.fallback.level, setup=1, keep=1).model_copy(update={"keep": LONGEST_TERM})


def _span(span: Range, times: float) -> Range:
    return scaled(Range(min=span.min, likely=span.likely, max=span.max), times)
