"""The words that say what happened to people: killed, wounded, missing, taken to hospital; with their shape."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
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


# A phrase wins over those below it.
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
        "lost lose losing succumbed",
        regex(
            r"(?:(?:lost|lose|losing)\s(?:their|his|her)\sli(?:ves|fe)|succumbed\sto\s(?:\w+\s){0,2}(?:injuries|wounds))\b",
            re.I,
            holds="lives|life|injuries|wounds",
        ),
        "killed",
        "state",
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
        "pronounced confirmed declared presumed found",
        regex(
            r"(?:pronounced|confirmed|declared|presumed|found)\s(?:\w+\s)?(?:dead|deceased)\b",
            re.I,
            holds="dead|deceased",
        ),
        "killed",
        "state",
    ),
    _Phrase(
        "death toll number",
        regex(
            r"(?:death\stoll|toll\sof\s(?:the\s)?dead|number\s(?:of\s)?(?:dead|deaths|fatalities|people\skilled|those\skilled|killed)|toll)\b",
            re.I,
        ),
        "killed",
        "toll",
    ),
    _Phrase(
        "driven forced flooded washed burned burnt bombed chased evicted",
        regex(
            r"(?:driven|forced|flooded|washed|burned|burnt|bombed|chased|evicted)\s(?:from|out\sof)\s(?:their|its|his|her)\s(?:homes?|houses?|villages?|towns?)\b",
            re.I,
            holds="home|house|village|town",
        ),
        "displaced",
        "state",
    ),
    _Phrase(
        "fled flee fleeing abandon abandoned abandoning left leave",
        regex(
            r"(?:fled|flee|fleeing|abandon(?:ed|ing)?|left|leave)\s(?:their|its|his|her)\s(?:homes?|houses?|villages?|towns?)\b",
            re.I,
            holds="home|house|village|town",
        ),
        "displaced",
        "state",
    ),
    _Phrase(
        "made left rendered",
        regex(
            r"(?:made|left|rendered)\shomeless\b",
            re.I,
            holds="homeless",
        ),
        "homeless",
        "state",
    ),
    _Phrase(
        "had has have forced ordered told",
        regex(
            r"(?:had|has|have|forced|ordered|told)\s(?:had\s)?to\s(?:leave|flee|evacuate|move\sout|abandon\stheir\shomes)\b",
            re.I,
            holds="leave|flee|evacuate|move|abandon",
        ),
        "displaced",
        "state",
    ),
    _Phrase(
        "who",
        regex(
            r"who\s(?:had\s)?(?:fled|been\sdriven\sout)\b",
            re.I,
            holds="fled|driven",
        ),
        "displaced",
        "state",
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
        "need needs needed needing received receiving required requiring sought seeking",
        regex(
            r"(?:need(?:ed|ing|s)?|receiv(?:ed|ing)|requir(?:ed|ing)|sought|seeking)\s(?:medical\s|hospital\s|emergency\s)?(?:treatment|medical\s(?:care|attention|help))\b",
            re.I,
            holds="treatment|medical",
        ),
        "treated",
        "state",
    ),
    _Phrase(
        "number",
        regex(
            r"number\sof\s(?:injured|wounded|people\sinjured)\b",
            re.I,
            holds="injured|wounded",
        ),
        "injured",
        "toll",
    ),
    _Phrase(
        "gunshot stab shrapnel bullet graze",
        regex(
            r"(?:gunshot|stab|shrapnel|bullet|graze)\swounds?\b",
            re.I,
            holds="wound",
        ),
        "injured",
        "noun",
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
    _Phrase(
        "in into",
        regex(
            r"(?:in|into)\scustody\b",
            re.I,
            holds="custody",
        ),
        "arrested",
        "state",
    ),
)


_LONGEST = 200  # characters of a phrase


@cache
def _phrases() -> dict[str, list[_Phrase]]:
    """From each word that may open a phrase of several words to the phrases that it may open, in order."""
    found: dict[str, list[_Phrase]] = {}
    for phrase in _PHRASES:
        for word in phrase.opens.split():
            found.setdefault(word, []).append(phrase)
    return found


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
                yield Trigger(start, at, phrase.measure, phrase.shape)
                break
        else:
            if (known := forms.get(word)) is not None:
                yield Trigger(start, start + len(word), *known)
