"""Phrases of place: a preposition and the place it governs, by name or by noun: "near Vik", "in a hallway of the courthouse"."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from reconcile.claims.cues import cues
from reconcile.claims.places.place_names import is_time, place_nouns, trimmed
from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import small
from reconcile.language.grammar.facets import facet_lexicon
from reconcile.language.grammar.verbs import past
from reconcile.language.memo import Memo
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import word_set, words
from reconcile.values.places import find_addresses, known, street_kind
from reconcile.values.regex import regex
from reconcile.values.roles import nations
from reconcile.values.spots import spot_named, spots

_WORD = regex(  # plain words before a space come first, as most are such
    r"[ \u00a0\n]([A-Za-z][a-z]+(?= )|[A-Z][a-z]{0,2}\.(?=[ \u00a0\n][A-Z\d])|&|[^\W_](?:[\w'’&/.-]*[\w'’])?)"
)
_OF, _WITH = regex(r" of(?= )"), regex(r" with(?= )")
_CORNERS = frozenset({"intersection", "junction", "corner", "crossing"})  # of one street with another
_LEADS = regex(
    r" (?:to|towards?|from|between) [A-Z][\w'’-]+(?: (?:and )?[A-Z][\w'’-]+){0,3}"
)  # "the road to Vik"
_NUMBERED = regex(
    r"(?:I-\d+|[A-Z]{1,2}\d{1,3}|(?:Interstate|Highway|Route|Hwy\.?|US|State Road|Exit)[ -]\d+[A-Z]?)\b"
)
_MOST = 9  # words of the longest phrase
_NEAR, _FAR = 48, 96  # characters in which a phrase of place has a capital, or else its noun
_LINKS = frozenset({"of", "and", "&", "the", "de", "du", "des", "la", "le", "del"})


class Locative(NamedTuple):
    """A phrase of place: `start` is where its preposition begins, `end` where the place ends.

    `value` is the place: its name, or the phrase with its noun ("a hallway of the courthouse"); `noun` is that noun,
    empty for a name. `how` is the preposition as written, `relation` how it places.
    """

    start: int
    at: int  # where the place begins
    end: int
    relation: str
    how: str
    value: str
    noun: str


class _Phrase(NamedTuple):
    """A noun phrase: where it begins behind its determiner and ends, its words, and the determiner."""

    start: int
    end: int
    words: tuple[str, ...]
    places: tuple[int, ...]
    determiner: str


def locatives(reading: Reading) -> Iterator[Locative]:
    """Yields the phrases of place of an article in order, names and nouns alike."""
    text, document = reading.text, reading.document
    nouns = [at for at, _ in vocabulary(text).places(_last_words())]
    done = 0
    for start, end, relation in cues(reading, "situations"):
        if start < done or text[end : end + 1] not in (" ", "\u00a0", "\n"):
            continue
        if text[end : end + _NEAR].islower():  # no name: then there must be a noun for a place
            noun = bisect_right(nouns, end)
            if noun == len(nouns) or nouns[noun] > end + _FAR:
                continue
        sentence = document.sentence_at(start)
        numbered = text.startswith(" the ", end) or text[end + 1 : end + 2].isdecimal()
        if sentence is None or (
            numbered and _ADDRESS_NUMBER.match(text, end) and find_addresses(text, end, end + 60)[:1]
        ):
            continue
        phrase = _phrase(text, end, sentence.end)
        if phrase is None:
            continue
        how = text[start:end].lower()
        heading = text[start].isupper() and start > sentence.start  # "In Hunting Incident", "FOR OIL"
        for found in _placed(reading, start, relation, how, phrase, sentence.end):
            if heading and not known(found.value):
                continue
            done = max(done, found.at)
            yield found
    yield from _left(reading)


def _left(reading: Reading) -> Iterator[Locative]:
    """The places that verbs of leaving and reaching have as their object: "left Vik for Ordell"."""
    text = reading.text
    for at, verb in vocabulary(text).places(_OBJECTS.keys()):
        sentence = reading.document.sentence_at(at)
        if sentence is None or text[at + len(verb) : at + len(verb) + 1] != " ":
            continue
        phrase = _phrase(text, at + len(verb), sentence.end)
        if phrase is None or not phrase.words[0][0].isupper() or not phrase.words[-1][0].isupper():
            continue
        name = trimmed(text[phrase.start : phrase.end])
        mention = next(iter(reading.document.mentions_between(phrase.start, phrase.start + 1)), None)
        sure = text.startswith((" for ", " on ", " bound for "), phrase.end) and mention is not None
        if known(name) or (mention is not None and mention.kind in (_NAMED if sure else ("place",))):
            yield Locative(phrase.start, phrase.start, phrase.start + len(name), _OBJECTS[verb], "", name, "")


_NAMED = ("place", "country", "other", "unknown")
_OBJECTS = dict.fromkeys(
    ("left", "leaves", "leaving", "departed", "departing", "fled"), "from"
) | dict.fromkeys(("reached", "reaches", "reaching", "entered", "entering", "visited", "visiting"), "to")
_ADDRESS_NUMBER = regex(r" (?:the )?\d")


def _phrase(text: str, at: int, until: int) -> _Phrase | None:
    """The noun phrase that begins right after `at`."""
    said: list[str] = []
    places: list[int] = []
    determiner = ""
    end = at
    while len(said) < _MOST and (match := _WORD.match(text, end, until)) is not None:
        word = match[1]
        form = _forms[word]
        if form.determiner and not said and not determiner:
            determiner = form.lower
            end = match.end()
            continue
        if form.small and _ends(form, said):
            break
        if form.time and (said or not text.startswith(" ", match.end())):
            break
        if said and word in _ARTICLES:
            break  # the next line's first word, where nothing ends a heading
        if said and word.isdigit() and said[-1].lower() not in word_set("numbered_places"):
            break
        said.append(word)
        places.append(match.start(1))
        end = match.end()
    while said and (
        said[-1] in _LINKS or (said[-1].endswith("ly") and said[-1].islower() and not _noun(said[-1:]))
    ):
        said.pop()
        places.pop()
    if not said:
        return None
    return _Phrase(places[0], places[-1] + len(said[-1]), tuple(said), tuple(places), determiner)


_ARTICLES = ("A", "An", "The")


class _Form(NamedTuple):
    """What a word's form tells about its part in a noun phrase."""

    lower: str
    small: bool  # all in lower case
    determiner: bool
    time: bool  # a month or a day with its capital
    stop: bool  # a small word that is no part of a noun phrase
    verb: bool  # the form of a verb, and no first word of a noun for a place


