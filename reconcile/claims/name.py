"""Names: how an article writes somebody or something, and whom or what a short form stands for."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.values.records import record

TYPE = "name"

_OFTEN = 12  # occurrences of one written form that become claims; more of them say nothing new


@record
class NameClaim(Claim):
    """A name as written (`value`) and what it names; `subject` is its fullest form in the article.

    `candidates` holds the fuller names when a short one fits several.
    """

    type: Literal["name"] = "name"
    value: str
    kind: str
    title: str = ""
    candidates: tuple[str, ...] = ()

    def __str__(self) -> str:
        return self.value


def extract(reading: Reading) -> Iterator[NameClaim]:
    """Yields the names of the article: the first few occurrences of every written form."""
    text = reading.text
    seen: dict[tuple[str, str], int] = {}
    for mention in reading.document.mentions:
        value = text[mention.start : mention.end].replace("\u00a0", " ")
        if ("”" in value or '"' in value) and (value.count("”") > value.count("“") or value.count('"') == 1):
            value = value.replace("”", "").replace('"', "")
        if ", " in value and mention.kind == "person":
            value = mention.full  # "REED, Ann" in a list
        key = (value, mention.full)
        seen[key] = times = seen.get(key, 0) + 1
        if times > _OFTEN:
            continue
        yield reading.claim(
            NameClaim,
            mention.start,
            mention.end,
            subject=mention.full,
            value=value,
            kind=mention.kind,
            title=mention.title,
            candidates=mention.candidates,
        )
