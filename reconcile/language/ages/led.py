"""Ages told with a bare figure: before whose they are ("At 48 he will be"), in passing, and of the dead ("died at 59")."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reconcile.language.ages.parts import NAME, NAME_BEFORE, AgeMention, aged, in_years, named, years_said
from reconcile.language.figures.counted import singulars
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

_LED = regex(
    r"(?:(?<![\w,] )(?P<at>At(?: the age of| age)?|Aged|Now|Still only|Only|Just)|\b(?P<who>who,? at)|(?P<aside>, at)|(?P<dead>\b(?:(?:died|dies|(?<!\bthe )(?<!\bof )(?<!\bthose )dead|passed away)\b[^.,;()\d]{0,30}? at|lived to(?: be)?))"
    r"|(?P<did>\b(?:joined|married|wed|left|became|started|began|won|moved|made|retired|enlisted|emigrated|debuted|quit|qualified|graduated)\b(?:(?! (?:stood|put|valued|set)\b)[^.,;:()\d]){0,40}? at))\s\Z"
)
_AGE = regex(r"(?P<age>[1-9]\d|1[01]\d)(?![\d:%-]|[.,]\d|\s?(?:[ap]\.?m\b|o['’]clock|minutes?|per\b))")
_HE = regex(rf",? (?P<he>he|she)\b|, (?P<name>{NAME})")  # "At 48 Main Street" is an address
_NOW = regex(r",? (?:is|['’]s|will|remains?|has|becomes?|takes|looks|leads|runs|was still)\b")
_ASIDE = regex(
    r",?\s(?:is\s)?(?:still\s|already\s)?(?:the|one of|an?|by far the)\s(?:[\w-]+\s)?(?:[a-z]+(?:est|ior)\b|first\b|veteran\b|baby\b)|, is\b"
)
_END = regex(
    r"[.;)\n]|,\s|\s?\Z|\s(?:after|in|from|of|following|when|while|surrounded|at|last|this|leaving|and|but)\b"
)
_SCHOOL = 13  # "left at 12" tells the hour
_NOON = 24  # "died at 12 on Friday" tells the hour
_REACH = 50


def led_ages(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Yields the ages that no comma, noun or verb of being ties to their owner, with where figure and lead stand."""
    for at, _ in vocabulary(text).figures:
        figure = _AGE.match(text, at)
        lead = _LED.search(text, max(0, at - _REACH), at) if figure is not None else None
        if figure is None or lead is None or (value := years_said(figure.group("age"))) is None:
            continue
        start, end, then, by = lead.start(), figure.end(), False, ""
        owner = named(NAME_BEFORE.search(text, max(0, start - 70), start))
        if lead.group("at"):
            told = _HE.match(text, end)
            owner = named(told) if told is not None and told.group("name") else None
            if told is None or (owner is None and not told.group("he")):
                continue
            then = _NOW.match(text, told.end()) is None and lead.group("at") != "Now"
            by = told.group("he") or ""
        elif lead.group("dead"):
            if value <= _NOON or not _END.match(text, end):
                continue
            said = _SUBJECT.search(text, max(0, start - 20), start)
            by = said.group("he").lower() if said is not None and owner is None else ""
        elif lead.group("did"):
            if value < _SCHOOL or not _END.match(text, end):
                continue
            then, said = True, _SUBJECT.search(text, max(0, start - 20), start)
            by = said.group("he").lower() if said is not None and owner is None else ""
        elif owner is None or not _ASIDE.match(text, end):
            continue
        first = min(start, owner[1]) if owner else start
        last = max(end, owner[2]) if owner else end
        yield aged(first, last, in_years(value), owner, "", then=then)._replace(by=by), start, end


_SUBJECT = regex(r"\b(?P<he>[Hh]e|[Ss]he) (?:has |had |who )?\Z")


def apposed(text: str, at: int) -> tuple[str, int, int] | None:
    """The name whose apposition ends with an age: "Jo Byrne, a father of three aged 57"; not that of his children."""
    match = _APPOSED.search(text, max(0, at - 110), at)
    if match is None or _ANOTHER.search(match.group("what")):
        return None
    last = match.group("what").rpartition(" ")[2]
    return named(match) if singulars().get(last, last) == last else None


_APPOSED = regex(rf"(?P<name>{NAME}),\s(?:an?|the)\s(?P<what>[a-z][\w\s’'-]{{2,60}}?),?\s\Z")
_ANOTHER = regex(r"\b(?:an?|the|whose|who|his|her|their)\s")  # "the father of a boy aged 12"


def dateish(text: str, match: re.Match[str]) -> bool:
    """Whether the figure is a date, a count or a score: "Boston, 12 people", "Ipswich, 3-2"."""
    after = text[match.end("age") : match.end("age") + 3]
    if text.startswith((" were ", " are ", " have "), match.end("age")):
        return True  # "in Brae, 22 were hurt"
    if match.group("comma").endswith("(") and text.startswith(" of ", match.end("age")):
        return True  # "BUY (3 of 5 stars)"
    return after[:1] in "-–/:" or (after[:1] in ",." and after[1:2].isdigit()) or after[:1] == "%"
