"""Callings that no list holds: "the shipwright Ann Dahl", "Bo Ek, the store's insurer", by the ending of the noun."""

from __future__ import annotations

from collections.abc import Iterator

from reconcile.claims.posts.titles import Title, body_end
from reconcile.claims.reading import Reading
from reconcile.language.names.casing import common_words
from reconcile.language.names.gazetteer import given_names
from reconcile.language.names.mentions import Mention
from reconcile.language.names.titled import person_nouns
from reconcile.values.regex import regex
from reconcile.values.roles import is_calling

_AFTER = regex(
    r"(?: ?,? \(?(?:aged )?\d{1,3}\)?)?(?: ?, (?:of|from) [A-Z][^,;.\n]{1,40})?"
    r"(?: ?,(?: who (?:is|was))?| (?:is|was|became)) (?:an?|the|(?:the |their |its )?[\w-]+['’]s|his|her|its) "
    r"(?P<noun>(?:[\w'’-]+ ){0,4}?[a-z-]*[a-z]{2})(?= ?[,.;]| (?:of|at|for|with|from|in|who|and)\b)"
)
_OF = regex(r" (?:of|at|for|with|from) (?:the |its |their )?")
_NEAR = 48  # characters before a name in which its calling stands


def callings(reading: Reading, people: list[Mention], told: set[int]) -> Iterator[Title]:
    """Yields the posts and trades of nouns that only their ending tells, each with its holder; none that ends where
    one of `told` does."""
    text = reading.text
    for person in people:
        if person.candidates:
            continue
        if " " in person.full and (title := _before(text, person)) is not None and title.end not in told:
            yield title
        found = _AFTER.match(text, person.end, person.end + 160)
        if found is None or found.end("noun") in told:
            continue
        *narrow, noun = found.group("noun").split()
        if not _calls(noun) or any(word in _ENDS for word in narrow):
            continue
        end, body = found.end("noun"), _OF.match(text, found.end("noun"))
        title = Title(found.start("noun"), end, end, end, holder=person)
        sentence = reading.document.sentence_at(person.start)
        if body is not None and sentence is not None:
            stop = body_end(text, body.end(), sentence.end)
            title.body_start, title.body_end = (body.end(), stop) if stop > body.end() else (end, end)
        yield title


_ENDS = frozenset(
    {"of", "at", "for", "with", "from", "in", "who", "and", "to", "that", "by", "was", "is", "had"}
)


def _before(text: str, person: Mention) -> Title | None:
    """The calling in small letters right before a name: "the body of fitter Ann Dahl"."""
    ahead, named = text[max(0, person.start - _NEAR) : person.start], text[person.start : person.end].split()
    if not ahead.endswith(" ") or len(named) < 2 or named[0].lower() not in given_names():
        return None
    *_, last, noun = ["", "", *ahead[:-1].split(" ")]
    if not _calls(noun) or last.lower() in _VERBAL:
        return None
    start = person.start - 1 - len(noun)
    return Title(start, start + len(noun), start + len(noun), start + len(noun), holder=person, before=True)


# Words before a verb: "to empower Ann Dahl".
_VERBAL = frozenset(
    {"to", "not", "will", "would", "can", "could", "should", "may", "might", "must", "never", "n't"}
)


def _calls(noun: str) -> bool:
    """Whether a noun in small letters is a calling that no list holds."""
    return noun.islower() and is_calling(noun) and noun not in common_words() and noun not in person_nouns()
