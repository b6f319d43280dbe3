"""Digits that say no quantity: a day or year, a clock time, a house number, a telephone, a code, a page."""

from __future__ import annotations

import re
from string import ascii_letters

from reconcile.language.figures.figure import Figure
from reconcile.lexicon import word_set
from reconcile.values.regex import regex

_CALL_SIGN = regex(r"[KW][A-Z]{2,3}")  # of a station: "WXYZ 7"
_WORLD_WAR = regex(r"\bWorld War\Z")
_STREET_AFTER = regex(
    r"(?:th|st|nd|rd)?[\s-](?:block\b|[NSEW]\.?\s|(?:[NSEW]|North|South|East|West)\b\.?\s[A-Z0-9]|(?:[A-Z][\w.']*\s){1,3}(?:St|Street|Ave|Avenue|Road|Rd|Drive|Dr|Lane|Ln|Boulevard|Blvd|Way|Court|Ct|Place|Pl|Parkway|Highway|Hwy|Square|Circle)\b)"
)
MONTH_BEFORE = regex(
    r"\b(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?\s\Z",
    holds="jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec",
)
MONTH_AFTER = regex(
    r"(?:st|nd|rd|th)?,?\s(?:of\s)?(?:Jan(?:uary)?|Feb(?:ruary)?|March|Apr(?:il)?|May|June|July|Aug(?:ust)?|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\b"
)
_CLOCK_AFTER = regex(
    r"(?:\s?[:.]\s?\d\d)?\s?(?:[ap]\.?\s?m\b|o['’]clock|hours?\s(?:GMT|local))|:\d\d|\s\d\d\s[ap]\s?\.?\s?m\b",
    re.I,
)
_HOUR = regex(r"[012]?\d\.[0-5]\d")
_ZONE = regex(r" (?:GMT|UTC|BST|CES?T|E[DES]?T|C[DS]T|P[DS]T)\b")
_YEAR = regex(r"(?:1[5-9]|20)\d\d\Z")


def not_a_quantity(text: str, figure: Figure, before: str) -> bool:
    """Whether the digits are part of a date, a clock time, an address or a name."""
    if before[-1:] in "-–/" and before[-2:-1].isalnum() and not before.endswith("agnitude-"):
        return True
    if before.endswith("out of ") and figure.value in (5, 10, 100):
        return True  # "a rating out of 100" gives no figure
    if _PHONE.match(text, figure.end) or _YEARS_AGO.match(text, figure.end) or _LETTERS_BEFORE.search(before):
        return True
    if text[figure.end : figure.end + 1] in ("x", "×") and text[figure.end + 1 : figure.end + 2].isdigit():
        return True  # "a 4x4"
    if before.endswith("[") and text.startswith("]", figure.end):
        return True  # a note
    if figure.end - figure.start == _ZIP and _STATE.search(before):
        return True
    if before[-1:] in "'’" and before[-2:-1].isdigit():
        return True  # the inches of "6'2"
    if _NUMBERED.match(text, figure.end) and (not before or before[-1] == "\n"):
        return True  # of a paragraph
    if text[figure.start : figure.end] in _EMERGENCY and (
        _CALLED.match(text, figure.end) or _CALLING.search(before)
    ):
        return True
    if text[figure.start] == "0" and text[figure.start + 1 : figure.start + 2].isdigit():
        return True
    if _coded(before) or _paged(before) or (_day_or_year(text, figure) and MONTH_BEFORE.search(before)):
        return True
    if before[-1:] == ":" and before[-2:-1].isdigit():
        return True  # the minutes of a clock time
    end = figure.end
    following = text[end : end + 1]
    if not following:
        return _bare_year(text, figure)
    if following in "s'’" and (_PLURAL.match(text, end) or text[end + 1 : end + 2].isdigit()):
        return True  # "in the 1990s", "killed 100s of them", "6'2"
    if following in "yY" and _YEARS_OLD.match(text, end):
        return True
    if following == ":" and text[end + 1 : end + 2].isdigit():
        return True
    if following == " " and _HOUR.fullmatch(text, figure.start, end) and _ZONE.match(text, end):
        return True  # "on 14.50 GMT"
    if following in " .ap:-–\u00a0/," and (
        MONTH_AFTER.match(text, end) or _CLOCK_AFTER.match(text, end) or _STREET_AFTER.match(text, end)
    ):
        return True
    if following == "/" and text[end + 1 : end + 2].isdigit() and not figure.scaled:
        return not re.match(r"/(?:10|100|5|20)\b", text[end : end + 4])
    return _bare_year(text, figure)


def dated(text: str, end: int) -> bool:
    """Whether digits that end at `end` are a day of a month or an hour of the clock, by what follows them."""
    return MONTH_AFTER.match(text, end) is not None or _CLOCK_AFTER.match(text, end) is not None


_OPENS = ("", ".", "!", "?", '"', "“")


def _coded(before: str) -> bool:
    """Whether the words before digits make them a code: "Flight 12", "Nos. #12", "A-12"."""
    if before.endswith(("-", "–", "/")):
        return before[-2:-1].isascii() and before[-2:-1].isalnum()
    lead = before.removesuffix("#")
    if not lead[-1:].isspace():
        return False
    said = lead[:-1].removesuffix(".")
    ahead = said.rstrip(ascii_letters)
    word = said[len(ahead) :]
    if not word or ahead[-1:].isalnum() or ahead[-1:] == "_":
        return False
    if word == "A" and ahead.rstrip()[-1:] in _OPENS:
        return False  # "A 6.1-magnitude earthquake": a sentence opens
    return (
        word in word_set("code_words")
        or _CALL_SIGN.fullmatch(word) is not None
        or (word == "War" and bool(_WORLD_WAR.search(said)))
    )


