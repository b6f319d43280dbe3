"""Whether two clauses tell of one deed: the same verb or its synonym, the same doer, the same thing done to.

A deed is a verb with what stands before it and after it in its clause. In the passive the two sides change places.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import NamedTuple

from reconcile.align.senses import base, sense, senses
from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words
from reconcile.values.regex import regex

_BREAK = regex(
    r"[;:!?—“”\"()]|, (?=(?:and|but|or|so|while|although|though|because|when|after|before|which|who|he|she|they|it|said|says)\b)"
    r"|,? (?:because|although|though|unless|whereas|but) |,? (?:he|she|they|[A-Z][\w’'-]+) (?:said|says|told) "
    r"|, (?=[^,.;]{2,50} (?:said|says|say|told|claims?|claimed|insists?|insisted|added|heard|reports?|reported|complain(?:s|ed)?|wrote|argue[sd]?|recall(?:s|ed)|believes?|warn(?:s|ed)|admit(?:s|ted)|den(?:y|ies|ied)|thinks?|thought)\b)"
)
_PASSIVE = regex(
    r"\b(?:was|were|is|are|been|being|be|got)(?: not|n['’]t| at no time)?(?: [a-z]+(?:ly|ver)| still| now| again)?(?: [a-z]+ed or)? \Z"
)
_FINITE = regex(r" (?:did|does|has|had|have|was|were|will|would|could)(?: not|n['’]t)? (?=[a-z])")
_PROPER = regex(r"\b[A-Z][\w’'-]*")
_AND = regex(r" (?:and|but)(?= (?:was|were|has|had|did|is|are|never)\b)")
_SUBJECT = regex(
    r" ?(?:[Tt]he |[Aa]n? |[Hh]is |[Hh]er |[Ii]ts )?(?:(?:[\w'’-]+ ){1,3}(?=(?:was|were|is|are|has|have|had|did)\b)|[\w'’-]+)"
)
_BY = regex(r"\bby (?:the |an? |his |her |their |its )?")
_OBJECT = regex(
    r"(?: (?:up|down|off|out)\b)?(?: (?!(?:in|on|at|by|from|to|into|through|during|after|before|when|while|as|for|with|and|but|or|because|under|over|near"
    r"|within|despite|until|since|last|this|today|yesterday|early|late|later|again|there|here|just|[a-z]+ly)\b)[\w£$€][\w’'.-]*){1,5}"
)
_LEFT_OUT = regex(r"(?: (?:it|them|one|so))?\W*\Z")
_PRONOUNS = frozenset(
    {"he", "she", "they", "it", "him", "her", "them", "we", "i", "you", "who", "which", "that"}
)
_WORD = regex(r"[^\W_]+")
_YEAR = regex(r"\b(?:1[5-9]|20)\d\d\b")
_BEFORE, _AFTER = 90, 90
_ENOUGH = 0.45  # the share of what a denial names besides its verb that the deed must have too


class Deed(NamedTuple):
    """The verb of a clause, and the senses of the words on either side of it, the doer's side first."""

    verb: str
    doer: frozenset[str]
    rest: frozenset[str]
    after: frozenset[str]
    patient: frozenset[str]  # whom or what it is done to
    core: frozenset[str]  # of the rest, what no proper name tells
    open: bool  # nobody is named as the doer, or a pronoun is
    years: frozenset[str]
    passive: bool
    thing: frozenset[str]  # of the words before the verb, what no proper name tells
    object: frozenset[str]  # what stands right after the verb, up to a preposition
    left_out: bool  # whether nothing follows the verb, or a pronoun for a thing
    quality: bool  # not a deed, but what something is
    every: bool  # told of all there are: "no shot was fired"


_BESIDE = regex(  # "Joren Vale, the deputy of Ada Moss": a deed of his, not of hers
    r"\b(deputy|wife|husband|widow|widower|son|daughter|lawyer|attorney|brother|sister|father|mother|aide|adviser|advisor|assistant"
    r"|successor|predecessor|rival|friend|colleague|ally|partner|neighbour|neighbor) (?:of|to) (?:[A-Z][\w’'-]+ ?){1,3}"
)


