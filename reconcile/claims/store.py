"""The folder of claim tables, which is also what a run remembers: an article that has not changed is not read again.

The tables hold only what follows from the sources. Which code made them is noted elsewhere (`.reconcile/state.json`),
so that they stay the same from one release to the next, and are made again when the code is another.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from reconcile.claims import table
from reconcile.claims.claim import Claim
from reconcile.errors import StoreError
from reconcile.files import safe_name, write_whole
from reconcile.sources.article import Article
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from importlib.resources.abc import Traversable

_HEAD = regex(rf'\{{"table": "{table.NAME}/(\d{{1,9}})"')
_CODE = ("claims", "language", "lexicon", "values")  # what claims follow from, apart from the articles


class ClaimStore:
    """The claim tables in `folder`, of the source files in `sources` (a path relative to the workspace).

    `state` is a folder for what only this machine needs to know.
    """

    def __init__(self, folder: Path, sources: str, state: Path) -> None:
        self.folder = folder
        self.sources = sources
        self.state = state / "state.json"

    def known(self, articles: Iterable[Article]) -> dict[str, list[Claim]]:
        """The claims of those articles that are exactly as they were when their table was made, by this code."""
        state = _read_state(self.state)
        if state.get("code") != code_hash():
            return {}
        kept: dict[str, list[Claim]] = {}
        for path, members in by_file(articles).items():
            name = self.name(path)
            try:
                data = (self.folder / name).read_bytes()
                if state["tables"].get(name) != sha256(data).hexdigest():
                    continue
                entries = {e.id: e for e in table.read(data.decode(), name).entries}
            except (OSError, StoreError, UnicodeDecodeError):
                continue  # it will be made again
            for article in members:
                found = entries.get(article.id)
                if found is not None and found.depends == table.depends(article):
                    kept[article.id] = list(found.claims)
        return kept

    def save(self, articles: Sequence[Article], claims: Mapping[str, Sequence[Claim]]) -> None:
        """The folder holds one table per source file of `articles`, and no table of a file that is gone.

        Raises StoreError when that cannot be written; every table is then either the old one or the new one. A
        table of a newer release makes it refuse before anything is written.
        """
        self._refuse_newer()
        written: dict[str, str] = {}
        for path, members in by_file(articles).items():
            entries = tuple(table.entry(article, claims[article.id]) for article in members)
            data = table.write(table.Table(source=path, entries=entries)).encode("utf-8", "surrogatepass")
            name = self.name(path)
            if _bytes(self.folder / name) != data:
                write_whole(self.folder / name, data)
            written[name] = sha256(data).hexdigest()
        for stale in sorted(self.folder.rglob("*.jsonl")):
            if stale.relative_to(self.folder).as_posix() not in written and _version(stale) is not None:
                stale.unlink()
        state = {"code": code_hash(), "tables": dict(sorted(written.items()))}
        write_whole(self.state.with_name(".gitignore"), b"*\n")
        write_whole(self.state, (json.dumps(state, indent=1) + "\n").encode())

    def _refuse_newer(self) -> None:
        for found in sorted(self.folder.rglob("*.jsonl")):
            version = _version(found)
            if version is not None and version > table.VERSION:
                raise StoreError(
                    f"{found.name}:1: made by a newer release (schema {table.NAME}/{version}, this one writes "
                    f"{table.SCHEMA}); nothing was changed"
                )

    def name(self, path: str) -> str:
        """The table of the source file `path`: its name in the folder, the same whatever other files there are."""
        inside = path.removeprefix(self.sources.rstrip("/") + "/")
        parts = [safe_name(part) for part in PurePosixPath(inside).parts if part not in ("/", "..")]
        return "/".join(parts or [safe_name(path)]) + ".jsonl"


def by_file(articles: Iterable[Article]) -> dict[str, list[Article]]:
    """The articles by the file they are in, files in the order of their names."""
    found: dict[str, list[Article]] = {}
    for article in articles:
        found.setdefault(article.path or article.id, []).append(article)
    return {path: sorted(found[path], key=lambda a: (a.start, a.id)) for path in sorted(found)}


def code_hash() -> str:
    """A hash of the code and the word lists that claims follow from."""
    from importlib.resources import files  # slow to load, and only a run asks

    total = sha256()
    for stage in _CODE:
        for name, data in sorted(_contents(files("reconcile") / stage, stage)):
            total.update(f"{name}\x1f{len(data)}\x1f".encode() + data)
    return total.hexdigest()


def _contents(folder: Traversable, name: str) -> list[tuple[str, bytes]]:
    found: list[tuple[str, bytes]] = []
    for item in folder.iterdir():
        if item.is_dir() and item.name != "__pycache__":
            found += _contents(item, f"{name}/{item.name}")
        elif item.name.endswith((".py", ".txt", ".toml")):
            found.append((f"{name}/{item.name}", item.read_bytes()))
    return found


def _read_state(path: Path) -> dict[str, Any]:
    try:
        state = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError):
        return {}  # a lost or broken note costs one full run
    return state if isinstance(state, dict) and isinstance(state.get("tables"), dict) else {}


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except OSError:
        return None


def _version(path: Path) -> int | None:
    """The schema of the claim table at `path`; None for any other file."""
    head = _HEAD.match((_bytes(path) or b"")[:_HEAD_BYTES].decode("utf-8", "replace"))
    return int(head[1]) if head else None


_HEAD_BYTES = 100
