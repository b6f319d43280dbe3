"""Where things happened or lie: "arrested near Atlanta", "19 Elm Street", "Vik in northern Norway"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.places.homes import homes
from reconcile.claims.places.locatives import locatives
from reconcile.claims.places.midway import midway
from reconcile.claims.places.parts import parts
from reconcile.claims.places.place_names import NAME, NAMED, NAMES, is_time, located, place_nouns, trimmed
from reconcile.claims.places.placed import Placed, Placing
from reconcile.claims.places.residences import residences
from reconcile.claims.places.seats import seats
from reconcile.claims.places.sited import sited
from reconcile.claims.reading import Reading
from reconcile.language.grammar.verbs import motions
from reconcile.language.names.gazetteer import country_of_people
from reconcile.language.vocabulary import vocabulary
from reconcile.values.places import (
    Address,
    addresses_at,
    bearings,
    countries,
    find_addresses,
    is_whole,
    known,
    relate_places,
    usual,
)
from reconcile.values.records import record
from reconcile.values.regex import regex
from reconcile.values.relation import Relation
from reconcile.values.roles import nations

TYPE = "place"


@record
class PlaceClaim(Claim):
    """`value` is the place as written; `relation` says how the event or subject lies to it.

    Relations: in, at, on, near, outside, from, to, under, along, between; home (the subject comes from there);
    residence (the subject lives there, or grew up there); site (the one thing of its noun is there); dateline; lies (the subject is a place that lies in the
    value); address; part (`how` tells which); a compass word ("southwest", with `distance` as written); hospital.

    A place that has no name is the phrase for it ("a hallway of the courthouse"), and `noun` is its noun; `verb` is
    the word that tells what happens there, as written, and `subject` whom or what it is done to.
    """

    type: Literal["place"] = "place"
    value: str
    relation: str
    distance: str = ""
    how: str = ""  # the preposition as written, in lower case: "in front of"
    noun: str = ""
    verb: str = ""

    def __str__(self) -> str:
        if self.relation in bearings():
            return f"{self.distance} {self.relation} of {self.value}".strip()
        if self.relation == "part" or self.noun:
            return f"{self.how} {self.value}"
        plain = self.relation in (
            "lies",
            "home",
            "residence",
            "site",
            "dateline",
            "address",
            "hospital",
            "district",
            "at",
        )
        return self.value if plain else f"{self.relation} {self.value}"


_THE_NAME = regex(rf" (?:the )?(?:\w+ (?:city|town|capital) of )?(?P<name>{NAMES})")
_NAME_BEFORE = regex(
    rf"(?P<name>{NAMES})(?P<gap>(?: \([^()\n]{{2,30}}\))?(?:, (?:at that time|then|now|today))?) \Z"
)
_COMMA_BEFORE = regex(rf"(?P<name>{NAMES})\Z")
_ADJECTIVE = regex(
    r"\b(?P<adjective>[A-Z][a-z]+(?: [A-Z][a-z]+)?) (?:border |port |coastal |capital |resort |university |mining )?\Z"
)
_FEW = "an?|half an?|two|three|four|five|six|seven|eight|nine|ten|a dozen|twenty|thirty|forty|fifty|sixty"
_DISTANCE = regex(
    rf"(?:(?P<distance>\b(?:\d[\d., ]{{0,8}}|(?:{_FEW}) ) ?(?:km|kms|kilometers|kilometres|kilometer|miles|mile|mi)\b(?: \([^()\n]{{1,24}}\))?) )"
    r"?(?:to the )?\Z"
)
# What stands between a place and how far it is from another: "Brill, a village about 5 km north of Vik".
_APPOSED_BEARING = regex(
    r"(?: \([^()]{1,30}\))?, (?:(?:which|that) (?:is|lies|was|stands|sits) |(?:an?|the) (?:[^,;]|,(?=\d)){2,70}?,? )?(?:located |situated )?"
    r"(?:(?:about|some|roughly|around|nearly|approximately|just|almost|only) )?\Z"
)
_DATELINE = regex(
    r"(?P<city>[A-ZÀ-Ý][A-ZÀ-Ý.'’ -]{2,30})(?:, (?P<whole>[A-Z][\w.]*(?: [A-Z][\w.]*)?))??"
    r"(?:, [A-Z][a-z]{2,8}\.? \d{1,2}(?:, \d{4})?)?(?: \([^()\n]{2,40}\))?(?: ?[-–—]{1,2} |: )"
)
_COMPASS = regex(r"(?:the |far )*(?:(?:north|south|east|west|central)\w*(?:[- ](?:east|west)\w*)? )?")
_HOSPITAL = regex(rf"(?:{NAME} (?:of )?){{1,6}}\Z")
_PATIENTS = regex(
    r"\b(?:victims?|patients?|injur\w+|wound\w*|treat(?:ed|ing|ment)|taken|transported|rushed|admitted|condition|observation|airlifted|flown|transferred|hurt|died|surgery|operated|recover(?:s|ed|ing)|hospitali[sz]ed|pronounced)\b"
)
_ORDINAL = regex(
    r"\b(?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|\d{1,2}(?:st|nd|rd|th)) \Z", re.I
)
_APPOSED = regex(rf"(?P<name>{NAMES}), an? (?:[a-z]+ )?\Z")
# What happens at a spot between two places.
_SPOTTED = frozenset({"occurred", "killed", "wounded", "died", "found", "left", "arrived"})


def extract(reading: Reading) -> Iterator[PlaceClaim]:
    """Yields datelines, addresses, bearings, what lies in what, where events are placed, and hospitals."""
    for start in reading.line_starts:
        line = None if reading.text[start + 1 : start + 2].islower() else _DATELINE.match(reading.text, start)
        if line is not None and not reading.document.skipped(start):
            yield from _dateline(reading, line)
    placing = Placing(reading)
    for first, last, _ in addresses_at(reading.text, (at for at, _ in vocabulary(reading.text).figures)):
        if reading.document.skipped(first):
            continue
        claim = _placed(reading, placing, first, last, value=reading.text[first:last], relation="address")
        if claim is not None:
            yield claim
    yield from _bearings(reading, placing)
    yield from _lying(reading)
    for first, last, region, part in parts(reading):
        yield reading.claim(PlaceClaim, first, last, event="lie", value=region, relation="part", how=part)
    yield from _situated(reading, placing)
    yield from _hospitals(reading)
    for first, last, who, home in chain(homes(reading), seats(reading)):
        yield reading.claim(PlaceClaim, first, last, event="come", subject=who, value=home, relation="home")
    for first, last, noun, place in sited(reading):
        yield reading.claim(PlaceClaim, first, last, event="lie", subject=noun, value=place, relation="site")
    for start, end, who, place, how in residences(reading):
        yield reading.claim(PlaceClaim, start, end, event=how, subject=who, value=place, relation="residence")
    for start, end, both in midway(reading):
        sentence = reading.document.sentence_at(start)
        if sentence is None:
            continue
        if "epicent" in reading.text[sentence.start : sentence.end].lower():
            yield reading.claim(PlaceClaim, start, end, event="lie", value=both, relation="between")
        else:
            claim = _placed(reading, placing, start, end, value=both, relation="between", how="between")
            if claim is not None and (
                claim.event in _SPOTTED or not motions().isdisjoint(claim.verb.split())
            ):
                yield claim
    for start, end, _ in cues(reading, "districts"):
        ordinal = _ORDINAL.search(reading.text, max(0, start - 12), start)
        if ordinal is not None:
            value = reading.text[ordinal.start() : end]
            yield reading.claim(
                PlaceClaim, ordinal.start(), end, event="lie", value=value, relation="district"
            )


def _dateline(reading: Reading, line: re.Match[str]) -> Iterator[PlaceClaim]:
    city = line.group("city").strip(" -–—")
    if not known(city) and line.group("whole") is None:
        return
    yield reading.claim(
        PlaceClaim,
        line.start("city"),
        line.start("city") + len(city),
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


def _bearings(reading: Reading, placing: Placing) -> Iterator[PlaceClaim]:
    """Bearings: "300 km north of Vik"."""
    text = reading.text
    for start, end, way in cues(reading, "ways"):
        place = _THE_NAME.match(text, end, _until(reading, start))
        if place is None:
            continue
        distance = _DISTANCE.search(text, max(0, start - 48), start)
        sentence = reading.document.sentence_at(start)
        begin = distance.start() if distance else start
        name = trimmed(place.group("name"))
        at = sentence.start if sentence else 0
        apposed = _APPOSED_BEARING.search(text, max(at, begin - 110), begin)
        told = None if apposed else placing.placed(begin, place.end())
        if told is None or not told.event:  # "a village 5 km north of Vik", "Brill is north of Vik"
            last = apposed.start() if apposed else begin
            named = [m for m in reading.document.mentions_between(max(at, last - 60), last) if m.end == last]
            told = Placed(begin, "lie", "", named[0].full if named else located(text[at:last]))
        yield reading.claim(
            PlaceClaim,
            begin,
            place.start("name") + len(name),
            subject=told.subject,
            event=told.event,
            verb=told.verb,
            value=name,
            relation=way,
            distance=((distance.group("distance") or "") if distance else "").strip(),
        )


def _lying(reading: Reading) -> Iterator[PlaceClaim]:
    """What lies in what: "the Norwegian town of Vik", "Vik, Norway", "Vik in northern Norway"."""
    text = reading.text
    for start, end, _ in cues(reading, "settlements"):
        adjective = _ADJECTIVE.search(text, max(0, start - 40), start)
        place = _THE_NAME.match(text, end, _until(reading, start))
        nation = nations().get(adjective.group("adjective").lower()) if adjective else None
        if nation is None or adjective is None:
            continue
        apposed = _APPOSED.search(text, max(0, adjective.start() - 60), adjective.start())
        if place is not None:
            name = trimmed(place.group("name"))
            yield _lies(reading, adjective.start(), place.start("name") + len(name), name, nation[0])
        elif apposed is not None:  # "Vik, a Norwegian town"
            yield _lies(reading, apposed.start(), end, trimmed(apposed.group("name")), nation[0])
    at = text.find(", ")
    while at >= 0:
        if text[at + 2 : at + 3].isupper():
            yield from _inner(reading, _COMMA_BEFORE, max(0, at - 40), at, at + 2)
        at = text.find(", ", at + 2)
    for start, end, _ in cues(reading, "situations"):
        if end == start + 2 and text.startswith("in ", start):
            skip = _COMPASS.match(text, end + 1)
            at = skip.end() if skip else end + 1
            if text[at : at + 1].isupper():
                yield from _inner(reading, _NAME_BEFORE, max(0, start - 60), start, at)


def _until(reading: Reading, at: int) -> int:
    """Where the sentence at `at` ends."""
    sentence = reading.document.sentence_at(at)
    return sentence.end if sentence is not None else at


def _inner(reading: Reading, left: re.Pattern[str], first: int, last: int, at: int) -> Iterator[PlaceClaim]:
    """The claim that the name found by `left` at the end of `first:last` lies in the country or region named at `at`."""
    if reading.document.skipped(at):
        return
    found = NAMED.match(reading.text, at, _until(reading, at))
    whole = trimmed(found.group()) if found else ""
    before = left.search(reading.text, first, last) if whole and is_whole(whole) else None
    if before is None:
        return
    name = trimmed(before.group("name"))
    led = _LED.match(reading.text, before.start(), last)
    if led is not None and known(whole):  # "At Gull Cove, Ala."
        name = name[led.end() - before.start() :]
    if len(name) < 3 or usual(name) in countries() or country_of_people(name.split()[-1]) or is_time(name):
        return
    listed = is_whole(name) and relate_places(name, whole) is Relation.DIFFERS
    if last + 2 == at and (listed or _AN_OWNER.match(reading.text, at + len(whole))):
        return  # one state and the next, or the next clause has begun: "in Vik, Norway's envoy said"
    sentence = reading.document.sentence_at(at)
    opens = sentence is not None and before.start() <= sentence.start and " " not in name and not known(name)
    if not opens and sentence is not None and before.start() >= sentence.start:
        yield _lies(reading, led.end() if led else before.start(), at + len(whole), name, whole)


def _lies(reading: Reading, start: int, end: int, name: str, whole: str) -> PlaceClaim:
    return reading.claim(PlaceClaim, start, end, subject=name, event="lie", value=whole, relation="lies")


_AN_OWNER = regex(
    r"['’]s (?!(?:[\w-]+ ){0,4}?(?:capital|city|town|port|resort|village|suburb|hub|centre|center|seat)\b)"
)
_LED = regex(r"(?:At|From|In|Near|On|Outside|To) (?=[A-Z])")
_OF_WHOSE = regex(
    r"\.?(?:['’]s)? (?:[a-z]+ )?(?:history|waters|politics|society|soil|airspace|hands|football|custody)\b"
)


def _situated(reading: Reading, placing: Placing) -> Iterator[PlaceClaim]:
    """Where deeds are done: a preposition and a place it governs, by name or by noun."""
    text = reading.text
    for found in locatives(reading):
        value, relation = found.value, found.relation
        if relation == "in" and not found.noun and _OF_WHOSE.match(text, found.end):
            continue  # "the worst in Norse history" is not in Norse
        owner, _, owned = value.replace("’", "'").partition("'s ")
        if not found.noun and owned and known(owner):
            value = owner if relation in ("in", "from") else owned  # near Paris's Place X, but in Paris
        elif not found.noun and text.startswith(("'s", "’s"), found.end) and relation not in ("in", "from"):
            continue  # "near Paris's chic square" is not near Paris
        claim = _placed(
            reading,
            placing,
            found.start,
            found.end,
            value=value,
            relation=relation,
            how=found.how,
            noun=found.noun,
        )
        if claim is not None:
            yield claim
    for sign in ("'s ", "’s "):
        at = text.find(sign)
        while at >= 0:
            named = not text[at + 3 : at + 4].islower()
            city = _COMMA_BEFORE.search(text, max(0, at - 30), at) if named else None
            venue = NAMED.match(text, at + 3, _until(reading, at)) if city and known(city.group()) else None
            skipped = reading.document.skipped(at)
            if city and venue and " " in venue.group() and _venue(venue.group()) and not skipped:
                claim = _placed(
                    reading, placing, city.start(), venue.end(), value=city.group(), relation="in"
                )
                if claim is not None:
                    yield claim
            at = text.find(sign, at + 3)


def _placed(reading: Reading, placing: Placing, first: int, last: int, **fields: str) -> PlaceClaim | None:
    """The claim that what governs `first:last` is placed there; None when nothing can be."""
    told = placing.placed(first, last, fields["relation"])
    if told is None and fields["relation"] == "from" and known(fields["value"]):
        told = Placed(first)  # "a school party from Ghent": where they are from, not what they did
    if told is None:
        return None
    return reading.claim(
        PlaceClaim,
        told.start,
        last,
        subject=told.subject,
        event=told.event,
        verb=told.verb,
        polarity=not told.negated,
        modality="planned" if told.planned else "asserted",
        **fields,
    )


def _venue(name: str) -> bool:
    """Whether a name ends with a noun for a place: "National Arena"."""
    return name.rstrip(".,").rsplit(" ", 1)[-1].lower() in place_nouns()


def _hospitals(reading: Reading) -> Iterator[PlaceClaim]:
    """Hospitals, by name, in sentences that speak of patients."""
    text = reading.text
    for start, end, _ in cues(reading, "hospitals"):
        if not text[start].isupper():
            continue
        name = _HOSPITAL.search(text, max(0, start - 60), start)
        sentence = reading.document.sentence_at(start)
        if (
            name is None
            or sentence is None
            or not _PATIENTS.search(text, max(sentence.start, start - 300), min(sentence.end, start + 300))
        ):
            continue
        branch = re.compile(rf" (?:at )?{NAME}").match(text, end)
        last = branch.end() if branch else end
        yield reading.claim(
            PlaceClaim,
            name.start(),
            last,
            event="treat",
            value=text[name.start() : last],
            relation="hospital",
        )


def address_of(claim: PlaceClaim) -> Address | None:
    """The address an address claim gives, taken apart."""
    at = claim.span.start - claim.sentence_start
    found = find_addresses(claim.sentence, max(0, at - 24), len(claim.sentence))
    return next((address for start, _, address in found if start >= at), None)
