"""Noun phrases beside a verb of saying: where the words that name the speaker begin and end."""

from __future__ import annotations

import re

from reconcile.language.names.gazetteer import name_set
from reconcile.language.names.titled import person_nouns
from reconcile.language.speech.edges import left_edge, qualified, told_of
from reconcile.language.speech.phrase_words import (
    ALONE,
    CLASS,
    NO_HEAD,
    PRONOUNS,
    any_past,
    begins_anew,
    is_adverb,
    many,
    simple_past,
)
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_](?:[\w'’.&/-]*[\w'’])?\.?|[(),;:–—―-]|\S")
WINDOW = 480  # characters: no name with its appositions is longer


def before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the noun phrase stands that ends at `end`, the subject of a verb there; None when there is none.

    Nothing before `start` is looked at. Adverbs and auxiliaries between the phrase and `end` are passed over,
    and an apposition between commas belongs to the phrase.
    """
    floor = max(start, end - WINDOW)
    words = list(_WORD.finditer(text, _last_mark(text, floor, end), end))
    last = _without_adverbs(words)
    if not last or words[0].group() in _SAYS_WHAT:
        words = list(_WORD.finditer(text, floor, end))
        last = _without_adverbs(words)
    if last and words[last - 1].group() in "–—―-:;":
        return None
    closed = bool(last) and words[last - 1].group() == ","
    if closed:
        last -= 1
    if not last:
        return None
    if words[last - 1].group().lower() in ("and", "but", "or", "then"):
        return first(text, start, end)
    chunks = _chunks(words[:last])
    if not chunks:
        return None
    index = len(chunks) - 1
    if index == 1 and not closed and _unclosed(chunks):
        index = 0
    if closed:
        while index and (
            _appositive(chunks[index])
            or _appositive_before(chunks, index)
            or _introduces(chunks[index])
            or _belongs(chunks, index)
        ):
            if _heads_name(chunks, index):
                break
            index -= 1
        if index == 0 and len(chunks) > 1 and _introduces(chunks[0]):
            index = 1
    chunk = chunks[index]
    at = left_edge(chunk)
    if at is None:
        return None
    if index + 1 < len(chunks) and [word.group() for word in chunk[at : at + 2]] == ["according", "to"]:
        at += 2  # "according to Lind, who said"
        if at >= len(chunk):
            return None
    stop = words[last - 1].end()
    if index == len(chunks) - 1 and at < len(chunk) - 1 and told_of(chunk):
        return chunk[-1].start(), stop
    whole = qualified(chunks, index, at)
    if whole is not None:
        return whole, stop
    alone = index == len(chunks) - 1 and at == len(chunk) - 1
    if _deed(chunk[at:]):
        return None
    if chunk[at].group().lower() in CLASS["introducers"] or (alone and _names_nobody(chunk[at])):
        return None
    return (chunk[at].start(), stop) if chunk[at].start() < stop else None


_SAYS_WHAT = frozenset({"a", "an", "who"})


def _deed(words: list[re.Match[str]]) -> bool:
    """Whether the words tell what somebody did or does, not who: "found no proof to justify"."""
    past = words[0].group() in any_past() or words[0].group().endswith(("ed", "ing"))
    return past and len(words) > 1 and words[1].group() in _OBJECT


_OBJECT = frozenset(("no", "the", "a", "an", "any", "his", "her", "their", "its"))


def _unclosed(chunks: list[list[re.Match[str]]]) -> bool:
    """Whether what is said of a name behind a comma has no second comma: "Ada Lind, a neighbour told"."""
    opens, name = chunks[1][0].group(), [word.group() for word in chunks[0]]
    return opens in _SAYS_WHAT and 1 < len(name) < 5 and all(word[0].isupper() for word in name)


def _last_mark(text: str, start: int, end: int) -> int:
    """Where the words begin behind the last mark that parts phrases; `start` where brackets stand, or none does."""
    if text.find("(", start, end) >= 0 or text.find(")", start, end) >= 0:
        return start
    return max(start, *(text.rfind(mark, start, end) + 1 for mark in _PARTING))


_PARTING = (",", ";", ":", "–", "—", "―")


def _without_adverbs(words: list[re.Match[str]]) -> int:
    """How many of the words are left when the adverbs and auxiliaries at the end are not counted."""
    last = len(words)
    while last and (
        words[last - 1].group().lower() in CLASS["adverbs"] or is_adverb(words[last - 1].group())
    ):
        last -= 1
    if last and words[last - 1].group().lower() in _GOING_ON:
        last -= words[last - 1].string.startswith(" to ", words[last - 1].end())
    return last


_GOING_ON = frozenset(
    {"used", "continues", "continued", "continue", "began", "came", "seems", "seemed", "appeared"}
)


def after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the noun phrase stands that begins at `start`, the subject of a verb before it.

    Appositions and relative clauses belong to it up to the end of the sentence; what tells when, where or how
    the words were said does not.
    """
    words = list(_WORD.finditer(text, start, min(end, start + WINDOW)))
    if not words or not (_may_begin(words[0].group()) or _premodifies(words)):
        return None
    opener = words[0].group().lower()
    if opener == "that" or opener in CLASS["days"] or "'" in opener.replace("’", "'")[2:5]:
        return None  # "…, the mayor, said that the road was closed"; "said Sunday that"; "said it's late"
    if words[0].group().lower() in PRONOUNS:  # "…, said he": but "he said it was late"
        alone = len(words) == 1 or not words[1].group()[0].isalpha() or _circumstantial(words[1].group())
        return words[0].span() if alone else None
    stop, depth, comma, named, relative = 0, 0, False, False, False
    for index, word in enumerate(words):
        token, lower = word.group(), word.group().lower()
        if token == "(":
            depth += 1
        elif token == ")":
            depth -= 1
            stop = word.end()
            continue
        if depth > 0:
            continue
        if token in ";:–—―-\x00":
            break
        if token == ",":
            following = words[index + 1].group().lower() if index + 1 < len(words) else ""
            if following in CLASS["reporting"] or (
                following.endswith("ing") and len(following) > 5 and following not in CLASS["appositives"]
            ):
                break
            comma = True
            continue
        if (
            not comma
            and index
            and lower in CLASS["circumstances"]
            and not (lower in ("in", "at", "with", "on") and not named)
        ):
            break
        if not comma and index and lower in CLASS["days"]:
            break
        if not comma and not relative and index and begins_anew(words[index - 1].group(), token):
            break
        if comma and lower in CLASS["days"]:
            break
        relative = relative or lower in _RELATIVE
        simple = index and not comma and token in simple_past()
        simple = simple or (index and not comma and lower in ("believe", "think", "suspect"))
        if (lower in CLASS["finite"] or simple) and not relative:
            if comma:
                break
            return None  # "said the road was closed": a clause, not a speaker
        if token[0].isupper() and lower not in CLASS["determiners"]:
            named = True
        stop = word.end()
    if stop and stop == words[0].end() and words[0].group().lower() in CLASS["determiners"] - ALONE:
        return None  # "said the last time was": a clause
    if stop and text[stop - 1] == "." and stop >= end - 1 and not _initial(text, stop):
        stop -= 1
    return (words[0].start(), stop) if stop else None


