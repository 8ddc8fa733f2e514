"""Where a database may lie: not where a sync client or a network share would tear it."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from services.errors import Refused

FILE_NAME = "opsdesk.db"
_SYNCED = re.compile(
    r"^(onedrive|dropbox|nutstore|我的坚果云|坚果云|icloud|mobile documents|com~apple~clouddocs|google ?drive"
    r"|googledrive|我的云端硬盘|my drive|baidusyncdisk|百度网盘同步空间|百度同步盘|synologydrive|nextcloud|owncloud)",
    re.IGNORECASE,
)
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]+):/")  # one letter is a drive of Windows
_NETWORK = frozenset({"nfs", "nfs3", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "davfs"})
_NETWORK_FUSE = ("fuse.sshfs", "fuse.rclone", "fuse.davfs", "fuse.gvfsd", "fuse.s3fs")


def default_place() -> Path:
    """Where the data lies unless `--data` says otherwise: the user's own data folder on this system."""
    import platformdirs

    return Path(platformdirs.user_data_dir("OpsDesk", appauthor=False))


def on_server(place: str | Path) -> bool:
    """Whether `place` is the address of a database server rather than a path."""
    return re.match(r"postgresql(\+\w+)?:/", str(place)) is not None


def file_in(place: str | Path) -> Path:
    """The database's file (absolute): `place` itself if it names one, else the one in that folder.

    Raises Refused "database.unknown_scheme" (scheme) for an address of anything but PostgreSQL, and
    "database.other_file" (file) for a file that is there and is called neither .db nor .sqlite.
    """
    scheme = _SCHEME.match(str(place))
    if scheme is not None:  # the rest may hold a password
        raise Refused("database.unknown_scheme", scheme=scheme[1])
    path = Path(place).expanduser().absolute()
    if path.suffix in {".db", ".sqlite"} and not path.is_dir():
        return path
    if path.is_file():
        raise Refused("database.other_file", file=str(path))
    return path / FILE_NAME


def exists(place: str | Path) -> bool:
    """Whether there is a database at `place` already; a server is taken to have one. Raises what `file_in` does."""
    return on_server(place) or file_in(place).is_file()


def refuse_unsafe(folder: Path) -> None:
    """Refuse a folder of a sync client ("database.cloud_folder") or on the network ("database.network_folder").

    Source: https://sqlite.org/howtocorrupt.html, sections 2.1 and 2.6.
    """
    for part in folder.parts:
        if _SYNCED.match(part):
            raise Refused("database.cloud_folder", folder=str(folder), service=part)
    if on_network(folder):
        raise Refused("database.network_folder", folder=str(folder))


def on_network(folder: Path, mounts: str | None = None) -> bool:
    """Whether `folder` lies on a network share; `mounts` is the text of Linux's mount table, for a test."""
    if str(folder).startswith(("\\\\", "//")):
        return True
    if sys.platform == "win32":
        import ctypes

        remote = 4
        return bool(ctypes.windll.kernel32.GetDriveTypeW(folder.anchor) == remote)
    kind = _file_system(folder, _mount_table() if mounts is None else mounts)
    return kind in _NETWORK or kind.startswith(_NETWORK_FUSE)


def _mount_table() -> str:
    try:
        return Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""


def _file_system(folder: Path, mounts: str) -> str:
    best, kind = "", ""
    for line in mounts.splitlines():
        fields = line.split(" ")
        if len(fields) < 3:
            continue
        point = fields[1].replace("\\040", " ")
        inside = point == "/" or str(folder) == point or str(folder).startswith(point + "/")
        if inside and len(point) >= len(best):
            best, kind = point, fields[2]
    return kind
