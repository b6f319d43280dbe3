"""Compiled patterns that outlive a process, as byte code does: compiling them was a fifth of a short run.

They are kept in the folder that RECONCILE_CACHE_DIR names, else where this system keeps the caches of a user; with
RECONCILE_CACHE_DIR set to nothing, nowhere. The file belongs to one version of Python, and holds patterns of the package
alone, no word of an article. It can be deleted at any time: without it a run takes longer, and is otherwise the same.
"""

from __future__ import annotations

import marshal
import os
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from pathlib import Path
from zlib import crc32

from reconcile.errors import StoreError
from reconcile.files import write_whole

Kept = tuple[
    int, bytes, int, dict[str, int], tuple[str | None, ...]
]  # what the engine is given, but the source
_FEW = 12  # patterns: fewer take less time to compile than the file takes to write
_MOST = 5000  # patterns: more than that are those of several versions of the package
_new: dict[tuple[str, int], Kept] = {}


def compiled(source: str, flags: int) -> re.Pattern[str]:
    """What `re.compile(source, flags)` gives, without compiling where an earlier process has done so."""
    key = (source, int(flags))
    try:
        kept = _kept().get(key)
        if kept is None:
            _new[key] = kept = _code(*key)
        return _pattern(source, kept)
    except Exception:  # the way in is not documented: a Python that has another one compiles as usual
        _new.pop(key, None)
        return re.compile(source, flags)


def keep() -> None:
    """What this process has compiled is there for the next one, or, where it cannot be written, is not."""
    if len(_new) < _FEW or not (path := _path()):
        return
    # Read again: another process may have written meanwhile.
    known = _load(path) | _new
    if len(known) > _MOST:
        known = dict(_new)
    data = marshal.dumps(known)
    try:
        write_whole(path, crc32(data).to_bytes(4, "big") + data)
    except StoreError:
        return
    _new.clear()


@cache
def _kept() -> dict[tuple[str, int], Kept]:
    path = _path()
    return _load(path) if path else {}


def _load(path: Path) -> dict[tuple[str, int], Kept]:
    """What the file holds; nothing when it is not there or damaged."""
    try:
        data = path.read_bytes()
        if crc32(data[4:]) != int.from_bytes(data[:4], "big"):
            return {}
        known: dict[tuple[str, int], Kept] = marshal.loads(memoryview(data)[4:])
    except (OSError, EOFError, ValueError, TypeError):
        return {}
    return known


def _path() -> Path | None:
    folder = os.environ.get("RECONCILE_CACHE_DIR")
    if folder is None:
        folder = _users()
    if not folder:
        return None
    return Path(folder) / f"patterns-{sys.implementation.cache_tag}-{sys.hexversion:x}"


def _users() -> str:
    """Where this system keeps what programs may forget, in a folder of our own; empty where that is not known."""
    if sys.platform == "win32":
        above = os.environ.get("LOCALAPPDATA", "")
    else:
        home = "~/Library/Caches" if sys.platform == "darwin" else "~/.cache"
        above = os.environ.get("XDG_CACHE_HOME") or os.path.expanduser(home)
    return os.path.join(above, "reconcile") if os.path.isabs(above) else ""


# As `re._compiler.compile` of CPython 3.11 to 3.14 does it, in two steps: the parser and the code writer, which are
# slow, and the engine, which checks the code it is given.
def _code(source: str, flags: int) -> Kept:
    compiler, parser = import_module("re._compiler"), import_module("re._parser")
    parsed = parser.parse(source, flags)
    code = array("I", compiler._code(parsed, flags))
    names = dict(parsed.state.groupdict)
    numbered: list[str | None] = [None] * parsed.state.groups
    for name, number in names.items():
        numbered[number] = name
    return (
        flags | parsed.state.flags,
        code.tobytes(),
        parsed.state.groups - 1,
        names,
        tuple(numbered),
    )


def _pattern(source: str, kept: Kept) -> re.Pattern[str]:
    flags, code, groups, names, numbered = kept
    made: re.Pattern[str] = import_module("_sre").compile(
        source, flags, list(memoryview(code).cast("I")), groups, names, numbered
    )
    return made
