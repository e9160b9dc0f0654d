"""`ontregeld` and `python -m tui`: the command line with the screens."""

from __future__ import annotations

import gc
import sys
import threading
from collections.abc import Sequence
from pathlib import Path

from simulator.cli import main as command_line
from simulator.errors import UsageWrong
from tui.openings import Begin, LookBack, Observe, Opening, Play, Project, TakeSeat


class TerminalScreens:
    """The screens, in this terminal."""

    def start(self) -> int:
        """Choose a scenario or resume an exercise."""
        return _show(Begin())

    def play(self, scenario: str, file: Path | None) -> int:
        """The oefenleider's console."""
        return _show(Play(target=scenario, file=file))

    def project(self, file: Path) -> int:
        """The projector."""
        return _show(Project(file=file))

    def seat(self, file: Path, role: str) -> int:
        """One role's seat."""
        return _show(TakeSeat(file=file, role=role))

    def observe(self, target: str, name: str, apart: Path | None) -> int:
        """An observer's screen."""
        return _show(Observe(target=target, name=name, apart=apart))

    def debrief(self, file: Path) -> int:
        """The debrief."""
        return _show(LookBack(file=file))


def _show(opening: Opening) -> int:
    """Run the screen. What went wrong in it is raised here, when the terminal is itself again."""
    if not (sys.stdin and sys.stdin.isatty() and sys.stderr and sys.stderr.isatty()):
        raise UsageWrong("Een scherm heeft een terminal nodig. Start dit rechtstreeks in een terminalvenster.")
    gc.disable()  # what is imported now stays for good; the app sets it going again at its first frame
    from tui.app import OntregeldApp
    from tui.logs import log_to_file

    log_to_file()
    app = OntregeldApp(opening)
    threading.excepthook = lambda died: app.fail(died.exc_value)
    try:
        app.run()
    finally:
        app.shut()
    if app.failure is not None:
        raise app.failure
    return app.return_code or 0


def main(argv: Sequence[str] | None = None) -> int:
    """Do what was typed; `argv` without the program's name, None for what the process got."""
    return command_line(argv, TerminalScreens())


if __name__ == "__main__":
    sys.exit(main())
