"""One way to open SQLite: the settings that lost nothing, and its errors in our own words."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from simulator.errors import ExerciseDamaged, JournalUnavailable, NotAnExercise, NotFound, OntregeldError, reason

Version = tuple[int, int, int]

BUSY_SECONDS = 5.0
"""How long to wait for another process that is writing."""


def wal_is_safe(version: Version) -> bool:
    """Is the WAL-reset defect mended in this SQLite? (3.51.3, and before that 3.50.7 and 3.44.6)"""
    return version >= (3, 51, 3) or (3, 50, 7) <= version < (3, 51, 0) or (3, 44, 6) <= version < (3, 45, 0)


def connect(path: Path, *, busy_seconds: float = BUSY_SECONDS, options: str = "mode=rw") -> sqlite3.Connection:
    """Open an existing file, changing nothing; the caller has seen that it is one, and translates the errors."""
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?{options}", uri=True, timeout=busy_seconds, isolation_level=None, check_same_thread=False
    )
    for pragma in ("trusted_schema = OFF", "cell_size_check = ON", "temp_store = MEMORY"):
        connection.execute(f"PRAGMA {pragma}")
    return connection


def connect_to_read(path: Path, *, busy_seconds: float = BUSY_SECONDS) -> sqlite3.Connection:
    """Open an existing file for queries only, and where it may, so that what a killed writer left half done is rolled back."""
    connection = connect(path, busy_seconds=busy_seconds)
    try:
        connection.execute("PRAGMA schema_version").fetchone()
    except sqlite3.Error as error:
        connection.close()
        half_done = any(path.with_name(path.name + rest).exists() for rest in ("-wal", "-journal"))
        if half_done or error.sqlite_errorcode & 0xFF not in (sqlite3.SQLITE_CANTOPEN, sqlite3.SQLITE_READONLY):
            raise
        # In WAL mode, on a place that cannot be written; nobody else can be writing there either.
        connection = connect(path, busy_seconds=busy_seconds, options="mode=ro&immutable=1")
    connection.execute("PRAGMA query_only = ON")
    return connection


def make_durable(connection: sqlite3.Connection) -> None:
    """Settings under which an acknowledged commit survives a power cut; only after the gate, for they change the file."""
    mode = _prefer(connection, journal_mode(connection))
    connection.execute(f"PRAGMA synchronous = {'FULL' if mode == 'wal' else 'EXTRA'}")
    connection.execute("PRAGMA secure_delete = ON")  # a forgotten name leaves no bytes behind


def journal_mode(connection: sqlite3.Connection) -> str:
    """`wal` or `delete`."""
    (mode,) = connection.execute("PRAGMA journal_mode").fetchone()
    return str(mode)


def _prefer(connection: sqlite3.Connection, mode: str) -> str:
    """The journal mode that is safe for this SQLite; as it was while others have the file open in the other mode."""
    wanted = "wal" if wal_is_safe(sqlite3.sqlite_version_info) else "delete"
    if mode == wanted:
        return mode
    try:
        (mode,) = connection.execute(f"PRAGMA journal_mode = {wanted}").fetchone()
    except sqlite3.OperationalError:
        return journal_mode(connection)  # in use elsewhere, or a place that cannot be written: reading still works
    return mode


def must_be_a_file(path: Path) -> None:
    """Say plainly what is wrong with a path that SQLite would only stumble over."""
    try:
        about = path.stat()
    except FileNotFoundError as error:
        raise NotFound(f"{path} bestaat niet. Kijk of de naam en de map kloppen.") from error
    except (OSError, ValueError) as error:
        raise JournalUnavailable(f"{path} is niet te bereiken: {reason(error)}.") from error
    if stat.S_ISDIR(about.st_mode):
        raise NotAnExercise(f"{path} is een map en geen oefening. Kies een bestand dat op .oefening eindigt.")
    if not stat.S_ISREG(about.st_mode):
        raise NotAnExercise(f"{path} is geen gewoon bestand. Kies een bestand dat op .oefening eindigt.")
    if about.st_size == 0:
        raise NotAnExercise(f"{path} is leeg: er staat geen oefening in. Kies een ander bestand, of een reservekopie.")


@contextmanager
def own_errors(path: Path) -> Iterator[None]:
    """Turn what SQLite raises into our own errors, in Dutch."""
    try:
        yield
    except UnicodeDecodeError as error:
        raise unreadable(path) from error
    except sqlite3.Error as error:
        raise translated(error, path) from error


@contextmanager
def transaction(connection: sqlite3.Connection, begin: str = "BEGIN IMMEDIATE") -> Iterator[None]:
    """All or nothing; errors stay SQLite's."""
    if connection.in_transaction:
        connection.execute("ROLLBACK")  # the disk failed so badly that an earlier one could not be rolled back
    connection.execute(begin)
    try:
        yield
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")


_UNAVAILABLE = {
    sqlite3.SQLITE_FULL: "De schijf is vol: {path} kan niet verder. Maak ruimte vrij en probeer het opnieuw; "
    "wat er al stond is veilig.",
    sqlite3.SQLITE_READONLY: "{path} kan niet worden beschreven. Zet het op een plek waar u mag schrijven.",
    sqlite3.SQLITE_PERM: "U hebt geen rechten op {path}. Zet het op een plek waar u mag schrijven.",
    sqlite3.SQLITE_CANTOPEN: "{path} kan niet worden geopend. Kijk of u rechten hebt op het bestand en de map.",
    sqlite3.SQLITE_BUSY: "{path} is al te lang bezet door een ander programma. Sluit dat, of probeer het zo opnieuw.",
    sqlite3.SQLITE_LOCKED: "{path} is al te lang bezet door een ander programma. Sluit dat, of probeer het zo opnieuw.",
    sqlite3.SQLITE_IOERR: "De schijf geeft een fout bij {path}. Probeer het opnieuw; blijft het zo, ga dan verder op een "
    "andere schijf met een reservekopie. Wat er al stond is veilig.",
}


def unreadable(path: Path) -> ExerciseDamaged:
    """Text in the file is no UTF-8; Python says so with one error or another."""
    return ExerciseDamaged(f"In {path} staat tekst die niet te lezen is. Gebruik een reservekopie.")


def translated(error: sqlite3.Error, path: Path) -> OntregeldError:
    """What SQLite says, as one of our own errors."""
    code: int | None = getattr(error, "sqlite_errorcode", None)
    if code is None:
        # Python's own: text that is no UTF-8 (damage), or a connection that was closed.
        if isinstance(error, sqlite3.ProgrammingError):
            return JournalUnavailable(f"{path} is al gesloten.")
        return unreadable(path)
    match code & 0xFF:
        case sqlite3.SQLITE_NOTADB:
            return NotAnExercise(f"{path} is geen oefening van Ontregeld. Kies een bestand dat op .oefening eindigt.")
        case sqlite3.SQLITE_CORRUPT:
            return ExerciseDamaged(f"{path} is beschadigd of afgekapt. Gebruik een reservekopie.")
        case primary:
            message = _UNAVAILABLE.get(primary, "{path} kan nu niet worden gebruikt ({name}). Probeer het opnieuw.")
            return JournalUnavailable(message.format(path=path, name=error.sqlite_errorname))
