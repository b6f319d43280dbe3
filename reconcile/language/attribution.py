"""Who says what: speakers, the verbs that make them speak, and the stretch of text that is theirs."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

from reconcile.language import phrases
from reconcile.lexicon import words

if TYPE_CHECKING:
    from reconcile.language.document import Document
    from reconcile.language.quotations import Quotation

_TOKEN = re.compile(r"[^\W\d_][\w'’-]*")
_STOP = re.compile(r"[.!?][)\]]?(?=\s)")
_LAST_WORD = re.compile(r"[^\s(\[\x00]+\Z")
_DASHED = re.compile(r"\s*(?:[―—–]|--?)\s*(?=[A-Z@])")
_ACCORDING = re.compile(r"[Aa]ccording to\s+")


@dataclass(frozen=True, slots=True)
class Attribution:
    """`text[start:end]` is what `text[speaker_start:speaker_end]` says; `cue` is the lemma of the verb.

    `direct` tells words in quotation marks from reported ones. A speaker of no length is not named.
    """

    start: int
    end: int
    speaker_start: int
    speaker_end: int
    cue: str
    direct: bool = False


@cache
def _words(group: str) -> frozenset[str]:
    lines = (line.split(" = ") for line in words("speech_grammar"))
    return next(frozenset(found.split()) for name, found in lines if name == group)


@cache
def speech_verbs() -> dict[str, str]:
    """Forms of verbs that put words in a mouth, each with its lemma."""
    return {form: line.split()[0] for line in words("speech_verbs") for form in line.split()}


@cache
def speech_acts() -> dict[str, str]:
    """Forms of verbs that introduce a quoted phrase but no clause, each with its lemma."""
    return {form: line.split()[0] for line in words("speech_acts") for form in line.split()}


def attribute_quotations(document: Document) -> Iterator[tuple[Quotation, Attribution | None]]:
    """Yields each outermost quotation with its speaker, None when nothing near says who speaks."""
    text = document.text
    quotations = [q for q in document.quotations if q.depth == 0]
    masked = _mask(text, quotations)
    known: list[Attribution | None] = []
    line_start = 0
    for index, quotation in enumerate(quotations):
        previous = quotations[index - 1] if index else None
        following = quotations[index + 1] if index + 1 < len(quotations) else None
        line_start = text.rfind("\n", 0, quotation.start) + 1
        line_end = text.find("\n", quotation.end)
        line_end = len(text) if line_end < 0 else line_end
        right_end = min(line_end, following.start) if following else line_end
        left_start = max(line_start, previous.end) if previous else line_start
        known.append(_beside(text, masked, quotation, left_start, right_end))
    yield from zip(quotations, _chained(document, quotations, known), strict=True)


def _beside(text: str, masked: str, quotation: Quotation, left: int, right: int) -> Attribution | None:
    closes = text[quotation.inner_end - 1]
    right = next(iter(_stops(masked, quotation.end, right)), right)
    if (
        closes != "."
        or _DASHED.match(masked, quotation.end, right)
        or masked[quotation.end : quotation.end + 1] == ","
    ):
        found = _after(text, masked, quotation, right)
        if found:
            return found
    found = _ahead(text, masked, quotation, left)
    if found or closes == ".":
        return found
    return _after(text, masked, quotation, right, loose=True)


def _after(
    text: str, masked: str, quotation: Quotation, right: int, *, loose: bool = False
) -> Attribution | None:
    """The speaker named behind a quotation: "…," she said · "…," said the mayor · "…" ― A. Reader."""
    start = quotation.end
    dashed = _DASHED.match(masked, start, right)
    if dashed:
        tokens = masked[dashed.end() : right].split()
        if 0 < len(tokens) <= 6 and not _cues_in(masked, dashed.end(), right):
            return _made(
                quotation,
                (dashed.end(), dashed.end() + len(masked[dashed.end() : right].rstrip(" .,"))),
                "say",
            )
    while start < right and masked[start] in " ,–—-\u00a0":
        start += 1
    according = _ACCORDING.match(masked, start, right)
    if according:
        found = phrases.after(masked, according.end(), right)
        return _made(quotation, found, "accord") if found else None
    opening = masked[start : start + 12].lower()
    if not loose and re.match(
        r"(?:and|but|or|in|of|that|which|to|for|from|on|at|as|is|was|are|were|with)\b", opening
    ):
        return None
    for cue_start, cue_end, lemma in _cues_in(masked, start, right):
        between = masked[start:cue_start]
        if not between.strip() or re.fullmatch(r"\s*(?:[a-z]+ly|also|then|later|once)\s*", between):
            found = phrases.after(masked, _past_adverbs(masked, cue_end), right)
        else:
            found = phrases.before(masked, start, cue_start)
            if found and found[0] - start > 60:
                continue
        if found:
            return _made(quotation, found, lemma)
        return None
    return None


def _ahead(text: str, masked: str, quotation: Quotation, left: int) -> Attribution | None:
    """The speaker named before a quotation, in its sentence: she said, "…" · he called it "…"."""
    start = max(_stops(masked, left, quotation.start), default=left)
    end = quotation.start
    if not masked[start:end].strip() and left == masked.rfind("\n", 0, end) + 1:
        end = _before_blank(masked, left)
        if masked[end - 1 : end] != ":":
            return None
        left = masked.rfind("\n", 0, end) + 1
        start = max(_stops(masked, left, end - 1), default=left)
    cues = _cues_in(masked, start, end, acts=True)
    for cue_start, cue_end, lemma in reversed(cues):
        found = phrases.before(masked, start, cue_start)
        if found:
            return _made(quotation, found, lemma)
        if masked[cue_start:cue_end].endswith("ing"):
            found = phrases.first(masked, start, cue_start)
            if found:
                return _made(quotation, found, lemma)
    according = _ACCORDING.search(masked, start, end)
    if according:
        comma = masked.find(",", according.end(), end)
        found = phrases.after(masked, according.end(), comma if comma > 0 else end)
        if found:
            return _made(quotation, found, "accord")
    if masked[start:end].strip(" ,;:–—-"):
        found = phrases.first(masked, start, end)
        if found and (found[1] < end - 1 or masked[end - 1] == ":"):
            return _made(quotation, found, "")
    return None


def _chained(
    document: Document, quotations: list[Quotation], known: list[Attribution | None]
) -> list[Attribution | None]:
    """Fills in the speaker of quotations that carry on another one: the next piece of a split one, or the last."""
    text = document.text
    result = list(known)
    for index in range(len(quotations) - 2, -1, -1):
        if result[index] is None and quotations[index].continues and result[index + 1] is not None:
            result[index] = _same(quotations[index], result[index + 1])
    for index in range(1, len(quotations)):
        if result[index] is not None or result[index - 1] is None:
            continue
        gap = text[quotations[index - 1].end : quotations[index].start]
        sentence = text[max(0, quotations[index].start - 1)]
        if gap.count("\n") == 0 or not gap.strip() or sentence in '\n"':
            result[index] = _same(quotations[index], result[index - 1])
    return result


def _same(quotation: Quotation, other: Attribution | None) -> Attribution | None:
    if other is None:
        return None
    return Attribution(
        quotation.start, quotation.end, other.speaker_start, other.speaker_end, other.cue, direct=True
    )


def _made(quotation: Quotation, speaker: tuple[int, int] | None, cue: str) -> Attribution | None:
    if speaker is None:
        return None
    return Attribution(quotation.start, quotation.end, speaker[0], speaker[1], cue, direct=True)


def _cues_in(masked: str, start: int, end: int, *, acts: bool = False) -> list[tuple[int, int, str]]:
    verbs, more = speech_verbs(), speech_acts()
    found = []
    before = ""
    for token in _TOKEN.finditer(masked, start, end):
        word = token.group()
        lemma = verbs.get(word) or (more.get(word) if acts else None)
        if lemma and _is_verb(word, lemma, before):
            found.append((token.start(), token.end(), lemma))
        before = word
    return found


def _is_verb(word: str, lemma: str, before: str) -> bool:
    """Whether a form is used as a verb, as far as the word before it tells: "he notes", not "her notes"."""
    lower = before.lower()
    if lower in _words("before_nouns") or before.endswith(("'s", "’s", "s'", "s’")):
        return False
    if word == lemma:
        return lower in _words("before_verbs") or (before.endswith("s") and lemma in _words("plain"))
    return True


def _stops(masked: str, start: int, end: int) -> Iterator[int]:
    """Where sentences end between `start` and `end`, outside quotation marks."""
    short = abbreviations()
    for stop in _STOP.finditer(masked, start, end):
        word = _LAST_WORD.search(masked, max(start, stop.start() - 24), stop.start())
        bare = word.group() if word else ""
        if stop.group()[0] == "." and (
            bare.lower() in short or (len(bare) == 1 and bare.isupper()) or "." in bare
        ):
            continue
        if masked[stop.end() : stop.end() + 3].lstrip()[:1].islower():
            continue
        yield stop.end()


def _before_blank(masked: str, at: int) -> int:
    while at and masked[at - 1].isspace():
        at -= 1
    return at


@cache
def abbreviations() -> frozenset[str]:
    """Words that keep their stop inside a sentence."""
    return frozenset(words("abbreviations"))


def _past_adverbs(masked: str, at: int) -> int:
    while (word := re.compile(r"\s+(?:[a-z]+ly|also|again|later)(?=\s)").match(masked, at)) is not None:
        at = word.end()
    return at


def _mask(text: str, quotations: list[Quotation]) -> str:
    """The text with the words inside quotation marks blanked out, so that they are no one's cues."""
    parts, at = [], 0
    for quotation in quotations:
        parts.append(text[at : quotation.start])
        parts.append("\x00" * (quotation.end - quotation.start))
        at = quotation.end
    parts.append(text[at:])
    return "".join(parts)
