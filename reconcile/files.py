"""Files written whole or not at all, names that every file system takes, and JSON read strictly."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from typing import Any

from reconcile.errors import StoreError

_RESERVED = frozenset(
    ["con", "prn", "aux", "nul", *(f"com{n}" for n in range(10)), *(f"lpt{n}" for n in range(10))]
)
_LONGEST = 180  # bytes of a name; file systems take 255, and suffixes are still to come


def write_whole(path: Path, data: bytes) -> None:
    """The file at `path` holds `data`, or, on any failure, what it held before. Raises StoreError."""
    draft = path.with_name(f".{path.name[:60]}.{os.getpid()}.tmp")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        with draft.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        draft.replace(path)
    except OSError as error:
        with suppress(OSError):
            draft.unlink()
        raise StoreError(f"{path.name}: cannot be written: {error.strerror or error}") from error


def safe_name(name: str) -> str:
    """`name` as a file name for every system: an unusual one gets a hash, so that two names never become one."""
    plain = "".join(char if char.isalnum() or char in "-_.@+ #" else "_" for char in name).rstrip(". ")
    usual = plain == name and plain[:1] != "." and plain.split(".")[0].lower() not in _RESERVED
    if usual and len(name.encode()) <= _LONGEST:
        return name
    mark = sha256(name.encode("utf-8", "surrogatepass")).hexdigest()[:10]
    return f"{plain.replace('.', '_')[:60]}-{mark}"


@contextmanager
def locked(path: Path) -> Iterator[None]:
    """Nobody else holds the lock at `path` meanwhile. Raises StoreError at once when somebody does."""
    try:
        import fcntl
    except ImportError:  # no such locks on this system: two runs at once are the user's to avoid
        yield
        return
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        stream = path.open("a")
    except OSError as error:
        raise StoreError(f"{path.parent.name}: cannot be written: {error.strerror or error}") from error
    with stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            raise StoreError("workspace busy: another run is writing to it") from error
        yield


def strict_json(text: str) -> Any:
    """What the JSON text holds. Raises ValueError also for a key that is there twice, for NaN and for infinity."""
    return json.loads(text, object_pairs_hook=_unique, parse_constant=_refused)


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        names = [name for name, _ in pairs]
        raise ValueError(f"the key {next(n for n in names if names.count(n) > 1)!r} is there twice")
    return found


def _refused(constant: str) -> Any:
    raise ValueError(f"{constant} is no number")
