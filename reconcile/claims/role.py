"""Who holds which office, job or family relation: "Nordwind chief executive Ann Dahl", "Ann Dahl, CEO of Nordwind"."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from itertools import chain, pairwise
from typing import Literal

from reconcile.claims.claim import Claim
from reconcile.claims.cues import cues
from reconcile.claims.posts.callings import callings
from reconcile.claims.posts.couples import couples, of_described
from reconcile.claims.posts.households import of_households
from reconcile.claims.posts.leading import led
from reconcile.claims.posts.listed import settle_lists
from reconcile.claims.posts.relatives import relatives
from reconcile.claims.posts.running_on import runs_on
from reconcile.claims.posts.tenure import of_old
from reconcile.claims.posts.titles import (
    Title,
    body_after,
    drop_opener,
    floor_of,
    limits,
    names_another,
    only_title,
    title_at,
    uncapitalized,
)
from reconcile.claims.posts.unnamed_kin import of_unnamed
from reconcile.claims.posts.wordings import (
    AFTER_NAME,
    AFTER_TITLE,
    BEFORE_NAME,
    BEGAN,
    DEED,
    EARLIER,
    HE,
    JOINED,
    PRONOUN,
)
from reconcile.claims.reading import Reading
from reconcile.language.names.gazetteer import given_names
from reconcile.language.names.mentions import Mention
from reconcile.values.records import record
from reconcile.values.regex import regex
from reconcile.values.roles import Role, is_grade, offices, open_role, parse_role

TYPE = "role"


@record
class RoleClaim(Claim):
    """`subject` holds the office `title` of `body`; for a relation ("wife"), `subject` is whose wife it is, empty for one
    without a name, whom only `value` tells ("victim's wife")."""

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
        said = self.title, self.body, "" if self.status == "current" else self.status
        return parse_role(*said) or open_role(*said)


_WORD = regex(r"[^\W\d_]+(?:[-.'’&][^\W\d_]+)*")
_FUTURE = regex(r"\b(?:will|would|is to|to be)\b")


def extract(reading: Reading) -> Iterator[RoleClaim]:
    """Yields a role for every title whose holder the text names, and every relation of a named person."""
    people = [m for m in reading.document.mentions if m.kind == "person" and not only_title(m.full)]
    starts = [m.start for m in people]
    for found in chain(
        relatives(reading, people, starts),
        couples(reading, people, starts),
        of_described(reading, people, starts),
        of_households(reading, people, starts),
        of_unnamed(reading, people, starts),
    ):
        yield reading.claim(
            RoleClaim,
            found.start,
            found.end,
            subject=found.owner,
            title=found.noun,
            body=found.name,
            value=f"{found.whose}'s {found.noun}" if found.whose else found.noun,
        )
    if not people:
        return
    titles: list[Title] = []
    for start, end, _ in cues(reading, "titles"):
        floor = floor_of(reading.text, start, end, titles)
        title = title_at(reading, start, end, floor, people, starts)
        if title is not None:
            while titles and titles[-1].end > title.start:
                titles.pop()
            titles.append(title)
    names = {m.full for m in people if " " in m.full and m.full.split()[0].lower() in given_names()}
    titles = [title for title in titles if not names_another(reading.text[title.start : title.end], names)]
    for holder, post, status, verb, body, last in led(reading, people, starts):
        yield reading.claim(
            RoleClaim,
            holder.start,
            last,
            subject=holder.full,
            title=post,
            body=reading.text[body:last],
            status=status,
            value=reading.text[verb:last],
        )
    _assign(reading, titles, people, starts)
    settle_lists(reading.text, titles, people)
    titles += callings(reading, people, {title.end for title in titles})
    for title in titles:
        if title.holder is not None:
            claim = _claim(reading, title)
            if claim is not None:
                yield claim


def _assign(reading: Reading, titles: list[Title], people: list[Mention], starts: list[int]) -> None:
    """Finds each title's holder: the name right after it, right before it, or the holder of a title joined to it."""
    text = reading.text
    for at, title in enumerate(titles):
        index = bisect_left(starts, title.end)
        named = _name_start(text, people[index]) if index < len(people) else 0
        if title.last <= named <= title.last + 16:
            gap = text[title.last : named]
            capital = text[title.start].isupper() and text[title.body_start].isupper()
            whole = gap.strip() or title.last == title.end or capital or runs_on(text, title, people[index])
            loose = "," in gap and text[title.start : title.end].rsplit(" ", 1)[-1] in limits("adverbs")
            loose = loose or ("," in gap and (_hit(text, title) or _speaks(reading, title, people[index])))
            loose = loose or ("," in gap and _ahead_of(text, title, people[index]))
            loose = loose or (
                "," in gap and at > 0 and titles[at - 1].body_start <= title.start < titles[at - 1].last
            )
            loose = loose or _POSING.search(text, max(0, title.start - 32), title.start) is not None
            verb = gap.strip(" ,")  # "the new mayor is Ann Dahl", but "the mayor is Ann Dahl's son"
            loose = loose or (verb in _IS and not _ends(text, people[index]))
            if BEFORE_NAME.match(gap) and whole and "\n" not in gap and not loose:
                title.holder, title.before, title.planned = people[index], True, verb == "will be"
                continue
        if index < len(people) and people[index].start - title.end == 1 and title.body_end == title.end:
            title.holder, title.before = people[index], True
            continue
        index = bisect_right(starts, title.start) - 1
        if index > 0 and people[index].end > title.start:
            index -= 1  # "Ann Dahl, Norling's co-founder", taken for a name
        if index > 0 and text.endswith((", of ", ", from "), 0, people[index].start):
            index -= 1  # "Ann Dahl, 71, of Glen Reed, a retired nurse"
        if index >= 0 and title.start - people[index].end <= 80:
            found = AFTER_NAME.match(text, people[index].end, title.start)
            if found is not None and _ACTIVE.search(found.group()):
                found = None  # "Ann Dahl appointed a public defender"
            if found is not None and found.end() == title.start and _closed(text, title):
                if found.group().endswith("the ") and _ACTS.match(text, title.last):
                    continue  # "According to Ann Dahl, the detective was alone"
                title.holder = people[index]
                title.planned = _planned(found.group())
                title.held = _held(found.group())
                if text.endswith(_BEFORE_PREDECESSOR, 0, people[index].start):
                    title.held = "former"  # "Dahl took over from Bo Ek as director"
            elif (began := BEGAN.match(text, people[index].end, title.start)) and _closed(text, title):
                title.holder, title.held = people[index], _held(began.group())
            elif DEED.match(text, people[index].end, title.start) and _closed(text, title):
                title.holder, title.held = people[index], "then"
            elif _signed(text, people[index], title):
                title.holder = people[index]
        if title.holder is None and index >= 0:
            he = HE.search(text, max(0, title.start - 48), title.start)
            said = PRONOUN.search(text, he.start(), title.start) if he else None
            if said is not None and _closed(text, title):
                title.holder = reading.document.meant_mention(said.group().split()[0], said.start())
                title.planned, title.held = _planned(said.group()), _held(said.group())
    for before, title in pairwise(titles):
        if title.holder is None and before.holder is not None and 0 <= title.start - before.last <= 80:
            gap = text[before.last : title.start]
            said_of = JOINED.match(gap) or (AFTER_TITLE.match(gap) and not _ACTIVE.search(gap))
            if "\n" not in gap and said_of:
                title.holder, title.planned = before.holder, _planned(gap)
                title.held = _held(gap)
    for at, title in enumerate(titles):
        if title.holder is None:
            title.holder = _introduced(reading, titles, at, people, starts)
    for title, after in zip(reversed(titles[:-1]), reversed(titles[1:]), strict=True):
        if title.holder is None and after.before and 0 <= after.start - title.last <= 12:
            gap = text[title.last : after.start]
            rank = gap == ", " and is_grade(text[after.start : after.end].split(" ")[0])
            # Not " and the ": of "the mayor and the minister of health, Ann Dahl" each is somebody else.
            if rank or gap in (" ", " and ", " / ", "-"):
                title.holder, title.before = after.holder, True