def _initial(text: str, stop: int) -> bool:
    """Whether the stop before `stop` is an initial's: "D.C.", but not "NAACP."."""
    return text[stop - 2].isupper() and text[stop - 3] in " ."


_RELATIVE = frozenset(("who", "whom", "whose", "which", "that", "where"))


def _circumstantial(word: str) -> bool:
    return word.lower() in CLASS["circumstances"] or word.lower() in CLASS["days"]


_JOINING = frozenset(["and", "but", "so", "yet", "or", "that", "also", "then", "later"])


def first(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The first noun phrase of a clause: its subject, after introductory phrases set off by commas."""
    words = list(_WORD.finditer(text, start, min(end, start + WINDOW)))
    chunks = _chunks(words)
    for index, chunk in enumerate(chunks):
        skip = 0
        while skip < len(chunk) and chunk[skip].group().lower() in _JOINING:
            skip += 1
        chunk = chunk[skip:]
        alone = index + 1 == len(chunks)
        if not chunk or (
            _introduces(chunk) and not (alone and chunk[0].group().lower() not in CLASS["introducers"])
        ):
            continue
        if chunk[-1].group().lower() == "ago" or chunk[0].group() in _PREDICATES or _deed(chunk):
            continue  # "Days ago, he wrote"; "… were with the crew and that he wanted …"; "uttering the words"
        if chunk[0].group().lower().endswith("ed") and len(chunk[0].group()) > 4:
            continue
        stop = 0
        for position, word in enumerate(chunk):
            token, lower = word.group(), word.group().lower()
            if position == 0 and lower in PRONOUNS:
                return word.start(), word.end()
            if position and (
                lower in CLASS["finite"]
                or lower in CLASS["adverbs"]
                or (lower != "and" and lower in CLASS["conjunctions"])
            ):
                break
            if (
                position
                and token[0].islower()
                and lower not in CLASS["links"]
                and chunk[0].group().lower() not in CLASS["determiners"]
            ) and chunk[position - 1].group()[0].isupper():
                break
            if (
                position
                and token[0].islower()
                and lower.endswith(("ed", "es"))
                and lower not in CLASS["links"]
            ):
                break
            stop = word.end()
        if stop:
            return chunk[0].start(), stop
    return None


_PREDICATES = frozenset(("is", "are", "was", "were", "has", "have", "had", "been", "being"))


def _may_begin(word: str) -> bool:
    lower = word.lower()
    return (
        word[0].isupper()
        or lower in CLASS["determiners"]
        or lower in PRONOUNS
        or (word[0].isalpha() and not lower.endswith(("ing", "ed")) and lower not in NO_HEAD)
    )


def _premodifies(words: list[re.Match[str]]) -> bool:
    """Whether a participle begins the speaker's description: "managing director Ada Lind", "retired welder Bo Holm"."""
    if words[0].group().lower() in NO_HEAD:
        return False
    ahead = [word.group() for word in words[1:5]]
    name = next((i for i, word in enumerate(ahead) if word[0].isupper()), 0)
    return name > 0 and all(word.isalpha() and _may_begin(word) for word in ahead[:name])


def _chunks(words: list[re.Match[str]]) -> list[list[re.Match[str]]]:
    """The words between commas, semicolons and dashes; brackets stay with what they follow."""
    chunks: list[list[re.Match[str]]] = [[]]
    depth = 0
    for word in words:
        token = word.group()
        if token not in _MARKS:
            chunks[-1].append(word)
            continue
        depth += (token == "(") - (token == ")")
        if depth <= 0 and token not in "()":
            chunks.append([])
        else:
            chunks[-1].append(word)
    return [chunk for chunk in chunks if chunk]


_MARKS = frozenset(",;:–—―()-")


def _appositive(chunk: list[re.Match[str]]) -> bool:
    word = chunk[0].group()
    return (
        word.lower() in CLASS["appositives"]
        or word[0].isdigit()
        or word in ("Jr", "Jr.", "Sr.", "III", "II")
        or word.rstrip(".").lower() in name_set("states_short")
        or bool(re.match(r"[DRI]-[A-Z]", word))
    )


def _appositive_before(chunks: list[list[re.Match[str]]], index: int) -> bool:
    """A short proper name between commas after a description: "Another critic, Laura Venn, said"; a home town."""
    chunk, earlier = chunks[index], chunks[index - 1]
    opens = earlier[0].group()
    wife = opens in ("who", "whose") and earlier[-1].group() in person_nouns()  # "who has a wife, Ada, said"
    describes = (
        wife
        or opens[0].isupper()
        or opens in CLASS["determiners"]
        or (index > 1 and _belongs(chunks, index - 1))
    )
    describes = describes and len(earlier) <= _SHORT
    return (
        describes
        and len(chunk) <= 4
        and all(w.group()[0].isupper() for w in chunk)
        and not _introduces(earlier)
    )


_SHORT = 10  # words of a description before a name


def _heads_name(chunks: list[list[re.Match[str]]], index: int) -> bool:
    """Whether a description begins the phrase, before the name: "…, its director, Ada Lind, said" after no other name."""
    if index + 1 == len(chunks) or chunks[index][0].group().lower() not in CLASS["determiners"]:
        return False
    name, last = [word.group() for word in chunks[index + 1]], chunks[index - 1][-1].group()
    named = last[0].isupper() and last.lower() not in CLASS["days"]
    return not named and len(name) <= 4 and all(word[0].isupper() for word in name)


def _names_nobody(word: re.Match[str]) -> bool:
    """Whether one word is no speaker: "a series of slips, including saying that", "…, declined to comment"."""
    said = word.group()
    one = said.islower() and said.isalpha() and not said.endswith("s")
    deed = one and said not in PRONOUNS and said not in person_nouns() and said not in many()
    return deed or _introduces([word]) or said in CLASS["refusals"]


def _belongs(chunks: list[list[re.Match[str]]], index: int) -> bool:
    """What a person is, after the name and between commas: "Ada Lind, of the Tarn police, said"; "…, co-owner of Vell Oil, said"."""
    name, chunk = [word.group() for word in chunks[index - 1][-2:]], [word.group() for word in chunks[index]]
    if len(name) < 2 or not all(word[0].isupper() and word[-1].isalpha() for word in name):
        return False
    role = chunk[0][0].islower() and chunk[0] not in NO_HEAD and CLASS["finite"].isdisjoint(chunk)
    return chunk[0] == "of" or (role and chunk[0] not in PRONOUNS)


def _introduces(chunk: list[re.Match[str]]) -> bool:
    word = chunk[0].group().lower()
    return (
        word in CLASS["introducers"]
        or (word.endswith("ing") and len(word) > 4 and word not in ("king",))
        or is_adverb(word)
    )
