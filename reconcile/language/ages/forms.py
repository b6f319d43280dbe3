"""Ages, in every form news gives them, and the words that name whose age it is."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache, lru_cache

from reconcile.language.ages.birthdays import birthdays, years_begun
from reconcile.language.ages.ends import ends_aged
from reconcile.language.ages.hailing import aliased, hailing
from reconcile.language.ages.led import apposed, dateish, led_ages
from reconcile.language.ages.parts import (
    NAME,
    NAME_BEFORE,
    ONLY,
    AgeMention,
    aged,
    in_years,
    named,
    never_names,
    years_said,
)
from reconcile.language.ages.ranges import AgeRange, decades, spans
from reconcile.language.ages.told import back_then, described_ages, told_ages
from reconcile.language.figures.counted import singulars
from reconcile.language.figures.hedges import bounded
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import around, vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex

_AGE = r"(?P<{0}>\d{{1,3}}|(?:[Tt]wenty|[Tt]hirty|[Ff]orty|[Ff]ifty|[Ss]ixty|[Ss]eventy|[Ee]ighty|[Nn]inety)(?:-(?:one|two|three|four|five|six|seven|eight|nine))?|(?:[Oo]ne|[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en|[Ee]leven|[Tt]welve|[A-Za-z][a-z]{{3,5}}teen))"
_OLD = regex(_AGE.format("old") + r"[\s-]{1,2}(?:years?|yrs?)[\s-]{1,2}old(?P<s>s)?\b", holds="year|yr")
_AGED = regex(
    r"[Aa]ged?(?:\sof)?\s(?P<about>(?:about|around|approximately|roughly)\s)?"
    + _AGE.format("aged")
    + r"\b(?!\s?%|\s?per)"
)
_AGES = frozenset(("age", "aged"))
_EARLIER = regex(r"\b(?:at|by|from|until|since|before)\s(?:(?:the|an)\s)?\Z")
_OF = regex(
    r" of (?P<of>\d{1,3})(?=[,.;)]|\s(?:is|was|were|has|had|who|from|in|at|and|said|died|lost|told|suffered)\b|\s[a-z]{3,}ed\b)"
)
_OF_WHOM = regex(r"\b(?P<noun>[a-z]{3,})\Z")
_ONE = regex(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[\w'’-]+\s){0,3}\Z")
_WHOEVER = frozenset(
    [
        "man",
        "woman",
        "boy",
        "girl",
        "substitute",
        "youth",
        "youngster",
        "veteran",
        "student",
        "mother",
        "father",
    ]
)

_NAME_LIST = regex(
    rf"(?<![\w.])(?P<name>{NAME})(?P<comma>\s?,\s?(?:{ONLY})?|\s\(|\s?,\sage\s|\sage\s)(?P<age>\d{{1,3}})(?P<close>\)|(?=\s?[,;.:)]|\s?$|\sof\b|\sand\b|\swas\b|\sfrom\b|\sis\b|\swho\b|\swere\b|\s[–—-]|\shas\b|\shad\b|\n))"
)
_NAME_AFTER = regex(
    rf"(?:\s|,\s|\sas\s|\s(?:named|called|identified\sas|victim|suspect|man|woman|boy|girl)\s)(?P<name>{NAME})"
)
_LINK = r"(?:from|of|in|at|and|who|was|is|near|with|for|to|on|by|that|had|has|were|as|when|after|but|or)"
_LINKS = frozenset(_LINK[3:-1].split("|"))
_AFTER_NOUN = regex(rf",?\s(?:named\s|called\s|identified\sas\s|as\s)?(?P<name>{NAME})")
_AFTER_WORDS = regex(rf"\s(?:(?!{_LINK}\b)[a-z-]+\s){{0,3}}(?P<name>{NAME})")
_CALLED = regex(r"\b(?:[Tt]he|[Aa]n?|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z]+),\san?\s\Z")
_WAS = regex(
    r"\b(?:[Tt]he|[Hh]is|[Hh]er|[Tt]heir)\s(?:[a-z-]+\s)?(?P<noun>[a-z]+)\s(?:is|was)\s(?:only\s|just\s|then\s)?\Z"
)
_NOUN_BEFORE = regex(r"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother)\s(?:[a-z-]+\s){0,2}(?P<noun>[a-z]+),?\s\Z")
DEATH = regex(r"\b(?:[Dd]ied|[Dd]ies|[Dd]ead|passed away|(?:was|were) killed|[Dd]eath)\b")
_STOP = regex(r"[.;!?]\s")
_WHO_DIED = regex(
    rf"(?P<name>{NAME}), who (?:has |had |have )?(?:died|passed away|was (?:killed|found dead|murdered))(?: [\w'’]+){{0,4}},? (?:at the )?\Z"
)
_SMALL = regex(r"[\w-]+")
_DOERS, _SHORT = ("ist", "man", "woman", "ian"), 5
_NAME_ASIDE = regex(rf"(?P<name>{NAME}),\s(?:the|an?|his|her|its|their|one\sof)\s[\w\s’'-]{{2,50}},\s?\Z")
_OF_THERE = regex(
    rf"(?P<name>[A-Z][\w'’-]+\s{NAME}),?\s(?:of|from)\s{NAME},?\s?\Z"
)  # "Ann Lee of Brae was 19"
_SAID_ASIDE = regex(
    rf"(?P<name>{NAME}), (?:he|she|they|[A-Z][a-z]+) (?:says?|said|adds|added|recalls|recalled),\Z"
)
_NOUN_AFTER = regex(r"\s([a-z][\w-]*(?:\s[a-z][\w-]*){0,4})")


@cache
def past_verbs() -> frozenset[str]:
    """Irregular past forms: after an age they say what its owner did."""
    return frozenset(words("past_verbs"))


@lru_cache(maxsize=8)
def ages_of(text: str) -> tuple[AgeMention, ...]:
    """The ages of `text`, kept while several claim types ask for them."""
    return tuple(find_ages(text))


def find_ages(text: str) -> Iterator[AgeMention]:
    """Yields the ages of `text`, in order of kind; overlapping readings are left out."""
    taken: list[tuple[int, ...]] = []
    found: list[AgeMention] = []
    for finder in (
        _spans,
        _year_olds,
        _listed,
        led_ages,
        ends_aged,
        aliased,
        _described,
        _aged,
        _told,
        birthdays,
        years_begun,
        _decades,
        _of,
    ):
        for mention, start, end in finder(text):
            at = bisect_left(taken, (end,))  # those before it begin before `end`, and do not overlap
            if not at or taken[at - 1][1] <= start:
                taken.insert(at, (start, end))
                found.append(mention)
    yield from sorted(found, key=lambda m: (m.start, m.end))


_OLD_WORD = regex(r"olds?\b")


def _before_each(
    anchor: re.Pattern[str], pattern: re.Pattern[str], text: str, reach: int
) -> Iterator[re.Match[str]]:
    """The matches of `pattern` that end with a match of the cheap `anchor`; nothing else of the text is tried."""
    for hit in anchor.finditer(text):
        for start in range(max(0, hit.start() - reach), hit.start()):
            if start == 0 or not text[start - 1].isalnum():
                match = pattern.match(text, start, hit.end())
                if match is not None and match.end() == hit.end():
                    yield match
                    break


def _year_olds(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    for match in _before_each(_OLD_WORD, _OLD, text, 34):
        value = years_said(match.group("old"))
        if (
            value is None
            or text[match.start() - 1 : match.start()] == "-"
            or (
                match.start() > 0
                and text[match.start() - 1] in ".,$€£"
                and text[match.start() - 2 : match.start() - 1].isdigit()
            )
        ):
            continue
        plural = match.group("s") is not None
        owner, noun, end = None, "", match.end()
        after = _NAME_AFTER.match(text, match.end())
        words_after = _NOUN_AFTER.match(text, match.end())
        from_there = _of_a_town(text, after)
        if from_there is not None:
            noun, end = singulars().get(from_there.group("noun"), from_there.group("noun")), from_there.end()
            owner = named(_AFTER_NOUN.match(text, end)) or _copula(text, match.start())
        elif not plural:
            owner = named(after)
            before = None if owner is not None else _copula(text, match.start())
            if owner is None and words_after is not None:
                noun, end, owner = _noun_then_name(text, match.end(), words_after)
                plural = bool(noun) and text[:end].endswith("s") and not text[:end].endswith(noun)
            owner = before or owner
        start = match.start()
        if owner is not None:
            start, end = min(start, owner[1]), max(end, owner[2])
        elif (was := _WAS.search(text, max(0, start - 40), start)) and was.group("noun") in person_nouns():
            noun = singulars().get(was.group("noun"), was.group("noun"))  # "the boy was 11 years old"
            start = was.start()
        elif (called := _CALLED.search(text, max(0, start - 50), start)) and called.group(
            "noun"
        ) in person_nouns():
            noun = called.group("noun")  # "The firefighter, a 29-year-old man"
        then = not plural and back_then(text, match.start(), match.end())
        mention = aged(start, end, in_years(value), owner, noun, then=then, plural=plural)
        yield mention, match.start(), match.end()


def _of_a_town(text: str, after: re.Match[str] | None) -> re.Match[str] | None:
    """The noun behind a name that is then a town's: "23-year-old Kent woman", "a 44-year-old Ordell police officer"."""
    found = _NOUN_BEHIND.match(text, after.end()) if after is not None else None
    return (
        found
        if found is not None and (found.group("noun") in person_nouns() or found.group("noun") in _CAPPED)
        else None
    )


