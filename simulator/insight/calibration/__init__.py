"""The reality check: the model beside published incidents, as it is."""

from simulator.insight.calibration.calibrated import calibrate
from simulator.insight.calibration.values import Calibration, CaseFit, Count, Criterion, Fit, LeftOut, Plausible, PointFit, Total

__all__ = [
    "Calibration",
    "CaseFit",
    "Count",
    "Criterion",
    "Fit",
    "LeftOut",
    "Plausible",
    "PointFit",
    "Total",
    "calibrate",
]
