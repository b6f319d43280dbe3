"""Who holds which office, job or family relation: "Nordwind chief executive Ann Dahl", "Ann Dahl, CEO of Nordwind"."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from typing import Literal

from pydantic.dataclasses import dataclass as record

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.persons import antecedent
from reconcile.claims.reading import Reading
from reconcile.language.gazetteer import name_set
from reconcile.language.mentions import Mention
from reconcile.lexicon import words
from reconcile.values.roles import Role, is_rank, nations, offices, parse_role

TYPE = "role"


@record(frozen=True, slots=True, kw_only=True)
class RoleClaim(Claim):
    """`subject` holds the office `title` of `body`; for a relation ("wife"), `subject` is whose wife it is."""

    type: Literal["role"] = "role"
    title: str
    body: str = ""
    status: Literal["current", "then", "former", "acting", "elect"] = "current"
    value: str

    def __str__(self) -> str:
        return self.value

    @property
    def role(self) -> Role | None:
        """The title taken apart."""
        return parse_role(self.title, self.body, "" if self.status == "current" else self.status)


@dataclass(slots=True)
class _Title:
    """A stretch of text that names a post, and the mention of who holds it once that is known."""

    start: int  # of the title words
    end: int  # of the title words
    body_start: int
    body_end: int
    planned: bool = False
    holder: Mention | None = None
    before: bool = False  # the holder's name follows the title
    held: str = ""  # "then" or "former" when the words before the title say so

    @property
    def last(self) -> int:
        return max(self.end, self.body_end)


_WORD = re.compile(r"[^\W\d_]+(?:[-.'’&][^\W\d_]+)*")
_LEFT = re.compile(r"[ \u00a0–-](\.?[^\W_]+(?:[-.'’&][^\W_]+)*)")  # over the text read backwards
_BODY = re.compile(r" (?:of|at|for|from|in|with|to) (?:the |its |their )?")
_BODY_WORD = re.compile(r"[^\W\d_][^\s,;:()\"“”—]*")
_COPULA = (
    r"(?P<copula>will be|will become|is to be|is to become|would be|is|was|becomes|became|remains|has been|had been|"
    r"named|was named|elected|was elected|re-elected|was re-elected|appointed|was appointed|sworn in as|was sworn in as|"
    r"as|serves as|served as|works as|worked as|is now|was then|who is|who was|who will be|who became|who becomes|"
    r"who had been|who has been|(?:was |were )?promoted to|made|(?:stepped|stood) down as|(?:resigned|retired|quit|returned|"
    r"continues|continued|stayed on|stays on|takes over|took over|left office|replaced) as)"
)
_LEAD = (
    r"(?:(?:the|a|an|its|their|his|her|one|another|currently|now|also|new|current|longtime|then|once|formerly|previously|"
    r"still|later) )*(?:\d{1,3}-year-old )?"
)
_PRONOUN = re.compile(rf"\b(?:he|she) {_COPULA} {_LEAD}\Z", re.I)
_EARLIER = re.compile(r"\b(then|once|formerly|previously)\b")
_AFTER_NAME = re.compile(
    rf"(?:,? ?\([^()\n]{{1,40}}\))?(?:, (?:aged )?\d{{1,3}})?(?:,|, {_COPULA}| {_COPULA.replace('copula', 'bare')}) {_LEAD}\Z"
)
_AFTER_TITLE = re.compile(rf"[^,;.:\n]{{0,40}},? ?(?:and )?{_COPULA} {_LEAD}\Z")
_JOINED = re.compile(rf",? and (?:also )?{_LEAD}\Z")
_BEFORE_NAME = re.compile(r",? ?\Z|, (?:aged )?\d{1,3}, \Z")
_POSSESSIVE = re.compile(
    r"(?:\b(his|her|their|my|our)|['’]s?) (?:(?:late|former|then|new|young|older|younger|elder|estranged|\d{1,2}-year-old) )*\Z",
    re.I,
)
_RANKING = re.compile(r" (?:[\w-]+ ){0,2}\Z")
_SHORT = frozenset(("gov", "sen", "gen", "col", "sgt", "lt", "adm", "cpl"))
_FUTURE = re.compile(r"\b(?:will|would|is to|to be)\b")


def extract(reading: Reading) -> Iterator[RoleClaim]:
    """Yields a role for every title whose holder the text names, and every relation of a named person."""
    people = [m for m in reading.document.mentions if m.kind == "person" and not _only_title(m.full)]
    if not people:
        return
    starts = [m.start for m in people]
    titles: list[_Title] = []
    for start, end, _ in cues(reading, "titles"):
        floor = _floor(reading.text, start, end, titles)
        title = _title(reading, start, end, floor, people, starts)
        if title is not None:
            while titles and titles[-1].end > title.start:
                titles.pop()
            titles.append(title)
    for start, end, _ in cues(reading, "relations"):
        yield from _relation(reading, start, end, people, starts)
    _assign(reading, titles, people, starts)
    for title in titles:
        if title.holder is not None:
            found = _claim(reading, title)
            if found is not None:
                yield found


def _only_title(name: str) -> bool:
    """Whether what was taken for a name is made of title words: "Deputy Chair"."""
    return all(word.lower().strip(".") in _title_words() for word in name.split())


def _floor(text: str, start: int, end: int, titles: list[_Title]) -> int:
    """Where a title that ends with `word` may begin; titles that are a part of its wording are dropped."""
    start = _wording_start(text, start, end)
    while titles and titles[-1].end > start:
        titles.pop()
    at = len(titles) - 1
    while at >= 0 and _RANKING.match(text, titles[at].end, start) and is_rank(_last_word(text, titles[at])):
        at -= 1  # "deputy energy minister": a deputy, but of the minister
    return titles[at].end if at >= 0 else 0


def _last_word(text: str, title: _Title) -> str:
    return text[title.start : title.end].lower().rsplit(" ", 1)[-1]


def _wording_start(text: str, start: int, end: int) -> int:
    """Where the longest wording of the lexicon that ends with the title word `start:end` begins."""
    first = start
    known = offices()
    for _ in range(5):
        token = _left_of(text, max(0, first - 24), first)
        if not token:
            break
        behind, first = first, first - 1 - len(token)
        wording = text[first:end].lower().replace("-", " ")
        if wording in known or (behind == start and is_rank(token.lower())):
            start = first
    return start


def _left_of(text: str, floor: int, at: int) -> str:
    """The word that ends one space or dash before `at` and begins at `floor` or after it; empty when there is none."""
    found = _LEFT.match(text[floor:at][::-1])
    return found.group(1)[::-1] if found else ""


def _title(
    reading: Reading, start: int, end: int, floor: int, people: list[Mention], starts: list[int]
) -> _Title | None:
    """The title that ends with `word`, widened to the left over what narrows it and to the right over its body."""
    text = reading.text
    if text[end : end + 1] in "'’-" and text[end : end + 1]:
        return None
    index = bisect_right(starts, start) - 1
    if index >= 0 and people[index].end > start:
        return None  # a part of a name
    sentence = reading.document.sentence_at(start)
    first = max(floor, sentence.start if sentence else 0)
    if index >= 0 and any(map(_is_verb, text[people[index].end : start][:80].split())):
        first = max(first, people[index].end)  # "Ann Reed asked Judge Borg"
    start = open_start = max(first, _wording_start(text, start, end))
    for _ in range(7):
        token = _left_of(text, max(first, open_start - 40), open_start)
        if not token:
            break
        lower = token.lower().strip(".")
        if lower in _limits("open") or "year-old" in lower:
            start = open_start
            break
        if lower in _limits("before") or not token[0].isalpha():
            break
        open_start -= 1 + len(token)
        if (
            token[0].isupper()
            or lower in _title_words()
            or lower in nations()
            or lower.endswith(("'s", "’s"))
        ):
            start = open_start
    if text[end : end + 1] == "." and text[start:end].lower() in _SHORT:
        end += 1
    body = _BODY.match(text, end)
    if body is None:
        return _Title(start, end, end, end)
    stop = _body_end(text, body.end(), sentence.end if sentence else len(text))
    if text[body.end() : stop].split(" ")[0].lower() in name_set("calendar"):
        return _Title(start, end, end, end)
    after = bisect_left(starts, body.end())
    if after < len(starts) and body.end() < starts[after] < stop and text[starts[after] - 1] == " ":
        stop = starts[after] - 1  # "minister of health Ann Dahl"
    return _Title(start, end, body.end(), stop) if stop > body.end() else _Title(start, end, end, end)


def _is_verb(word: str) -> bool:
    return word in _verbs() or (word.endswith("ed") and word not in _title_words())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("past_verbs"))


def _body_end(text: str, start: int, limit: int) -> int:
    end, at = start, start
    for _ in range(12):
        found = _BODY_WORD.match(text, at)
        if found is None or found.end() > limit + 1:
            break
        lower = found.group().lower()
        if lower in _limits("after") and not (
            lower in ("and", "for", "in", "to", "with")
            and text[found.end() + 1 : found.end() + 2].isupper()
            and end > start
        ):
            break
        end = min(found.end(), limit)
        if text[end - 1] in ".!?":
            return end - 1
        if text[end : end + 1] != " ":
            break
        at = end + 1
    while end > start and text[start:end].rsplit(" ", 1)[-1].lower() in (
        "and",
        "of",
        "the",
        "for",
        "in",
        "to",
        "with",
    ):
        end = text.rindex(" ", start, end) if " " in text[start:end] else start
    return end


@cache
def _limits(kind: str) -> frozenset[str]:
    found = (line.partition(":") for line in words("title_limits"))
    return frozenset(word for name, _, listed in found if name == kind for word in listed.split())


@cache
def _title_words() -> frozenset[str]:
    found = {
        word for name in offices() for word in name.split() if word not in ("of", "and", "the", "for", "in")
    }
    return frozenset(
        found | {"then", "former", "acting", "interim", "ex", "senior", "junior", "late", "retired"}
    )


def _assign(reading: Reading, titles: list[_Title], people: list[Mention], starts: list[int]) -> None:
    """Finds each title's holder: the name right after it, right before it, or the holder of a title joined to it."""
    text = reading.text
    for title in titles:
        index = bisect_left(starts, title.end)
        if (
            index < len(people)
            and people[index].start - title.last <= 8
            and people[index].start >= title.last
        ):
            gap = text[title.last : people[index].start]
            capital = text[title.start].isupper() and text[title.body_start].isupper()
            whole = gap.strip() or title.last == title.end or capital
            if _BEFORE_NAME.match(gap) and whole and "\n" not in gap:
                title.holder, title.before = people[index], True
                continue
        if index < len(people) and people[index].start - title.end == 1 and title.body_end == title.end:
            title.holder, title.before = people[index], True
            continue
        index = bisect_right(starts, title.start) - 1
        if index >= 0 and title.start - people[index].end <= 80:
            found = _AFTER_NAME.match(text, people[index].end, title.start)
            if found is not None and found.end() == title.start and _closed(text, title):
                title.holder = people[index]
                title.planned = bool(_FUTURE.search(found.group()))
                title.held = _held(found.group())
            elif _signed(text, people[index], title):
                title.holder = people[index]
        if title.holder is None and index >= 0:
            said = _PRONOUN.search(text, max(0, title.start - 48), title.start)
            if said is not None and _closed(text, title):
                title.holder = antecedent(reading, said.start(), people, index)
                title.planned, title.held = bool(_FUTURE.search(said.group())), _held(said.group())
    for before, title in pairwise(titles):
        if title.holder is None and before.holder is not None and 0 <= title.start - before.last <= 80:
            gap = text[before.last : title.start]
            if "\n" not in gap and (_JOINED.match(gap) or _AFTER_TITLE.match(gap)):
                title.holder, title.planned = before.holder, bool(_FUTURE.search(gap))
                title.held = _held(gap)
    for title, after in zip(reversed(titles[:-1]), reversed(titles[1:]), strict=True):
        if title.holder is None and after.before and 0 <= after.start - title.last <= 12:
            gap = text[title.last : after.start]
            if gap in (" ", " and ", " and the ", " / ", "-", ", "):
                title.holder, title.before = after.holder, True


