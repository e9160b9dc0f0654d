"""Cases small enough to reckon by hand, and the shipped ones beside the model."""

from __future__ import annotations

from functools import cache
from typing import Any

from simulator.insight.calibration import Calibration, calibrate
from simulator.scenario.general import General
from simulator.scenario.incident import Incident
from simulator.scenario.incident_files import Cases, incidents_folder, load_cases

DAY = 24 * 60


def lasting(minutes: int, **rest: Any) -> dict[str, Any]:
    """A range without chance."""
    return {"min": minutes, "likely": minutes, "max": minutes, "estimate": True, **rest}


def general(**changes: Any) -> General:
    """Everything takes whole days: forensics 8 and then 2, a system 10, a workaround 3 after forensics, on paper 1."""
    values = {
        "title": "Rond",
        "estimate": True,
        "reference_residents": 50000,
        "growth": {"percent": 0, "estimate": True},
        "repair_times": {"percent": 100, "estimate": True},
        "forensics": {"first": lasting(8 * DAY), "scan": lasting(2 * DAY)},
        "lost_backup_factor": {"value": 10, "estimate": True},
        "unknown_backups": {"percent": 50, "estimate": True},
        "failure": lasting(6 * 60),
        "crews": [{"residents": 100000, "count": 1, "estimate": True}, {"residents": 10**9, "count": 2, "estimate": True}],
        "repairs": [lasting(10 * DAY, id="gewoon")],
        "fallbacks": [lasting(DAY, id="papier"), lasting(3 * DAY, id="noodomgeving", after_forensics=True)],
        "nodes": [
            {"id": "telecom", "name": "Telecom", "kind": "supplier"},
            {"id": "servers", "name": "Servers", "kind": "ict", "repair": "gewoon", "priority": 5},
            {"id": "back-up", "name": "Back-ups", "kind": "ict"},
            {
                "id": "burgerzaken",
                "name": "Burgerzaken",
                "kind": "process",
                "needs": [{"of": ["servers"]}],
                "repair": "gewoon",
                "repair_needs": ["servers"],
                "backlog": 50,
                "fallback": {"kind": "noodomgeving", "level": 40},
            },
            {
                "id": "telefonie",
                "name": "Telefonie",
                "kind": "process",
                "needs": [{"of": ["telecom", "servers"]}],
                "cloud_needs": [{"of": ["telecom"]}],
                "fallback": {"kind": "papier", "level": 30},
            },
        ],
    }
    return General.model_validate({**values, **changes})


def point(**about: Any) -> dict[str, Any]:
    return {"what": "iets", "measure": "restored", "acc": "E", **about}


def incident(*points: dict[str, Any], **facts: Any) -> Incident:
    """An attack on everything, with whole back-ups."""
    values = {
        "id": "stad",
        "title": "Stad",
        "t0": "2031-03-01",
        "residents": 50000,
        "sources": ["krant"],
        "nodes": "all",
        "backups_lost": 0,
        "hits": [{"at": 0, "nodes": "own"}],
        "points": list(points),
    }
    return Incident.model_validate({**values, **facts})


@cache
def shipped() -> Cases:
    return load_cases(incidents_folder())


@cache
def found() -> Calibration:
    """What the command says without arguments."""
    return calibrate(shipped().incidents, shipped().general)
