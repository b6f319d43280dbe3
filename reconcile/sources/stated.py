"""What a file states about its article outside the article's words: front matter, addresses, printed dates."""

from __future__ import annotations

from dataclasses import dataclass, field

from reconcile.sources.article import Stamp
from reconcile.sources.front_matter import Entry, FrontMatter
from reconcile.sources.page import Part
from reconcile.sources.stamps import is_stamp, printed_dates


@dataclass(eq=False, repr=False)
class Facts:
    """The stated facts; stamps in the order in which the solver should believe them."""

    title: str | None = None
    publisher: str | None = None
    agency: str | None = None
    url: str | None = None
    language: str = "en"
    trust: str | None = None
    stamps: list[Stamp] = field(default_factory=list)


def title_of(front: FrontMatter) -> Entry | None:
    """The headline that the front matter gives; a date printed in its place is not one."""
    entry = front.entries.get("title")
    return entry if entry and entry.value and not is_stamp(entry.value) else None


def stated_facts(front: FrontMatter, part: Part) -> Facts:
    """What the front matter and the page around the article state."""
    title = title_of(front)
    facts = Facts(
        title=title.value.replace('\\"', '"') if title else None,
        publisher=front.get("publisher"),
        agency=front.get("agency"),
        url=front.get("url") or part.url,
        language=front.get("language") or "en",
        trust=front.get("trust"),
    )
    if (published := front.entries.get("published")) and published.value:
        facts.stamps.append(Stamp("front matter", published.value, published.start))
    odd = front.entries.get("title")
    if odd and title is None and odd.value:
        facts.stamps.extend(Stamp("heading", d.words, odd.start + d.start) for d in printed_dates(odd.value))
    facts.stamps.extend(part.stamps)
    if facts.url:
        facts.stamps.append(Stamp("url", facts.url))
    return facts
