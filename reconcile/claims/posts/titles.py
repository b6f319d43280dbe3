"""The stretches of a text that name a post: the words that narrow it on the left, whose post it is on the right."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cache, lru_cache
from itertools import pairwise
from string import ascii_lowercase

from reconcile.claims.posts.joined import joined, joined_before
from reconcile.claims.reading import Reading
from reconcile.language.memo import remembered
from reconcile.language.names.casing import common_words, opens_sentence
from reconcile.language.names.gazetteer import given_names, honorifics, kind_words, name_set, names_place
from reconcile.language.names.mentions import Mention
from reconcile.lexicon import words
from reconcile.values.places import known
from reconcile.values.regex import regex
from reconcile.values.roles import is_grade, is_rank, kinds_of_bodies, nations, offices

_LEFT = regex(r"[ \u00a0–-](\.?[^\W_]+(?:[-.'’&][^\W_]+)*)")  # over the text read backwards
_BODY = regex(r" (?:of|at|for|from|in|with|to) (?:(?:the|its|their|nearby) ){0,2}")
_BODY_WORD = regex(r"[^\W\d_][^\s,;:()\"“”—]*|['’]s(?= )|&")
_BODY_AFTER = regex(r",? (?:with|of|from|at|for) (?:the )?(?=[A-Z])")
_COMMA = regex(r" ?,(?: (?:aged )?\d{1,3} ?,)? ")
_CAPITAL = regex(r" (?P<word>[A-Z][\w-]*)")
_DAYTIME = frozenset({"morning", "afternoon", "evening", "night"})
_RANKING = regex(r" (?:[\w-]+ ){0,2}\Z")
_SHORT = frozenset(("gov", "sen", "gen", "col", "sgt", "lt", "adm", "cpl", "capt", "maj"))


@dataclass(slots=True, eq=False, repr=False)
class Title:
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


def only_title(name: str) -> bool:
    """Whether what was taken for a name is made of title words, "Deputy Chair", and is no name: "Hunter Mason"."""
    said = [word.lower().strip(".") for word in name.split()]
    return all(word in title_words() for word in said) and (len(said) < 2 or said[0] not in given_names())


def floor_of(text: str, start: int, end: int, titles: list[Title]) -> int:
    """Where a title that ends with `word` may begin; titles that are a part of its wording are dropped."""
    start = _wording_start(text, start, end)
    while titles and (titles[-1].end > start or _modifies(text, titles[-1], start)):
        titles.pop()
    at = len(titles) - 1
    while at >= 0 and _ranks(text, titles[at], start):
        at -= 1  # "deputy energy minister": a deputy, but of the minister
    return titles[at].end if at >= 0 else 0


def _modifies(text: str, title: Title, start: int) -> bool:
    """Whether a title right before another is a part of its wording: "coast guard spokesman", "Union Boss"."""
    if title.last != start - 1 or text[title.last] != " ":
        return False
    last = _last_word(text, title)
    opener = (
        len(last) == title.end - title.start and text[start].islower()
    )  # "Apprentice electrician Ann Dahl"
    if text[title.last - len(last)].isupper() != text[start].isupper() and not (
        opener and opens_sentence(text, title.start)
    ):
        return False
    rank = _CAPITAL.match(text, title.last)
    if rank is None or not is_grade(rank.group("word")) or is_grade(last):
        return True
    return last in _RANKED or (last == "chief" and rank.group("word").lower() not in _SHORT)


# Words that rank what follows: "Deputy Sergeant", "Coast Guard Admiral", but "Chairman Gen.", "Police Chief Capt."
_RANKED = frozenset({"deputy", "police", "petty", "warrant", "senior", "junior", "guard"})


def _ranks(text: str, title: Title, start: int) -> bool:
    """Whether a title only ranks the one that begins at `start`: a deputy, or the chief of its kind."""
    last, between = _last_word(text, title), text[title.end : start]
    if not _RANKING.match(between):
        return False
    if last in ("senior", "junior"):
        return _plain(between)  # "a senior Vellish lawmaker"
    return is_rank(last) or (last in ("chief", "head") and between.islower() and _plain(between))


def _plain(between: str) -> bool:
    """Whether the words between two titles only narrow the second: "chief investigative counsel"."""
    return bool(between.strip()) and limits("before").isdisjoint(between.split())


def _last_word(text: str, title: Title) -> str:
    return text[title.start : title.end].lower().rsplit(" ", 1)[-1]


@lru_cache(maxsize=2)  # asked for the floor of a title and for the title
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
        elif wording not in _ends():
            break  # no wording is longer
    return start


@cache
def _ends() -> frozenset[str]:
    """What wordings of the lexicon end in, from the beginning of any of their words on."""
    cut = [wording.split(" ") for wording in offices()]
    return frozenset(" ".join(words[at:]) for words in cut for at in range(len(words)))


def _left_of(text: str, floor: int, at: int) -> str:
    """The word that ends one space or dash before `at` and begins at `floor` or after it; empty when there is none."""
    found = _LEFT.match(text[floor:at][::-1])
    return found.group(1)[::-1] if found else ""


_NEAR = 80  # characters behind a name in which a verb parts it from a title


def title_at(
    reading: Reading, start: int, end: int, floor: int, people: list[Mention], starts: list[int]
) -> Title | None:
    """The title that ends with `word`, widened to the left over what narrows it and to the right over its body."""
    text = reading.text
    if text[end : end + 1] in "'’-" and text[end : end + 1]:
        return None
    index = bisect_right(starts, start) - 1
    if index >= 0 and people[index].end > start:
        return None  # a part of a name
    following = _CAPITAL.match(text, end) if text[start].isupper() else None
    if following is not None and not (index + 1 < len(starts) and starts[index + 1] == end + 1):
        word = following.group("word").lower()
        if kind_words().get(word) == "place" or (word not in title_words() and word not in honorifics()):
            return None  # "Butler County"
    sentence = reading.document.sentence_at(start)
    first = max(floor, sentence.start if sentence else 0)
    named = people[index].end if index >= 0 else start
    if any(map(_is_verb, text[named : min(start, named + _NEAR)].split())):
        first = max(first, named)  # "Ann Reed asked Judge Borg"
    start = open_start = max(first, _wording_start(text, start, end))
    for _ in range(7):
        token = _left_of(text, max(first, open_start - 40), open_start)
        lower = token.lower().strip(".")
        if lower == "and" and (joint := joined_before(text, first, open_start)) is not None:
            start = open_start = joint
            continue
        small = (
            text[end - 1].islower() and text[start].islower() and text[end : end + 2].strip()[:1].isupper()
        )
        if small and (not token or lower in limits("lead") or lower in _verbs()):
            opens = lower in _verbs() or (sentence is not None and open_start == sentence.start)
            start = _noun_start(text, open_start, start, opens)
            break
        if lower == "s" and (owner := _apart_owner(text, first, open_start)) is not None:
            start = open_start = owner
            continue
        if not token or lower == "s":
            apposed = not token and index >= 0 and _COMMA.fullmatch(text, people[index].end, open_start)
            start = open_start if apposed else start  # "Ann Dahl, reforms minister"
            break
        if token == "New" and names_place(f"New {text[open_start:].split(None, 1)[0]}"):
            lower = "new-"  # "New Ordell Mayor Ann Dahl", who need not be new
        if lower in limits("open") or "year-old" in lower:
            small = text[open_start].islower() and text[start].isupper()
            start = start if small else open_start  # not "the prospect presents President"
            break
        if lower in limits("before") or not token[0].isalpha() or lower in name_set("calendar"):
            break
        if text[start].isupper() and lower in _DAYTIME:
            break  # "on Wednesday night Superintendent Ann Dahl"
        if lower in _verbs() or (text[start].isupper() and token.islower() and lower not in title_words()):
            break  # "Norwegian miners praised President"
        owns = lower.endswith(("'s", "’s"))
        if small and token[0].isupper() and not owns and any(map(_is_verb, text[open_start:start].split())):
            start = _noun_start(text, open_start, start, opens=False)
            break  # "Police praised area manager"
        open_start -= 1 + len(token)
        if token[0].isupper() or lower in title_words() or lower in nations() or owns:
            start = open_start
    if text[end : end + 1] == "." and text[start:end].lower().rsplit(" ", 1)[-1] in _SHORT:
        end += 1
    if _UNOFFICIAL.search(text, max(0, start - 24), end):
        return None  # "the de facto head of state"
    body = _BODY.match(text, end)
    if body is None or (body.group().startswith(" to ") and not text[body.end() : body.end() + 1].isupper()):
        return Title(start, end, end, end)  # ambassador to Vell, but not "sent the minister to prison"
    stop = body_end(text, body.end(), sentence.end if sentence else len(text))
    if text[body.end() : stop].split(" ")[0].lower() in name_set("calendar"):
        return Title(start, end, end, end)
    after = bisect_left(starts, body.end())
    if after < len(starts) and body.end() < starts[after] < stop and text[starts[after] - 1] == " ":
        stop = starts[after] - 1  # "minister of health Ann Dahl"
    return Title(start, end, body.end(), stop) if stop > body.end() else Title(start, end, end, end)


# What says that the post named behind it is none that is held: somebody acts so or claims it.
_UNOFFICIAL = regex(
    r"\b(?:[Dd]e[ -](?:facto|jure)|nominal|titular|self-(?:proclaimed|styled|appointed|declared)) "
)
_APART = regex(r"(?:[A-Z][\w.&-]* ){1,4}['’]s \Z")


def _apart_owner(text: str, floor: int, at: int) -> int | None:
    """Where the owner begins whose mark is written apart: "Nordwind 's chief"; None where there is none."""
    found = _APART.search(text, max(floor, at - 48), at)
    return found.start() if found is not None else None


def _noun_start(text: str, first: int, start: int, opens: bool) -> int:
    """Where the nouns begin that stand between the words before a title and its last one: "area manager Ann Dahl".

    `opens` says that the sentence begins there: "Injured firefighter", while "Reed praised captain" has a verb.
    """
    between = text[first:start].split(" ")[:-1]
    begin = start
    for at, word in reversed(list(enumerate(between))):
        lower = word.lower()
        doing = at > 0 or not opens
        doing = doing and lower.endswith("ing") and lower not in title_words() and lower not in limits("ing")
        if (
            doing
            or lower in _verbs()
            or lower.endswith("ly")
            or (_is_verb(lower) and not (opens and at == 0))
        ):
            break
        begin -= len(word) + 1
    return begin if len(text[begin:start].split()) < 4 else start


@remembered
def _is_verb(word: str) -> bool:
    return word in _verbs() or (word.endswith("ed") and word not in title_words())


@cache
def _verbs() -> frozenset[str]:
    return frozenset(words("past_verbs"))


def body_end(text: str, start: int, limit: int) -> int:
    """Where the name of the body that begins at `start` ends, at `limit` at the latest."""
    end, at = start, start
    for _ in range(12):
        found = _BODY_WORD.match(text, at)
        if found is None or found.end() > limit + 1:
            break
        lower = found.group().lower()
        if lower == "and" and (more := joined(text, start, at)):
            return min(more, limit)
        if lower.rstrip(".!?") in limits("after") and not (
            lower in ("and", "for", "in", "to", "with")
            and text[found.end() + 1 : found.end() + 2].isupper()
            and end > start
            and not _dated(text, found.end() + 1)
        ):
            break
        if lower in _DAYS or (end > start and lower == found.group() and _is_verb(lower)):
            break  # "of the Republic of Vell today held talks"
        end = min(found.end(), limit)
        if text[end - 1] in ".!?":
            return end - 1
        listed = text.startswith(", ", end) and joined(text, start, end + 2)
        if listed:
            return min(listed, limit)
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


_DAYS = frozenset({"today", "yesterday", "tomorrow", "tonight"})


def body_after(reading: Reading, holder: Mention) -> tuple[int, int] | None:
    """Where a body stands that follows the holder's name: "Sgt. Ann Dahl of the Vikholm Police Department"."""
    text, sentence = reading.text, reading.document.sentence_at(holder.start)
    found = _BODY_AFTER.match(text, holder.end)
    if found is None or sentence is None:
        return None
    end = body_end(text, found.end(), sentence.end)
    said = text[found.end() : end].lower().replace("'s", "").replace("’s", "").split()
    named = next(iter(reading.document.mentions_between(found.end(), end)), None)
    whole = named is not None and named.kind == "organization" and named.start == found.end()
    if not said or not (whole or not kinds_of_bodies().isdisjoint(said)):
        return None
    return found.end(), named.end if whole and named is not None and named.end > end else end


