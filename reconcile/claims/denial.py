"""Denials: what an article says was not done, or somebody denies ("did not attend", "denied that it had paid")."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.grammar.conditions import irrealis
from reconcile.language.grammar.verbs import past
from reconcile.language.vocabulary import vocabulary, word_before
from reconcile.lexicon import words
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "denial"

_PARTICLE = r"(?: (?P<particle>up|down|off|out|in(?! (?:an?|any|her|his|its|our|that|the|their|this)\b)|away|over)\b)?"
_NOT = regex(
    r"(?:(?P<be>was|were|is|are)|did|does|do|has|have|had)?(?:(?<=[a-z])(?: not|n['’]t| at no (?:time|point))|never(?: did)?)"
    r"(?P<soft>(?: (?:yet|also|even|actually|been|being|be|in fact|ever|[a-z]{3,}ly(?= [a-z]{3,}(?:ed|[dr]en|wn|ble|ear)\b)))*)"
    rf" (?P<verb>[a-z]{{2,}}(?:-[a-z]+)*){_PARTICLE}",
    re.I,
)
_NOBODY = regex(
    r"(?:(?:nobody|nothing|no one|none of (?:the |his |her |its |their )?[a-z-]+|no (?P<noun>[a-z-]+(?: [a-z-]+)?)) "
    r"(?P<be>was|were|is|are|has been|have been|had been|has|have|had) (?P<soft>(?:ever |[a-z]{3,}ly (?=[a-z]{3,}(?:ed|[dr]en|wn|ble|ear)\b))?)"
    r"(?:[a-z]+ed or )?(?P<verb>(?!not\b)[a-z]{3,}(?:-[a-z]+)*)"
    rf"|(?:nobody|no one) (?P<past>[a-z]{{3,}}ed|saw|knew|came|took|heard|got|left|told|gave|won|found|went|met|stood))\b{_PARTICLE}",
    re.I,
)
_WITHOUT = regex(r"without (?:(?:ever|even|first) )?(?P<verb>[a-z]{3,}ing)\b(?P<particle>\Z)?", re.I)
_REFUSED = regex(
    rf"(?:refused|refuses|declined|declines|failed|fails|neglected|omitted) to (?P<verb>[a-z]{{3,}})\b{_PARTICLE}",
    re.I,
)
_CHOSE = regex(r"\b(?:chose|chosen|opted|decided|preferred|voted|elected|resolved) \Z")
_NOT_TO = regex(rf"[a-z]+ not to (?P<verb>[a-z]{{3,}})\b{_PARTICLE}")
_ABSTAINED = regex(
    rf"(?:refrain(?:ed|s) from|short of|avoid(?:ed|s)|(?:prevented|barred) from) (?P<verb>[a-z]{{3,}}ing)\b{_PARTICLE}"
)
_UN = regex(r"un(?P<verb>[a-z]{3,}(?:ed|own|aught|old|aid))\b(?P<particle>\Z)?", re.I)
_REPORTS = r"(?:(?:accusations|allegations|assertions|claims|reports|rumou?rs|suggestions|the (?:claim|report|suggestion)) )?"
# "fired no rubber bullets", "was paid nothing"
_NO_OBJECT = regex(
    r"(?P<verb>[a-z]{3,}) (?:nothing|no (?!(?:longer|fewer|less|more|one|doubt|matter|idea|effort|heed|time)\b)[a-z-]+(?: (?!(?:in|on|at|to|for|from|of|and|but|or|with)\b)[a-z-]{4,})?)(?P<particle>\Z)?"
)
_CALLED_OFF = regex(
    r"(?:cancelled|canceled|called off|scrapped|abandoned|postponed|put off|dropped|cancels|calls off|scraps|abandons|postpones)"
    r" (?:an?|the|his|her|its|their) (?:[a-z]+ )??(?P<verb>visit|trip|tour|speech|appearance|flight|meeting|wedding|concert|match|march|strike|sale|launch)(?P<particle>\Z)?"
)
_DENIED = regex(
    rf"(?P<said>den(?:ied|ies|y)|rejected|dismissed|disputed)(?: (?:(?:any |all )?{_REPORTS}that (?:[\w'’-]+ ){{1,4}}?"
    r"(?:had|has|have|was|were)(?: been| ever)?|having|ever having))? (?P<verb>[a-z]{3,})\b(?P<particle>\Z)?"
)
_STATE = regex(
    r"(?:\A|[.,;:(“\"-]|\b(?:was|were|is|are|be|been|being|left|found|remain(?:s|ed)?|stood|went|an?|the|his|her|their|its|and|but|or|of|with"
    r"|still|largely|mostly|\d+|two|three|several|many|most|some|all|these|those|for|on|in|as|it|them|him|door|doors|car|gun)(?: [a-z]+ly)?)\s*\Z",
    re.I,
)
# What goes on words after "not" that say nothing by themselves: "the result", "in a gang", "so easy".
_GOES_ON = regex(
    r"(?: (?:the|an?|his|her|its|their))? [\w'’]+(?: (?!(?:of|in|on|at|by|for|from|to|with|and|or|but|that|which|who|as|when|about|yet|than|the|their)\b)[a-z]{3,})?"
)
# Of some only: "the soldiers who refused to shoot".
_SOME_WHO = regex(r"(?:[a-z]s|people|those|men|women|personnel|anyone|anybody) who(?: had| have| has)? \Z")
_AUXILIARY = regex(r"(?:did|does|do|has|have|had|was|were|is|are) \Z", re.I)
_HYPOTHETICAL = regex(
    r"\b(?:if|whether|unless|should|would|could|may|might)\b[^.;]{0,40}\Z",
    re.I,
    holds="if|whether|unless|should|would|could|may|might",
)
_LATER = regex(
    r"[^.;]{0,60}?\b(?:until|unless|since|but only|because|any more|anymore|any longer|before|at first|at once|straight away|later)\b",
    holds="until|unless|since|but only|because|any more|anymore|any longer|before|at first|at once|straight away|later",
)


@record
class DenialClaim(Claim):
    """That something was not done; with `polarity` true, that it was. `value` is the verb as written.

    `denied` says that somebody denies it, where the article itself takes no stand.
    """

    type: Literal["denial"] = "denial"
    value: str
    denied: bool = False
    particle: str = ""  # of the verb: "off" in "did not go off"
    adjective: bool = False  # denied is what something is: "was not unanimous"
    partial: bool = False  # "not all", "not only", "not until": some of it may be true

    def __str__(self) -> str:
        return self.value if self.polarity else f"not {self.value}"


def extract(reading: Reading) -> Iterator[DenialClaim]:
    """Yields the denials outside quotation marks and conditions."""
    text = reading.document.text
    partial = _partial()
    known = vocabulary(text)
    for at, word in known.places(_marks()):
        start = at
        if word == "no" and text.startswith((" time ", " point "), at + 2) and text.startswith("at ", at - 3):
            word, at = "not", at - 3
        if word == "not":
            before = _AUXILIARY.search(text, max(0, at - 6), at)
            start = before.start() if before else at
        un = word not in _MARKS and word != "not"
        pattern = _UN if un else _PATTERNS.get(word, _NOT)
        if word == "not" and text.startswith("not to ", at):
            chosen = _CHOSE.search(text, max(0, at - 12), at)
            start, pattern = (chosen.start(), _NOT_TO) if chosen else (start, _NOT)
        verb = word_before(text, at) if word in ("no", "nothing") else ""
        if past(verb) and verb not in _NO_DEED:
            start, pattern = at - len(verb) - 1, _NO_OBJECT
        match = pattern.match(text, start)
        if (
            match is None
            or text.startswith("Don", start)
            or _HYPOTHETICAL.search(text, max(0, start - 60), start)
        ):
            continue  # "Don't worry" denies nothing
        sentence = reading.document.sentence_at(start)
        if sentence is not None and irrealis(text, sentence.start, start, sentence.end):
            continue
        if un and not _STATE.search(text, max(0, start - 24), start):
            continue  # "he unloaded it" denies nothing
        groups = match.groupdict()
        verb = groups["verb"] or groups["past"]
        said = verb.lower()
        end = match.end("verb" if groups["verb"] else "past")
        small_word = said in partial and not said.endswith("ly")
        if small_word and groups.get("be") and (more := _GOES_ON.match(text, end)) is not None:
            end = more.end()
            verb = text[match.start("verb") : end]
        direct = pattern is _DENIED and match.start("verb") <= match.end("said") + 1
        if direct and not (said.endswith("ing") and word.startswith("den")):
            continue  # "denies charges" denies no charging, and who rejected bargaining denies nothing
        yield reading.claim(
            DenialClaim,
            match.start(),
            match.end() if pattern is _NO_OBJECT else end,
            subject=groups.get("noun") or "",
            value=verb,
            event=verb,
            polarity=False,
            modality="denied",
            denied=pattern is _DENIED,
            particle=(groups["particle"] or "").lower(),
            adjective=un
            or (bool(groups.get("be")) and not past(said) and ("-" in said or not said.endswith("ing"))),
            partial=said in partial
            or said.endswith("ly")
            or "ly " in (groups.get("soft") or "") + " "
            or word_before(text, start) in _HABITS
            or text.startswith(" such ", match.end())
            or _SOME_WHO.search(text, max(0, start - 24), start) is not None
            or (pattern is not _CALLED_OFF and _LATER.match(text, match.end(), match.end() + 80) is not None),
        )


_HABITS = frozenset({"generally", "usually", "normally", "typically", "often", "sometimes", "mostly"})
_NO_DEED = frozenset(
    {"had", "been", "was", "were", "said", "did"}
)  # before "no": another form tells it, or nothing is done


@cache
def _marks() -> frozenset[str]:
    """The words that a denial is looked for at."""
    return _MARKS.union("un" + verb for verb in unmade())


_PATTERNS = {
    **dict.fromkeys(
        ["refused", "refuses", "declined", "declines", "failed", "fails", "neglected", "omitted"], _REFUSED
    ),
    **dict.fromkeys(
        ["refrained", "refrains", "short", "avoided", "avoids", "prevented", "barred"], _ABSTAINED
    ),
    **dict.fromkeys(["denied", "denies", "deny", "rejected", "dismissed", "disputed"], _DENIED),
    **dict.fromkeys(["nobody", "nothing", "no", "none"], _NOBODY),
    "without": _WITHOUT,
    **dict.fromkeys(
        ["cancelled", "canceled", "called", "scrapped", "abandoned", "postponed", "dropped", "put"],
        _CALLED_OFF,
    ),
}
_MARKS = frozenset(
    {
        "not",
        "never",
        "didn",
        "doesn",
        "don",
        "hasn",
        "haven",
        "hadn",
        "wasn",
        "weren",
        "isn",
        "aren",
        *_PATTERNS,
    }
)


@cache
def unmade() -> frozenset[str]:
    """The participles that "un" turns into their opposites: locked, insured, armed."""
    return frozenset(word for line in words("unmade") for word in line.split())


@cache
def _partial() -> frozenset[str]:
    return frozenset(word for line in words("partial_denials") for word in line.split())
