"""The words that say what happened to people: killed, wounded, missing, taken to hospital; with their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import chain
from typing import NamedTuple

from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.regex import regex


class Trigger(NamedTuple):
    """A word or phrase at `text[start:end]`, the measure it stands for, and its shape in the sentence."""

    start: int
    end: int
    measure: str
    shape: str  # verb, state, noun, toll
    persons: bool = False  # whether the words are said of things too, and only a noun for persons will do


@cache
def trigger_words() -> dict[str, tuple[str, str]]:
    """The single words, each with its measure and shape."""
    found = {}
    for line in words("casualties"):
        word, _, rest = line.partition(" = ")
        measure, shape = rest.split(" ")
        found[word] = (measure, shape)
    return found


class _Phrase(NamedTuple):
    opens: str  # the words that it may begin with
    pattern: re.Pattern[str]
    measure: str
    shape: str
    persons: bool = False


# A phrase wins over those below it, and over those of the lexicon.
_PHRASES = (
    _Phrase(
        "fatally",
        regex(
            r"fatally\s(?:shot|wounded|injured|stabbed|struck|hit|shooting|wounding)(?:\sand\skilled)?\b",
            re.I,
        ),
        "killed",
        "verb",
    ),
    _Phrase(
        "shot gunned shooting stabbed shoots",
        regex(
            r"(?:shot\s(?:to\sdeath|dead|and\s(?:fatally\s)?killed|and\sfatally\swounded)|gunned\sdown|shooting\s(?:dead|to\sdeath)|stabbed\sto\sdeath|shoots\sdead|shoots\sand\skills)\b",
            re.I,
        ),
        "killed",
        "verb",
    ),
    _Phrase(
        "shot shooting",
        regex(
            r"(?:shot\sand\s(?:wounded|injured|critically\swounded|seriously\swounded|hurt)|shooting\sand\s(?:wounding|injuring))\b",
            re.I,
        ),
        "injured",
        "verb",
    ),
    _Phrase(
        "cost costing claimed claims claiming taken took takes loss",
        regex(
            r"(?:cost(?:ing)?|claim(?:ed|s|ing)|taken|took|takes|loss\sof)\b(?=\s(?:[\w,.-]+\s){1,6}lives\b)",
            re.I,
            holds="lives",
        ),
        "killed",
        "verb",
    ),
    _Phrase(
        "death",
        regex(r"death\s(?:toll|count|tally)\b", re.I),
        "killed",
        "toll",
    ),
    _Phrase(
        "bundled herded loaded packed bussed bused moved cleared ordered told",
        regex(
            r"(?:bundled|herded|loaded|packed|bussed|bused|moved|cleared|ordered|told)\s(?:to\sget\s)?(?:on\s?to\s(?:the\s)?(?:buses|coaches|trucks)"
            r"|into\s(?:buses|coaches|trucks|shelters)|out\sof\s(?:their|the|its)\s(?:homes?|houses?|area|district|neighbou?rhood|village|town)|out)\b",
            re.I,
        ),
        "displaced",
        "state",
    ),
    _Phrase(
        "hit struck injured wounded grazed riddled sprayed peppered",
        regex(
            r"(?:(?:hit|struck|injured|wounded|grazed)\sby\s(?:\w+\s)?(?:gunfire|bullets?|gunshots?|shots?)"
            r"|(?:riddled|sprayed|peppered)\swith\s(?:bullets|gunfire))\b",
            re.I,
        ),
        "shot",
        "state",
    ),
    _Phrase(
        "taken transported rushed airlifted flown sent brought admitted treated",
        regex(
            r"(?:taken|transported|rushed|airlifted|flown|sent|brought|admitted|treated)(?:\s\w+){0,3}\s(?:to|at|in)\s(?:[\w'.&]+\s){0,5}(?:[Hh]ospitals?|[Mm]edical\s[Cc]enter)\b",
            re.I,
            holds="hospital|medical",
        ),
        "hospitalized",
        "state",
    ),
    _Phrase(
        "sent sending sends send put putting puts",
        regex(
            r"(?:sent|sending|sends|send|put|putting|puts)\b",
            re.I,
        ),
        "hospitalized",
        "sent",
    ),
)


_LONGEST = 200  # characters of a phrase


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """From each word that may open a phrase of several words to the phrases that it may open, in order."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in (*_PHRASES, *_numbers_of(), *map(_read, words("casualty_phrases"))):
        for word in phrase.opens.split():
            found.setdefault(word, []).append(phrase)
    return found


def _numbers_of() -> Iterator[_Phrase]:
    """The phrases that name a count of people by what happened to them: "the number of people arrested"."""
    forms: dict[str, list[str]] = {}
    for word, (measure, shape) in trigger_words().items():
        if shape not in ("fatal", "toll") and word not in _NO_COUNTS:
            forms.setdefault(measure, []).append(word)
    every = "|".join(chain.from_iterable(forms.values()))
    for measure, mine in forms.items():
        said = (
            rf"(?:\s(?:of|for|among){_FEW})?\s(?:{'|'.join(mine)})\b(?!\s(?:and|or)\s(?:the\s)?(?:{every})\b)"
        )
        yield _Phrase(
            _COUNTS, regex(rf"(?<!\ba\s)(?:{_COUNTS.replace(' ', '|')}){said}", re.I), measure, "toll"
        )


_COUNTS = "number tally count toll figure"
_FEW = r"(?:\s(?!(?:was|were|is|has|had|rose|fell|who|to|in|at)\b)[a-z][a-z'’-]*){0,3}"
_NO_COUNTS = frozenset({"shot", "shoots", "shooting", "ill", "die", "dies", "kill", "kills"})


def _read(line: str) -> _Phrase:
    """The phrase that a line of the lexicon tells: `MEASURE SHAPE: words`."""
    kind, _, said = line.partition(": ")
    measure, shape, *persons = kind.split()
    opens = said.partition(" ")[0].replace("|", " ")
    here, _, ahead = said.partition(" > ")
    pattern = rf"{_pattern(here)}\b" + (rf"(?=\s(?:[\w,.'’-]+\s){{0,6}}{_pattern(ahead)}\b)" if ahead else "")
    last = [part for part in said.split() if part[0] not in "*>"][
        -1
    ]  # words without which the phrase is not there
    return _Phrase(opens, regex(pattern, re.I, holds=last), measure, shape, bool(persons))


def _pattern(said: str) -> str:
    """The source of a pattern for words of the lexicon, with alternatives and free words."""
    parts = [
        rf"(?:[\w'’-]+\s){{0,{part[1:]}}}" if part.startswith("*") else rf"(?:{part})\s"
        for part in said.split()
    ]
    return "".join(parts).removesuffix(r"\s")


@cache
def _openers() -> frozenset[str]:
    """Every word that may open a trigger."""
    return frozenset((*_phrases(), *trigger_words()))


def find_triggers(text: str) -> Iterator[Trigger]:
    """Yields the triggers of `text` in order; a phrase wins over the word it begins with."""
    forms, phrases, at = trigger_words(), _phrases(), 0
    for start, word in vocabulary(text).places(_openers()):
        if start < at:
            continue
        for phrase in phrases.get(word, ()):
            match = phrase.pattern.match(text, start, start + _LONGEST)
            if match is not None:
                at = match.end()
                yield Trigger(start, at, phrase.measure, phrase.shape, phrase.persons)
                break
        else:
            if (known := forms.get(word)) is not None:
                yield Trigger(start, start + len(word), *known)
