"""Noun phrases beside a verb of saying: where the words that name the speaker begin and end."""

from __future__ import annotations

import re
from functools import cache

from reconcile.language.names.titled import person_nouns
from reconcile.lexicon import words as lexicon
from reconcile.values.regex import regex

_WORD = regex(r"[^\W_](?:[\w'’.&/-]*[\w'’])?\.?|[(),;:–—―-]|\S")
WINDOW = 480  # characters: no name with its appositions is longer
_CLASS = {line.split(" = ")[0]: frozenset(line.split(" = ")[1].split()) for line in lexicon("phrase_words")}
_NO_HEAD = _CLASS["circumstances"] | _CLASS["conjunctions"] | _CLASS["finite"]
_TIES = _CLASS["links"] - {"and", "&"}


def circumstances() -> frozenset[str]:
    """Words that begin what tells when, where or how something was said."""
    return _CLASS["circumstances"]


PRONOUNS = frozenset(("he", "she", "they", "it", "i", "we", "you", "who", "which"))


def before(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the noun phrase stands that ends at `end`, the subject of a verb there; None when there is none.

    Nothing before `start` is looked at. Adverbs and auxiliaries between the phrase and `end` are passed over,
    and an apposition between commas belongs to the phrase.
    """
    floor = max(start, end - WINDOW)
    words = list(_WORD.finditer(text, _last_mark(text, floor, end), end))
    last = _without_adverbs(words)
    if not last:
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
    at = _left_edge(chunk)
    if at is None:
        return None
    stop = words[last - 1].end()
    alone = index == len(chunks) - 1 and at == len(chunk) - 1
    if chunk[at].group().lower() in _CLASS["introducers"] or (alone and _names_nobody(chunk[at])):
        return None
    return (chunk[at].start(), stop) if chunk[at].start() < stop else None


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
        words[last - 1].group().lower() in _CLASS["adverbs"] or _is_adverb(words[last - 1].group())
    ):
        last -= 1
    if last and words[last - 1].group().lower() == "used":
        last -= words[last - 1].string.startswith(" to ", words[last - 1].end())
    return last


def after(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Where the noun phrase stands that begins at `start`, the subject of a verb before it.

    Appositions and relative clauses belong to it up to the end of the sentence; what tells when, where or how
    the words were said does not.
    """
    words = list(_WORD.finditer(text, start, min(end, start + WINDOW)))
    if not words or not (_may_begin(words[0].group()) or _premodifies(words)):
        return None
    opener = words[0].group().lower()
    if opener == "that" or opener in _CLASS["days"] or "'" in opener.replace("’", "'")[2:5]:
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
            if following in _CLASS["reporting"] or (
                following.endswith("ing") and len(following) > 5 and following not in _CLASS["appositives"]
            ):
                break
            comma = True
            continue
        if (
            not comma
            and index
            and lower in _CLASS["circumstances"]
            and not (lower in ("in", "at", "with", "on") and not named)
        ):
            break
        if not comma and index and lower in _CLASS["days"]:
            break
        if comma and lower in _CLASS["days"]:
            break
        relative = relative or lower in _RELATIVE
        if lower in _CLASS["finite"] and not relative:
            if comma:
                break
            return None  # "said the road was closed": a clause, not a speaker
        if token[0].isupper() and lower not in _CLASS["determiners"]:
            named = True
        stop = word.end()
    if stop and text[stop - 1] == "." and stop >= end - 1 and not _initial(text, stop):
        stop -= 1
    return (words[0].start(), stop) if stop else None


def _initial(text: str, stop: int) -> bool:
    """Whether the stop before `stop` is an initial's: "D.C.", but not "NAACP."."""
    return text[stop - 2].isupper() and text[stop - 3] in " ."


_RELATIVE = frozenset(("who", "whom", "whose", "which", "that", "where"))


def _circumstantial(word: str) -> bool:
    return word.lower() in _CLASS["circumstances"] or word.lower() in _CLASS["days"]


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
            _introduces(chunk) and not (alone and chunk[0].group().lower() not in _CLASS["introducers"])
        ):
            continue
        if chunk[-1].group().lower() == "ago":  # "Days ago, he wrote"
            continue
        if chunk[0].group().lower().endswith("ed") and len(chunk[0].group()) > 4:
            continue
        stop = 0
        for position, word in enumerate(chunk):
            token, lower = word.group(), word.group().lower()
            if position == 0 and lower in PRONOUNS:
                return word.start(), word.end()
            if position and (
                lower in _CLASS["finite"]
                or lower in _CLASS["adverbs"]
                or (lower != "and" and lower in _CLASS["conjunctions"])
            ):
                break
            if (
                position
                and token[0].islower()
                and lower not in _CLASS["links"]
                and chunk[0].group().lower() not in _CLASS["determiners"]
            ) and chunk[position - 1].group()[0].isupper():
                break
            if (
                position
                and token[0].islower()
                and lower.endswith(("ed", "es"))
                and lower not in _CLASS["links"]
            ):
                break
            stop = word.end()
        if stop:
            return chunk[0].start(), stop
    return None


def _is_adverb(word: str) -> bool:
    return (
        len(word) > 4
        and word.endswith("ly")
        and word[0].islower()
        and word not in ("family", "daily", "weekly")
    )


