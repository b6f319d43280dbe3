"""Where the articles of a story tell of deeds: the past and the lasting verbs that nothing denies or supposes."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from reconcile.align.senses import particled, sense
from reconcile.align.story import Story
from reconcile.language.verbs import past
from reconcile.language.vocabulary import vocabulary
from reconcile.values.records import NamedTuple
from reconcile.values.regex import regex

_WAS = regex(r"\b(?:was|were|been)(?: [a-z]+)? \Z", holds="was|were|been")
_FOLLOWING = regex(r" ([a-z]+)\b")
_NEGATED = regex(
    r"(?:\b(?:not|never|no|nobody|nothing|without|denied|denies|if|whether|will|would|could|should|may|might|to)|n['’]t)\b[^.;]{0,36}\Z",
    re.I,
    holds="not|never|no|nobody|nothing|without|denied|denies|if|whether|will|would|could|should|may|might|to|n't|n’t",
)


class Verbs(NamedTuple):
    """The forms of verbs in a text, each with its sense, which is empty where a particle may change it."""

    past: tuple[tuple[str, str], ...]
    lasting: tuple[tuple[str, str], ...]


@lru_cache(maxsize=512)
def verbs_of(text: str) -> Verbs:
    """The verbs of a text in the past and in the lasting form."""
    words_said = sorted(vocabulary(text).words)
    return Verbs(
        tuple((w, "" if particled(w) else sense(w)) for w in words_said if past(w)),
        tuple((w, sense(w)) for w in words_said if w.endswith("ing")),
    )


def told_of(
    wanted: set[str], story: Story, exact: frozenset[str] = frozenset()
) -> dict[str, list[tuple[str, int, int]]]:
    """Where the articles tell of deeds (and say the `exact` adjectives) without denying them, by the sense of the verb."""
    told: dict[str, list[tuple[str, int, int]]] = defaultdict(list)
    for article in story.articles if wanted else ():
        document = story.reading(article).document
        text, known = document.text, vocabulary(document.text)
        verbs = verbs_of(document.text)
        forms = {w for w, meant in verbs.past if meant in wanted or not meant} | (exact & known.words)
        lasting = {w for w, meant in verbs.lasting if meant in wanted}
        for at, word in known.places(forms | lasting):
            if word in lasting and word not in forms and not _WAS.search(text, max(0, at - 24), at):
                continue
            end = at + len(word)
            following = _FOLLOWING.match(text, end)
            meant = sense(word, following.group(1) if following else "")
            sentence = document.sentence_at(at)
            first = max(sentence.start if sentence else 0, at - 56)
            if meant in wanted and not _NEGATED.search(text, first, at):
                told[meant].append((article, at, end))
    return told
