"""How surely a name that looks like a person's is one: "Ada Moss" and "Castle Albion" are cut alike."""

from __future__ import annotations

from collections import defaultdict
from enum import IntEnum
from functools import cached_property
from typing import TYPE_CHECKING
from weakref import proxy

from reconcile.language.names.casing import owner
from reconcile.language.names.gazetteer import given_names, name_set
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document
    from reconcile.language.names.mentions import Mention

_LIVING = regex(
    r",? \(?(?:aged? )?\d{1,3}[,);. ]|,? who(?:se)?\b"
    r"|,? (?:(?:has|had|also|later|then) )?(?:said|says|told|added|was born|wrote|wept|died|smiled|laughed)\b"
)
_NOUN_AHEAD = regex(
    r"\b(?:[a-z-]+(?:man|woman|boss|er|or)|coach|chief|captain|star|president|his|her|\d{1,3}-year-old)\s\Z"
)
_DISMISSED = regex(
    r"\b(?:sack|fir|hir|appoint|dismiss|sign|recruit|poach|arrest|marr|succeed|replac)(?:e?s|e?d|ied|ing)\s\Z"
)
_HOUSED = regex(r"\b(?:at|in|the|(?:re)?join(?:s|ed|ing)?)\s\Z")
_STAFFED = regex(
    r" (?:(?:head|first-team|assistant|caretaker) )?(?:fans?|supporters|boss|coach|manager|captain|striker|"
    r"midfielder|defender|goalkeeper|winger|squad|side|shares|employees|staff|workers|shareholders|dressing)\b"
    r"| (?:have|are|were|play)\b"
)
_SIGNS = regex(r" (?:(?:have|has) )?(?:sacked|signed|re-signed|loaned|parted company with) [A-Z]")
_AHEAD, _BEHIND = 24, 40
_MOST = 12  # mentions of one name that are looked at


class Standing(IntEnum):
    """What an article shows of a name that looks like a person's."""

    BODY = 0  # it has a squad or shares, people are at it
    OPEN = 1  # nothing tells
    PERSON = 2  # a known given name, a title, an age, or what only people do


class Personhood:
    """The persons of one text, each with how surely it is one."""

    def __init__(self, document: Document) -> None:
        self._document: Document = proxy(document)
        self._known: dict[str, Standing] = {}

    def standing(self, name: str) -> Standing:
        """How surely the person mentions with the full name `name` are a person's."""
        if (known := self._known.get(name)) is None:
            known = self._known[name] = self._judged(name)
        return known

    def _judged(self, name: str) -> Standing:
        words = name.lower().split()
        if not words or words[0].rstrip(".") in given_names():
            return Standing.PERSON
        if owner(words[-1]) in name_set("club_words"):
            return Standing.BODY
        text, against = self._document.text, False
        for mention in self._by_name.get(name, [])[:_MOST]:
            start, end = mention.start, mention.end
            if mention.title or _LIVING.match(text, end, end + _BEHIND):
                return Standing.PERSON
            before = text[max(0, start - _AHEAD) : start]
            if _NOUN_AHEAD.search(before) or _DISMISSED.search(before):
                return Standing.PERSON
            whole = text[start:end].startswith(name)
            joined = before.endswith((" and ", ", "))
            if (
                (whole and _HOUSED.search(before) and text[end : end + 2] not in ("'s", "’s"))
                or (not joined and whole and " " in name and _STAFFED.match(text, end, end + _BEHIND))
                or (" " in name and _SIGNS.match(text, end, end + _BEHIND))
            ):
                against = True
        return Standing.BODY if against else Standing.OPEN

    @cached_property
    def _by_name(self) -> dict[str, list[Mention]]:
        found: dict[str, list[Mention]] = defaultdict(list)
        for mention in self._document.mentions:
            if mention.kind == "person":
                found[mention.full].append(mention)
        return found
