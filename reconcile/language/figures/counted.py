"""What a number counts: the noun phrase that follows it."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from reconcile.language.figures.ordinals import is_number
from reconcile.language.grammar.verbs import past
from reconcile.lexicon import word_set, words
from reconcile.values.regex import regex


class Counted(NamedTuple):
    """The noun phrase after a number: `text[start:end]`, its head as a singular noun, empty when there is none.

    `part` says that the number is a part of a named whole ("two of the officers"); `further` that it comes on
    top of others ("three others", "another two").
    """

    start: int
    end: int
    head: str
    phrase: str
    part: bool = False
    further: bool = False
    whole: str = ""  # the figure of the whole, as written: "nine" in "eight of the nine satellites"


_NEXT = regex(r"[ \u00a0-]{1,2}([A-Za-z][A-Za-z'’]*(?:\.[A-Za-z]\.)*(?:-\d+)?)")
_OF_WHOLE = regex(
    r"\s(?:out\s)?of\s(?:(?:the|those|these|them|whom|which|us|its|his|her|their|our|my|your|all)\b\s?){1,2}(?:[A-Za-z]+['’]s\s)?(?:(\d[\d,.]*\s|[a-z]+\s)(?=[a-z]+s\b|people\b))?|\s(?:out\s)?of\s(\d[\d,.]*\s|[a-z]+\s)(?=[A-Za-z]+\s?[a-z]*s\b)",
    re.I,
)
_ONE_SHOT = regex(r"\s(?:[a-z]+\s)?(?:gun)?shot\b(?!\s(?:dead|and|by|in\sthe)\b)")
_FIRED = regex(r"\b(?:fire[ds]?|firing|heard|hears|hearing|(?:let|squeezed)\soff)\s(?:[a-z]+\s){0,3}\w+\Z")
_THEIR = regex(r"\s(?:all\s)?(?:the|those|these|its|his|her|their|our)\s")  # "millions of his followers"
_AGED = regex(r" (\d{1,3}-year-old)\b")  # "two 21-year-old men"
_OF_NAMED = regex(
    r"\sof\s(?:[A-Z][\w-]+\s?){1,3}['’]\s?s?\s(?:\d[\d,.]*\s)?(?=[a-z])"
)  # "two of Brae's 9 bridges"
_OF = regex(r"\sof\s(?=[a-z])")
# "no immediate reports of casualties"; two reports of injuries are two reports
_REPORTS = regex(
    r"(?<=\b[Nn]o)\s(?:[a-z]+\s)?(?:reports?|word|signs?)\sof\s(?:any\s)?(?=(?:casualties|injuries|deaths|fatalities)\b)"
)
_FURTHER = frozenset({"more", "other", "others", "additional", "further", "extra", "another"})
_STATES = frozenset(
    {"dead", "hurt", "shot", "missing", "injured", "wounded"}
)  # they follow a count and are no noun
_LONGEST = 7
_DAYS = frozenset(("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"))


@cache
def counted_stops() -> frozenset[str]:
    """Words that end the noun phrase behind a figure."""
    return frozenset(words("counted_stops"))


@cache
def singulars() -> dict[str, str]:
    """Nouns for persons, every form with its singular."""
    found: dict[str, str] = {}
    for line in words("persons"):
        one, _, many = line.partition(" = ")
        found[many or one + "s"] = one
        found[one] = one
    return found


@cache
def _irregular() -> dict[str, str]:
    return {many: one for many, one in singulars().items() if not many.endswith("s")} | {
        "feet": "foot",
        "aircraft": "aircraft",
        "police": "police",
        "media": "media",
        "goals": "goal",
        "personnel": "personnel",
        "staff": "staff",
        "crew": "crew",
        "news": "news",
        "ones": "person",  # loved ones
        "memoranda": "memorandum",
        "criteria": "criterion",
        "bacteria": "bacterium",
        "cattle": "cattle",
        "sheep": "sheep",
        "fish": "fish",
        "buses": "bus",
        "gases": "gas",
        "canvases": "canvas",
        "lenses": "lens",
        "viruses": "virus",
        "bonuses": "bonus",
        "campuses": "campus",
        "atlases": "atlas",
        "censuses": "census",
    }


def singular(word: str) -> str:
    """The singular of a noun in lower case, as far as its ending tells."""
    known = singulars().get(word) or _irregular().get(word)
    if known:
        return known
    if (ending := _compound(word)) is not None:
        return word.removesuffix(ending[0]) + ending[1]
    if word.endswith("ies") and len(word) > 4:
        return word[:-3] + "y"
    if word.endswith(("sses", "shes", "ches", "xes", "zes")):
        return word[:-2]
    if word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        return word[:-1]
    return word


# Plurals without -s that close many compounds: salesmen, schoolchildren, townspeople, housewives.
_COMPOUNDS = (
    ("women", "woman"),
    ("men", "man"),
    ("children", "child"),
    ("people", "person"),
    ("wives", "wife"),
    ("knives", "knife"),
    ("wolves", "wolf"),
    ("thieves", "thief"),
)
_NO_MEN = frozenset(
    {"specimen", "regimen", "abdomen", "stamen", "acumen", "bitumen", "dolmen", "hymen", "semen", "lumen"}
)


def _compound(word: str) -> tuple[str, str] | None:
    """The plural ending of a compound noun and its singular, None where the word has none."""
    if word[-1:] not in "ens" or word in _NO_MEN:
        return None
    return next(
        (pair for pair in _COMPOUNDS if word.endswith(pair[0]) and len(word) > len(pair[0]) + 1), None
    )


def _plural(word: str) -> bool:
    if word in _irregular() and word not in ("person",):
        return singulars().get(word) != word
    if _compound(word) is not None:
        return True
    return len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is", "'s", "’s"))


def _size(whole: re.Match[str] | None) -> str:
    """The figure of a whole, as written: "nine" in "of the nine satellites"; empty where the word is no number."""
    said = (whole.group(1) or whole.group(2) or "").strip() if whole is not None else ""
    return said if said[:1].isdigit() or is_number(said.lower().rpartition("-")[2]) or said in _SOME else ""


_SOME = frozenset({"several", "dozens", "hundreds", "thousands", "many", "few"})


_JOINED = regex(
    r" (?!(?:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|several|some|many|dozens|hundreds|thousands|another|others|its|his|her|their|the|then)\b)"
    r"(?:[a-z-]+ ){0,2}[a-z]{3,}s\b(?! of\b)"
)


def counted(text: str, at: int, *, one: bool = False) -> Counted:
    """The noun phrase that a number ending at `at` counts. `one` says that the number is one: a singular follows."""
    part, start = False, at
    if one and (shot := _ONE_SHOT.match(text, at)) and _FIRED.search(text, max(0, at - 36), at):
        return Counted(start, shot.end(), "shot", shot.group().strip())
    whole = _OF_WHOLE.match(text, at)
    size = _size(whole)
    if whole is not None and whole.group(2) and not size:
        whole = None
    theirs = None
    if whole is None:
        theirs = _THEIR.match(text, at) if text.endswith("s of", 0, at) else _OF_NAMED.match(text, at)
    if theirs is not None:
        part, at = True, theirs.end() - 1
    elif whole is not None:
        at = whole.start(1) if whole.group(1) and not size else whole.end()
        part, at = True, at - 1 if text[at - 1] == " " else at
        if whole.group().rstrip().endswith("us"):
            return Counted(start, whole.end(), "person", "people", part=True)
        if whole.group().rstrip().endswith(("them", "whom", "which")):
            return Counted(start, whole.end(), "", "", part=True)
    elif (of := _OF.match(text, at) or _REPORTS.match(text, at)) is not None:
        at = of.end() - 1
    found: list[tuple[str, int, str]] = []
    further, end, stops = False, at, counted_stops()
    while len(found) < _LONGEST:
        match = _NEXT.match(text, end) or (_AGED.match(text, end) if not found else None)
        if match is None:
            break
        word = match.group(1)
        lower = word.lower()
        joined = (
            lower == "and" and found and not one and _JOINED.match(text, match.end()) is not None
        )  # "12 search and rescue helicopters"
        if joined and not any(_plural(said) or past(said) or said in _STATES for said, *_ in found):
            end = match.end()
            found.append((lower, end, word))
            continue
        if lower in ("a", "an") or (
            lower in stops and not (lower == "ones" and found and found[-1][0] == "loved")
        ):
            break
        if found and lower in _DAYS:
            break  # "the first shooting Monday"
        if lower.endswith(("s’", "s'")):
            lower = lower[:-1]  # "the two nations' history"
        end = match.end()
        if lower in _FURTHER:
            further = True
            if lower != "others":
                continue
        found.append((lower, end, word))
    of_many = whole is not None or text.startswith(" of", start)
    noun = _headed(text, start, at, found, part=part, further=further, one=one and not of_many)
    if one and of_many and not noun.head:
        noun = _headed(text, start, at, found, part=part, further=further, one=True)  # "one of the crew"
    return noun._replace(whole=size) if size else noun


_TIED = regex(r"-([a-z]+)\b")


def tied(text: str, at: int) -> Counted:
    """The noun that a hyphen ties to a number ending at `at`: "seat" in "a 175-seat hall"; none in "two-pronged"."""
    match = _TIED.match(text, at)
    word = match.group(1) if match else ""
    if match is not None and word == "strong":
        return counted(text, match.end(), one=True)  # "a 64-strong team"
    if match is None or word in word_set("uncounted") or word.endswith(("ed", "ing", "est", "ly")):
        return Counted(at, at, "", "")
    return Counted(at, match.end(), singular(word), word)


_ONE_OF_HERS = regex(
    r"\b(?:[Tt]he|[Tt]his|[Aa]n?|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir)\s(?P<noun>[a-z]{3,}),\s(?:his|her|its|their|the\s[a-z]+['’]s)\s\Z"
    r"|\A\W{0,2}(?:The|This|His|Her|Its)\s(?:[a-z-]+\s)?(?P<first>[a-z]{3,})\b(?:,[^.;]{0,120},)?[^.;,]{0,60}\s(?:is|was|are|were|being|became)\s(?:his|her|its|their|the\s[a-z]+['’]s)\s\Z"
)
_STANDS_ALONE = regex(r"\s?(?:[,.;:)]|$|\sin\b|\ssince\b|\sto\b|\sand\b)")


def ranked(text: str, start: int, at: int, end: int) -> str:
    """The noun that a bare ordinal after "her" or "its" ranks: "novel" in "the novel, her fourth"; empty when there is none."""
    if not _STANDS_ALONE.match(text, end) or not text.endswith(
        (" his ", " her ", "its ", "heir ", "s "), 0, at
    ):
        return ""
    match = _ONE_OF_HERS.search(text[max(start, at - 200) : at])
    return (match.group("noun") or match.group("first")) if match else ""


_THEM = regex(r"\b(?P<phrase>(?:[a-z-]+\s)?(?P<noun>[a-z]{3,}))(?:,|\s[–—-])\s\Z")


def of_them(text: str, at: int) -> Counted | None:
    """What a figure before "of them" counts, where it is set off behind its noun: "his boats, over forty of them"."""
    match = _THEM.search(text, max(0, at - 40), at)
    if match is None or not _plural(match.group("noun")) or match.group("noun") in counted_stops():
        return None
    return Counted(match.start(), match.end("noun"), singular(match.group("noun")), match.group("phrase"))


_OF_THEM = regex(r"\s?\bof\s(?:them|whom|which|these|those|us)\b,?\s?")
_BEING = regex(r"\s?(?:were|was|are|is)?\s?(?:an?\s)?(?=[a-z])")


def kind_among(text: str, at: int, *, one: bool) -> Counted | None:
    """What kind of them a figure ending at `at` counts: "guards" in "six of them guards", in "of whom six were guards"."""
    them = _OF_THEM.match(text, at)
    being = _BEING.match(text, them.end() if them else at)
    if being is None or not (them or being.group().strip()):
        return None
    found = counted(text, being.end() - 1, one=one)
    return found if found.head and not found.part and found.start < found.end else None


_THEY_SAY = regex(r"\s(?:have |had )?(?:say|said|believe|think|thought|suspect|alleg|accus|call|describ)")


def _headed(
    text: str, start: int, at: int, found: list[tuple[str, int, str]], *, part: bool, further: bool, one: bool
) -> Counted:
    pick = None
    for index, (word, _, said) in enumerate(found):
        if one:
            if word in singulars():
                pick = index
                break
        elif _plural(word) and not (
            said[0].isupper() and any(w.islower() and _plural(w) for *_, w in found[index + 1 :])
        ):
            pick = index
            if word == "police" and index + 1 < len(found) and _plural(found[index + 1][0]):
                continue  # "several police vehicles"
            if index + 1 >= len(found) or found[index + 1][0] not in singulars():
                break
            if _THEY_SAY.match(text, found[index + 1][1]):
                break  # "one of the men investigators say fled"
    if pick is None and one and found:
        done = next(
            (
                i
                for i, (w, _, _) in enumerate(found)
                if w.endswith("ed")
                or (w.endswith("ing") and w not in word_set("ing_nouns"))
                or w in _STATES
                or (past(w) and (i or len(found) == 1))
                or (w.endswith("ly") and i + 1 < len(found) and found[i + 1][0].endswith("ed"))
            ),
            len(found),
        )
        pick = done - 1 if done > 0 else None
    if pick is None:
        return Counted(start, start if not part else at, "", "", part=part, further=further)
    word, end, _ = found[pick]
    if word == "others":
        return Counted(start, end, "other", text[at:end].strip(" -\u00a0"), part=part, further=True)
    return Counted(start, end, singular(word), text[at:end].strip(" -\u00a0'’"), part=part, further=further)