def _form(word: str) -> _Form:
    lower = word.lower()
    going = lower.endswith("ing")
    compound = going and (lower in spots() or lower in _compound())  # "parking lot"
    return _Form(
        lower,
        small=word.islower(),
        determiner=lower in _determiners(),
        time=word[0].isupper() and is_time(word),
        stop=lower in _stops(),
        verb=not compound and (going or past(lower)),
    )


_forms = Memo(_form)


def _ends(form: _Form, said: list[str]) -> bool:
    """Whether a lower-case word cannot go on a noun phrase that has the words `said`."""
    if form.stop:
        return not (said and form.lower in _LINKS and _capital(said[-1]))
    if not said:
        return False
    if said[-1] in _LINKS:
        return True  # "in the Bay of Vik and captured"
    return form.verb and (said[-1][0].isupper() or bool(_noun(said)))


def _placed(
    reading: Reading, start: int, relation: str, how: str, phrase: _Phrase, until: int
) -> Iterator[Locative]:
    """The places that one phrase tells: its noun's, and the one it names."""
    text = reading.text
    last = phrase.words[-1]
    crossing = last in _STREETS and len(phrase.words) > 1 and _capital(phrase.words[-2])
    if last[0].isupper() or last[0].isdigit() or crossing:
        if not last.islower() and _event_after(text, phrase.end) and not known(last):
            return  # "in the Skyview shooting"
        first = _name_from(phrase)
        said = text[phrase.places[first] : phrase.end]
        name = said if crossing else trimmed(said)
        if name and _named(reading, phrase.places[first], name, relation, phrase.words[:first]):
            at = phrase.places[first]
            yield Locative(start, at, at + len(name), relation, how, name, "")
        return
    noun = _noun(phrase.words)
    if not noun:
        return
    spot = spots()[noun]
    named = next((i for i, word in enumerate(phrase.words) if word[0].isupper()), len(phrase.words))
    inner = _of(text, phrase.end, until, "with" if noun in _CORNERS else "of")
    leads = _LEADS.match(text, phrase.end, until) if spot.kind == "road" else None
    end = inner.end if inner is not None else leads.end() if leads is not None else phrase.end
    if inner is not None and inner.words[-1][0].isupper():
        first = _name_from(inner)
        name, at = trimmed(text[inner.places[first] : inner.end]), inner.places[first]
        wide = spot.kind in _WIDE or phrase.words[-1] in _settlements()
        if name and _named(reading, at, name, relation if wide else "at", inner.words[:first]):
            by = "near" if relation == "near" or (wide and noun in _NEARLY) else relation if wide else "at"
            by = "in" if wide and by in ("on", "at") else by  # "on the east side of Vik"
            yield Locative(start, at, at + len(name), by, how, name, "")
            if wide:
                return
    if named < len(phrase.words):
        stop = next(
            (i for i in range(named, len(phrase.words)) if not phrase.words[i][0].isupper()),
            len(phrase.words),
        )
        last_word = phrase.places[stop - 1] + len(phrase.words[stop - 1])
        name = trimmed(text[phrase.places[named] : last_word])
        wide = spot.kind in _WIDE
        if name.lower() in nations() and (wide or spot.kind == "open") and named == stop - 1:
            at = phrase.places[named]  # "in the Norwegian mountains"
            yield Locative(start, at, phrase.end, relation, how, text[at : phrase.end], "")
            return
        if name and (known(name) or wide) and name.lower() not in nations() and not is_time(name):
            by = "near" if noun in _NEARLY else relation
            if named == 0 or all(_modifies(w) for w in phrase.words[:named]):
                yield Locative(
                    start, phrase.places[named], phrase.places[named] + len(name), by, how, name, ""
                )
                if wide:
                    return
    if spot.kind == "side" and (inner is None or spot_named(" ".join(inner.words).lower()) is None):
        return
    if _event_after(text, phrase.end):
        return  # "in the courthouse shooting"
    bare = not phrase.determiner and named == len(phrase.words)
    if bare and not (noun in word_set("bare_places") or (inner is not None and spot.kind not in _WIDE)):
        return
    begin = text.rfind(phrase.determiner, start, phrase.start + 1) if phrase.determiner else phrase.start
    begin = _determined(text, start, phrase)
    yield Locative(start, begin, end, relation, how, text[begin:end], noun)