def deed(
    text: str, at: int, end: int, verb: str, *, doer: str = "", quality: bool = False, every: bool = False
) -> Deed:
    """The deed told by the words from `at` to `end` of a sentence, of which the last is the verb."""
    breaks = [m.end() for m in _BREAK.finditer(text, max(0, at - _BEFORE), at)]
    first = breaks[-1] if breaks else max(0, at - _BEFORE)
    stop = _BREAK.search(text, end, min(len(text), end + _AFTER))
    last = stop.start() if stop else min(len(text), end + _AFTER)
    more = _FINITE.search(text, end, last)
    last = more.start() if more else last  # "the baby, who died, did not have the flu"
    link = _AND.search(text, first, min(len(text), at + 6))
    if link is not None:  # "the play closed after a night and was never revived": the play was never revived
        opener = _SUBJECT.match(text, first, link.start())
        doer, first = f"{doer} {opener.group() if opener else ''}", link.end()
    before, after = _BESIDE.sub(r"\1", f"{doer} {text[first:at]}"), text[end:last]
    passive = _PASSIVE.search(text[first : end - len(verb)].removesuffix("un")) is not None
    left, right = senses(before), senses(after)
    patient = left if passive else right
    if passive:
        agent = _BY.search(after)
        left, right = (
            senses(after[agent.end() :].split(",")[0]) if agent else frozenset(),
            senses(before) | senses(after[: agent.start()] if agent else after),
        )
    directly = _OBJECT.match(after)
    said = [word.lower() for word in _WORD.findall(before)]
    return Deed(
        verb=sense(verb.lower(), _next(after)),
        doer=left,
        rest=right - {sense(verb.lower())},
        core=senses(_PROPER.sub("", f"{before if passive else ''} {after}")) - {sense(verb.lower())},
        after=senses(after) - {sense(verb.lower())},
        patient=patient,
        open=not left or (bool(said) and said[-1] in _PRONOUNS and not passive),
        years=frozenset(_YEAR.findall(text)),
        passive=passive,
        thing=senses(_PROPER.sub("", before.rpartition(" that ")[2])),
        object=senses(directly.group()) or frozenset({directly.group()}) if directly else frozenset(),
        left_out=_LEFT_OUT.match(after) is not None,
        quality=quality,
        every=every,
    )


def _next(after: str) -> str:
    found = _WORD.search(after)
    return found.group().lower() if found else ""


@cache
def _light() -> frozenset[str]:
    """Verbs that say little by themselves."""
    return frozenset(base(word) for line in words("light_verbs") for word in line.split())


def light(verb: str) -> bool:
    """Whether the verb, given by its sense, says little by itself."""
    return verb in _light()


def one_deed(denial: Deed, told: Deed, weights: Mapping[str, float]) -> float:
    """How surely what is denied is what is told, 0 to 1; 0 when something speaks against it.

    What the denial names after the verb, or is done to, must be there in the telling; and either the doers share a
    word, or one of them is open and two things are shared.
    """
    if denial.verb != told.verb or (denial.years and told.years and not denial.years & told.years):
        return 0.0
    turned = told.patient if told.passive and not denial.passive else frozenset()
    behind = denial.after - denial.doer if denial.passive and not told.passive else denial.after
    if behind and told.after and not behind & (told.after | turned):
        return 0.0  # charged with theft, charged with fraud
    whom = denial.patient & _persons()
    if denial.passive and not told.passive and whom and not whom & (told.patient | told.doer):
        return 0.0  # "the baby was not infected", "26 people infected"
    shared = denial.rest & told.rest
    doers = denial.doer & told.doer
    if denial.doer and told.doer and not doers and not (denial.open or told.open):
        return 0.0
    total = _weight(denial.core | shared, weights)
    share = _weight(shared, weights) / total if total else 0.0
    light = denial.verb in _light()
    if denial.rest:
        done_to = denial.patient & told.patient - _persons()
        if denial.passive and not light and share == 1.0 and done_to:
            return 0.5  # what was done to a thing, of which nothing else is told
        unsaid = told.passive and not told.doer and not denial.passive and not denial.quality
        if unsaid and not light and share == 1.0 and done_to & denial.after and denial.doer:
            return 0.5  # "did not pay the ransom", "the ransom was paid"
        # "no shot was fired" denies it of every shot; of what something is, one noun tells enough
        whole = share == 1.0 and (denial.every or denial.quality) and (doers or not light)
        if share < _ENOUGH or len(shared) + bool(doers) + bool(whole) < (
            3 if light and not (share == 1.0 and len(shared) > 1) else 2
        ):
            return 0.0
        return min(1.0, 0.4 + 0.15 * len(shared) + (0.2 if doers else 0.0))
    if light or not doers or len(told.rest) > 3 or (told.passive and denial.left_out):
        return 0.0
    return 0.6


@cache
def _persons() -> frozenset[str]:
    return frozenset(sense(noun) for noun in person_nouns())


def _weight(found: frozenset[str], weights: Mapping[str, float]) -> float:
    return sum(weights.get(word, 2.0) for word in found)
