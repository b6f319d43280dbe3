"""Words as data: months, titles, units, hedges, triggers, countries, agencies, boilerplate.

One folder per language, one file per subject. `.txt` holds one entry a line (`#` starts a comment);
`.toml` holds tables.
"""

from __future__ import annotations

from functools import cache
from importlib.resources import files
from typing import Any

_HOME = files(__name__)


@cache
def words(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of `LANGUAGE/NAME.txt`, in file order."""
    text = _HOME.joinpath(language, f"{name}.txt").read_bytes().decode()
    return tuple([said for line in text.splitlines() if (said := line.partition("#")[0].strip())])


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The tables of `LANGUAGE/NAME.toml`."""
    import tomllib  # slow to load, and word lists are not in tables

    return tomllib.loads(_HOME.joinpath(language, f"{name}.toml").read_bytes().decode())
