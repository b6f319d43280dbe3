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


_LONG = (
    (
        r"fatally\s(?:shot|wounded|injured|stabbed|struck|hit|shooting|wounding)(?:\sand\skilled)?",
        "killed",
        "verb",
    ),
    (
        r"shot\s(?:to\sdeath|dead|and\s(?:fatally\s)?killed|and\sfatally\swounded)|gunned\sdown|shooting\s(?:dead|to\sdeath)|stabbed\sto\sdeath|shoots\sdead|shoots\sand\skills",
        "killed",
        "verb",
    ),
    (
        r"shot\sand\s(?:wounded|injured|critically\swounded|seriously\swounded|hurt)|shooting\sand\s(?:wounding|injuring)",
        "injured",
        "verb",
    ),
    (
        r"(?:lost|lose|losing)\s(?:their|his|her)\sli(?:ves|fe)|succumbed\sto\s(?:\w+\s){0,2}(?:injuries|wounds)",
        "killed",
        "state",
    ),
    (r"(?:pronounced|confirmed|declared|presumed|found)\s(?:\w+\s)?(?:dead|deceased)", "killed", "state"),
    (
        r"(?:death\stoll|toll\sof\s(?:the\s)?dead|number\sof\s(?:dead|deaths|fatalities|people\skilled)|toll)\b",
        "killed",
        "toll",
    ),
    (
        r"(?:driven|forced|flooded|washed|burned|burnt|bombed|chased|evicted)\s(?:from|out\sof)\s(?:their|its|his|her)\s(?:homes?|houses?|villages?|towns?)"
        r"|(?:fled|flee|fleeing|abandon(?:ed|ing)?|left|leave)\s(?:their|its|his|her)\s(?:homes?|houses?|villages?|towns?)"
        r"|(?:made|left|rendered)\shomeless|(?:had|has|have|forced|ordered|told)\s(?:had\s)?to\s(?:leave|flee|evacuate|move\sout|abandon\stheir\shomes)"
        r"|who\s(?:had\s)?(?:fled|been\sdriven\sout)"
        r"|(?:bundled|herded|loaded|packed|bussed|bused|moved|cleared|ordered|told)\s(?:to\sget\s)?(?:on\s?to\s(?:the\s)?(?:buses|coaches|trucks)|into\s(?:buses|coaches|trucks|shelters)"
        r"|out\sof\s(?:their|the|its)\s(?:homes?|houses?|area|district|neighbou?rhood|village|town)|out\b)",
        "displaced",
        "state",
    ),
    (
        r"(?:need(?:ed|ing|s)?|receiv(?:ed|ing)|requir(?:ed|ing)|sought|seeking)\s(?:medical\s|hospital\s|emergency\s)?(?:treatment|medical\s(?:care|attention|help))",
        "treated",
        "state",
    ),
    (r"number\sof\s(?:injured|wounded|people\sinjured)", "injured", "toll"),
    (r"(?:gunshot|stab|shrapnel|bullet|graze)\swounds?", "injured", "noun"),
    (
        r"(?:hit|struck|injured|wounded|grazed)\sby\s(?:\w+\s)?(?:gunfire|bullets?|gunshots?|shots?)"
        r"|(?:riddled|sprayed|peppered)\swith\s(?:bullets|gunfire)",
        "shot",
        "state",
    ),
    (
        r"(?:taken|transported|rushed|airlifted|flown|sent|brought|admitted)(?:\s\w+){0,3}\s(?:to|at)\s(?:[\w'.&]+\s){0,5}(?:[Hh]ospitals?|[Mm]edical\s[Cc]enter)",
        "hospitalized",
        "state",
    ),
    (r"(?:sent|sending|sends|send|put|putting|puts)", "hospitalized", "sent"),
    (r"(?:in|into)\scustody", "arrested", "state"),
)


_FIRST = regex(
    r"driven|forced|flooded|washed|burned|burnt|bombed|chased|evicted|fled|flee|fleeing|abandon|abandoned|abandoning|left|leave|made"
    r"|rendered|had|has|have|ordered|told|who"
    r"|fatally|shot|gunned|shooting|stabbed|shoots|lost|lose|losing|succumbed|pronounced|confirmed|declared|presumed"
    r"|found|death|toll|number|gunshot|stab|shrapnel|bullet|graze|hit|struck|injured|wounded|grazed|riddled|sprayed|peppered|bundled|herded|loaded|packed|bussed|bused|moved|cleared|need|needs|needed|needing|received|receiving|required|requiring|sought|seeking|taken|transported"
    r"|rushed|airlifted|flown|sent|sending|sends|send|put|putting|puts|brought|admitted|in|into"
)


@cache
def _long() -> re.Pattern[str]:
    long = "|".join(f"(?P<l{i}>{pattern})" for i, (pattern, _, _) in enumerate(_LONG))
    return re.compile(rf"(?:{long})\b", re.I)


@cache
def _openers() -> frozenset[str]:
    """Every word that may open a trigger."""
    return _several().union(trigger_words())


@cache
def _several() -> frozenset[str]:
    """The words that may open a phrase of several words."""
    return frozenset(_FIRST.pattern.split("|"))


def find_triggers(text: str) -> Iterator[Trigger]:
    """Yields the triggers of `text` in order; a phrase wins over the word it begins with."""
    forms, several, at = trigger_words(), _several(), 0
    for start, word in vocabulary(text).places(_openers()):
        if start < at:
            continue
        match = _long().match(text, start) if word in several else None
        if match is not None:
            _, measure, shape = _LONG[int((match.lastgroup or "l0")[1:])]
            at = match.end()
            yield Trigger(match.start(), match.end(), measure, shape)
        elif (known := forms.get(word)) is not None:
            yield Trigger(start, start + len(word), *known)
