"""Who did what to whom: the doer and the one it is done to, of the deeds that news tells."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from itertools import pairwise
from typing import NamedTuple

from reconcile.claims.reading import Reading
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.nominals import Clauses
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.grammar.verbs import irregular_pasts, participles, past
from reconcile.language.names.titled import person_nouns
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.spots import spots

Place = tuple[int, int]
_NOWHERE = (0, 0)
_ENDLESS = 1600  # characters: of a longer sentence only the words around the verb are read
_BE = frozenset({"was", "were", "is", "are", "be", "been", "being", "got", "gets", "get"})
_HELPERS = _BE | small("modal") | {"to", "had", "has", "have", "having"}
_SUMMONED = frozenset(
    {
        "police",
        "brigade",
        "ambulance",
        "services",
        "coastguard",
        "guard",
        "firefighters",
        "number",
    }
)
_NUMBERS = frozenset({"911", "999", "112"})
_SUMMONED |= _NUMBERS
_FIRES = small("fires")
_ONLY = {
    **{
        name: small(kind)
        for name, kind in (("take call", "calls"), ("give order", "orders"), ("inject", "doses"))
    },
    "introduce": small("bills"),
    "call": _SUMMONED,
    "discover fire": _FIRES,
    "extinguish": _FIRES,
}  # deeds that are done to these only
_FINITE = frozenset({"was", "were", "is", "are", "had", "has", "have", "would", "will", "could"})
_CLEFT = 16  # words between "it was" and the verb
_FAR = 14  # words between a passive verb and its "by"
_AFTER_HER = small("preposition") | small("joint") | small("particle") | {"dead", "alive", "free", "away"}
_SELVES = frozenset({"himself", "herself", "themselves", "itself"})
_TAKEN_UP = frozenset({"he", "she", "him", "her"})
_AIMED = 4  # words between "fired" and "at"
_FLIES = frozenset(
    {"shot", "shots", "round", "rounds", "bullets", "weapon", "weapons", "gun", "handgun", "rifle", "twice"}
)
_CUSTODY = 9  # words behind "took" that may hold "into custody"
_OUT = frozenset({"out", "up", "down", "back", "home", "away", "ashore", "aboard", "off"})
_AWAY = frozenset({"up", "on", "off", "in", "out"})  # "signed up as a delegate"
_WE = frozenset({"they", "we", "i", "you", "it"})
_NO_OBJECT = small("no-object") | small("stretch")  # "charged two days later", "headed north"
_FOUND_GUILTY = frozenset({"guilty", "liable"})
_FINDS_NOBODY = frozenset({"no", "any", "neither", "nobody"})


class Deed(NamedTuple):
    """A deed of the lexicon: its past form; whether it needs no object; whether it befalls who is named before its bare
    past form; whether it is done to persons; whether several may do it apart from one another."""

    name: str
    past: str
    alone: bool
    befalls: bool
    persons: bool
    shared: bool


class Done(NamedTuple):
    """A deed told: its verb, who does it and to whom, each by where the words stand; `(0, 0)` for what is not said."""

    deed: Deed
    verb: Trigger
    doer: Place
    patient: Place
    passive: bool


@cache
def deeds() -> dict[str, Deed]:
    """The deeds of the lexicon by name."""
    return {deed.name: deed for told in _verbs().values() for deed in told}


@cache
def _verbs() -> dict[str, tuple[Deed, ...]]:
    """From each verb to the deeds that it may tell."""
    found: dict[str, tuple[Deed, ...]] = {}
    for line in words("deeds"):
        head, _, listed = line.partition(":")
        said, _, past = head.partition(" = ")
        name = said.rstrip("*+@~ ")
        marks = said[len(name) :]
        deed = Deed(name, past, *(mark in marks for mark in "*+@~"))
        for verb in listed.split():
            known = found.get(verb.replace("_", " "), ())
            found[verb.replace("_", " ")] = (*known, deed)
    return found


@cache
def _forms() -> frozenset[str]:
    """The past forms of the verbs' first words: what is done is told in the past, and other forms are mostly nouns."""
    known = {verb.split()[0] for verb in _verbs()} | {"take"}
    found = {form for form, verb in irregular_pasts().items() if verb in known}
    for verb in known - set(irregular_pasts().values()):
        found.update((f"{verb.removesuffix('e')}ed", f"{verb}{verb[-1]}ed", f"{verb.removesuffix('y')}ied"))
    return frozenset(found | {"owns", "hit", "shot"})


def done(reading: Reading) -> Iterator[Done]:
    """Yields the deeds that the text tells as done or as coming, in order."""
    document, verbs, until = reading.document, _verbs(), -1
    for at, _ in vocabulary(reading.text).places(_forms()):
        if at < until or document.skipped(at):
            continue
        sentence = document.sentence_at(at)
        if sentence is None:
            continue
        until = at + 160 if sentence.end - sentence.start > _ENDLESS else sentence.end
        listed, triggers = document.clauses(sentence, at, at)
        clauses: Clauses | None = None
        for trigger in triggers:
            lemma, after = _lemma(listed, trigger)
            known = verbs.get(lemma)
            if known is None or trigger.noun or trigger.quality or not at <= trigger.end <= until:
                continue
            clauses = clauses or Clauses(listed, triggers)
            told = _told(reading.text, listed, clauses, trigger, known, after)
            if told is not None:
                yield told