_CAPPED = frozenset(
    {"international", "southpaw"}
)  # who is told by a country: "23-year-old Norse international"


_NOUN_BEHIND = regex(r"\s(?:(?:police|high school|college|city|school|county)\s)?(?P<noun>[a-z]{3,})\b(?!-)")


def _noun_then_name(
    text: str, at: int, following: re.Match[str]
) -> tuple[str, int, tuple[str, int, int] | None]:
    """The noun after "33-year-old" and the name right after it: "33-year-old construction worker Jo Byrne"."""
    noun, end, stop, said = "", at, at, ""
    for word in _SMALL.finditer(following.group(1)):
        said = word.group()
        if said in _LINKS or said in past_verbs() or (noun and said.endswith("ed")):
            break
        stop = following.start(1) + word.end()
        if said in singulars() or said in person_nouns() or (len(said) > _SHORT and said.endswith(_DOERS)):
            noun, end = singulars().get(said, said), stop
    owner = named(_AFTER_NOUN.match(text, stop))
    if owner is None and said not in past_verbs():  # but "a 7-year-old shot Ty Byrne"
        owner = named(_AFTER_WORDS.match(text, at))
    return noun, end, owner


def _copula(text: str, at: int) -> tuple[str, int, int] | None:
    """The name before an age said of it: "Jo Byrne, a 33-year-old plumber", "Byrne is 33 years old"."""
    window_start = max(0, at - 80)
    window = text[window_start:at]
    match = re.search(
        rf"(?P<name>{NAME})(?:,\s(?:(?:an?|the|then|his|her)\s(?:[a-z-]+\s){{0,2}})?|\s(?:is|was)\s(?:(?:an?|the|only|just)\s)?|\s\()\Z",
        window,
    )
    owner = named(match)
    if owner is None or _IN.search(window, 0, owner[1]):
        return None  # "the last case in Ordell was a 33-year-old plumber"
    return owner[0], owner[1] + window_start, owner[2] + window_start


