"""Proper names in a text, what they name, and which fuller mention each one stands for."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reconcile.language.document import Document


@dataclass(frozen=True, slots=True)
class Mention:
    """A name, or a noun phrase that stands for one: `text[start:end]`.

    `kind` is person, organization, country, place, treaty, work, event, vessel, award or other. `full` is the
    fullest form of the same referent in this text ("Wang Yajun" for a later "Wang"), equal to the mention's own
    words when it is the fullest. `title` is the office or honorific said with it ("Chinese Ambassador").
    `candidates` holds the fuller names that fit when more than one does (then `full` is the mention's own words).
    """

    start: int
    end: int
    kind: str
    full: str
    title: str = ""
    candidates: tuple[str, ...] = ()


def find_mentions(document: Document) -> Iterator[Mention]:
    """Yields the mentions of `document` in order."""
    yield from ()