def _name_start(text: str, person: Mention) -> int:
    """Where a name begins, with the courtesy title said before it: "H.E. Mr Ann Dahl"."""
    courtesy = person.title.lower().replace(".", "").split()
    before = person.start - len(person.title) - 1
    polite = courtesy and _POLITE.issuperset(courtesy) and text.startswith(person.title, before)
    return before if polite else person.start


_POLITE = frozenset(
    {"mr", "mrs", "ms", "miss", "mx", "dr", "prof", "sir", "dame", "lord", "lady", "he", "hon", "rev"}
)


_IS = ("is", "was", "will be")


def _ends(text: str, person: Mention) -> bool:
    """Whether a clause ends with the name."""
    return text[person.end : person.end + 1] in ("", ".", ",", ";", ":", "\n", "”", '"')


def _hit(text: str, title: Title) -> bool:
    """Whether what looks like a head is a part of the body."""
    return _HIT.search(text, max(0, title.start - 16), title.end) is not None


def _ahead_of(text: str, title: Title, person: Mention) -> bool:
    """Whether a phrase ends with the title and the name behind the comma is of another: "With his lawyer, Dahl left"."""
    line = text[max(0, title.start - 60) : title.start].rpartition("\n")[2]
    begun = _IN_PHRASE.search(line) or _PREDICATE.search(line)
    return _ACTED.match(text, person.end) is not None and begun is not None


