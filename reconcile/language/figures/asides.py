"""What stands between the victims and what happened to them: "nine people, including three children, were killed"."""

from __future__ import annotations

import re

from reconcile.language.figures.groups import Group
from reconcile.values.regex import regex

# "nine people, three of them children, were", "five men -- mostly soldiers -- have"
_AMONG = regex(
    r"\A(?:,|\s[-–—]{1,2}|\s\()\s?(?:(?:including|among\sthem|among\swhom(?:\swere)?|mostly)\b|(?:[\w-]+\s){1,3}of\s(?:them|whom)\b)"
    r"[^;:.!?()\n–—]{2,90}?(?:,|\s[-–—]{1,2}|\))(?=\s)",
    re.I,
)
# "two boys aged 12 and 14 were", "three men, 30, 41 and 50, were"
_AGES = regex(
    r"\A,?\s(?:(?:both|all|mostly)\s)?(?:(?:aged|ages)\s(?:between\s)?(?:\d{1,2}|[a-z-]{3,9})(?:(?:,\s|,?\sand\s|\sto\s)(?:\d{1,2}|[a-z-]{3,9}(?=[,\s])))*"
    r"|(?:of\s)?\d{1,2}(?:(?:,\s|,?\sand\s|\sto\s)\d{1,2})*)(?:,(?!\s\d)|(?=\s))"
)
_MOST = 4  # groups that an aside may count


def without_asides(gap: str) -> str:
    """What stands between victims and verb, less their ages and an aside on who is among them."""
    return _AMONG.sub("", _AGES.sub("", gap))


def before_aside(text: str, groups: list[Group], at: int) -> list[Group]:
    """The groups that end before `at`, in order, less those that an aside behind one of them counts."""
    for last in range(len(groups) - 2, max(-1, len(groups) - 2 - _MOST), -1):
        aside = _AMONG.match(text[groups[last].end : at])
        if aside is not None and groups[last].end + aside.end() >= groups[-1].end:
            return groups[: last + 1]
    return groups
