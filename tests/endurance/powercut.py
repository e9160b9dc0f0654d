"""What a disk may hold after a power cut, from the system calls that wrote to it.

A file's unsynced writes may be there or not, in any order, sector by sector; a name that was made or taken away in a
folder may be there or not until the folder is synced.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_CALL = re.compile(r"(\w+)\((.*)\)\s*= (-?\d+)")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')


@dataclass
class File:
    """What is on the disk for certain, and what was written since the last sync."""

    synced: bytes = b""
    pending: list[tuple[int, bytes | None]] = field(default_factory=list)
    """Offset and bytes, or the size to cut at and None."""

    def sync(self) -> None:
        self.synced, self.pending = self.content(self.pending), []

    def content(self, writes: list[tuple[int, bytes | None]]) -> bytes:
        data = bytearray(self.synced)
        for offset, block in writes:
            if len(data) < offset:
                data.extend(bytes(offset - len(data)))
            if block is None:
                del data[offset:]
            else:
                data[offset : offset + len(block)] = block
        return bytes(data)

    def torn(self, chance: random.Random) -> bytes:
        """Some sectors of some writes made it."""
        kept: list[tuple[int, bytes | None]] = []
        likely = chance.choice([0.1, 0.5, 0.9])
        for offset, block in self.pending:
            if block is None:
                kept += [(offset, block)] if chance.random() < likely else []
                continue
            for start, part in _sectors(offset, block):
                kept += [(start, part)] if chance.random() < likely else []
        return self.content(kept)


def _sectors(offset: int, block: bytes) -> Iterator[tuple[int, bytes]]:
    at = 0
    while at < len(block):
        size = min(SECTOR - (offset + at) % SECTOR, len(block) - at)
        yield offset + at, block[at : at + size]
        at += size


@dataclass
class Disk:
    """A folder, replayed call by call."""

    folder: str
    files: dict[str, File]
    """What stands under which name once all is synced."""
    synced: dict[str, File]
    """Names that are on the disk for certain."""
    renamings: list[tuple[str, File | None]] = field(default_factory=list)
    """Names made and taken away since the folder was synced."""
    open: dict[int, File | None] = field(default_factory=dict)
    """By descriptor; None is the folder itself."""
    acknowledged: dict[int, str] = field(default_factory=dict)

    def states(self, seeds: int, at: int) -> Iterator[dict[str, bytes]]:
        """What may be found after a cut now: all written, only what was synced, names or data only, and mixtures."""
        yield {name: file.content(file.pending) for name, file in self.files.items()}
        yield {name: file.synced for name, file in self.synced.items()}
        yield {name: file.synced for name, file in self.files.items()}
        yield {name: file.content(file.pending) for name, file in self.synced.items()}
        for seed in range(seeds):
            chance = random.Random(at * 1000 + seed)
            names = dict(self.synced)
            for name, file in self.renamings[: chance.randint(0, len(self.renamings))]:
                _rename(names, name, file)
            yield {name: file.torn(chance) for name, file in names.items()}

    def replay(self, line: str) -> bool:
        """Carry out a call that strace wrote down; was it one that matters here?"""
        call = _CALL.search(line)
        if call is None or int(call[3]) < 0:
            return False
        name, arguments, result = call[1], call[2], int(call[3])
        texts = [bytes.fromhex(text.replace("\\x", "")) for text in _TEXT.findall(arguments)]
        numbers = [int(part) for part in re.findall(r"(?<![\w\\])\d+", _TEXT.sub("", arguments))]
        match name:
            case "openat":
                return self._opened(texts[0].decode(), result)
            case "unlink":
                return self._unlinked(texts[0].decode())
            case "write" if numbers[0] == 1:
                words = (text.split() for text in texts[0].decode().splitlines())
                self.acknowledged |= {int(word[1]): word[2] for word in words if word[0] == "ack"}
                return True
            case _ if numbers and numbers[0] in self.open:
                return self._at_the_file(name, numbers, texts)
        return False

    def _at_the_file(self, name: str, numbers: list[int], texts: list[bytes]) -> bool:
        file = self.open[numbers[0]]
        match name:
            case "close":
                del self.open[numbers[0]]
                return False
            case "fsync" | "fdatasync" if file is None:
                self.synced, self.renamings = dict(self.files), []
            case "fsync" | "fdatasync" if file is not None:
                file.sync()
            case "pwrite64" if file is not None:
                assert len(texts[0]) == numbers[1], "strace cut the bytes off"
                file.pending.append((numbers[2], texts[0]))
            case "ftruncate" if file is not None:
                file.pending.append((numbers[1], None))
            case _:
                raise AssertionError(f"a call that the replay does not know: {name}")
        return True

    def _opened(self, path: str, descriptor: int) -> bool:
        self.open.pop(descriptor, None)
        if path == self.folder:
            self.open[descriptor] = None
        if not path.startswith(f"{self.folder}/") or path.endswith("-shm"):
            return False
        name = Path(path).name
        made = name not in self.files
        if made:
            self._renamed(name, File())
        self.open[descriptor] = self.files[name]
        return made

    def _unlinked(self, path: str) -> bool:
        if not path.startswith(f"{self.folder}/") or path.endswith("-shm"):
            return False
        self._renamed(Path(path).name, None)
        return True

    def _renamed(self, name: str, file: File | None) -> None:
        self.renamings.append((name, file))
        _rename(self.files, name, file)


def _rename(names: dict[str, File], name: str, file: File | None) -> None:
    if file is None:
        names.pop(name, None)
    else:
        names[name] = file
