"""Ages: how old somebody is said to be."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.reading import Reading
from reconcile.language.ages.forms import DEATH, ages_of, past_verbs
from reconcile.language.ages.parts import AgeMention
from reconcile.language.ages.things import thing_aged
from reconcile.language.document import Document
from reconcile.language.names.gazetteer import name_set
from reconcile.language.names.mentions import Mention
from reconcile.language.names.personhood import Standing
from reconcile.language.names.titled import person_nouns
from reconcile.language.sentences import Sentence
from reconcile.values.amounts import Amount
from reconcile.values.records import record
from reconcile.values.regex import regex

TYPE = "age"


@record
class AgeClaim(Claim):
    """How old `subject` is: `value` in years. `noun` says what the subject is called ("woman", "plumber").

    `then` marks the age at an earlier time ("at age 12"), `plural` the age of several people.
    """

    type: Literal["age"] = "age"
    value: Amount
    noun: str = ""
    then: bool = False
    plural: bool = False

    def __str__(self) -> str:
        """The age as a reader would say it: `33`, `20 to 29`."""
        return str(self.value).removesuffix(" years").removesuffix(" year")


def extract(reading: Reading) -> Iterator[AgeClaim]:
    """Yields the ages of an article, each with the person it belongs to in the fullest form the article has."""
    text = reading.document.text
    for age in ages_of(text):
        owner = owner_of(reading, age)
        if not (owner or age.noun or age.then) and thing_aged(text, age.end, age.end + _NOUN_REACH):
            continue  # "the 38-year-old vessel"
        yield reading.claim(
            AgeClaim,
            age.start,
            age.end,
            subject=owner,
            value=age.amount,
            attribution=reading.document.said_by(age.start, age.end),
            noun=age.noun,
            then=age.then,
            plural=age.plural,
        )


_NOUN_REACH = 60  # characters to the end of the noun that an age stands before
_PASSIVE = regex(r"\s(?:was|were|is|has been|had been|died|suffered)\b")
_SAID_OF = regex(
    r"\b(?:and|but|who|he|she|now)\s(?:is|was|has\sturned|turned)\s(?:(?:now|just|only|already|still)\s)?\Z"
    r"|,\s(?:will|would\shave)\s\Z"
)
_OF_WHOM = regex(
    r"(?:celebrat|mark|had|spent)\w*\s(?:his|her)\s"
)  # "Ada Quill, whose oven is cold, had her 65th birthday"
_FROM = regex(r"\b[Tt]he\s(?:[a-z-]+\s)?(?P<noun>[a-z]+)\s(?:from|of)\s\Z")


def _meant(reading: Reading, age: AgeMention) -> str:
    """The person whom "he" or "the 28-year-old" stands for: the one person of the sentence before, or its subject."""
    document = reading.document
    text = document.text
    aged = text.startswith(("age", "Age"), age.start)
    definite = not age.plural and not aged and text[max(0, age.start - 4) : age.start].lower() == "the "
    sentence = document.sentence_at(age.start)
    if sentence is None or age.plural:
        return ""
    if age.by in ("he", "she"):
        return document.antecedents.pronoun(age.by, age.start)
    if definite and not age.noun and (text.startswith(" who ", age.end) or _is_of_thing(text, age.end)):
        return ""  # "the 17-year-old who fired": nobody named so far
    if definite and _introduced(text, age, sentence.start):
        return ""  # "a 47-year-old man", who is nobody named
    speaks = definite and _speaks(text, age, sentence)
    if definite and not speaks and _HE.match(text, sentence.start):
        return ""  # "he wrote of the 17-year-old": he would be himself
    before = _people_between(document, sentence.start, age.start)
    named = list(dict.fromkeys(m.full for m in before if not m.candidates))
    if age.by in ("", "who") and not definite:
        said = _SAID_OF.search(text, max(sentence.start, age.start - 24), age.start)
        said = said or _OF_WHOM.match(text, age.start)
        if not said and aged and not _RELATED.search(text, sentence.start, age.start):
            said = DEATH.search(text, sentence.start, age.start)
            named = named or (_only_one_before(document, sentence) if said and not before else [])
        return named[0] if said and len(named) == 1 else ""
    if age.by and (called := document.antecedents.described(age.by.rsplit(" ", 1)[-1], age.start)):
        return called
    start = sentence.start
    if before and definite:
        return ""  # beside a name, "the 35-year-old" is somebody else
    if not before:
        last = sentence
        for _ in range(_SPEAKER_BACK if speaks else 1):  # who speaks is whom the report has been telling of
            earlier = _before(document, last)
            if earlier is None or text.count("\n\n", earlier.start, sentence.start) > 1 + speaks:
                return ""
            last, start = earlier, earlier.start
            before = _people_between(document, start, sentence.start)
            if before:
                break
        named = list(dict.fromkeys(m.full for m in before if not m.candidates))
    if len(named) == 1:
        return named[0]
    first = before[0] if before else None
    leads = first is not None and first.start - start <= _LEADS and not _PASSIVE.match(text, age.end)
    return first.full if first is not None and leads and not first.candidates else ""


_SAID = "said|says|added|adds|told|recalled|recalls|explained|joked|wrote|admitted|insisted|noted|continued"
_SINCE = 1500  # characters in which somebody is introduced who is spoken of by age again


def _introduced(text: str, age: AgeMention, before: int) -> bool:
    """Whether the words of an age have introduced somebody before a place: "a 47-year-old man", "the 47-year-old man"."""
    said = text[age.start : age.end]
    reach = max(0, before - _SINCE)
    at = max(text.rfind(f"{article} {said}", reach, before) for article in ("A", "a", "An", "an"))
    named = (" named ", " identified ", ", identified ")
    return at >= 0 and not text.startswith(named, text.index(" ", at) + 1 + len(said))


def _speaks(text: str, age: AgeMention, sentence: Sentence) -> bool:
    """Whether the words of an age say who spoke the quotation beside them: "…,” said the 55-year-old"."""
    after = _SPEAKS.match(text, age.end)
    before = _SPOKEN.search(text, max(sentence.start, age.start - 30), age.start)
    return after is not None or before is not None


_SPEAKS = regex(rf" (?:{_SAID})\b")
_SPOKEN = regex(rf"[\"”’'] ?(?:{_SAID}) the \Z")
_SPEAKER_BACK = 3  # sentences back to the one that names who speaks
_HE = regex(r"[\"'“‘]?(?:He|She|They|We|I)\b")


def _before(document: Document, sentence: Sentence) -> Sentence | None:
    """The sentence before a sentence."""
    end = sentence.start - 1
    while end > 0 and document.text[end].isspace():
        end -= 1
    return document.sentence_at(max(0, end))


def _only_one_before(document: Document, sentence: Sentence) -> list[str]:
    """Whom the sentence before names."""
    earlier = _before(document, sentence)
    if earlier is None:
        return []
    named = _people_between(document, earlier.start, sentence.start)
    return list(dict.fromkeys(m.full for m in named if not m.candidates))


def _people_between(document: Document, start: int, end: int) -> list[Mention]:
    """The persons named from `start` on and before `end`, without what the article shows to be a body."""
    named = (m for m in document.mentions_between(start, end) if m.kind == "person")
    return [m for m in named if document.personhood.standing(m.full) > Standing.BODY]


def _is_of_thing(text: str, at: int) -> bool:
    """Whether the age before `at` is a body's or a building's: "the 60-year-old firm"."""
    following = _NEXT_NOUNS.match(text, at)
    first, second = following.group("first", "second") if following is not None else ("", "")
    if not first or first in past_verbs() or first.endswith(("ed", "ing")):
        return False  # "the 19-year-old left school"
    return any((word or "").removesuffix("s") in name_set("old_things") for word in (first, second))


_NEXT_NOUNS = regex(r" (?P<first>[a-z-]+)(?: (?P<second>[a-z-]+))?")


def _post(description: str) -> str:
    """The post and the name it goes with in a description of nobody named: "The calm Tarn Oil boss, 49"."""
    found = _POST.search(description)
    return found.group("post") if found and found.group("noun") in person_nouns() else ""


_POST = regex(
    r"\A[Tt]he (?:[a-z-]+ ){0,3}(?P<post>(?:[A-Z][\w'’-]+ ){1,3}(?:[a-z]+ )?(?P<noun>[a-z]+)), \d\d\Z"
)
_LINKED = regex(r" [ae]l-")  # "Amal el-Sayed" holds "Sayed"
_RELATED = regex(r"\b(?:his|her|their|whose)\b")  # "Holm, his 51-year-old wife": the age is not his
_OWN_BIRTHDAY = regex(r",?\swhose\s\d|\s(?:[a-z]+\s)?(?:celebrat|mark)\w+\s(?:his|her)\s")
_APPOSED = regex(r", (?:an?|the) \Z")  # "Ada Lind, a 41-year-old Dane"
_LEADS = 30  # characters before the subject that a sentence begins with
_NOBODY = frozenset({"place", "country", "people"})


def owner_of(reading: Reading, age: AgeMention) -> str:
    """Whose age it is, in the fullest form: the person mention that overlaps the name knows it."""
    if not age.name:
        return _meant(reading, age) or _post(reading.text[age.start : age.end])
    text = reading.document.text
    if _RELATED.search(text, age.name_end, age.end) and not _OWN_BIRTHDAY.match(text, age.name_end):
        return ""
    mentions = reading.document.mentions
    at = bisect_left(mentions, age.name_start, key=lambda m: m.end)
    nobody = False
    for mention in mentions[at : at + 3]:
        if mention.start >= age.name_end or mention.end <= age.name_start:
            continue
        if mention.kind != "person":
            nobody = nobody or (mention.kind in _NOBODY and mention.end >= age.name_end)
            continue
        if mention.candidates or "year" in mention.full:
            return age.name
        held = set(age.name.replace(".", "").split()) <= set(
            _LINKED.sub(" ", mention.full.replace(".", "")).split()
        )
        called = (
            mention.start > age.name_start and mention.end >= age.name_end
        )  # a calling stands before the name
        return mention.full if held or called else age.name
    # "The winger from Tessaly, 23": the age is the winger's
    hails = _FROM.search(text, max(0, age.name_start - 40), age.name_start)
    by = f"the {hails.group('noun')}" if hails and hails.group("noun") in person_nouns() else ""
    if nobody and (before := _APPOSED.search(text, max(0, age.start - 12), age.start)):
        apposed = reading.document.mentions_between(before.start() - 60, before.start())
        return next((m.full for m in apposed if m.kind == "person" and m.end == before.start()), "")
    if not nobody and not by:
        return age.name
    by = by or age.by
    return _meant(reading, age._replace(name="", noun=age.noun or "person", by=by))
