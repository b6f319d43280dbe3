"""Criminal charges: who is charged and with what, who is not, and over whom it is not yet decided."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.deeds.whom import NOBODY, subject_at, together
from reconcile.claims.harm import patient
from reconcile.claims.reading import Reading
from reconcile.language.vocabulary import vocabulary
from reconcile.lexicon import words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "charge"


@record
class ChargeClaim(Claim):
    """`value` says how far it has come: charged, not charged, undecided, dropped,
    pleaded (guilty), convicted. `offences` are those named.

    `subject` is the accused by name, `noun` what he is called where the text names nobody ("father").
    """

    type: Literal["charge"] = "charge"
    value: str
    offences: tuple[str, ...] = ()
    noun: str = ""

    def __str__(self) -> str:
        return f"{self.value} with {', '.join(self.offences)}" if self.offences else self.value


_WORDS = frozenset(("charge", "charges", "charged", "charging", "indicted", "prosecuted"))
_COUNTED = frozenset(("count", "counts"))
_FOUND = frozenset(("guilty", "plea", "pleas", "convicted"))
_GUILTY = regex(
    r"\b(?:(?P<plea>plead(?:ed|s|ing)?|pled|pleas?|entered)|(?P<verdict>found|find|convicted))\b[^.;,]{0,30}\Z",
    holds="plea|pled|entered|found|find|convicted",
)
_NOT_GUILTY = regex(
    r"(?:\b(?:not|no|never|if|whether|expected to|due to|will|would|wants? to|to)|n['’]t)(?: (?!plead|pled)[a-z]+){0,2} (?:plead )?\Z"
)
_GUILTY_OF = regex(
    r"(?: (?:pleas?|verdicts?))?(?: (?:(?:on )?[A-Z]\w+day|(?:last|this) \w+|in [A-Z]\w+))? (?P<link>to|of|on|for)(?: (?:charges|counts) of)? (?P<list>[a-z0-9][^.;:\n]{3,240})"
)
_ACQUITTED = regex(r"\b(?:acquitted|cleared|not guilty|innocent|sentenced)\b[^.;,]{0,40}\Z")
_NO_CRIME = regex(  # in charge of, took charge, free of charge, the charge d'affaires; charged 20 dollars for it
    r"(?:\b(?:in|take|takes|took|taking|taken|free of|led|leading|explosive|electric|electrically|emotionally|cover|extra) (?:the )?)\Z"
)
_PRICE = regex(
    r" (?:\$|£|€|\d|up |down |d['’]affaires|for (?!\w*ing)|at |into |toward|his |her |its |the (?!\w+ with)|by )"
)
_LEGAL_BEFORE = regex(
    r"\b(?:fac(?:e|es|ed|ing)|fil(?:e|ed|ing)|on|press|pressing|pressed|bring|brought|no|any|criminal|felony|misdemeanou?r|possible|"
    r"pending|consider(?:ed|ing)?|additional|further|other|new|drop(?:ped)?|dismiss(?:ed)?|multiple|several|formal|includ(?:e|es|ing)|"
    r"murder|assault|weapons?|drug|gun|rape|manslaughter|robbery|fraud|theft|abuse|arson|bribery)\b[^.;]{0,40}\Z"
)
_BROUGHT = regex(
    r"\b(?:fac(?:e|es|ed|ing)|filed|brought|pressed|(?:arrested|arraigned|indicted|held|jailed|booked)(?: \w+)? on)\b[^.;,]{0,24}\Z"
)
_FILED = regex(
    r"(?: against [\w ]{2,40}?)? (?:were|was|have been|has been|had been) (?:filed|brought|laid|announced)\b"
)
_PASSIVE = regex(
    r"\b(?:was|were|is|are|been|being|be|arrested and|and|also|later|formally|now)(?: [a-z]+ly)? \Z"
)
_OTHERS = regex(
    r"(?:(?<! and )\b(?:additional|further|other|unrelated|prior|previous|past|earlier)(?: (?!was\b|were\b|is\b|are\b|people\b|faces?\b)[a-z]+){0,3} |\bnew (?:criminal |felony |federal |state )?)\Z"
)
_OTHER = regex(r"(?:additional|further|other|unrelated|prior|previous)\b")
_NOT = regex(
    r"(?:\b(?:not|no|never|nor|neither|cannot|without|declined to|refused to|decided against)|n['’]t)\b(?! (?:only|guilty|incident|bail|bond|parole)\b)(?:(?! and\b)[^.;,]){0,44}\Z"
)
_NOT_AFTER = regex(
    r"(?: against [\w ]{2,40}?)? (?:have|has|had|were|was|are|is|will|would)(?: not|n['’]t| yet to)(?: yet| currently)?(?: be| been| being)? (?:filed|made|brought|announced|laid|issued|sought|prosecuted|charged)\b"
)
_OPEN = regex(
    r"(?:\b(?:whether|(?:determin\w+|decid\w+|say|said|know|known|clear|unclear|see|ask\w*|word|word yet) if)\b[^.;]{0,70}|\b(?:possible|possibility of|pursu\w+|led? to|potential|could|may|might|likely|expect\w*|recommend\w*|"
    r"what|which|determin\w+|appropriate|decid\w+|pending)\b[^.;,]{0,36}|\b(?:consider\w*|weigh\w*)\b[^.;,]{0,60}|\b(?:could|may|might) (?:also |still )?(?:face|be facing)\b[^.;]{0,90})\Z"
)
_OPEN_AFTER = regex(
    r"(?: against [\w ]{2,40}?)?,? (?:(?:are|is|were|was|remain|remained) )?(?:still )?(?:pending|possible|likely|expected|being considered|under review|will be determined|to follow)\b"
)
_DROPPED = regex(r"\b(?:dropp\w+|dismiss\w*|withdr\w+|cleared of)\b[^.;,]{0,44}\Z")
_DROPPED_AFTER = regex(
    r"(?: against [\w ]{2,40}?)? (?:were|was|have been|has been|had been|be)?(?: later)? ?(?:dropped|dismissed|withdrawn|thrown out)\b"
)
_UNLESS = regex(
    r"\b(?:should|if|unless|when|once|until|every|anyone|those|people who|somebody|someone)\b[^.;]{0,40}\Z"
)
_LIST = regex(
    r"(?P<far>(?: (?!connection|in connection)[\w.,]+){0,6}?) (?P<link>with|of|on charges of|on counts of|for|include|including|on)"
    r"(?: charges of| counts of)? (?P<list>[a-z0-9][^.;:\n]{3,240})"
)
_ARE = regex(
    r"(?P<far>(?: [\w’'-]+){0,5}?) (?P<link>are|were|include|included)(?: charges of| counts of)? (?P<list>[a-z0-9][^.;:\n]{3,240})"
)  # "the charges against the driver were theft and arson"
_MODIFIED = regex(
    r"\b(?:fac(?:e|es|ed|ing)|on|any|no|with|for|of|and|to|his|her|their|a|an|the|multiple|several|criminal|felony|bring|press|filed?)\s+"
    r"(?P<what>[a-z-]+(?: (?!charges?\b)(?:and )?[a-z-]+){0,3}) \Z"
)
_ENDS = regex(  # the clause goes on to something else
    r",? (?:and|but) (?=(?:is|are|was|were|has|have|had|could|faces|will|booked|held|jailed|sentenced|ordered|taken|released|remains|then|he|she|bail|bond)\b)"
    r"|,? (?=(?:according|(?:police|prosecutors|authorities|officials|records|court documents) (?:sa|show|allege)|he|she|who|which|said|after|following|before|stemming)\b)"
    r"|, (?=(?:the |a |an )?[A-Z])|--? | – | — "
)
_TAIL = regex(  # what a charge is over
    r",? (?:[A-Z][a-z]+day\b|in|over|during|while|when|for|on|last|this|early|late|against|at|by|was|were|is|have|has|had|can|could|may|that|from|with|to)\b.*"
)
_COUNTS = regex(
    r"^(?:(?:a|an|the|one|two|three|four|five|six|seven|eight|nine|ten|\d+|several|multiple|single|each|separate|numerous|various|felony|misdemeanou?r|count|counts|charges?|of|criminal|other|any|possible|preliminary|formal|formally)\b ?)+"
)
_SPLIT = regex(r",? and (?:with )?|, ?")
_NO_OFFENCE = regex(
    r"\b(?:charges?|crimes?|offen[cs]es?|counts?|shooting|incident|death|case|multiple|several|related|them|him|her)\Z"
)
_BACK = 40
_REACH = 400  # characters around the word in which the accused and the offences are named


def extract(reading: Reading) -> Iterator[ChargeClaim]:
    """Yields what the article says of charges against somebody."""
    known = vocabulary(reading.text)
    lower = known.lower
    end_before, before = -1, ("", "")
    for at, word in known.places(_WORDS | _COUNTED | _FOUND):
        if at < end_before or reading.document.skipped(at) or _NO_CRIME.search(lower, max(0, at - 24), at):
            continue
        sentence = reading.document.sentence_at(at)
        first = max(sentence.start, at - _REACH) if sentence else at
        last = min(sentence.end, at + _REACH) if sentence else at
        end = at + len(word)
        offences, end = _offences(reading.text, lower, word, first, at, end, last)
        if not offences and (word not in _WORDS or not _criminal(lower, word, first, at, at + len(word))):
            continue
        value = _found(lower, word, first, at) if word in _FOUND else _value(lower, first, at, at + len(word))
        if not value or (word in _COUNTED and _ACQUITTED.search(lower, first, at)):
            continue
        name, noun = _accused(reading, lower, word, first, at)
        if (
            not (name or noun)
            and first <= end_before
            and at - end_before < _BACK
            and lower.startswith(" and ", end_before)
        ):
            name, noun = before  # "faces a count of arson and theft charges"
        if offences and not (name or noun) and not any(names_crime(offence) for offence in offences):
            continue  # an agency charged with keeping watch
        begin = _words_back(reading.text, first, at)
        end = end if offences else _told_until(lower, at + len(word))
        for accused in _all(reading, at, name):
            yield reading.claim(
                ChargeClaim, begin, end, subject=accused, event="charge", value=value, offences=offences, noun=noun,
                polarity=value != "not charged",
            )  # fmt: skip
        end_before, before = end, (name, noun)


def _told_until(lower: str, end: int) -> int:
    """Where the words end that tell what becomes of charges: "charges against the driver are pending"."""
    told = _FILED.match(lower, end) or _NOT_AFTER.match(lower, end) or _OPEN_AFTER.match(lower, end)
    return told.end() if told else end


def _all(reading: Reading, at: int, name: str) -> tuple[str, ...]:
    """The accused, with those named beside him who are the subject as well."""
    subject = subject_at(reading, at) if name else NOBODY
    return (
        tuple(whom.name for whom in together(reading, subject)) if name and subject.name == name else (name,)
    )


def _found(lower: str, word: str, first: int, at: int) -> str:
    """Whether a plea or a verdict is told; empty where neither is, or not yet."""
    before = max(first, at - 60)
    said = _GUILTY.search(lower, before, at)
    if _NOT_GUILTY.search(lower, before, said.start() if said and word == "guilty" else at):
        return ""
    if _NOT_GUILTY.search(lower, before, at):
        return ""
    if word == "convicted" or (said and said.group("verdict")):
        return "convicted"
    return "pleaded" if said or word in ("plea", "pleas") else ""


def _criminal(lower: str, word: str, first: int, at: int, end: int) -> bool:
    """Whether the word, beside which no offence is named, is of crimes and not of prices, posts or batteries."""
    before = max(first, at - 60)
    denied = _NOT.search(lower, before, at) is not None
    if word == "charges":
        known = _OPEN.search(lower, before, at) or _BROUGHT.search(lower, before, at)
        told = (
            known
            or _FILED.match(lower, end)
            or _OPEN_AFTER.match(lower, end)
            or _NOT_AFTER.match(lower, end)
            or _DROPPED_AFTER.match(lower, end)
        )
        return (denied and _LEGAL_BEFORE.search(lower, before, at) is not None) or told is not None
    if word in ("charged", "indicted"):
        return _PASSIVE.search(lower, before, at) is not None and _PRICE.match(lower, end) is None
    if word == "charge":
        return _OPEN.search(lower, before, at) is not None and _PRICE.match(lower, end) is None
    return denied


def _value(lower: str, first: int, at: int, end: int) -> str:
    """How far it has come; empty where the words are of other charges, or of what would be."""
    before = max(first, at - 110)
    if _OTHERS.search(lower, before, at) or _OTHER.match(lower, at):
        return ""
    if _DROPPED.search(lower, before, at) or _DROPPED_AFTER.match(lower, end):
        return "dropped"
    if _OPEN.search(lower, before, at) or _OPEN_AFTER.match(lower, end):
        return "" if lower.endswith((" the ", " these ", " such "), 0, at) else "undecided"
    if _NOT.search(lower, before, at) or _NOT_AFTER.match(lower, end):
        return "not charged"
    return "" if _UNLESS.search(lower, before, at) else "charged"


def _offences(
    text: str, lower: str, word: str, first: int, at: int, end: int, last: int
) -> tuple[tuple[str, ...], int]:
    """The offences named beside the word, and where the words that name them end."""
    if word in _FOUND:
        told = _GUILTY_OF.match(text, end, last)
        found = _list(told.group("list")) if told else ()
        known = tuple(offence for offence in found if names_crime(offence))
        return (
            (known, told.start("list") + told.group("list").find(known[-1]) + len(known[-1]))
            if told and known
            else ((), end)
        )
    named = word in ("charged", "charges", "indicted") or text.startswith(" of ", end)
    match = _LIST.match(text, end, last) if named else None
    verb = word in ("charged", "indicted")
    if match is not None and (
        match.group("link") not in ("with", "on", "on charges of", "on counts of")
        if verb
        else match.group("far") or match.group("link") == "with"
    ):
        match = None
    are = _ARE.match(text, end, last) if match is None and word == "charges" else None
    match = match or are
    if match is not None:
        listed = match.group("list")
        found = _list(listed)
        only = are is not None or word in ("charge", *_COUNTED)
        if found and (not only or any(map(names_crime, found))):
            return found, match.start("list") + listed.find(found[-1]) + len(found[-1])
    if word in ("charges", "charge"):
        modified = _MODIFIED.search(lower, max(first, at - 60), at)
        if modified is not None:
            pieces = _parted(modified.group("what"))
            return tuple(p for p in pieces if p.rpartition(" ")[2] in _crimes()), end
    return (), end


def _list(listed: str) -> tuple[str, ...]:
    """The offences of a list, up to where the clause goes on to something else."""
    stop = _ENDS.search(listed)
    return _parted(listed[: stop.start()] if stop else listed)


def _parted(listed: str) -> tuple[str, ...]:
    """The offences of a list, each without its count and without what it is over."""
    found: list[str] = []
    for piece in filter(None, _SPLIT.split(listed)):
        bare = _COUNTS.sub("", _TAIL.sub("", piece.strip(" ,"))).strip(" ,")
        said = bare.lower().split()
        if not said:
            continue
        known = not found or said[0].endswith("ing") or names_crime(bare)
        if (
            known
            and len(bare) >= 4
            and (bare[0].islower() or bare.split()[0].isupper() or "degree" in said)
            and not _NO_OFFENCE.search(bare)
            and len(said) <= 9
        ):
            found.append(bare)
    return tuple(dict.fromkeys(found))


def names_crime(offence: str) -> bool:
    """Whether the words hold a noun for a crime."""
    return any(word in _crimes() or word.removesuffix("s") in _crimes() for word in offence.lower().split())


@cache
def _crimes() -> frozenset[str]:
    return frozenset(word for line in words("crimes") for word in line.split())


_FACED = regex(r"\b(?:fac(?:e|es|ed|ing)|on|his|her)\b[^.;,]{0,50}\Z")
_AGAINST = regex(r"[^.;,]{0,30} against ")
_WHOM = regex(r" (?:(?:a|an|the|his|her) )?(?P<noun>[a-z]+)\b")


def _accused(reading: Reading, lower: str, word: str, first: int, at: int) -> tuple[str, str]:
    """The accused, by name where the text tells it, and what he is called."""
    end = at + len(word)
    noun = lower.endswith((" a ", " the ", " one "), first, at)  # "to face a charge of arson"
    active = (word in ("charge", "charging") and not noun) or (
        word == "charged" and not _PASSIVE.search(lower, max(first, at - 40), at)
    )
    if active and not lower.startswith(" with", end):
        people = [m for m in reading.document.mentions_between(end, end + 30) if m.kind == "person"]
        if people and people[0].start - end <= 12:
            return people[0].full, ""
        called = _WHOM.match(lower, end)
        whom = called.group("noun") if called else ""
        if whom in ("him", "her"):
            return reading.document.antecedents.pronoun(whom, first), ""
        return reading.document.antecedents.described(whom, end) if whom else "", whom
    if word == "charges" and not _FACED.search(lower, max(first, at - 60), at):
        against = _AGAINST.match(reading.text, end)
        people = [m for m in reading.document.mentions_between(end, end + 60) if m.kind == "person"]
        return (
            (people[0].full, "") if against and people else ("", "")
        )  # "no charges will be filed": of whomever
    return patient(reading, lower, first, at)


def _words_back(text: str, first: int, at: int) -> int:
    """Where the words begin that make the evidence readable."""
    begin = max(first, at - _BACK)
    if begin == first:
        return begin
    space = text.find(" ", begin, at)
    return space + 1 if space >= 0 else at
