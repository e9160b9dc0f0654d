"""What the YAML parser says, in Dutch: what is wrong and how to mend it."""

from __future__ import annotations

_ANYTHING_ELSE = (
    "dit is geen geldige YAML.",
    "Kijk naar het inspringen, de dubbele punten en de aanhalingstekens op en boven deze regel.",
)

_IN_DUTCH: tuple[tuple[str, tuple[str, str]], ...] = (
    (
        "mapping values are not allowed",
        (
            "hier kan geen dubbele punt staan.",
            "Zet tekst met een dubbele punt tussen aanhalingstekens, of spring goed in.",
        ),
    ),
    (
        "found unexpected end of stream",
        ("dit aanhalingsteken wordt nergens gesloten.", "Zet er een aanhalingsteken achter, of gebruik | voor langere tekst."),
    ),
    (
        "cannot start any token",
        (
            "met dit teken kan een waarde niet beginnen.",
            "Gebruik spaties in plaats van tabs, en zet tekst met @, %, ` of een ander teken vooraan tussen aanhalingstekens.",
        ),
    ),
    (
        "escape",
        ("na de backslash staat een teken dat daar niet kan.", "Gebruik enkele aanhalingstekens, of | voor langere tekst."),
    ),
    (
        "find expected key",
        ("deze regel past niet bij de regels erboven.", "Spring even ver in als de sleutels waar hij bij hoort."),
    ),
    (
        "expected <block end>",
        ("deze regel past niet bij de regels erboven.", "Spring even ver in als de regels waar hij bij hoort."),
    ),
    ("could not find expected ':'", ("achter deze sleutel ontbreekt een dubbele punt.", "Schrijf sleutel: waarde.")),
    (
        "expected '-' indicator",
        ("deze regel hoort niet in de lijst erboven.", "Begin hem met een streepje, of spring minder ver in."),
    ),
    ("']'", ("deze lijst tussen [ ] wordt niet gesloten.", "Zet er een ] achter, of een komma ertussen.")),
    ("'}'", ("dit blok tussen { } wordt niet gesloten.", "Zet er een } achter, of een komma ertussen.")),
    ("block sequence entries", ("hier kan geen lijst met streepjes beginnen.", "Zet het streepje op een nieuwe regel.")),
    ("document start", ("na het einde van het document staat nog tekst.", "Haal de regel met ... of --- weg.")),
    ("tag", ("tags mogen hier niet.", "Haal het deel met het uitroepteken weg.")),
    ("directive", ("een regel die met % begint mag hier niet.", "Haal hem weg.")),
)


def in_dutch(problem: str | None) -> tuple[str, str]:
    """What is wrong and how to mend it, for the parser's English text."""
    for english, dutch in _IN_DUTCH:
        if problem and english in problem:
            return dutch
    return _ANYTHING_ELSE
