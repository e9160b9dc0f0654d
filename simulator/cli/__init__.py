"""The door without a screen: what a person types, and the exit code that comes back.

0 fine; 1 something expected is wrong; 2 wrong usage; 3 our own bug; 130 stopped with Ctrl-C.
"""

from __future__ import annotations

from collections.abc import Sequence

from simulator.cli.bugs import bug_line
from simulator.cli.commands import build_parser, run
from simulator.cli.output import flush, prepare_streams, swallow_output, tell
from simulator.cli.screens import Screens
from simulator.errors import OntregeldError, UsageWrong

__all__ = ["Screens", "main"]


def main(argv: Sequence[str] | None = None, screens: Screens | None = None) -> int:
    """Do what was typed; `argv` without the program's name, None for what the process got."""
    prepare_streams()
    try:
        code = run(build_parser(), argv, screens)
        flush()
    except BrokenPipeError:
        swallow_output()
        return 0
    except KeyboardInterrupt:
        tell("Afgebroken.")
        return 130
    except UsageWrong as wrong:
        tell(str(wrong))
        return 2
    except OntregeldError as expected:
        tell(str(expected))
        return 1
    except Exception as bug:  # noqa: BLE001 - the door: the last place that can turn a bug into a line for a person
        tell(bug_line(bug))
        return 3
    return code