def _lemma(listed: Words, verb: Trigger) -> tuple[str, int]:
    """The verb of a trigger, and the token where its object begins; to take somebody into custody is one verb, whatever
    stands between, as is to make an emergency call."""
    after = verb.at + 1
    near = [token.lower for token in listed[after : after + _CUSTODY]]
    if verb.lemma == "take":
        held = any(pair in (("into", "custody"), ("in", "custody")) for pair in pairwise(near))
        return ("arrest" if held else verb.lemma), after
    if verb.lemma == "find" and not _FOUND_GUILTY.isdisjoint(near[:2]):
        return "", after
    if verb.lemma == "call" and near[:1] and near[0] in _SUMMONED:
        return "call", after
    if verb.lemma in ("fire", "shoot"):
        aimed = next((at for at, word in enumerate(near[:_AIMED]) if word in ("at", "on", "upon")), -1)
        before = listed[verb.first - 1].lower if verb.first else ""
        if aimed == 0 and (
            before in _FLIES
            or (verb.lemma == "shoot" and _counted(listed, verb.first) and _spot(listed, after + 1))
        ):
            return verb.lemma, after  # "shots fired at a garage", "one killed and six shot at a garage"
        if aimed >= 0 and not _FLIES.isdisjoint([*near[:aimed], "" if aimed else "shot"]):
            return "fire at", after + aimed + 1
    return verb.lemma, after


def _counted(listed: Words, verb: int) -> bool:
    """Whether a number of people stands right before the verb: "at least six others shot"."""
    near = [token.lower for token in listed[max(0, verb - 3) : verb]]
    return any(word.isdigit() or word in small("quantifier") or word == "one" for word in near)


def _spot(listed: Words, index: int) -> bool:
    """Whether a noun for a place follows behind its article: "a garage", "an apartment complex"."""
    said = [token.lower for token in listed[index : index + 4]]
    return bool(said) and said[0] in small("determiner") and not spots().keys().isdisjoint(said[1:])


def _told(
    text: str, listed: Words, clauses: Clauses, verb: Trigger, known: tuple[Deed, ...], after: int
) -> Done | None:
    """The deed that a verb tells, whose object may begin at token `after`; None when it tells none, or when it lacks who
    does it or to whom."""
    form, helper = listed[verb.first].lower, _helper(listed, verb.first)  # "handed" of "handed over"
    before = listed[verb.first - 1] if verb.first else None
    if helper == "to" or (before is not None and before.size > len(before.lower)):
        return None  # "to sign", "the party's elected leaders"
    if form == verb.lemma and form not in irregular_pasts() and (before is None or not before.word):
        return None  # "were in bed, rescue officials said"
    beside = before is not None and before.lower in (",", "before", "after", "while")
    if form.endswith("ing") and helper not in _BE and not beside:
        return None
    follows = listed[after].lower if after < len(listed) else "."
    participle = form.endswith("ed") or form in irregular_pasts()
    if (
        participle
        and not helper
        and before is not None
        and before.lower.endswith("est")
        and _ranks(listed, verb.first)
    ):
        return None  # "the biggest organized opposition"
    if form in participles() and not helper and follows != "by":
        return None  # "the slain guards", "stolen goods"
    apposed = not helper and before is not None and before.lower == "," and follows in small("preposition")
    passive = participle and (
        helper in _BE
        or (not helper and follows == "by")
        or (apposed and _agent(listed, clauses, after) != _NOWHERE)
    )
    doer = patient = _NOWHERE
    if not passive:
        if before is not None and before.lower in _WE:
            return None
        patient = _object(listed, clauses, after)
        relative = before is not None and before.lower in ("who", "which", "that")
        if not relative and _clause(listed, patient):
            return None  # "found Ann Dahl was ill"
        bare = participle and not helper and patient == _NOWHERE
        passive = bare and follows in small("preposition") and any(deed.befalls for deed in known)
    if passive:
        doer = _agent(listed, clauses, after)
        if doer == _NOWHERE:
            return None
        patient = clauses.subject(verb.first)
    deed = _meant(text, known, patient)
    said = text[slice(*patient)].lower().split()
    if deed is not None and (
        (deed.name in _ONLY and _ONLY[deed.name].isdisjoint(said))
        or (said[-1:] == ["passengers"] and deed.name == "rescue")
    ):
        return (
            None  # "called the plan a mistake", "reported a rise", "put out a warning", "flew 80 passengers"
        )
    away = follows in _AWAY and " " not in verb.lemma  # but "opened fire on the crowd"
    if deed is None or (patient == _NOWHERE and (passive or not deed.alone or away)):
        return None
    if not passive:
        doer = _cleft(listed, clauses, verb.first) or clauses.subject(verb.first)
    return Done(deed, verb, doer, patient, passive) if doer != _NOWHERE else None