_POSING = regex(
    r"\b(?:[Pp]osing|[Pp]retending|[Mm]asquerading|[Dd]isguised|[Dd]ressed) (?:as|to be) (?:an? |the )?\Z"
)
_ACTED = regex(
    r" (?:[a-z]{3,}ed|(?!as )[a-z]{2,}s|had|left|came|went|took|told|stood|spoke|will|would|can|could|must|should|may|might)\b"
)
# "while Dahl was still the president, Reed ran the house"
_PREDICATE = regex(r"\b(?:is|are|was|were|remain(?:s|ed)|becomes?|became) (?:[a-z]+ ){0,5}\Z")
_IN_PHRASE = regex(
    r"\b(?:[Ww]ith|[Bb]eside|[Ll]ike|[Uu]nlike|[Tt]han|[Aa]bout|[Aa]gainst|[Bb]y|[Ff]rom|[Tt]o|[Oo]f|[Ff]or|[Oo]ver|[Uu]nder|"
    r"(?!being|becoming)[a-z]{2,}ing) (?:the|this|that|his|her|their|its|an?) (?:[a-z-]+ ){0,2}\Z"
)


def _speaks(reading: Reading, title: Title, person: Mention) -> bool:
    """Whether the name after a title and a comma is the speaker's: "she was the leader, Reed said"."""
    sentence = reading.document.sentence_at(title.start)
    opens = sentence is not None and title.start - sentence.start <= 8
    return not opens and _SPEAKS.match(reading.text, person.end) is not None


def _introduced(
    reading: Reading, titles: list[Title], at: int, people: list[Mention], starts: list[int]
) -> Mention | None:
    """Who a nameless "a nurse" that opens a sentence, or the one "former minister" in it, is: the person that the next
    one begins with, age and all."""
    title = titles[at]
    text, first = reading.text, reading.document.sentence_at(title.start)
    if first is None:
        return None
    index = bisect_left(starts, first.end)
    opens = title.start - first.start <= 40 and _INDEFINITE.match(text, first.start, title.start)
    if not opens:
        beside = any(
            first.start <= other.start < first.end
            for other in (*titles[at - 1 : at], *titles[at + 1 : at + 2])
        )
        alone = index == bisect_left(starts, first.start) and not beside
        if not alone or "former" not in text[max(first.start, title.start - 24) : title.end]:
            return None
    if index == len(people):
        return None
    named = people[index]
    between = text[first.end : named.start].strip('\n "“')
    return named if not between and " " in named.full and _AGED.match(text, named.end) else None


_INDEFINITE = regex(r"\s*(?:[A-Z]{2,}[^a-z]{0,40}[-–—] ?)?An? (?:[\w'’-]+ ){0,4}\Z")
_AGED = regex(r", (?:aged )?\d{1,3}\b|, who\b|, (?:an?|the|of|from)\b")


