"""Where an exercise file may stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from simulator.journal.place import default_folder, is_risky_place

MOUNTS = """\
22 1 8:1 / / rw,relatime shared:1 - ext4 /dev/sda1 rw
30 22 0:40 / /mnt/g-schijf rw shared:2 - cifs //gemeente/oov rw
31 22 0:41 / /mnt/team\\040crisis rw - fuse.sshfs oov@bestanden:/ rw
32 30 8:2 / /mnt/g-schijf/lokaal rw - ext4 /dev/sdb1 rw
33 22 0:42 / /home rw - overlay overlay rw
34 22 0:43 / /nas rw - nfs4 nas:/ rw
"""


@pytest.mark.parametrize(
    ("path", "says"),
    [
        ("/home/oov/OneDrive - Gemeente Voorbeeld/x.oefening", "OneDrive"),
        ("/home/oov/Dropbox/oefeningen/x.oefening", "Dropbox"),
        ("/home/oov/Nextcloud2/x.oefening", "Nextcloud"),
        ("/Users/oov/Library/CloudStorage/Anders/x.oefening", "cloudmap"),
        ("/Users/oov/Library/Mobile Documents/x.oefening", "iCloud"),
        ("/mnt/g-schijf/x.oefening", "netwerkschijf"),
        ("/mnt/team crisis/diep/x.oefening", "netwerkschijf"),
        ("/nas/x.oefening", "netwerkschijf"),
    ],
)
def test_a_synced_or_network_folder_gets_a_warning_that_says_where_to_go(path: str, says: str) -> None:
    warning = is_risky_place(Path(path), mounts=MOUNTS)
    assert warning is not None
    assert path in warning
    assert says in warning
    assert str(default_folder()) in warning


@pytest.mark.parametrize(
    "path",
    ["/home/oov/x.oefening", "/mnt/g-schijf/lokaal/x.oefening", "/home/oov/dropbox.oefening", "/nasi/x.oefening"],
)
def test_a_folder_of_the_machine_itself_gets_none(path: str) -> None:
    assert is_risky_place(Path(path), mounts=MOUNTS) is None


def test_a_link_into_a_synced_folder_is_seen_through(tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive"
    synced.mkdir()
    (tmp_path / "oefeningen").symlink_to(synced)
    assert is_risky_place(tmp_path / "oefeningen" / "x.oefening", mounts=MOUNTS) is not None


def test_this_machines_own_mounts_can_be_read(tmp_path: Path) -> None:
    assert is_risky_place(tmp_path / "x.oefening") is None


@pytest.mark.parametrize(
    ("platform", "environ", "folder"),
    [
        ("linux", {}, "/home/oov/.local/share/ontregeld/oefeningen"),
        ("linux", {"XDG_DATA_HOME": "/data/oov"}, "/data/oov/ontregeld/oefeningen"),
        ("linux", {"XDG_DATA_HOME": "ergens"}, "/home/oov/.local/share/ontregeld/oefeningen"),
        ("linux", {"XDG_DATA_HOME": ""}, "/home/oov/.local/share/ontregeld/oefeningen"),
        ("darwin", {"XDG_DATA_HOME": "/data"}, "/home/oov/Library/Application Support/ontregeld/oefeningen"),
        ("win32", {"LOCALAPPDATA": "/C/Users/oov/Local"}, "/C/Users/oov/Local/ontregeld/oefeningen"),
        ("win32", {}, "/home/oov/AppData/Local/ontregeld/oefeningen"),
    ],
)
def test_the_default_folder_is_the_users_own(platform: str, environ: dict[str, str], folder: str) -> None:
    assert default_folder(environ=environ, platform=platform, home=Path("/home/oov")) == Path(folder)
