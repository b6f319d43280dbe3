"""Where the folders are, and what the configuration says."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from reconcile.align.aliases import Aliases, load_aliases
from reconcile.errors import ConfigError, StoreError

CONFIG_FILE = "reconcile.toml"
_TABLE = "tool.reconcile"  # of pyproject.toml


def _string(value: object) -> str:
    if isinstance(value, str):
        return value
    raise ValueError("must be a string")


def _strings(value: object) -> tuple[str, ...]:
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return tuple(value)
    raise ValueError("must be a list of strings")


def _verdict(value: object) -> str:
    known = ("contradiction", "tension", "unresolved", "nothing")
    if value in known:
        return str(value)
    raise ValueError(f"must be one of {', '.join(known)}")


def _whole_number(least: int) -> Callable[[object], int]:
    def read(value: object) -> int:
        if isinstance(value, int) and not isinstance(value, bool) and value >= least:
            return value
        raise ValueError(f"must be a whole number, at least {least}")

    return read


def _share(value: object) -> float:
    if isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value <= 1:
        return float(value)
    raise ValueError("must be a number from 0 to 1")


def _key(default: Any, description: str, read: Callable[[object], Any]) -> Any:
    """A setting; `read` gives its value as the program uses it, or raises ValueError with what it must be."""
    return field(default=default, metadata={"description": description, "read": read})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a workspace, all of them optional. In the file, keys are written with dashes."""

    sources: str = _key("sources", "folder of the articles", _string)
    claims: str = _key("claims", "folder of what each source file asserts (generated)", _string)
    reports: str = _key(
        "reports", "folder of the reports (generated) and of judgements.jsonl (yours)", _string
    )
    formats: tuple[str, ...] = _key(
        ("md", "html", "json"), "the reports that `reconcile run` writes", _strings
    )
    select: tuple[str, ...] = _key((), "rules to use, by code, letter group or slug; empty: all", _strings)
    ignore: tuple[str, ...] = _key((), "rules to leave out, by code, letter group or slug", _strings)
    min_confidence: float = _key(0.0, "leave out findings below this", _share)
    fail_on: str = _key("contradiction", "the least verdict that makes the exit code 1", _verdict)
    max_bytes: int = _key(16_000_000, "skip files larger than this", _whole_number(1))
    jobs: int = _key(1, "processes to use; 0: one per core", _whole_number(0))


_FIELDS = {item.name.replace("_", "-"): item for item in fields(Config)}


@dataclass(frozen=True, slots=True)
class Workspace:
    """A folder with sources, claims and reports, and its configuration."""

    root: Path
    config: Config

    @property
    def sources(self) -> Path:
        """The folder of the articles."""
        return self.root / self.config.sources

    @property
    def claims(self) -> Path:
        """The folder of what each source file asserts."""
        return self.root / self.config.claims

    @property
    def reports(self) -> Path:
        """The folder of the reports and of the judgements."""
        return self.root / self.config.reports

    @property
    def state(self) -> Path:
        """The folder of what only this machine needs to know: the lock, and which code made which table."""
        return self.root / ".reconcile"

    def aliases(self) -> Aliases:
        """What `aliases.toml` says about names; nothing when there is no such file. Raises ConfigError."""
        return load_aliases(self.root / "aliases.toml")

    @property
    def judgements(self) -> Path:
        """The only hand-made file among the reports."""
        return self.reports / "judgements.jsonl"


def find(start: Path) -> Workspace | None:
    """The workspace that `start` lies in: the nearest folder upwards with a configuration, None when there is none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / CONFIG_FILE).is_file():
            return Workspace(folder, load(folder / CONFIG_FILE))
        project = folder / "pyproject.toml"
        if project.is_file() and f"[{_TABLE}]" in project.read_text(encoding="utf-8", errors="replace"):
            return Workspace(folder, load(project))
    return None


def open_workspace(start: Path) -> Workspace:
    """The workspace that `start` lies in. Raises ConfigError when it lies in none."""
    found = find(start)
    if found is None:
        raise ConfigError(f"no {CONFIG_FILE} here or in a folder above; `reconcile init` makes a workspace")
    return found


def load(path: Path) -> Config:
    """The configuration in `path`. Raises ConfigError with file and line for anything that is not as it must be."""
    try:
        text = path.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise ConfigError(f"{path.name}: cannot be read: {error}") from error
    import tomllib

    try:
        data: Any = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        line = re.search(r"at line (\d+)", str(error))
        raise ConfigError(f"{path.name}:{line[1] if line else text.count(chr(10)) + 1}: {error}") from error
    if path.name == "pyproject.toml":
        data = data.get("tool", {}).get("reconcile", {})
    table = _TABLE if path.name == "pyproject.toml" else ""
    settings: dict[str, Any] = {}
    wrong = []
    for key, value in data.items():
        try:
            settings[key.replace("-", "_")] = _setting(key, value)
        except ValueError as error:
            wrong.append(f"{path.name}:{_line(text, key, table)}: {error}")
    if wrong:
        raise ConfigError("; ".join(wrong))
    return Config(**settings)


def _setting(key: str, value: object) -> Any:
    """The value of a setting. Raises ValueError with what is wrong about its key or its value."""
    if key not in _FIELDS:
        from difflib import get_close_matches

        close = get_close_matches(key, _FIELDS, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(_FIELDS)}"
        raise ValueError(f"unknown key {key!r}; {hint}")
    try:
        return _FIELDS[key].metadata["read"](value)
    except ValueError as error:
        raise ValueError(f"{key}: {error}") from error


def _line(text: str, key: str, table: str) -> int:
    """The line on which `key` of `table` is set; the table's own line when the key cannot be found."""
    inside, at = not table, 1
    for number, line in enumerate(text.splitlines(), 1):
        header = re.match(r"\s*\[+\s*([^\]]+?)\s*\]", line)
        if header:
            inside = header[1] == table
            if header[1] == f"{table}.{key}".lstrip("."):
                return number
            at = number if inside else at
        elif inside and re.match(rf"\s*[\"']?{re.escape(key)}[\"']?\s*=", line):
            return number
    return at


def create(folder: Path) -> list[Path]:
    """Makes a workspace in `folder` and returns what was made; what is there already stays as it is.

    Raises StoreError when the folder cannot be written.
    """
    made = []
    try:
        for name in (Config().sources, Config().claims, Config().reports):
            if not (folder / name).is_dir():
                (folder / name).mkdir(parents=True)
                made.append(folder / name)
        if not (folder / CONFIG_FILE).exists():
            (folder / CONFIG_FILE).write_text(template(), encoding="utf-8")
            made.append(folder / CONFIG_FILE)
    except OSError as error:
        raise StoreError(f"{folder}: {error.strerror or error}") from error
    return made


def template() -> str:
    """A configuration with every key at its default, commented out and explained."""
    lines = ["# Settings of this workspace. Every key is optional; these are the defaults.", ""]
    for key, item in _FIELDS.items():
        lines += [f"# {item.metadata['description']}", f"# {key} = {_toml(item.default)}", ""]
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