def _held(words: str) -> str:
    """When the post was held, by the words between the name and the title."""
    found = _EARLIER.search(words)
    return "" if found is None else "then" if found.group() == "then" else "former"


def _closed(text: str, title: _Title) -> bool:
    """Whether the title is a whole noun phrase: "the official newspaper" is not a title."""
    if title.body_end > title.end or not text[title.last : title.last + 1].isspace():
        return text[title.last : title.last + 1] not in ("-", "'", "’")
    following = _WORD.match(text, title.last + 1)
    return following is None or following.group().lower() in _limits("before") | _limits("after")


def _signed(text: str, name: Mention, title: _Title) -> bool:
    """Whether a name on one line and a title on the next sign a text."""
    return (
        text[name.end : title.start] == "\n"
        and text[name.start - 1 : name.start] in ("", "\n")
        and text[title.last : title.last + 1] in ("", "\n")
    )


def _claim(reading: Reading, title: _Title) -> RoleClaim | None:
    holder = title.holder
    if holder is None:
        return None
    said = reading.text[title.start : title.end]
    body = reading.text[title.body_start : title.body_end]
    role = parse_role(said, body, title.held)
    if role is None:
        return None
    start, end = title.start, title.last
    if 0 <= holder.start - end <= 12:
        end = holder.end
    elif 0 <= start - holder.end <= 40:
        start = holder.start
    value = " ".join(reading.text[title.start : title.last].split())
    return reading.claim(
        RoleClaim,
        start,
        end,
        subject=holder.full,
        title=said,
        body=role.body,
        status=role.status,
        value=value,
        modality="planned" if title.planned else "asserted",
    )


def _relation(
    reading: Reading, start: int, end: int, people: list[Mention], starts: list[int]
) -> Iterator[RoleClaim]:
    """A relation with a possessor: "her wife", "Dahl's brother"."""
    text = reading.text
    owner = _POSSESSIVE.search(text, max(0, start - 48), start)
    if owner is None:
        return
    relation = text[start:end]
    index = bisect_right(starts, owner.start()) - 1
    if owner.group(1) is None:
        holder = people[index] if index >= 0 and people[index].end == owner.start() else None
    else:
        holder = antecedent(reading, owner.start(), people, index)
    if holder is None or (owner.group(1) and owner.group(1).lower() in ("my", "our", "their")):
        return
    after = bisect_left(starts, end)
    named = (
        people[after].full if after < len(people) and text[end : people[after].start] in (" ", ", ") else ""
    )
    yield reading.claim(
        RoleClaim,
        owner.start() if owner.group(1) else holder.start,
        end,
        subject=holder.full,
        title=relation.lower(),
        body=named,
        value=relation.lower(),
    )
