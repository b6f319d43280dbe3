"""Quote claims: words in quotation marks, with who says them and how they reached the public."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from functools import lru_cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.names.gazetteer import country_named, country_of_people
from reconcile.language.speech.speakers import channels, languages
from reconcile.language.speech.transcripts import find_turns
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "quote"

_WORD = regex(r"[^\W_]+(?:['’-][^\W_]+)*")
_SMALL = frozenset(
    (
        "a",
        "an",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "from",
        "in",
        "into",
        "of",
        "on",
        "or",
        "the",
        "to",
        "with",
    )
)
_REPEATED = 12  # characters from which words in marks inside a turn are another's
_CARRIES = ("", "publish", "issue", "release", "title", "list", "carry")  # what one does with a title
_NAME_AHEAD = regex(r"\b[A-Z][\w.]* \Z")
_TOLD = ("told ", "tell ", "tells ")  # "Lind told “Good Morning Vell” that"
_TITLE_AHEAD = regex(
    r"(?:article|book|novel|film|movie|documentary|song|album|series|show|programme|program|play|painting|headline|"
    r"headlined|titled|entitled|dubbed|named|nicknamed|called|as|the|ship|column|poem|chapter|episode|game|report)\s+(?:the\s+)?\W*$",
    re.IGNORECASE,
)


@record
class QuoteClaim(Claim):
    """That someone said or wrote certain words.

    `speaker` is as the article names him at the quotation ("he", "the mayor", "Ada Lind, a welder"); `subject`
    is the same person in his fullest form. `direct` is speech or writing that the article attributes; scare
    quotes and names in marks are not. `turn` numbers the utterances of an article: the pieces of a split one
    share it. `tongue` is the language it was said in, where the article names one.
    """

    type: Literal["quote"] = "quote"
    speaker: str = ""
    value: str = ""
    direct: bool = True
    speaker_kind: str = ""  # person, organization, name, role, or empty
    channel: str = ""
    tongue: str = ""
    turn: int = 0
    repaired: str = ""

    def __str__(self) -> str:
        """The quotation and its speaker, as a table shows them."""
        return f"“{self.value}”" + (
            f" ({self.subject or self.speaker})" if self.subject or self.speaker else ""
        )


def extract(reading: Reading) -> Iterator[QuoteClaim]:
    """Yields a claim for every outermost quotation that is speech, writing or a quoted phrase; titles are none."""
    document, text = reading.document, reading.text
    speakers = {said.start: said for said in document.attributions if said.direct}
    turn, last = 0, None
    for start, end, inner, inner_end, repaired, repeated in _places(reading):
        said = None if repeated else speakers.get(start)
        value = " ".join(text[inner:inner_end].split())
        carried = said is None or (said.cue in _CARRIES and " " in value) or text.endswith(_TOLD, 0, start)
        carried = carried or _in_name(text, start, end)
        if carried and _names(text, start, value):
            continue
        place = (said.speaker_start, said.speaker_end, said.cue_start) if said else None
        if place is None or place != last:
            turn, last = turn + 1, place
        sentence = document.sentence_at(start)
        first = max(sentence.start, start - 600) if sentence else start
        around = text[first:start] + " " + text[end : end + 160].split("\n")[0]
        yield reading.claim(
            QuoteClaim,
            start,
            end,
            attribution=None,  # the speaker is the claim
            value=value,
            speaker=" ".join(text[said.speaker_start : said.speaker_end].split()) if said else "",
            subject=said.who if said else "",
            event=said.cue if said else "",
            speaker_kind=_kind(said.kind, in_turn=start == inner) if said else "",
            direct=said is not None and bool(said.cue or len(value) > 40),
            channel=_channel(around),
            tongue=_tongue(around, text)
            or _tongue(_spoken(text, start), text)
            or _noted(text)
            or _interpreted(around),
            turn=turn,
            repaired=repaired,
        )


def _places(reading: Reading) -> Iterator[tuple[int, int, int, int, str, bool]]:
    """Where words stand that are somebody's: start and end with the marks and without, and what was repaired.

    What the speaker of a transcript repeats of another's words stands on its own.
    """
    turns = [(t.start, t.end, t.start, t.end, "", False) for t in find_turns(reading.document.text)]
    starts = [turn[0] for turn in turns]
    marks = []
    for q in reading.document.quotations:
        if q.depth == 0:
            inside = _within(turns, bisect_right(starts, q.start) - 1, q.start)
            if not inside or q.inner_end - q.inner_start >= _REPEATED:
                marks.append((q.start, q.end, q.inner_start, q.inner_end, q.repaired, inside))
    yield from sorted((*turns, *marks))


def _kind(kind: str, *, in_turn: bool) -> str:
    """What the speaker is; the label of a turn that is no role's names a person: "LIND: Good evening"."""
    return "person" if in_turn and kind in ("name", "organization") else kind