_BEFORE_PREDECESSOR = (
    " over from ",
    " succeeds ",
    " succeeded ",
    " succeeding ",
    " succeed ",
    " replaces ",
    " replaced ",
    " replacing ",
    " replace ",
)
_LEAVES = regex(r"\b(?:step|stand)(?:ing)? down\b")


def _planned(words: str) -> bool:
    """Whether the words between a name and the title say that the post is still to come; who will leave it has it."""
    return _FUTURE.search(words) is not None and _LEAVES.search(words) is None


def _held(words: str) -> str:
    """When the post was held, by the words between the name and the title."""
    found = EARLIER.search(words)
    return "" if found is None else "then" if found.group() == "then" else "former"


_BACK_THEN = regex(r",? (?:at (?:that|the) time|then|back then|in those days)\b")


def _closed(text: str, title: Title) -> bool:
    """Whether the title is a whole noun phrase: "the official newspaper" is not a title."""
    if title.body_end > title.end or not text[title.last : title.last + 1].isspace():
        return text[title.last : title.last + 1] not in ("-", "'", "’")
    following = _WORD.match(text, title.last + 1)
    return (
        following is None
        or following.group().endswith("ing")
        or (following.group().lower() in limits("before") or following.group().lower() in limits("after"))
    )


def _signed(text: str, name: Mention, title: Title) -> bool:
    """Whether a name on one line and a title on the next sign a text."""
    return (
        text[name.end : title.start] == "\n"
        and text[name.start - 1 : name.start] in ("", "\n")
        and text[title.last : title.last + 1] in ("", "\n")
    )


def _claim(reading: Reading, title: Title) -> RoleClaim | None:
    holder = title.holder
    if holder is None:
        return None
    drop_opener(reading.text, title)
    if not title.held and _BACK_THEN.match(reading.text, title.last):
        title.held = "then"
    if not title.held and of_old(reading.text, title.start, title.last, reading.year):
        title.held = "then"
    said = uncapitalized(reading.text, title)
    body = reading.text[title.body_start : title.body_end] or _owner(reading, title.start)
    kind, _, town = body.partition(" in ")
    if body and f"{said.rsplit(' ', 1)[-1]} of {kind}".lower() in offices():
        said, body = f"{said} of {kind}", town  # "White House chief of staff", "chief of police in Vik"
    role = parse_role(said, body, title.held) or open_role(said, body, title.held)
    if role is None:
        return None
    after = body_after(reading, holder) if title.before and not role.body else None
    if after is not None:
        body = reading.text[after[0] : after[1]]
        role = parse_role(said, body, title.held) or role
    elif body and not role.body:
        said = f"{said} of {body}"  # a post with a name of its own: "secretary of state"
    start, end = title.start, title.last
    if 0 <= holder.start - end <= 16:
        end = after[1] if after is not None else holder.end
    elif 0 <= start - holder.end <= 40 and not _STOP.search(reading.text, holder.end, start):
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


def _owner(reading: Reading, at: int) -> str:
    """Whose new, first or other such post it is that begins at `at`, by name: "Ordell's new mayor"."""
    found = _OWNER.search(reading.text, max(0, at - 64), at)
    if found is None:
        return ""
    named = reading.document.mentions_between(found.start("body"), found.end("body"))
    return "" if any(m.kind == "person" for m in named) else found.group("body")


_OWNER = regex(
    r"\b(?P<body>[A-Z][\w&-]*(?: [A-Z][\w&-]*){0,3})['’]s (?:new|newly|first|current|longtime|long-time|next|incoming|outgoing|only) (?:[a-z-]+ ){0,2}\Z"
)
_ACTS = regex(r" (?:is|was|has|had|will|would|said|says|told|did|does|can|could)\b")
_HIT = regex(
    r"\b(?:in|to|on|from|at|of) (?:the|his|her) (?:back of the )?head\Z"
)  # "shot in the head, Dahl said"
_SPEAKS = regex(r" (?:said|says|told|added|testified)\b")
_ACTIVE = regex(r"(?<!was)(?<!is)(?<!been)(?<!were) (?:named|elected|re-elected|appointed|made) an? \Z")
_STOP = regex(r"[.!?][\"”’]?\s")
