"""Whose words these are: the agency that a text credits, the outlet that printed it."""

from __future__ import annotations

import re
from functools import cache

from reconcile.lexicon import words as lexicon
from reconcile.sources.furniture import segments
from reconcile.values.regex import regex

# OSLO, March 3 (NBW) - ; PARIS (Reuters) — ; (MarketFlash with NBW) -
_DATELINE = regex(
    r"(?:^|\n|\. |EDT |EST |GMT )[^\n()]{0,90}?\((?P<credit>[A-Z][^()\n]{1,40})\)\s*(?:[-–—]{1,2}|:)\s",
    re.UNICODE,
)
_CLOSING = regex(r"[.!?\"”’]\s*\(?[(\[](?P<credit>[A-Z][\w .&/'-]{1,40})[)\]]\s*\Z")
_BY = regex(
    r"(?:^|\n)\s*(?:by|source|via|from|credit)s?:?\s+(?P<credit>[A-Z][\w .&/'-]{1,40})\s*(?:\n|\Z)",
    re.IGNORECASE,
)
_COPYRIGHT = regex(
    r"copyright\s+(?:\d{4}\s+|©\s*)*(?P<credit>(?:the\s+)?[A-Z][\w &'-]{2,40})",
    re.IGNORECASE,
    holds="copyright",
)
# (Additional reporting by Ada Quill; editing by Ilmar Tosk)
_TASK = r"(?:with\s+)?(?:(?:additional|further|extra)\s+)?(?:report|writ|edit|translat|compil)(?:ing|ed|ten)\s+(?:and\s+\w+ing\s+)?by\s"
_STAFF = regex(
    rf"[(\[]\s*{_TASK}[^()\[\]\n]{{3,400}}[)\]]|\A\s*{_TASK}[^.\n]{{3,300}}\.?\s*\Z",
    re.IGNORECASE,
    holds="|".join(
        f"{task}{end}"
        for task in ("report", "writ", "edit", "translat", "compil")
        for end in ("ing", "ed", "ten")
    ),
)
_ACRONYM = regex(r"[A-Z][A-Z/-]{1,6}\Z")
_CALL_SIGN = regex(r"[KW][A-Z]{2,3}(?:-TV)?\Z")  # American stations: KDKA, WAVE
_WIRE = regex(r"\b(?:agency|wire|press service|news service|press agency)\b", re.IGNORECASE)
_JOINED = regex(r"\s+(?:with|and|via)\s+|\s*[/,;]\s*|\s+with\s+")


def agency_of(text: str, byline: str = "", publisher: str | None = None, below: str = "") -> str | None:
    """The agency whose words the text is, by its dateline, closing credit, byline or copyright line.

    An acronym that agencies are credited by counts even when no list knows it, unless it is the publisher's own
    and the publisher is no agency. `below` is what the page prints under the text.
    """
    head, tail = text[:500], text[-120:]
    for part in segments(byline):
        if found := _known(part) or (part if _ACRONYM.match(part) and part not in _LABELS else None):
            return found
    if (match := _DATELINE.search(head)) and (found := _credited(match["credit"], publisher)):
        return found
    if (match := _CLOSING.search(tail)) and (found := _credited(match["credit"], publisher)):
        return found
    if (match := _BY.search(head) or _BY.search(tail)) and (found := _known(match["credit"].strip())):
        return found
    if (match := _COPYRIGHT.search(text[-400:] + "\n" + below[:400])) and (
        found := _known(match["credit"].split("  ")[0].strip(" ."))
    ):
        return found
    return None


def staff_credits(line: str) -> list[tuple[int, int]]:
    """Where a line names those who reported, wrote, edited or photographed, who are nobody in the story."""
    taken = _PHOTO.match(line)
    staff = [match.span() for match in _STAFF.finditer(line)] if " by " in line else []
    return [taken.span(), *staff] if taken else staff


# Photograph: Ada Quill/Reuters The mayor of Tarn ...
_PHOTO = regex(
    r"\s*(?:Photograph|Photo|Picture|Image)s?: [A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}\\?/ ?"
    r"(?:[A-Z]{2,5}|Reuters|Getty(?: Images)?|Rex(?: Features)?|Corbis|Alamy|Shutterstock)\b(?:/[A-Z]\w+)*"
)


_LABELS = frozenset(
    (
        "NEWS",
        "SPORT",
        "SPORTS",
        "WORLD",
        "UK",
        "US",
        "USA",
        "EU",
        "UN",
        "TV",
        "LIVE",
        "VIDEO",
        "SPACE",
        "TECH",
    )
)


def _credited(words: str, publisher: str | None) -> str | None:
    """The agency among the names of a credit, None when they name only the publisher or no agency."""
    for name in reversed(_JOINED.split(words)):
        name = name.strip()
        if known := _known(name):
            return known
        if (
            _ACRONYM.match(name)
            and not _CALL_SIGN.match(name)
            and (not _own(name, publisher) or _WIRE.search(publisher or ""))
        ):
            return name
    return None


def _own(acronym: str, publisher: str | None) -> bool:
    """Whether the acronym is the publisher's own: KXAN of kxan.com, CSW of Continental Sports Wire."""
    if not publisher:
        return False
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]\w*", publisher))
    return acronym.lower() in publisher.lower() or acronym.upper() == initials.upper()


@cache
def _agencies() -> dict[str, str]:
    known = {}
    for line in lexicon("agencies"):
        forms = [form.strip() for form in line.split(" = ")]
        known.update({form.casefold(): forms[0] for form in forms})
    return known


def _known(name: str) -> str | None:
    return _agencies().get(name.casefold().removeprefix("the ")) if 1 < len(name) <= 40 else None


def credited_outlet(url: str | None) -> str | None:
    """The outlet's name as far as its web address gives one: `news.example.org`."""
    if not url:
        return None
    host = url.split("//", 1)[-1].split("/", 1)[0].split("@")[-1].split(":", 1)[0].lower()
    return host.removeprefix("www.") or None