def _within(turns: list[tuple[int, int, int, int, str, bool]], index: int, at: int) -> bool:
    return index >= 0 and at < turns[index][1]


def _in_name(text: str, start: int, end: int) -> bool:
    """Whether words in marks are a nickname within somebody's name: Chief “AJ” Lind."""
    capital = text[end : end + 1] == " " and text[end + 1 : end + 2].isupper()
    return capital and _NAME_AHEAD.search(text, max(0, start - 24), start) is not None


def _names(text: str, start: int, value: str) -> bool:
    """Whether unattributed words in marks are a title or a single word held with tongs."""
    found = _WORD.findall(value)
    if len(found) <= 1:
        return True
    telling = [word for word in found if word.lower() not in _SMALL]
    if telling and all(not word[0].islower() for word in telling) and value[-1] not in "!?":
        return len(telling) >= 2 or bool(_TITLE_AHEAD.search(text, max(0, start - 40), start))
    return False


def _channel(around: str) -> str:
    lower = around.lower()
    for words, channel in channels():
        if words in lower:
            return channel
    return ""


_TONGUE = regex(
    r"\b(?:in|from|[Ss]peaking|spoke) (?P<said>[A-Z][a-z]+)(?=\W|\Z)(?! [A-Z])(?! (?!to|at|on|that|and|by|with|when|after|"
    r"via|through|before|from|in|but|as|for)[a-z])|\b(?P<made>[A-Z][a-z]+)(?:-language| translation| interpreter)\b"
    r"|\b[Tt]old (?P<heard>[A-Z][a-z]+) (?:(?:state|public|national|private|local) )?(?:radio|television|TV|broadcasters?|newspapers?|media)\b"
)


def _tongue(around: str, text: str) -> str:
    """The language in which words were said: a known one, or that of a land which the article names."""
    for match in _TONGUE.finditer(around):
        word = match.group("said") or match.group("made") or match.group("heard")
        if word in languages() or (_OF_A_LAND.search(word) and _land(word, text)):
            return str(word)
        if _SPEAKS.search(around) and word.endswith(_OF_PEOPLE) and country_named(word) is None:
            return str(word)
    return ""


def _interpreted(around: str) -> str:
    """The language, which is not named, of what was said through an interpreter."""
    return "another language" if _INTERPRETED.search(around) else ""


_INTERPRETED = regex(
    r"\b(?:through|via|with the help of) (?:an?|his|her|their) (?:[a-z]+ )?(?:interpreter|translator)\b",
    holds="interpreter|translator",
)


@lru_cache(maxsize=64)
def _noted(text: str) -> str:
    """The language that a note at either end of an article says it was translated from."""
    for place in (text[:_NOTE], text[-_NOTE:]):
        if "ranslat" in place and (note := _TRANSLATED.search(place)):
            return note[1]
    return ""


_NOTE = 600  # characters
_TRANSLATED = regex(r"\b[Tt]ranslat(?:ed|ion)(?: into English)? from (?:the )?(?:original )?([A-Z][a-z]+)\b")
_OF_PEOPLE = ("ian", "ish", "ese")


def _spoken(text: str, start: int) -> str:
    """What the paragraph says before a quotation of how its speaker speaks: "she is speaking in Velmaran"."""
    floor = max(0, start - _EARLIER)
    line = max(text.rfind("\n", floor, start) + 1, floor)
    if text.find(" in ", line, start) < 0:
        return ""
    return " ".join(match.group() for match in _SPEAKS.finditer(text, line, start))


_EARLIER = 300
_SPEAKS = regex(r"\b(?:[Ss]peaking|[Ss]poke|speaks) in [A-Z][a-z]+\b")
_OF_A_LAND = regex(r"[a-z](?:n|ish|ese|ic)\Z")


@lru_cache(maxsize=64)
def _land(word: str, text: str) -> bool:
    """Whether the article names a land whose people and tongue would be called so: Velmara and Velmaran."""
    if country_named(word) or country_of_people(word):
        return False
    stem = _OF_A_LAND.sub("", word)
    ending = word[len(stem) :]
    return len(stem) >= _STEM and re.search(rf"\b{stem}(?!{ending}\b)[a-z]{{0,3}}\b", text) is not None


_STEM = 4  # letters that a land and its tongue share
