"""Words as data: months, titles, units, hedges, triggers, countries, agencies, boilerplate.

One folder per language, one file per subject, one entry a line; `#` starts a comment.
"""

from __future__ import annotations

from functools import cache
from pkgutil import get_data


@cache
def words(name: str, language: str = "en") -> tuple[str, ...]:
    """The entries of `LANGUAGE/NAME.txt`, in file order."""
    text = (get_data(__name__, f"{language}/{name}.txt") or b"").decode()
    lines = [line.partition("#")[0] for line in text.splitlines()] if "#" in text else text.splitlines()
    return tuple([said for line in lines if (said := line.strip())])


@cache
def word_set(name: str, language: str = "en") -> frozenset[str]:
    """The entries of `LANGUAGE/NAME.txt`, to look words up in."""
    return frozenset(words(name, language))