_STREETS = frozenset({"streets", "avenues", "roads", "boulevards"})  # "at 122nd and Halsted streets"


def _event_after(text: str, at: int) -> bool:
    """Whether a noun for something that happens follows: then the words before it are its name."""
    following = _WORD.match(text, at)
    entry = facet_lexicon().get(following[1]) if following is not None else None
    return entry is not None and entry[2]


def _determined(text: str, start: int, phrase: _Phrase) -> int:
    """Where a phrase begins with its determiner."""
    size = len(phrase.determiner)
    return phrase.start - size - 1 if size else phrase.start


_WIDE = frozenset({"district", "city", "region", "vague", "side", "water"})
_NEARLY = frozenset({"area", "vicinity", "outskirts", "edge"})


def _of(text: str, at: int, until: int, or_else: str = "of") -> _Phrase | None:
    """What follows "of" (or another word) right after `at`: the whole that a place is part of, or whose it is."""
    link = _OF.match(text, at, until) or (_WITH.match(text, at, until) if or_else == "with" else None)
    return _phrase(text, link.end(), until) if link is not None else None


def _capital(word: str) -> bool:
    """Whether a word may be part of a name: "Halsted", "122nd"."""
    return not word[0].islower()


def _name_from(phrase: _Phrase) -> int:
    """The index from which the phrase's words are a name: all capitals at its end, links between."""
    index = len(phrase.words) - 1
    while index > 0 and (
        _capital(phrase.words[index - 1])
        or (phrase.words[index - 1] in _LINKS and index > 1 and _capital(phrase.words[index - 2]))
    ):
        index -= 1
    return index


