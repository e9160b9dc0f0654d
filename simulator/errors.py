"""Every deliberate error. Each message is Dutch: what is wrong, which one, what to do.

OntregeldError            something expected is wrong; exit code 1
├── ScenarioInvalid       a scenario or landscape with mistakes, all of them (`problems`)
├── CommandRefused        a command that cannot be done now; nothing was written
├── NotAnExercise         the file is no exercise file, or one from a newer version
├── ExerciseDamaged       the file was changed or cut outside the program
├── JournalUnavailable    the file cannot be written or read now (full disk, no rights, locked)
│   └── JournalGone       it was moved, replaced or thrown away while it was open
├── ConcurrentAppend      another process appended first; catch up and decide again
├── NotFound              a file, scenario, node or role that is not there
├── OutputFailed          what was asked for cannot be written there (full disk, no rights)
└── UsageWrong            the command line was used wrongly; exit code 2
"""

from __future__ import annotations

import errno
from collections.abc import Sequence
from dataclasses import dataclass


class OntregeldError(Exception):
    """Something expected is wrong; the message is for the person at the screen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """One mistake in a file, where it stands and how to mend it."""

    file: str
    line: int = 0
    """1-based; 0 when the mistake has no line (a missing file)."""
    column: int = 0
    """1-based."""
    item: str = ""
    """The id of the item that the mistake is in, such as `inject i03-telefoon`."""
    message: str
    mend: str = ""
    warning: bool = False
    """A lint remark: shown, but it does not make the scenario invalid."""

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}:{self.column}" if self.line else self.file
        label = "let op" if self.warning else "fout"
        item = f" [{self.item}]" if self.item else ""
        mend = f" {self.mend}" if self.mend else ""
        return f"{place}: {label}:{item} {self.message}{mend}"


class ScenarioInvalid(OntregeldError):
    """A scenario or landscape with mistakes: all of them, in file order."""

    def __init__(self, problems: Sequence[Problem]) -> None:
        self.problems = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class CommandRefused(OntregeldError):
    """The command cannot be done now. Nothing was written."""


class NotAnExercise(OntregeldError):
    """The file is no exercise file, or one from a version that this program does not know."""


class ExerciseDamaged(OntregeldError):
    """The exercise file was changed or cut off outside the program."""


class JournalUnavailable(OntregeldError):
    """The exercise file cannot be written or read now. Nothing acknowledged is lost."""


class JournalGone(JournalUnavailable):
    """The exercise file no longer stands where it was opened. What was in it can still be copied."""


class ConcurrentAppend(OntregeldError):
    """Another process appended first: read what it wrote, then decide again."""


class NotFound(OntregeldError):
    """A file, scenario, node or role that is not there."""


class OutputFailed(OntregeldError):
    """What was asked for cannot be written there."""


class UsageWrong(OntregeldError):
    """The command line was used wrongly."""


_REASONS = {
    errno.ENOENT: "de map bestaat niet",
    errno.ENOTDIR: "de map bestaat niet",
    errno.EEXIST: "er staat al een bestand met die naam",
    errno.EISDIR: "het is een map",
    errno.EACCES: "u hebt er geen rechten voor",
    errno.EPERM: "u hebt er geen rechten voor",
    errno.EROFS: "op deze schijf kan niet worden geschreven",
    errno.ENOSPC: "de schijf is vol",
    errno.ENAMETOOLONG: "de naam is te lang",
    errno.ELOOP: "de koppelingen lopen in een kring",
    errno.EIO: "de schijf geeft een fout",
}


def reason(error: OSError | ValueError) -> str:
    """Why the system refused, in Dutch."""
    if isinstance(error, OSError):
        return _REASONS.get(error.errno or 0, f"het systeem weigert (fout {error.errno})")
    return "de naam kan niet"
