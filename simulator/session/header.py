"""Between a setting and the header of an exercise file."""

from __future__ import annotations

import json

from simulator import MODEL_VERSION, __version__
from simulator.exercise.setting import Setting
from simulator.journal.protocol import Header
from simulator.scenario.load import scenario_from_json, scenario_to_json


def header_of(setting: Setting, exercise: str) -> Header:
    """What the file holds of scenario and landscape as they are played."""
    both = json.loads(scenario_to_json(setting.scenario, setting.landscape))
    return Header(
        exercise=exercise,
        scenario=json.dumps(both["scenario"], ensure_ascii=False),
        landscape=json.dumps(both["landscape"], ensure_ascii=False),
        seed=setting.seed,
        model=MODEL_VERSION,
        program=__version__,
    )


def setting_of(header: Header) -> Setting:
    """The setting that an exercise file was made with. ExerciseDamaged when it cannot be read."""
    scenario, landscape = scenario_from_json(f'{{"scenario":{header.scenario},"landscape":{header.landscape}}}')
    return Setting(scenario=scenario, landscape=landscape, seed=header.seed)
