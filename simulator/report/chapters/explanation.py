"""Chapter: how to read the figures, and what they do not say."""

from __future__ import annotations

from simulator.insight import wording as w
from simulator.report.document import Chapter, Points, Prose
from simulator.report.evidence import Evidence
from simulator.scenario.landscape import Basis


def chapter(evidence: Evidence) -> Chapter:
    setting, harm = evidence.setting, evidence.harm
    limits = [node.mtd.basis for node in setting.landscape.nodes if node.mtd]
    own = sum(basis is Basis.BESLUIT for basis in limits)
    missing = len(setting.landscape.nodes) - len(limits)
    return Chapter(
        anchor="leeswijzer",
        title="Hoe u dit leest",
        blocks=(
            Prose(text="Dit was een oefening. Wat er gebeurde is verzonnen; wat het team besloot is echt besloten."),
            Points(
                items=(
                    "Dienst-uren zijn geen mensen. Mist een inwoner een uur lang twee diensten, dan zijn dat twee dienst-uren. "
                    f"In deze oefening waren het er {w.number(harm.resident_hours)}, waarvan "
                    f"{w.number(harm.resident_hours_beyond_limit)} na de uiterste grens van een dienst.",
                    "Hoe lang herstel duurt, is een schatting van een model. Per oefening kiest het binnen een bandbreedte. "
                    "In het echt kan het korter of langer duren.",
                    f"De schade is doorgerekend tot {w.span(setting.horizon)} na het begin, ook als de oefening eerder stopte. "
                    "Daarbij nemen we aan dat niemand na het einde nog iets besluit.",
                    f"Van de {len(limits)} grenzen in dit landschap heeft de gemeente er {own} zelf vastgesteld. "
                    "Een grens die zij niet vaststelde heet 'voorbeeldwaarde' of 'inschatting' en is geen oordeel. "
                    f"Voor {missing} onderdelen is er geen grens: ook dat is iets om over te praten.",
                    "'Te verifiëren' betekent: nog geen jurist heeft deze bron nagekeken.",
                    "'Niet beoefend' betekent dat de oefening er niets over zegt. Het is geen onvoldoende.",
                    "Het zegel op het voorblad hoort bij het logboek. Klopt het zegel, dan is er na de oefening niets veranderd.",
                )
            ),
        ),
    )