_IN = regex(r"\b(?:in|at|near|outside)\s\Z")


_LIST_AGE = regex(r"\d{1,3}(?!\d)")
_LISTS = regex(rf"(?:,\s?|\(|\sage\s)(?:age\s|{ONLY})?\Z")


def _name_lists(text: str) -> Iterator[re.Match[str]]:
    """The names with an age behind them, found from the age."""
    for at, _ in vocabulary(text).figures:
        hit = _LIST_AGE.match(text, at)
        before = _LISTS.search(text, max(0, at - 16), at) if hit else None
        if hit is None or before is None:
            continue
        for start in range(max(0, before.start() - 70), before.start()):
            letter = text[start]
            if letter.isupper() and (start == 0 or not (text[start - 1].isalnum() or text[start - 1] == ".")):
                match = _NAME_LIST.match(text, start)
                if match is not None and before.start() - 1 <= match.start("comma") <= hit.end():
                    yield match
                    break


def _listed(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Names with an age behind a comma or in brackets: "Ann Lee, 71, …", "Bo Ek (34)"."""
    for match in _name_lists(text):
        value = years_said(match.group("age"))
        owner = named(match)
        if value is None or owner is None or not _person_like(owner[0]) or dateish(text, match):
            continue
        end = match.end("age")
        first, other = _PARTNER.search(text, max(0, owner[1] - 40), owner[1]), _SECOND.match(text, end)
        if (
            match.group("comma").endswith("(") and other is not None
        ):  # "Marc and Sophie Pelletier (34 and 31)"
            years = years_said(other.group("age"))
            partner = named(first)
            if partner is not None and years is not None:
                yield aged(partner[1], end, in_years(value), partner, ""), match.start("age"), end
                yield aged(owner[1], other.end("age"), in_years(years), owner, ""), end, other.end("age")
            continue
        yield hailing(text, owner, end, in_years(value)), match.start("age"), end


_PARTNER = regex(rf"(?P<name>{NAME}) and \Z")
_SECOND = regex(r" and (?P<age>\d{1,3})\)")


def _person_like(name: str) -> bool:
    """Whether a capitalized run may name a person whose age follows: no month, no all-capital dateline."""
    *given, last = name.rstrip(".").lower().split(" ")
    initial = given and len(last) == 1  # "Josef A.": a surname that the law keeps back
    return (last not in never_names() or bool(initial)) and len(name) > 2


def _told(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Ages that a pronoun or a description tells; the owner of "who is 41" is the name before it."""
    for told in told_ages(text):
        owner = None
        if told.by in ("who", ""):
            owner = named(_OF_THERE.search(text, max(0, told.start - 70), told.start))
            owner = owner or named(NAME_BEFORE.search(text, max(0, told.start - 70), told.start))
            owner = owner or named(_NAME_ASIDE.search(text, max(0, told.start - 110), told.start))
        said = None if owner else named(_SAID_ASIDE.search(text, max(0, told.start - 60), told.start))
        whole = owner is not None and (told.then or (" " in owner[0] and told.value >= _GROWN_UP))
        if not (told.by or said or whole):
            continue  # "the record was 41"
        owner = owner or said
        start, noun, by = (owner[1], "", "") if owner else (told.start, told.noun, told.by)
        mention = aged(start, told.end, in_years(told.value), owner, noun, then=told.then)
        yield mention._replace(by=by), told.start, told.end


def _described(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    """Ages behind a description: whom it means is for the reader of the whole text to say."""
    for told in described_ages(text):
        mention = aged(told.start, told.end, in_years(told.value), None, told.noun)
        yield mention._replace(by="" if told.by.startswith("a ") else told.by), told.start, told.end


def _aged(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    for match in around(_AGED, text, vocabulary(text).places(_AGES)):
        value = years_said(match.group("aged"))
        start, about = match.start(), match.group("about")
        if (
            value is None
            or (start > 0 and text[start - 1].isalnum())
            or _RANGE_GOES_ON.match(text, match.end())
        ):
            continue
        amount = bounded(in_years(value), "about", about.strip()) if about else in_years(value)
        then = _EARLIER.search(text, max(0, start - 16), start) is not None
        if then:
            clause = _STOP.split(text[max(0, start - 90) : start])[-1]
            then = DEATH.search(clause) is None
        owner = None
        if not then and _THERE.search(text, max(0, start - 90), start):
            then = DEATH.search(text, max(0, start - 90), start) is None
        elif not then:
            owner = _copula(text, start) or named(NAME_BEFORE.search(text, max(0, start - 80), start))
            owner = owner or named(_WHO_DIED.search(text, max(0, start - 120), start))
            owner = owner or apposed(text, start)
        if owner is not None:
            yield hailing(text, owner, match.end(), amount), start, match.end()
            continue
        first, noun = start, ""
        before = None if then else _NOUN_BEFORE.search(text, max(0, start - 60), start)
        if before is not None and before.group("noun") in person_nouns():
            first, noun = before.start(), before.group("noun")
        yield aged(first, match.end(), amount, None, noun, then=then), start, match.end()


_THERE = regex(r"[a-z] (?:to|in) (?:[A-Z][\w’'-]+ ){0,2}[A-Z][\w’'-]+ \Z")  # "moved to Brae aged 14"
_RANGE_GOES_ON = regex(r"\s?(?:-|–|to)\s?\d|\sand\s\d|\sor\s|\s(?:months?|weeks?|days?)\b")


def _of(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    for at, _ in vocabulary(text).figures:
        match = _OF.match(text, at - len(" of ")) if text.endswith(" of ", 0, at) else None
        if match is None:
            continue
        value = years_said(match.group("of"))
        noun = _OF_WHOM.search(text, max(0, match.start() - 14), match.start())
        if value is None or value < _CHILD or noun is None:
            continue
        one = noun.group("noun") in person_nouns() and _ONE.search(
            text, max(0, noun.start() - 40), noun.start()
        )
        if noun.group("noun") not in _WHOEVER and (not one or value < _GROWN_UP):
            continue  # a plumber of 31, but the last runner of 40
        if noun.group("noun") in ("mother", "father") and value < _GROWN_UP:
            continue  # the number of the children
        owner = _copula(text, noun.start())
        start = owner[1] if owner else noun.start()
        yield (
            aged(start, match.end(), in_years(value), owner, noun.group("noun")),
            noun.start(),
            match.end(),
        )


_CHILD, _GROWN_UP = 5, 16


def _spans(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    yield from map(_ranged, spans(text))


def _decades(text: str) -> Iterator[tuple[AgeMention, int, int]]:
    yield from map(_ranged, decades(text))


def _ranged(found: AgeRange) -> tuple[AgeMention, int, int]:
    mention = aged(found.start, found.end, found.amount, None, found.noun, plural=found.plural)
    return mention, found.first, found.end
