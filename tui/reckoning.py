"""A process of its own that weighs luck against skill: it reads an exercise file, and tells how far it is and what came out.

`python -m tui.reckoning`: one line of JSON in, pickled answers out. It ends when whoever started it goes away.
"""

from __future__ import annotations

import json
import os
import pickle
import sys
import threading
from collections.abc import Callable
from pathlib import Path
from typing import IO

STEPS = 200
"""At most so many words of how far it is."""
NICE = 19
"""How much it gives way to everything else."""

Say = Callable[[tuple[object, ...]], None]
"""`("doing", what, part)`, `("slow", words)`, `("done", Luck)` or `("refused", words)`."""


def main() -> int:
    """Wait to be asked, weigh once, and end."""
    answers = os.fdopen(os.dup(sys.stdout.fileno()), "wb")
    sys.stdout = sys.stderr  # whatever prints must not come between the answers
    if hasattr(os, "nice"):
        os.nice(NICE)
    asked = sys.stdin.buffer.readline()
    if not asked:
        return 0
    threading.Thread(target=_end_with, args=(sys.stdin.buffer,), daemon=True).start()
    request = json.loads(asked)
    weigh(Path(request["file"]), request["futures"], lambda answer: _send(answers, answer))
    return 0


def weigh(file: Path, futures: int | None, say: Say) -> None:
    """Read the exercise and weigh it. What is wrong with it is said, not raised."""
    from simulator.cli.exercise_files import read
    from simulator.cli.weighed import NO_NUMBA, SEED, typical_script
    from simulator.consequences.futures import is_compiled
    from simulator.errors import OntregeldError
    from simulator.insight.luck import luck

    try:
        exercise = read(file)
        if not is_compiled():
            say(("slow", NO_NUMBA))
        typical = typical_script(exercise.setting)
        progress = _seldom(say)
        found = luck(exercise.setting, exercise.recorded, futures=futures, seed=SEED, typical=typical, progress=progress)
    except OntregeldError as error:
        say(("refused", str(error)))
    else:
        say(("done", found))


def _seldom(say: Say) -> Callable[[str, int, int], None]:
    """Tell how far it is, but not at each step."""
    told = ("", -1)

    def progress(what: str, done: int, of: int) -> None:
        nonlocal told
        now = (what, STEPS * done // max(1, of))
        if now != told:
            told = now
            say(("doing", what, min(1.0, done / max(1, of))))

    return progress


def _send(answers: IO[bytes], answer: tuple[object, ...]) -> None:
    pickle.dump(answer, answers)
    answers.flush()


def _end_with(asker: IO[bytes]) -> None:
    """When whoever asked is gone, however it went, there is nobody to weigh for."""
    asker.read()
    os._exit(0)


if __name__ == "__main__":
    sys.exit(main())