def _clause(listed: Words, patient: Place) -> bool:
    """Whether the words behind a verb open a clause of their own: a form of "be" or "have" follows them."""
    after = listed.ending_after(patient[1]) if patient[1] else len(listed)
    return after < len(listed) and listed[after].lower in _FINITE


def _ranks(listed: Words, index: int) -> bool:
    """Whether a superlative stands before the token, behind its article."""
    return index > 1 and listed[index - 2].lower in small("determiner")


def _cleft(listed: Words, clauses: Clauses, verb: int) -> Place | None:
    """Where the doer stands in "It was Ann Dahl, she said, who paid"; None in a plain sentence."""
    if verb < 4 or listed[verb - 1].lower not in ("who", "that"):
        return None
    for at in range(verb - 3, max(-1, verb - _CLEFT), -1):
        if listed[at].lower == "it" and listed[at + 1].lower in ("was", "is", "were"):
            found = clauses.object(at + 2)
            whole = at == 0 or listed.ending_after(found[1]) == verb - 1
            return found if found != _NOWHERE and whole else None
    return None


def _meant(text: str, known: tuple[Deed, ...], patient: Place) -> Deed | None:
    """Which of the deeds that a verb may tell it tells of this patient."""
    if len(known) > 1:
        said = set(text[slice(*patient)].lower().split())
        only = next((deed for deed in known if not said.isdisjoint(_ONLY.get(deed.name, ()))), None)
        if only is not None:
            return only
        known = tuple(deed for deed in known if deed.name not in _ONLY) or known
    if len(known) == 1 and not known[0].persons:
        return known[0]
    person = _person(text[slice(*patient)])
    return next((deed for deed in known if deed.persons == person), None)


def _person(phrase: str) -> bool:
    """Whether a phrase means persons: by a pronoun, a noun, a name or a bare number."""
    said = phrase.partition(" of ")[0].split()
    if len(said) > 1 and said[-1] in _OUT:
        said.pop()  # "the girl out of the rubble"
    if not said:
        return False
    last = said[-1].lower().strip(",.")
    return (
        last in _TAKEN_UP
        or last in person_nouns()
        or last.removesuffix("s") in person_nouns()
        or last in ("people", "men", "women", "children", "them", "me", "us")
        or (said[-1][0].isupper() and len(said) < 4)
        or said[-1][0].isdigit()
    )


def _helper(listed: Words, first: int) -> str:
    """The word before a verb that says its voice and time, past adverbs: "was", "had", "to"; empty for none."""
    at = first - 1
    while at >= 0 and (listed[at].lower.endswith("ly") or listed[at].lower in small("beside-verb") - {"to"}):
        at -= 1
    lower = listed[at].lower if at >= 0 else ""
    return lower if lower in _HELPERS else ""


def _object(listed: Words, clauses: Clauses, after: int) -> Place:
    """Where the object of an active verb stands, a pronoun too."""
    if after >= len(listed) or listed[after].lower in _FINDS_NOBODY:
        return _NOWHERE
    lower = listed[after].lower
    if lower in _NUMBERS:
        return listed.starts[after], listed.end(after)
    if lower in small("pronoun") or lower in _SELVES:
        follows = listed[after + 1] if after + 1 < len(listed) else None
        if lower != "her" or follows is None or not follows.word or follows.lower in _AFTER_HER:
            return listed.starts[after], listed.end(after)
    if lower in small("calendar"):
        return _NOWHERE
    found = clauses.object(after)
    last = listed[listed.ending_after(found[1]) - 1].lower if found != _NOWHERE else ""
    return _NOWHERE if last in _NO_OBJECT else found


def _agent(listed: Words, clauses: Clauses, after: int) -> Place:
    """Where the doer of a passive verb stands, behind "by"; none where that only tells a time or a measure."""
    for at in range(after, min(len(listed) - 1, after + _FAR)):
        lower = listed[at].lower
        if lower == "by":
            follows = listed[at + 1]
            timed = (
                follows.lower in small("calendar")
                or follows.lower in small("no-agent")
                or follows.lower[0].isdigit()
            )
            timed = timed or not small("no-doer").isdisjoint(t.lower for t in listed[at + 1 : at + 4])
            return _NOWHERE if timed else _joined(listed, clauses, clauses.object(at + 1))
        joined = lower == "and" and past(listed[at + 1].lower)  # "was shot and wounded by"
        joined = joined or (
            lower == "as" and "by" in [t.lower for t in listed[at + 2 : at + 5]]
        )  # "as mayor by"
        if (not listed[at].word and lower not in ",-") or (lower in small("joint") and not joined):
            break
    return _NOWHERE


def _joined(listed: Words, clauses: Clauses, doer: Place) -> Place:
    """The doer with another one who is joined to it by "and"."""
    after = listed.ending_after(doer[1]) if doer[1] else len(listed)
    if after + 1 < len(listed) and listed[after].lower == "and" and after + 1 not in clauses.verbs:
        more = clauses.object(after + 1)
        return (doer[0], more[1]) if more != _NOWHERE else doer
    return doer
