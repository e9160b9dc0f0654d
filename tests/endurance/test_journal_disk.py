"""Power cuts and failing disks, at every system call; needs strace, and is skipped where it is not."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from simulator.journal.sqlite import SqliteJournal
from simulator.journal.verify import verify
from tests.endurance.powercut import Disk, File
from tests.journal.builders import OEFENLEIDER, exercise_file, notes
from tests.journal.writers import ROOT

pytestmark = [pytest.mark.endurance, pytest.mark.skipif(shutil.which("strace") is None, reason="needs strace")]

CALLS = "openat,close,pwrite64,ftruncate,fsync,fdatasync,unlink,write,rename,renameat,renameat2,unlinkat,pwritev,fallocate"
FAULTS = {
    "pwrite64": (90, ("EIO", "ENOSPC")),
    "fdatasync": (30, ("EIO", "ENOSPC")),
    "unlink": (12, ("EIO", "EACCES")),
}
"""Up to which call of this kind, and how it fails."""


def scribe(path: Path, appends: int, mode: str, *strace: str) -> subprocess.CompletedProcess[str]:
    """Let the scribe write under strace."""
    writer = [sys.executable, "-B", "-m", "tests.endurance.scribe", str(path), str(appends), mode]
    return subprocess.run(["strace", *strace, *writer], cwd=ROOT, capture_output=True, text=True, check=False)


def lost(path: Path, acknowledged: dict[int, str]) -> list[int]:
    """The acknowledged events that the file, opened again, does not have; it must be whole and go on."""
    with SqliteJournal.open(path) as journal:
        found = {record.seq: record.hash for record in journal.read()}
        journal.append(len(found), notes(len(found), 1), OEFENLEIDER)
    assert verify(path).whole
    return [seq for seq, hash in acknowledged.items() if found.get(seq) != hash]


@pytest.fixture
def quick(tmp_path: Path) -> Iterator[Path]:
    """A folder in memory where the system has one: replayed states need no disk."""
    memory = Path("/dev/shm")
    if not os.access(memory, os.W_OK):
        yield tmp_path
        return
    folder = memory / f"{tmp_path.name}-{os.getpid()}"
    folder.mkdir(mode=0o700)
    yield folder
    shutil.rmtree(folder)


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_no_power_cut_at_any_system_call_loses_an_acknowledged_event(
    tmp_path: Path, quick: Path, mode: str, tell: Callable[[str], None]
) -> None:
    path, trace = exercise_file(tmp_path / "schijf"), tmp_path / "calls"
    begin = File(synced=path.read_bytes())
    done = scribe(path, 40, mode, "-o", str(trace), "-xx", "-s", "1000000", "-e", f"trace={CALLS}")
    assert done.returncode == 0, done.stderr
    disk = Disk(folder=str(path.parent), files={path.name: begin}, synced={path.name: begin})
    seen: set[bytes] = set()
    bad = []
    for at, line in enumerate(trace.read_text(encoding="ascii").splitlines()):
        if not disk.replay(line):
            continue
        for state in disk.states(seeds=90, at=at):
            identity = hashlib.sha256(repr((sorted(state.items()), max(disk.acknowledged, default=0))).encode()).digest()
            if identity in seen:
                continue
            seen.add(identity)
            bad += [(at, seq) for seq in lost(_laid_out(quick, state), disk.acknowledged)]
    tell(f"power cuts, {mode}: {len(bad)} events lost in {len(seen)} different states; {len(disk.acknowledged)} events written")
    assert bad == []
    assert len(disk.acknowledged) > 70


def _laid_out(folder: Path, state: dict[str, bytes]) -> Path:
    for old in folder.iterdir():
        old.unlink()
    for name, content in state.items():
        (folder / name).write_bytes(content)
    (path,) = (folder / name for name in state if name.endswith(".oefening"))
    return path


def test_the_replay_finds_what_is_lost_when_nothing_is_synced(tmp_path: Path, quick: Path) -> None:
    path, trace = exercise_file(tmp_path / "schijf"), tmp_path / "calls"
    begin = File(synced=path.read_bytes())
    scribe(path, 4, "delete", "-o", str(trace), "-xx", "-s", "1000000", "-e", f"trace={CALLS}")
    disk = Disk(folder=str(path.parent), files={path.name: begin}, synced={path.name: begin})
    for line in trace.read_text(encoding="ascii").splitlines():
        if "sync(" not in line:
            disk.replay(line)
    (_, only_synced, *_) = disk.states(seeds=0, at=0)
    assert lost(_laid_out(quick, only_synced), disk.acknowledged) == sorted(disk.acknowledged)


def _faults() -> Iterator[tuple[str, str]]:
    """Each call failing once, and from some call on for good."""
    for call, (most, errors) in FAULTS.items():
        for error in errors:
            for when in range(1, most, 2):
                yield call, f"error={error}:when={when}"
            for when in range(2, most, 10):
                yield call, f"error={error}:when={when}+"


@pytest.mark.parametrize("mode", ["delete", "wal"])
def test_no_failing_system_call_loses_an_acknowledged_event_or_stops_the_exercise(
    tmp_path: Path, mode: str, tell: Callable[[str], None]
) -> None:
    bad, runs, acknowledged = [], 0, 0
    for call, fault in _faults():
        path = exercise_file(tmp_path, name=f"{runs}.oefening")
        done = scribe(path, 6, mode, "-o", os.devnull, "-e", f"trace={call}", "-e", f"inject={call}:{fault}")
        assert done.returncode in (0, 3), f"{call} {fault}: {done.stderr}"
        words = [line.split() for line in done.stdout.splitlines() if line.startswith("ack")]
        heard = {int(seq): hash for _, seq, hash in words}
        bad += [(call, fault, seq) for seq in lost(path, heard)]
        runs, acknowledged = runs + 1, acknowledged + len(heard)
    tell(f"failing calls, {mode}: {len(bad)} of {acknowledged} acknowledged events lost in {runs} runs")
    assert bad == []
    assert runs >= 120