def _dated(text: str, at: int) -> bool:
    """Whether a day or a month stands at `at`."""
    found = _BODY_WORD.match(text, at)
    return found is not None and found.group().lower().rstrip(".") in name_set("calendar")


@cache
def limits(kind: str) -> frozenset[str]:
    """The words of one kind that bound a title."""
    found = (line.partition(":") for line in words("title_limits"))
    return frozenset(word for name, _, listed in found if name == kind for word in listed.split())


@cache
def title_words() -> frozenset[str]:
    """The words that titles are made of."""
    found = {
        word for name in offices() for word in name.split() if word not in ("of", "and", "the", "for", "in")
    }
    return frozenset(
        found | {"then", "former", "acting", "interim", "ex", "senior", "junior", "late", "retired"}
    )


def names_another(title: str, names: set[str]) -> bool:
    """Whether what looks like a long title begins with somebody's name: a byline run into the next sentence."""
    said = title.split()
    return len(said) > 3 and any(" ".join(pair) in names for pair in pairwise(said))


def uncapitalized(text: str, title: Title) -> str:
    """The title's words, without the capital that only opens the sentence: "Local police chief", not "Vell police"."""
    said = text[title.start : title.end]
    first, _, rest = said.partition(" ")
    if not rest or rest[0].isupper() or not opens_sentence(text, title.start) or not first[1:].islower():
        return said
    small = first.lower()
    owns = small.endswith(("'s", "’s")) and not (small[:-2] in title_words() or small[:-2] in common_words())
    second = rest.split(" ", 1)[0]
    kept = second in _TOWNS_OWN and small not in limits("kinds") and not only_opens(small)
    proper = owns or kept or known(first) or small in nations() or _inside_a_sentence(text, first)
    return said if proper else small + said[len(first) :]


def drop_opener(text: str, title: Title) -> None:
    """Takes the word off a title that only opens its sentence: "Meanwhile President Dahl", but "New Ordell Mayor Dahl"."""
    first, _, rest = text[title.start : title.end].partition(" ")
    opens = rest[:1].isupper() and only_opens(first.lower()) and opens_sentence(text, title.start)
    if opens and not names_place(f"{first} {rest.split(' ')[0]}"):
        title.start += len(first) + 1


# What a town has one of: the word before it names the town, where it is no word for a kind.
_TOWNS_OWN = frozenset({"police", "mayor", "fire", "city", "county"})


def only_opens(word: str) -> bool:
    """Whether a word at the head of a title only opens its sentence."""
    return word in common_words() and word not in title_words()


def _inside_a_sentence(text: str, word: str) -> bool:
    """Whether a word stands with its capital behind a small letter or a comma."""
    at = text.find(f" {word}", 1)
    while at > 0:
        following = text[at + len(word) + 1 : at + len(word) + 2]
        if text[at - 1] in _GOES_ON and word[-1].isalnum() and not (following.isalnum() or following == "_"):
            return True
        at = text.find(f" {word}", at + 1)
    return False


_GOES_ON = frozenset(ascii_lowercase + ",")
