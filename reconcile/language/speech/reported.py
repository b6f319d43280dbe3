"""Reported speech: the clauses that an article puts on somebody's account, marks or no marks."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING

from reconcile.language.speech import phrases
from reconcile.language.speech.attribution import Attribution, attribute_quotations
from reconcile.language.speech.cues import Cue, grammar, is_verb, past_adverbs, speech_verbs
from reconcile.language.speech.phrase_words import circumstances
from reconcile.language.speech.speakers import Speakers
from reconcile.language.speech.transcripts import find_turns
from reconcile.language.vocabulary import vocabulary
from reconcile.values.regex import regex

if TYPE_CHECKING:
    from reconcile.language.document import Document

_ACCORDING = regex(r"[Aa]ccording to\s+")
_AHEAD = regex(r"\W+(\w+)")  # over the text read backwards
_NEAR = 600  # characters on either side of a verb in which its speaker stands
_CLAUSE = regex(r",?\s+(?:that|the|an?|his|her|its|their|he|she|it|they|we|there|more|at|in|[A-Z\d])\b|:")
_GOES_ON = regex(r"\b(?:used|went on|continued?|continues|came|seemed|appeared|began) to \Z")
_NOT_SAID = regex(r"\s+(?:to\s+(?:be|have)|by)\b")
_DONE = {
    "claim": regex(r"\s+(?:[\w-]+ ){0,2}(?:life|lives|victims?)\b"),
    "declare": regex(r"\s+(?:an? |its |their )?(?:states? of|war|bankrupt|independence)"),
}  # deeds, not words
_THAT = regex(r"[^,;]{1,80}?(?<!and )\bthat\b")  # after when, where or to whom something is said


def find_attributions(document: Document) -> Iterator[Attribution]:
    """Yields who says what in `document`, in text order: quotations, reported clauses, "according to"."""
    speakers = Speakers(document)
    found = [said for _, said in attribute_quotations(document) if said]
    found += _clauses(document)
    found += (
        Attribution(turn.start, turn.end, turn.label_start, turn.label_end, "say", direct=True)
        for turn in find_turns(document.text)
    )
    found.sort(key=lambda said: (said.start, -said.end))
    for said in found:
        who, kind = speakers.who(said.speaker_start, said.speaker_end)
        yield said.named(who, kind)


def _clauses(document: Document) -> Iterator[Attribution]:
    text = document.unquoted
    for start, form in vocabulary(document.text).places(_vouching()):
        end = start + len(form)
        if not _stands_alone(text, start, end, form):
            continue
        lemma = speech_verbs().get(form)
        if lemma is None:
            yield from _according(document, text, start)
            continue
        ahead = _AHEAD.match(text[max(0, start - 24) : start][::-1])
        if (
            ahead is not None
            and ahead.group(1) == "ot"
            and not _GOES_ON.search(text, max(0, start - 24), start)
        ):
            continue  # "he had no reason to believe"
        if form.endswith("s") and lemma in grammar("nouns") and not _CLAUSE.match(text, end):
            continue  # "the estimates released on Monday"
        if lemma in _DONE and _DONE[lemma].match(text, end):
            continue  # "the fire claimed 20 lives"
        if is_verb(form, lemma, ahead.group(1)[::-1] if ahead else "") and not _NOT_SAID.match(text, end):
            yield from _clause(document, text, Cue(start, end, lemma))


def _stands_alone(text: str, start: int, end: int, form: str) -> bool:
    """Whether the word stands outside quotation marks, after a space, written small (or "According")."""
    if start and text[start - 1] != "\x00" and not text[start - 1].isspace():
        return False
    said = text[start:end]
    return (said == form or said == "According") and text[end : end + 1] != "_"


@cache
def _vouching() -> frozenset[str]:
    """The forms of verbs by which a source vouches for a clause, and "according"."""
    forms = {f for f, lemma in speech_verbs().items() if lemma in grammar("vouch") and not f.endswith("ing")}
    return frozenset(forms | {"according"})


def _clause(document: Document, text: str, cue: Cue) -> Iterator[Attribution]:
    start, end, lemma = cue
    sentence = document.sentence_at(start)
    if sentence is None:
        return
    first, last = max(sentence.start, start - _NEAR), max(sentence.end, end)
    inverted = lemma != "tell" and text[first:start].rstrip(" ").endswith((",", "\x00"))
    speaker = phrases.after(text, past_adverbs(text, end), last) if inverted else None
    if speaker is None:
        speaker = phrases.before(text, first, start)
    if speaker is None or "\x00" in text[speaker[0] : speaker[1]]:
        return
    if speaker[0] > end:  # "…, said the mayor"
        if text[first:start].strip(" ,.\x00"):
            yield Attribution(sentence.start, start, *speaker, lemma, start, end)
        return
    rest = text[end : min(last, end + _NEAR)].strip(" .!?\"'”’\x00")
    behind = text[end : end + 3].lstrip(" ")[:1]
    lead = text[first : speaker[0]].rstrip()
    if lead.endswith(",") and (not rest or behind in ".,;" or _circumstance(rest)):
        yield Attribution(
            sentence.start, speaker[0], *speaker, lemma, start, end
        )  # "…, the mayor said on Monday"
    elif rest and (lemma in ("say", "tell") or not _circumstance(rest)):  # not "the cuts announced in May"
        yield Attribution(end, last, *speaker, lemma, start, end)


def _circumstance(rest: str) -> bool:
    """Whether what follows the verb says only when, where or to whom."""
    word = rest.split(" ", 1)[0].lower()
    return word in circumstances() and word != "that" and _THAT.match(rest) is None


def _according(document: Document, text: str, start: int) -> Iterator[Attribution]:
    sentence = document.sentence_at(start)
    match = _ACCORDING.match(text, start)
    if sentence is None or match is None:
        return
    comma = (
        text.find(",", match.end(), sentence.end) if start - sentence.start < 3 or text[start] == "A" else -1
    )
    speaker = phrases.after(text, match.end(), comma if comma > 0 else sentence.end)
    if speaker:
        yield Attribution(sentence.start, sentence.end, *speaker, "accord", start, match.end())
