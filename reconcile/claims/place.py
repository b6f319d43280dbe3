"""Where things happened or lie: "arrested near Atlanta", "19 Elm Street", "Vik in northern Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Literal

from pydantic.dataclasses import dataclass

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.sentences import Sentence
from reconcile.language.triggers import Token, Trigger, find_triggers, governing, theme, tokens
from reconcile.lexicon import words
from reconcile.values.places import Address, bearings, countries, find_addresses, is_whole, known, usual
from reconcile.values.roles import nations

TYPE = "place"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlaceClaim(Claim):
    """`value` is the place as written; `relation` says how the event or subject lies to it.

    Relations: in, at, near, outside, from; dateline; lies (the subject is a place that lies in the value);
    address; a compass word ("southwest", with `distance` as written); hospital.
    """

    type: Literal["place"] = "place"
    value: str
    relation: str
    distance: str = ""
    how: str = ""  # the preposition as written, in lower case: "in front of"

    def __str__(self) -> str:
        if self.relation in bearings():
            return f"{self.distance} {self.relation} of {self.value}".strip()
        plain = self.relation in ("lies", "dateline", "address", "hospital", "at")
        return self.value if plain else f"{self.relation} {self.value}"


_NAME = r"(?:[A-Z][\w'’.-]*|\d{1,3}(?:st|nd|rd|th))"
_NAMES = rf"{_NAME}(?: (?:(?:of|and|&|the|de|du|des|la|le) )?{_NAME}){{0,5}}"
_SITUATED = re.compile(
    r"\b(?P<how>[Ii]n(?: front of| the area of)?|[Aa]t|[Nn]ear(?: to)?|[Oo]utside(?: of)?|[Ii]nside|[Oo]ff|[Bb]ehind|"
    r"[Nn]ext to|[Aa]cross from|from|(?:meters|metres|yards|feet|blocks) from)"
    rf" (?P<noun>(?:(?!in |at |near |from |outside |off |to |for |by |with )[a-z][a-z'’-]* ){{0,6}}?)(?P<name>{_NAMES})"
)
_DATELINE = re.compile(
    r"^(?P<city>[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{2,30})(?:, (?P<whole>[A-Z][\w.]*(?: [A-Z][\w.]*)?))??"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()\n]{2,40}\))?(?: ?[-–—]{1,2} |: )",
    re.M,
)
_BEARING = re.compile(
    r"(?:(?P<distance>\d[\d., ]{0,8} ?(?:km|kms|kilometers|kilometres|kilometer|miles|mile|mi)\b(?: \([^()\n]{1,24}\))?) )?"
    rf"(?:to the )?(?P<way>(?:north|south)[- ]?(?:east|west)?|east|west) of (?:the )?(?:\w+ (?:city|town|capital) of )?(?P<name>{_NAMES})"
)
_TOWN = re.compile(
    r"\b(?P<adjective>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:border |port |coastal |capital |resort |university |mining )?"
    r"(?:town|city|village|port|island|resort|capital|suburb|region|province) of "
    rf"(?P<name>{_NAMES})"
)
_THEN_IN = re.compile(
    rf"(?P<name>{_NAMES})(?: \([^()\n]{{2,30}}\))?, (?:at that time|then|now|today) in (?:the )?(?P<whole>{_NAMES})"
)
_LIES = re.compile(
    rf"(?P<name>{_NAMES})(?:, | in (?:the )?(?:far )?(?:(?:north|south|east|west|central)\w*(?:[- ](?:east|west)\w*)? )?)(?P<whole>{_NAMES})"
)
_HOSPITAL = re.compile(
    rf"(?:{_NAME} ){{1,5}}(?:Hospital|Medical Center|Medical Centre|Clinic|Infirmary)\b(?: (?:at )?{_NAME})?"
)
_PATIENTS = re.compile(
    r"\b(?:victims?|patients?|injur\w+|wound\w+|treated|taken|transported|rushed|admitted|condition|observation|airlifted|died)\b"
)
_VENUE = re.compile(rf"\b(?P<city>[A-Z][\w-]+(?: [A-Z][\w-]+)?)['’]s (?P<venue>[A-Z][\w-]+ {_NAMES})")
_CAPITAL = re.compile(r"[A-Z0-9]")


def extract(reading: Reading) -> Iterator[PlaceClaim]:
    """Yields places of events, what lies in what, addresses, bearings and hospitals, sentence by sentence."""
    for line in _DATELINE.finditer(reading.text):
        if not reading.document.skipped(line.start()):
            yield from _dateline(reading, line)
    for sentence in reading.document.sentences:
        yield from _sentence(reading, sentence)


def _dateline(reading: Reading, line: re.Match[str]) -> Iterator[PlaceClaim]:
    city = line.group("city").strip()
    if not known(city) and line.group("whole") is None:
        return
    yield reading.claim(
        PlaceClaim,
        line.start("city"),
        line.end("city"),
        event="report",
        value=city.title(),
        relation="dateline",
    )
    whole = line.group("whole")
    if whole and known(whole):
        yield reading.claim(
            PlaceClaim,
            line.start("city"),
            line.end("whole"),
            subject=city.title(),
            event="lie",
            value=whole,
            relation="lies",
        )


def _sentence(reading: Reading, sentence: Sentence) -> Iterator[PlaceClaim]:
    text, start, end = reading.text, sentence.start, sentence.end
    sentence_tokens: list[Token] = []
    triggers: list[Trigger] = []

    def placed(first: int, last: int, **fields: str) -> PlaceClaim:
        if not sentence_tokens:
            sentence_tokens.extend(tokens(text, start, end))
            triggers.extend(find_triggers(sentence_tokens))
        trigger = governing(sentence_tokens, triggers, first, last)
        if trigger is None:
            return reading.claim(PlaceClaim, first, last, **fields)
        about = theme(text, sentence_tokens, trigger)
        begin = trigger.start if 0 <= first - trigger.end <= 40 else first
        return reading.claim(
            PlaceClaim,
            begin,
            last,
            subject=text[about[0] : about[1]],
            event=trigger.facet,
            polarity=not trigger.negated,
            modality="planned" if trigger.modality == "planned" else "asserted",
            **fields,
        )

    end_of_last = start
    for first, last, _ in find_addresses(text, start, end):
        yield placed(first, last, value=text[first:last], relation="address")
    for match in _BEARING.finditer(text, start, end):
        way = match.group("way").lower().replace("-", "").replace(" ", "")
        yield reading.claim(
            PlaceClaim,
            match.start(),
            match.end(),
            subject=_located(text, start, match.start()),
            event="lie",
            value=_trimmed(match.group("name")),
            relation=way,
            distance=(match.group("distance") or "").strip(),
        )
    yield from _lying(reading, sentence)
    for match in _SITUATED.finditer(text, start, end):
        name = _trimmed(match.group("name"))
        if not name or name[0].isdigit() or _is_time(name) or match.start() < end_of_last:
            continue
        last = match.start("name") + len(name)
        end_of_last = last
        owner, _, owned = name.replace("’", "'").partition("'s ")
        if owned:  # "near Paris's Place X" is near the place, "from Norway's coast" is from Norway
            name = owned if match.group("how").lower().startswith(("near", "outside", "at", "off")) else owner
        noun = match.group("noun").strip()
        relation = _situation(match.group("how").lower(), noun)
        if text.startswith(("'s", "’s"), last) and relation in ("near", "outside", "at"):
            continue  # "near Paris's chic square" is not near Paris
        if (
            (noun and not _place_noun(noun))
            or name.lower() in nations()
            or (relation == "from" and not known(name))
        ):
            continue
        yield placed(match.start(), last, value=name, relation=relation, how=match.group("how").lower())
    for match in _VENUE.finditer(text, start, end):
        if known(match.group("city")):
            yield placed(match.start(), match.end(), value=match.group("city"), relation="in")
    if _PATIENTS.search(text, start, end):
        for match in _HOSPITAL.finditer(text, start, end):
            yield reading.claim(
                PlaceClaim,
                match.start(),
                match.end(),
                event="treat",
                value=match.group(),
                relation="hospital",
            )


def _lying(reading: Reading, sentence: Sentence) -> Iterator[PlaceClaim]:
    """What lies in what: "Vik in northern Norway", "the Norwegian town of Vik", "Vik, Norway"."""
    text, start, end = reading.text, sentence.start, sentence.end
    for match in _TOWN.finditer(text, start, end):
        nation = nations().get(match.group("adjective").lower())
        if nation is not None:
            yield _lies(reading, match, nation[0], match.start("name"))
    for match in _THEN_IN.finditer(text, start, end):
        whole = _trimmed(match.group("whole"))
        if usual(whole) in countries():
            yield _lies(reading, match, whole, match.start("whole"))
    for match in _LIES.finditer(text, start, end):
        whole = _trimmed(match.group("whole"))
        name = _trimmed(match.group("name"))
        opens = match.start() == start and " " not in name and not known(name)
        if (
            is_whole(whole)
            and usual(name) not in countries()
            and len(name) > 2
            and not _is_time(name)
            and not opens
        ):
            yield _lies(reading, match, whole, match.start("whole"))


def _lies(reading: Reading, match: re.Match[str], whole: str, at: int) -> PlaceClaim:
    name = _trimmed(match.group("name"))
    end = (
        max(at + len(whole), match.start("name") + len(name)) if at != match.start("name") else at + len(name)
    )
    return reading.claim(
        PlaceClaim, match.start(), end, subject=name, event="lie", value=whole, relation="lies"
    )


def _located(text: str, start: int, at: int) -> str:
    """What a bearing locates: the name or noun that the clause before it begins with."""
    clause = text[start:at].rstrip(" ,").split(" is ")[0].split(" was ")[0].split(", ")
    return clause[0].strip() if clause else ""


def _trimmed(name: str) -> str:
    """The name without link words, possessives and stops at its ends."""
    parts = name.rstrip(".,").split(" ")
    while parts and not _CAPITAL.match(parts[-1]):
        parts.pop()
    found = " ".join(parts)
    return found.removesuffix("'s").removesuffix("’s").rstrip(".'’")


def _is_time(name: str) -> bool:
    return name.split(" ")[0].rstrip(".").lower() in _times()


@cache
def _times() -> frozenset[str]:
    months = "january february march april may june july august september october november december"
    short = "jan feb mar apr jun jul aug sep sept oct nov dec christmas easter ramadan"
    days = "monday tuesday wednesday thursday friday saturday sunday"
    return frozenset(f"{months} {short} {days}".split())


@cache
def _place_nouns() -> frozenset[str]:
    return frozenset(word for line in words("place_nouns") for word in line.split())


def _place_noun(noun: str) -> bool:
    """Whether lower-case words between a preposition and a name speak of a place: "the parking lot of a"."""
    parts = noun.split()
    return all(p in _place_nouns() or p in ("the", "a", "an", "of", "its", "this") for p in parts)


@cache
def _situations() -> dict[str, str]:
    found: dict[str, str] = {}
    for line in words("situations"):
        name, _, phrases = line.partition(":")
        found.update(dict.fromkeys((p.strip() for p in phrases.split(",")), name))
    return found


def _situation(how: str, noun: str) -> str:
    """The relation that the preposition and a noun after it come to: "in the area of" is near."""
    if how.endswith(" from"):
        return "near"
    if how == "from":
        return "from"
    if any(word in ("area", "vicinity", "outskirts", "edge") for word in noun.split()):
        return "near"
    return _situations().get(how, "at")


def address_of(claim: PlaceClaim) -> Address | None:
    """The address an address claim gives, taken apart."""
    at = claim.span.start - claim.sentence_start
    found = find_addresses(claim.sentence, max(0, at - 24), len(claim.sentence))
    return next((address for start, _, address in found if start >= at), None)