def _named(reading: Reading, at: int, name: str, relation: str, before: tuple[str, ...]) -> bool:
    """Whether a name is a place's: by what it names, by its last word, or as what the preposition leaves open."""
    if (
        is_time(name)
        or (name[0].isdigit() and not (street_kind(name) or name.endswith(tuple(_STREETS))))
        or (name.lower() in nations() and not name.isupper())
        or not all(map(_modifies, before))
    ):
        return False
    last = name.rsplit(" ", 1)[-1].lower().rstrip(".")
    if last in person_nouns():
        return False
    if known(name) or last in _STREETS or street_kind(name) or spot_named(last) or _NUMBERED.match(name):
        return True
    mention = next(iter(reading.document.mentions_between(at, at + 1)), None)
    kind = mention.kind if mention is not None else ""
    if kind in ("place", "country"):
        return True
    if kind in ("people", "work", "treaty", "award", "event"):
        return False
    if kind == "vessel":
        return relation in ("on", "in", "from")
    if kind == "person":
        return relation == "in" and " " not in name
    if kind == "organization":
        return relation == "at"
    return relation in ("in", "at", "near", "outside", "from", "to")


def _modifies(word: str) -> bool:
    """Whether a word may stand before a place's name: "the southern city of"."""
    return word.lower() in place_nouns() or spot_named(word.lower()) is not None or word in _LINKS


def _noun(said: list[str] | tuple[str, ...]) -> str:
    """The place noun that the last of some words are; empty when they are none."""
    nouns = _nouns().get(said[-1].lower())
    if nouns is None:
        return ""
    last = " " + " ".join(said[-3:]).lower()
    return next((noun for noun in nouns if last.endswith(" " + noun)), "")


@cache
def _nouns() -> dict[str, list[str]]:
    """The nouns for places by their last word, the longest first."""
    found: dict[str, list[str]] = {}
    for noun in sorted(spots(), key=lambda noun: (-len(noun), noun)):
        found.setdefault(noun.rsplit(" ", 1)[-1], []).append(noun)
    return found


@cache
def _last_words() -> frozenset[str]:
    """The words that nouns for places end in, cut at hyphens."""
    return frozenset(noun.replace("-", " ").rsplit(" ", 1)[-1] for noun in spots())


@cache
def _compound() -> frozenset[str]:
    """Words that go on to a noun for a place: "parking" lot, "living" room."""
    return frozenset(word for noun in spots() for word in noun.split(" ")[:-1])


@cache
def _settlements() -> frozenset[str]:
    return frozenset(noun.strip() for line in words("settlements") for noun in line.split(","))


@cache
def _determiners() -> frozenset[str]:
    return (small("determiner") | {"another", "one", "both", "every"}) - {"no", "any"}


@cache
def _stops() -> frozenset[str]:
    kinds = ("joint", "preposition", "pronoun", "determiner", "auxiliary", "modal", "be", "stretch")
    return frozenset().union(*map(small, kinds)) | word_set("phrase_stops")
