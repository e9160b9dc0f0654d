"""The JSON Schema of the files, for an editor that completes them. Descriptions are Dutch."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from pydantic import BaseModel

from simulator.scenario.general import General
from simulator.scenario.incident import Incident
from simulator.scenario.landscape import Landscape
from simulator.scenario.model import Scenario
from simulator.scenario.references import QUESTIONS
from simulator.scenario.script import Script

Json: TypeAlias = "dict[str, Json] | list[Json] | str | int | float | bool | None"

DIALECT = "https://json-schema.org/draft/2020-12/schema"

DUTCH: Mapping[str, str] = {
    "Accuracy": "Hoe zeker een gepubliceerd punt is: E, A, B of F.",
    "Action": "Iets dat iemand moet doen door een besluit.",
    "Attend": "Hoe een rol vanaf nu meedoet.",
    "Basis": "Wie een grens stelde: een besluit van de gemeente, een inschatting, of een voorbeeld.",
    "Call": "Belkaart: wie van het tegenspel belt, en wat die wel en niet vertelt.",
    "Cause": "Een aanval (eerst onderzocht, dan hersteld) of een storing.",
    "Channel": "De weg waarlangs een bericht komt.",
    "Choice": "Een besluit, en misschien welke optie.",
    "Answer": "Het team beantwoordt een vraag van een raadslid.",
    "Claim": "Wat een team in zijn antwoord kan beweren, en wanneer dat volgens het logboek klopt.",
    "Claimed": "Een waarnemer vinkt aan wat er beweerd is.",
    "Clock": "Een wettelijke of afgesproken termijn: loopt zodra de verantwoordelijke rol het weet.",
    "ClockState": "De stand van een klok.",
    "Condition": "Een voorwaarde: precies een sleutel. Gebruik all of any voor meer.",
    "Cost": "Een bedrag, van laag tot hoog, in euro.",
    "Coverage": "Waaruit kosten betaald worden die niet begroot zijn.",
    "Crew": "Mensen die herstellen.",
    "CrewGain": "Meer mensen bij een ploeg.",
    "Crews": "Hoeveel systemen tegelijk hersteld worden, naar grootte.",
    "Decide": "Een besluit, uit de opties of in eigen woorden.",
    "Decision": "Een dilemma met opties. Eigen woorden kan altijd ook.",
    "DecisionKind": "Wat voor besluit het is.",
    "Effect": "Wat er in het landschap gebeurt: precies een actie, misschien later (after) of onder een voorwaarde (if).",
    "Emergency": "De noodprocedure van een algemeen onderdeel.",
    "Extra": "Een onderdeel dat het algemene bestand niet heeft, en dat op een ander lijkt.",
    "Estimate": "Het team noemt een bedrag.",
    "Fallback": "De noodprocedure van een onderdeel.",
    "FallbackClass": "Hoe lang het duurt voor een soort noodprocedure werkt.",
    "Forensics": "Sporenonderzoek: voordat dat gedaan is, mag niets terug.",
    "General": "Wat alle casussen delen: duren per soort systeem, en wat van wat afhangt.",
    "GeneralNode": "Een onderdeel zoals de meeste organisaties het hebben.",
    "Goal": "Een leerdoel.",
    "Hit": "Wat uitviel, en wanneer.",
    "Improvise": "Een bericht dat niet in het draaiboek staat.",
    "Incident": "Een echt incident: wat er was, wat geraakt werd, en wat erover gepubliceerd is.",
    "Inject": "Iets dat de spelers overkomt.",
    "InjectKind": "Vanzelf (kern), of alleen door de oefenleider (reserve).",
    "Isolation": "Wat uit voorzorg werd afgesloten.",
    "JumpStart": "Noodstart: een behoefte geldt een tijd als vervuld.",
    "Known": "Wat een bericht over een onderdeel bekend maakt.",
    "Landscape": "Een gemeente als netwerk van wat van wat afhangt. Meer scenario's kunnen hetzelfde landschap gebruiken.",
    "Lasting": "Drie duren, met de bron.",
    "Limit": "Hoe lang een onderdeel uit mag zijn, en wie dat zegt.",
    "LinkBetween": "Een afhankelijkheid tussen twee onderdelen.",
    "Mandate": "Wie mag besluiten, wie het uitvoert, wie adviseert, wie het hoort.",
    "Measure": "Over welke klok een punt gaat: served, restored, backlog of cleared.",
    "Meeting": "Een overleg van het crisisteam, ongestoord.",
    "Multiple": "Een percentage dat meer dan 100 mag zijn, met de bron.",
    "Need": "Een behoefte van een onderdeel: wat moet werken, en hoe lang het zonder kan.",
    "Node": "Een nutsvoorziening, leverancier, ICT-onderdeel, proces of gevolg voor de samenleving.",
    "NodeKind": "De soort van een onderdeel.",
    "NodeState": "De werkelijke toestand van een onderdeel.",
    "NotTaken": "Een besluit (of optie) dat op een tijdstip nog niet genomen was.",
    "Observe": "Een notitie van een waarnemer.",
    "Option": "Een manier om te besluiten.",
    "Point": "Iets wat gepubliceerd is: wat terug was, en wanneer.",
    "Picture": "Wat een rol denkt dat er aan de hand is.",
    "PictureLine": "Een regel van zo'n beeld.",
    "Predict": "Het team zegt wat er uit gaat vallen.",
    "Priority": "De volgorde waarin ploegen onderdelen herstellen.",
    "Range": "Drie duren; daartussen wordt geloot.",
    "Reach": "Een lijn waarlangs een aanval zich verspreidt.",
    "Regime": "Het rechtskader: wbni (voor de Cyberbeveiligingswet) of cbw (daarna).",
    "Repair": "Hoe een onderdeel herstelt na een treffer.",
    "RepairClass": "Hoe lang herstel van een soort systemen duurt als de back-ups heel zijn.",
    "Report": "Een rol maakt de toestand van een onderdeel bekend.",
    "Role": "Een rol aan tafel, of een die het tegenspel speelt.",
    "RoleKind": "Speler of tegenspel.",
    "Round": "Een deel van de oefening, met een overleg.",
    "Scenario": "Een hele oefening: rollen, rondes, berichten, dilemma's, klokken, kosten en acties.",
    "Script": "Een repetitie: wie wat doet op welk moment.",
    "SetNode": "De oefenleider zet een onderdeel met de hand aan of uit.",
    "Share": "Een percentage, met de bron.",
    "Step": "Wat er op een tijdstip gebeurt: naast at precies een sleutel.",
    "Times": "Een aantal keren, met de bron.",
    "Variant": "Dezelfde casus met een ding anders, en wat er dan moet gebeuren.",
}
"""What each part is, instead of the English docstring of its class."""


def scenario_schema() -> dict[str, Json]:
    """The schema of scenario.yaml."""
    return _schema(Scenario, "Scenario van Ontregeld")


def landscape_schema() -> dict[str, Json]:
    """The schema of a landscape."""
    return _schema(Landscape, "Landschap van Ontregeld")


def script_schema() -> dict[str, Json]:
    """The schema of a rehearsal."""
    return _schema(Script, "Repetitie van Ontregeld")


def incident_schema() -> dict[str, Json]:
    """The schema of the case.yaml of a real incident."""
    return _schema(Incident, "Casus van Ontregeld")


def general_schema() -> dict[str, Json]:
    """The schema of what all cases share."""
    return _schema(General, "Algemene waarden van Ontregeld")


def _schema(model: type[BaseModel], title: str) -> dict[str, Json]:
    made: dict[str, Json] = model.model_json_schema(by_alias=True)
    parts = made.pop("$defs")
    parts = parts if isinstance(parts, dict) else {}
    defs: dict[str, Json] = {name: _part(name, part) for name, part in sorted(parts.items())}
    return {"$schema": DIALECT, "title": title, **_part(model.__name__, made), "$defs": defs}


def _part(name: str, part: Json) -> dict[str, Json]:
    """One model or enumeration, described in Dutch."""
    written = _without_english(part)
    found = written if isinstance(written, dict) else {}
    if name == "Condition":
        found = {**found, "minProperties": 1, "maxProperties": 1}
    return {**found, "description": DUTCH[name]}


def _without_english(schema: Json) -> Json:
    """The schema without generated titles, and without null, which a file may not hold."""
    if isinstance(schema, list):
        return [_without_english(part) for part in schema]
    if not isinstance(schema, dict):
        return schema
    kept = {key: value for key, value in schema.items() if key != "title" and not (key == "default" and value in (None, []))}
    properties = kept.pop("properties", None)
    found: dict[str, Json] = {key: _without_english(value) for key, value in kept.items()}
    if isinstance(properties, dict):
        found["properties"] = {key: _property(key, value) for key, value in properties.items()}
    return _written_default(_without_null(found))


def _property(name: str, schema: Json) -> Json:
    found = _without_english(schema)
    if name == "questions" and isinstance(found, dict):
        return {**found, "items": {"type": "string", "enum": list(QUESTIONS)}}
    return found


def _without_null(schema: dict[str, Json]) -> dict[str, Json]:
    branches = schema.get("anyOf")
    if not isinstance(branches, list):
        return schema
    left = [branch for branch in branches if branch != {"type": "null"}]
    rest = {key: value for key, value in schema.items() if key != "anyOf"}
    only = left[0] if len(left) == 1 else None
    return {**only, **rest} if isinstance(only, dict) else {**rest, "anyOf": left}


def _written_default(schema: dict[str, Json]) -> dict[str, Json]:
    """A default in minutes as a person writes it."""
    minutes = schema.get("default")
    if schema.get("type") == "string" and isinstance(minutes, int):
        return {**schema, "default": f"{minutes // 1440}d" if minutes and minutes % 1440 == 0 else f"{minutes}m"}
    return schema