def _may_begin(word: str) -> bool:
    lower = word.lower()
    return (
        word[0].isupper()
        or lower in _CLASS["determiners"]
        or lower in PRONOUNS
        or (word[0].isalpha() and not lower.endswith(("ing", "ed")) and lower not in _NO_HEAD)
    )


def _premodifies(words: list[re.Match[str]]) -> bool:
    """Whether a participle begins the speaker's description: "managing director Ada Lind", "retired welder Bo Holm"."""
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


_MARKS = frozenset(",;:–—―()")


def _appositive(chunk: list[re.Match[str]]) -> bool:
    word = chunk[0].group()
    return (
        word.lower() in _CLASS["appositives"]
        or word[0].isdigit()
        or word in ("Jr", "Jr.", "Sr.", "III", "II")
        or bool(re.match(r"[DRI]-[A-Z]", word))
    )


def _appositive_before(chunks: list[list[re.Match[str]]], index: int) -> bool:
    """A short proper name between commas after a description: "Another critic, Laura Venn, said"; a home town."""
    chunk, earlier = chunks[index], chunks[index - 1]
    opens = earlier[0].group()
    describes = (
        opens[0].isupper() or opens in _CLASS["determiners"] or (index > 1 and _belongs(chunks, index - 1))
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
    if index + 1 == len(chunks) or chunks[index][0].group().lower() not in _CLASS["determiners"]:
        return False
    name, last = [word.group() for word in chunks[index + 1]], chunks[index - 1][-1].group()
    named = last[0].isupper() and last.lower() not in _CLASS["days"]
    return not named and len(name) <= 4 and all(word[0].isupper() for word in name)


def _names_nobody(word: re.Match[str]) -> bool:
    """Whether one word is no speaker: "a series of slips, including saying that", "…, declined to comment"."""
    said = word.group()
    one = said.islower() and said.isalpha() and not said.endswith("s")
    deed = one and said not in PRONOUNS and said not in person_nouns() and said not in _many()
    return deed or _introduces([word]) or said in _CLASS["refusals"]


@cache
def _many() -> frozenset[str]:
    """Nouns for several speakers that do not end in s: police, media."""
    return frozenset(lexicon("collectives"))


def _belongs(chunks: list[list[re.Match[str]]], index: int) -> bool:
    """What a person is, after the name and between commas: "Ada Lind, of the Tarn police, said"; "…, co-owner of Vell Oil, said"."""
    name, chunk = [word.group() for word in chunks[index - 1][-2:]], [word.group() for word in chunks[index]]
    if len(name) < 2 or not all(word[0].isupper() and word[-1].isalpha() for word in name):
        return False
    role = chunk[0][0].islower() and chunk[0] not in _NO_HEAD and _CLASS["finite"].isdisjoint(chunk)
    return chunk[0] == "of" or (role and chunk[0] not in PRONOUNS)


def _introduces(chunk: list[re.Match[str]]) -> bool:
    word = chunk[0].group().lower()
    return (
        word in _CLASS["introducers"]
        or (word.endswith("ing") and len(word) > 4 and word not in ("king",))
        or _is_adverb(word)
    )


def _left_edge(chunk: list[re.Match[str]]) -> int | None:
    """Scans back from the verb over the words of one noun phrase."""
    at = None
    depth = 0
    for index in range(len(chunk) - 1, -1, -1):
        token = chunk[index].group()
        lower = token.lower()
        depth += (token == ")") - (token == "(")
        if depth > 0 or token in "()":
            at = index
            continue
        if lower in PRONOUNS:
            return index if at is None else at
        if lower in _CLASS["conjunctions"]:
            if lower == "and" and index and at is not None and _joins(chunk, index):
                continue
            break
        if (
            (at is not None and lower in _BEFORE)
            or lower in _CLASS["finite"]
            or token == "\x00"
            or (lower in _CLASS["days"] and at is not None)
        ):
            break
        if _is_adverb(token):
            continue
        if lower in _CLASS["determiners"]:
            at = index
            if index and (chunk[index - 1].group().lower() in _TIES or _several_there(chunk, index - 1)):
                continue
            if index and chunk[index - 1].group().lower() == "and" and _joins(chunk, index - 1):
                continue
            return at
        if lower in _CLASS["links"]:
            continue
        at = index
    return at


def _several_there(chunk: list[re.Match[str]], index: int) -> bool:
    """Whether a preposition at `index` tells where those stand who are named before it: "Residents in the area"."""
    place = chunk[index].group().lower() in ("in", "near", "around", "at")
    return place and index > 0 and chunk[index - 1].group().lower() in _many()


_BEFORE = frozenset({"after", "before", "until", "once"})  # "… to hospital after witnesses told"


def _joins(chunk: list[re.Match[str]], index: int) -> bool:
    """Whether "and" at `index` joins two names or nouns, not two clauses."""
    left, right = chunk[index - 1].group(), chunk[index + 1].group()
    if right.lower() in _CLASS["determiners"]:
        # "Tarn Oil and the guard", but not "he left Tarn and the mayor"
        names = (_CLASS["links"] | _CLASS["determiners"]) - {"that"}
        at = index - 1
        while at >= 0 and (chunk[at].group()[0].isupper() or chunk[at].group() in names):
            at -= 1
        return at < index - 1 and (at < 0 or chunk[at].group().lower() in _CLASS["conjunctions"])
    return left[0].isupper() and right[0].isupper()
