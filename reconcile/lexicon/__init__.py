"""Words as data: months, titles, units, hedges, triggers, countries, agencies, boilerplate.

One folder per language, one file per subject. `.txt` holds one entry a line (`#` starts a comment);
`.toml` holds tables.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import Any


@cache
def words(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of `LANGUAGE/NAME.txt`, in file order."""
    text = (files(__name__) / language / f"{name}.txt").read_text(encoding="utf-8")
    lines = (line.split("#", 1)[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def table(name: str, language: str = "en") -> dict[str, Any]:
    """The tables of `LANGUAGE/NAME.toml`."""
    return tomllib.loads((files(__name__) / language / f"{name}.toml").read_text(encoding="utf-8"))
