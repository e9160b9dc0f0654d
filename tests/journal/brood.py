"""A process that breeds writers, to be killed: forking is a hundred times quicker than starting Python anew.

Lines in: `fork SEQ PATH` (it has seen up to SEQ), and to the writer `append N`, `run`.
Lines out: `born PID`, `open SEQ`, `ack SEQ HASH`, `late`, `dead`.
"""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from simulator.errors import ConcurrentAppend
from simulator.journal.protocol import Position
from simulator.journal.sqlite import SqliteJournal
from tests.journal.builders import noted


def say(text: str) -> None:
    os.write(1, f"{text}\n".encode())


def lines() -> list[str]:
    data = os.read(0, 4096)
    if not data:
        sys.exit(0)
    return data.decode().splitlines()


class Writer:
    """Appends, and says so only after the journal said that it is safe."""

    def __init__(self, path: Path, seen: int) -> None:
        self.journal = SqliteJournal.open(path)
        self.actor = f"rol:{os.getpid()}"
        self.seq = seen + len(self.journal.read(seen))
        say(f"open {self.seq}")

    def append(self, amount: int) -> None:
        while True:
            try:
                stamps = [noted(number) for number in range(self.seq + 1, self.seq + 1 + amount)]
                records = self.journal.append(self.seq, stamps, self.actor)
                break
            except ConcurrentAppend:
                self.seq += len(self.journal.read(self.seq))
                say("late")
        self.seq = records[-1].seq
        for record in records:
            say(f"ack {record.seq} {record.hash}")

    def run(self) -> None:
        chance = random.Random(os.getpid())
        while True:
            self.append(chance.randint(1, 5))
            if chance.random() < 0.2:
                self.journal.mark(Position(seconds=self.seq, running=True, factor=1))


def write(path: Path, seen: int) -> None:
    writer = Writer(path, seen)
    while True:
        for line in lines():
            match line.split():
                case ["append", amount]:
                    writer.append(int(amount))
                case ["run"]:
                    writer.run()


def main() -> None:
    while True:
        for line in lines():
            command, seen, path = f"{line}  ".split(" ", 2)
            if command != "fork":
                continue  # meant for a writer that was killed before it read this
            child = os.fork()
            if child == 0:
                write(Path(path.strip()), int(seen))
            say(f"born {child}")
            os.waitpid(child, 0)
            say("dead")


if __name__ == "__main__":
    main()
