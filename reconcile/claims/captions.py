"""Words under a picture, which end with the day of the picture."""

from __future__ import annotations

from reconcile.language.sentences import Sentence
from reconcile.language.times import TimeMention
from reconcile.values.regex import regex


def under_a_picture(text: str, sentence: Sentence, mention: TimeMention) -> bool:
    """Whether a sentence tells what a picture shows, and ends with the day of the picture: "A farmer carries a lamb after the
    Brindle flood, May 31." dates no flood."""
    ends = not text[mention.end : sentence.end].strip(' .()"”')
    if not ends or text.endswith((" on ", " since ", " from ", " of "), 0, mention.start):
        return False
    return _SHOWS.match(text, sentence.start, min(sentence.end, sentence.start + 90)) is not None


_SHOWS = regex(
    r"[A-Z][^.;:\"“]{1,60}? (?:(?:is|are) (?:seen|shown|pictured|photographed|reflected|silhouetted)|stands?|sits?|walks?|floats?"
    r"|looks?|poses?|smiles?|waves|listens?|gestures?|waits?|watch(?:es)?|carr(?:y|ies)|inspects?|peers?|rides?|hugs?|embraces?)\b"
)
