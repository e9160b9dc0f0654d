"""Where an exercise file is safe: the user's own folder, on the machine's own disk."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

_SYNCED = {
    "onedrive": "OneDrive",
    "dropbox": "Dropbox",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "mijn drive": "Google Drive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "cloudstorage": "een cloudmap",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "surfdrive": "SURFdrive",
    "pcloud": "pCloud",
    "box sync": "Box",
    "syncthing": "Syncthing",
    "sharepoint": "SharePoint",
}
"""Beginnings of folder names, in small letters, that sync programs use."""

_NETWORK = re.compile(
    r"nfs\d?|cifs|smb\d?|smbfs|afs|ceph|9p|davfs|ncpfs|glusterfs|lustre|vboxsf|prl_fs|fuse\.(sshfs|rclone|davfs2?|gvfsd-fuse|s3fs|smbnetfs)"
)
"""Linux names of file systems on which locks and syncs cannot be trusted."""


def default_folder(*, environ: Mapping[str, str] = os.environ, platform: str = sys.platform, home: Path | None = None) -> Path:
    """The folder for exercises that is the user's own and is not synced; it need not exist yet."""
    home = home or Path.home()
    if platform == "win32":
        base = _absolute(environ.get("LOCALAPPDATA")) or home / "AppData" / "Local"
    elif platform == "darwin":
        base = home / "Library" / "Application Support"
    else:
        base = _absolute(environ.get("XDG_DATA_HOME")) or home / ".local" / "share"
    return base / "ontregeld" / "oefeningen"


def _absolute(text: str | None) -> Path | None:
    """The path, if it is one that does not depend on where the program was started."""
    return Path(text) if text and Path(text).is_absolute() else None


def is_risky_place(path: Path, *, mounts: str | None = None) -> str | None:
    """A warning in Dutch when the file would stand on a network or in a synced folder, else None.

    `mounts` is the text of /proc/self/mountinfo, for a test that has no such mount.
    """
    whole = Path(os.path.realpath(path))
    synced = _synced(path) or _synced(whole)
    if synced:
        return (
            f"{path} staat in {synced}. Zo'n map wordt tijdens de oefening gekopieerd en kan het bestand beschadigen. "
            f"Kies een map op deze computer, zoals {default_folder()}."
        )
    if _on_network(whole, _mountinfo() if mounts is None else mounts):
        return (
            f"{path} staat op een netwerkschijf. Daar is niet zeker dat alles echt is opgeslagen. "
            f"Kies een map op deze computer, zoals {default_folder()}."
        )
    return None


def _synced(path: PurePath) -> str | None:
    for part in path.parts[:-1]:
        for start, name in _SYNCED.items():
            if part.lower().startswith(start):
                return name
    return None


def _on_network(path: Path, mounts: str) -> bool:
    if str(path).startswith((r"\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(path.anchor) == remote)
    return _NETWORK.fullmatch(_file_system(path, mounts)) is not None


def _file_system(path: Path, mounts: str) -> str:
    """The type of the file system that the path is on; the last of the longest mount points hides the others."""
    found, longest = "", -1
    for line in mounts.splitlines():
        before, _, after = line.partition(" - ")
        fields = before.split(" ")
        if len(fields) < 5 or not after:
            continue
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), fields[4])
        if path.is_relative_to(point) and len(point) >= longest:
            found, longest = after.split(" ")[0], len(point)
    return found


def _mountinfo() -> str:
    """The mounts of this machine; empty where the system does not tell."""
    try:
        return Path("/proc/self/mountinfo").read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return ""