def _paged(before: str) -> bool:
    """Whether the words before digits make them how many pages or pictures there are: "Image 4 of 32"."""
    paged = _OF_PAGES.search(before) if before.endswith(("of ", "of / ")) else None
    return paged is not None and paged.group(1) in word_set("code_words")


_OF_PAGES = regex(r"\b([A-Z][a-z]+) \d{1,3} of (?:/ )?\Z")


def _day_or_year(text: str, figure: Figure) -> bool:
    """Whether the digits can be a day of the month or a year: whole, unscaled, and with no grouping."""
    written = text[figure.start : figure.end]
    return written.isdigit() and (figure.value <= _LAST_DAY or len(written) == len("2000"))


_LAST_DAY = 31
_EMERGENCY = frozenset(["911", "999", "112"])
_CALLED = regex(r"[ -](?:call|dial|dispatch|operat|tape|record|system|service|emergency)", re.I)
_CALLING = regex(r"\b(?:call|dial|phon|ring|rang|rung)[a-z]{0,4} \Z", re.I)
_ZIP, _STATE = 5, regex(r",\s[A-Z]{2}\s\Z")  # "Alton, TX 79830"
_YEARS_AGO = regex(r"(?:\s?(?:to|or|and|[-–—])\s?\d{1,4})?\s(?:BCE?|AD|CE)\b")
_LETTERS_BEFORE = regex(r"-[A-Z]{3,5}\s?\(\Z|\(\d{3}\)\s\Z")  # "555-TIPS (8477)", "(904) 555-0142"
_OLDEST = 110  # years
# "those over 65", "anyone under 18", "early retirement from sixty": an age
_AGED = regex(
    r"\b(?:(?:[Tt]hose|[Pp]eople|[Pp]ersons|[Aa]nyone|[Aa]nybody|[Ee]veryone|[Ee]verybody|[Aa]dults|[Mm]en|[Ww]omen|[Pp]atients|[Rr]esidents"
    r"|[Cc]itizens|[Cc]hildren)(?: aged)? (?:over|under|above|below|older than|younger than)"
    r"|[Rr]etir(?:e|es|ed|ing|ement)(?: (?:early|age))? (?:from|at|of)) \Z",
    holds=" over | under | above | below | than |etir",
)


_ROW = r"(?:[\w-]{1,9}(?:,| and|, and| to| or) ){0,2}"  # the ages before one: "12, 14 and "
_OF_AGE = regex(
    rf"\b(?:(?:boys?|girls?|child|children|lads?|youths?|teenagers?|man|men|woman|women) of|aged(?: between)?|ages) {_ROW}(?:about |some |only |just )?\Z",
    re.I,
    holds=" of |age",
)
_MEN_OF_AGE = regex(
    rf"\b(?:boys|girls|children|brothers|sisters|teenagers|youths|men|women|students|cousins|friends|siblings|people), (?:both |all )?{_ROW}\Z",
    re.I,
    holds=", ",
)
_AGE_ENDS = regex(
    r"(?:, \d{1,2})*,? and \d{1,2}[,.]|[,.](?! \d)|\s(?:was|were|died|drowned|dies?|drowns)\b|\Z"
)
_MEMBERS_OF = regex(r"\b[a-z]+s (?:all )?(?:of|from) (?:just )?\Z")
_MADE_UP = regex(r" (?:[a-z]+ )?(?:family|household|class|unit|team|club|village|house|crew)\b")


def of_one_body(text: str, before: str, figure: Figure) -> bool:
    """Whether "one" says only that people belong together: "nine members of one family" are nine."""
    return (
        figure.value == 1
        and _MADE_UP.match(text, figure.end) is not None
        and _MEMBERS_OF.search(before) is not None
    )


_FOLLOWS = regex(r"\s(?!(?:was|has|is|dies|drowns|loses|lives|goes)\b)[a-z]+s\b")


def an_age(text: str, before: str, figure: Figure) -> bool:
    """Whether a figure, in digits or in words, is somebody's age, or the age from or up to which one is spoken of."""
    if not 0 < figure.value < _OLDEST:
        return False
    if _AGED.search(before) is not None:
        return True
    if figure.ordinal:
        return False
    if figure.digits and _MEN_OF_AGE.search(before):
        return _AGE_ENDS.match(text, figure.end) is not None  # no "five men, 12 women"
    # "the child of two doctors", "the men of 40 families"
    return _OF_AGE.search(before) is not None and _FOLLOWS.match(text, figure.end) is None


_NUMBERED = regex(r"[.)](?:\s|\Z)")
_PHONE = regex(
    r"-1-1\b|-\d{3}-\w{3}|-\d{3}-\w{4}|\)\s?\d{3}-(?:\d{4}|[A-Z]{4})\b|-(?:\d{4}|[A-Z]{4})\b(?=[\s.,])"
)


def _bare_year(text: str, figure: Figure) -> bool:
    written = text[figure.start : figure.end]
    if figure.scaled or not _YEAR.match(written):
        return False
    after = text[figure.end : figure.end + 14].lstrip()
    return not re.match(
        r"(?:people|persons|others|men|women|deaths|cases|votes|miles|km|kilomet|met|feet|tons|barrels|dead|jobs|workers|troops)",
        after,
    )


_PLURAL = regex(r"['’]?s\b(?!\s?/)")
_YEARS_OLD = regex(r"y/?o\b|y(?:ea)?rs?[\s-]?old\b|yrs?\b(?=\sold)", re.I)
