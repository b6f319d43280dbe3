"""The questions that dates and lengths of time answer, in words."""

from __future__ import annotations

from functools import cache

from reconcile.language.grammar.facets import facet_lexicon
from reconcile.language.names.casing import common_words
from reconcile.lexicon import words

# Verbs that their subject does by itself: "When did the boards meet?", not "When were the boards met?".
_OWN = frozenset(words("own_verbs"))
# Facets of what is done to people, whatever their number: "When were they arrested?".
_PERSONAL = frozenset(
    {
        "killed",
        "wounded",
        "buried",
        "married",
        "arrested",
        "charged",
        "convicted",
        "released",
        "elected",
        "appointed",
        "hospitalized",
        "born",
        "died",
        "resigned",
    }
)
_HAPPENING = frozenset({"happen", "occur", "take place"})
_SPEAKERS = frozenset({"i", "we", "you", "me", "us"})
_PERSONS = frozenset({"he", "she", "they", "who", "him", "them"})
# What a gun gives off does the wounding; it is not wounded.
_FIRED = frozenset(
    {"shot", "shots", "gunshot", "gunshots", "gunfire", "round", "rounds", "bullet", "bullets"}
)
_MANY = frozenset({"people", "police", "men", "women", "children", "policemen", "policewomen", "troops"})
_SMALL = frozenset({"a", "an", "the", "his", "her", "its", "their", "our", "one", "first", "second", "third"})
_OPENING = frozenset(
    {"several", "many", "some", "both", "all", "no"}
    | {"two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"}
)


def when(event: str, subject: str) -> str:
    """The question that a date of `event` (a trigger's lemma) answers about `subject`."""
    what = named(_fitting(event, subject))
    noun = _is_noun(event)
    if not event or noun is None:
        return _when_thing(what)
    if noun:
        return (
            f"When was the {event} ({what})?" if what and what != f"the {event}" else f"When was the {event}?"
        )
    if not what:
        return f"When did they {event}?" if event in _OWN - _HAPPENING else _when_it(event)
    if event in _OWN:
        return f"When did {what} {event}?"
    return f"When {_were(what)} {what} {_participle(event)}?"


def _when_thing(what: str) -> str:
    """When something was of which no verb is known: only what happens has a date of its own."""
    if not what:
        return "When was it?"
    head = what.split(" of ")[0].split()[-1]
    happens = any(_is_noun(form) for form in (head, head.removesuffix("s")))
    return f"When {_were(what)} {what}?" if happens else f"When was it ({what})?"


def when_planned(event: str, subject: str) -> str:
    """The question that the planned date of `event` answers about `subject`."""
    what, noun = named(subject) or "it", _is_noun(event)
    if noun or noun is None:
        return f"When will the {event or what} be?"
    return f"When will {what} {event}?" if event in _OWN else f"When will {what} be {_participle(event)}?"


def which(first: str, event: str, subject: str = "") -> str:
    """The question that two dates of two events answer: "When was it approved, and when was it signed?"."""
    asked = when(first, subject) if subject else _when_it(first)
    return f"{asked.rstrip('?')}, and {_when_it(event).lower()}"


def has(subject: str) -> str:
    """The subject of a question behind its auxiliary: "has the firm", "have they"."""
    what = named(subject) or "it"
    return f"{'have' if _plural(what) else 'has'} {what}"


def told(event: str) -> str:
    """What happened, as it stands before a date: "held", "met", "party"."""
    noun = _is_noun(event)
    return event if noun or noun is None else _participle(event)


def _when_it(event: str) -> str:
    """When something happened to "it"; an event that is no word of the lexicon is taken for a participle."""
    noun, personal = _is_noun(event), _personal(event)
    if noun is None:
        return f"When was it {event}?" if event else "When was it?"
    if noun:
        return f"When was the {event}?"
    if event in _OWN:
        return f"When did {'they' if personal else 'it'} {event}?"
    return f"When {'were they' if personal else 'was it'} {_participle(event)}?"


def _personal(event: str) -> bool:
    """Whether the event is one of people's lives."""
    return facet_lexicon().get(event, ("",))[0] in _PERSONAL


def _fitting(event: str, subject: str) -> str:
    """The subject, unless it can't be what `event` is told of: "I", a man who occurs, shots that are injured."""
    last = subject.rsplit(" ", 1)[-1]
    misread = (event in _HAPPENING and last[:1].isupper()) or (_personal(event) and last in _FIRED)
    return "" if misread or subject.lower() in _SPEAKERS else subject


def named(subject: str) -> str:
    """The subject as a question names it: a common noun gets its article."""
    subject = subject.strip(" ,;:")
    if subject.lower() in _PERSONS:
        return "they"
    first = subject.split(" ", 1)[0] if subject else ""
    if first.lower() in _SMALL | _OPENING:
        return subject[0].lower() + subject[1:]
    if first.lower() in common_words() and not subject[len(first) :].istitle():  # it opened its sentence
        return f"the {subject[0].lower()}{subject[1:]}"
    if not first or first[0].isupper() or first[0].isdigit():
        return subject
    return f"the {subject}"


def _were(what: str) -> str:
    return "were" if _plural(what) else "was"


def _plural(what: str) -> bool:
    last = what.split(" of ")[0].split()[-1]
    several = last in _MANY or (last.endswith("s") and not last.endswith(("ss", "us", "is")))
    return what == "they" or what.split(" ", 1)[0] in _OPENING or (last[0].islower() and several)


@cache
def _forms() -> dict[str, tuple[bool, list[str]]]:
    """Lemma of the facet lexicon: whether it is a noun, and its forms."""
    found: dict[str, tuple[bool, list[str]]] = {}
    for form, (_, lemma, noun) in facet_lexicon().items():
        found.setdefault(lemma, (noun, []))[1].append(form)
    return found


def _is_noun(event: str) -> bool | None:
    known = _forms().get(event)
    return known[0] if known else None


def _participle(event: str) -> str:
    """The past participle: the last listed form that is neither the present nor the -ing form."""
    forms = [f for f in _forms()[event][1] if f != event and not f.split()[0].endswith(("ing", "s"))]
    return forms[-1] if forms else event
