"""Where the folders are, and what the configuration says."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import TYPE_CHECKING, Any, Literal, get_type_hints

from reconcile.align.aliases import Aliases, load_aliases
from reconcile.errors import ConfigError, StoreError

if TYPE_CHECKING:
    from pydantic import BaseModel

CONFIG_FILE = "reconcile.toml"
_TABLE = "tool.reconcile"  # of pyproject.toml


def _key(default: Any, description: str, **limits: float) -> Any:
    """A setting; `limits` bound its value in pydantic's words (`ge`, `le`, `gt`)."""
    return field(default=default, metadata={"description": description, **limits})


@dataclass(frozen=True, slots=True, kw_only=True)
class Config:
    """The settings of a workspace, all of them optional. In the file, keys are written with dashes."""

    sources: str = _key("sources", "folder of the articles")
    claims: str = _key("claims", "folder of what each source file asserts (generated)")
    reports: str = _key("reports", "folder of the reports (generated) and of judgements.jsonl (yours)")
    formats: tuple[str, ...] = _key(("md", "html", "json"), "the reports that `reconcile run` writes")
    select: tuple[str, ...] = _key((), "rules to use, by code, letter group or slug; empty: all")
    ignore: tuple[str, ...] = _key((), "rules to leave out, by code, letter group or slug")
    min_confidence: float = _key(0.0, "leave out findings below this", ge=0, le=1)
    fail_on: Literal["contradiction", "tension", "unresolved", "nothing"] = _key(
        "contradiction", "the least verdict that makes the exit code 1"
    )
    max_bytes: int = _key(16_000_000, "skip files larger than this", gt=0)
    jobs: int = _key(1, "processes to use; 0: one per core", ge=0)


def _dashed(name: str) -> str:
    return name.replace("_", "-")


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
    if not data:  # as `reconcile init` leaves it: every setting commented out
        return Config()
    from pydantic import ValidationError  # imported where it is needed: it costs the start

    try:
        return Config(**_model().model_validate(data).model_dump())
    except ValidationError as error:
        raise ConfigError("; ".join(_told(path.name, text, item) for item in error.errors())) from error


def _model() -> type[BaseModel]:
    """The settings as pydantic checks them."""
    from pydantic import ConfigDict, Field, create_model

    kinds = get_type_hints(Config)
    checked: dict[str, Any] = {
        item.name: (kinds[item.name], Field(item.default, **item.metadata)) for item in fields(Config)
    }
    rules = ConfigDict(extra="forbid", alias_generator=_dashed)
    return create_model("Config", __config__=rules, **checked)


def _told(name: str, text: str, item: Any) -> str:
    """What is wrong with one setting, in a line that names the file and its line."""
    key = str(item["loc"][0])
    line = _line(text, key, _TABLE if name == "pyproject.toml" else "")
    if item["type"] == "extra_forbidden":
        from difflib import get_close_matches

        known = [_dashed(setting.name) for setting in fields(Config)]
        close = get_close_matches(key, known, 1)
        hint = f"did you mean {close[0]!r}?" if close else f"known keys: {', '.join(known)}"
        return f"{name}:{line}: unknown key {key!r}; {hint}"
    return f"{name}:{line}: {key}: {item['msg']}"


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
    for item in fields(Config):
        lines += [f"# {item.metadata['description']}", f"# {_dashed(item.name)} = {_toml(item.default)}", ""]
    return "\n".join(lines)


def _toml(value: Any) -> str:
    if isinstance(value, tuple):
        return "[" + ", ".join(map(_toml, value)) + "]"
    return f'"{value}"' if isinstance(value, str) else str(value)
