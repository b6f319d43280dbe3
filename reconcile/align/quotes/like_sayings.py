"""Sentences in quotation marks that are likely one remark, taken down twice or put into English twice."""

from __future__ import annotations

from collections.abc import Iterator
from weakref import WeakKeyDictionary

from reconcile.align.likeness import SURE, UNSEEN, Weights
from reconcile.align.quotes.renderings import shared, swaps
from reconcile.align.quotes.speakers import Speaker
from reconcile.align.quotes.utterances import Pair, Utterance, pairs
from reconcile.align.senses import sense
from reconcile.align.story import Story
from reconcile.claims.quote import QuoteClaim
from reconcile.values.quotes import is_content, tokens
from reconcile.values.regex import regex

WEIGHTS = Weights(
    -7.34,
    {
        "words in order": 3.53,
        "words of sense": 0.17,
        "of the shorter": 0.95,
        "of the longer": -1.06,
        "as long": 1.68,
        "rarest word": 0.76,
        "words around": 0.76,
        "one speaker": 0.89,
        "another speaker": -0.96,
    },
)
LEAST = 0.4
# Two people may well say much the same, so more is asked of those who may be two.
_LEAST_OF = {Speaker.SAME: LEAST, Speaker.VAGUE: 0.44, Speaker.OTHER: SURE}
_FEWEST = 3  # words of a remark; fewer are a turn of phrase
_SENTENCE = 5  # words; a quotation of fewer that opens no sentence is a term
_OTHERS = 1.5  # times as many words of its own as both share make each another remark
_FEW, _IN_ORDER, _FIRM, _LONGER, _FAR_LONGER = 2, 0.75, 0.6, 2, 6
_MANY = 6.0  # words of sense beyond which more tell no more

_LIKELY: WeakKeyDictionary[Story, frozenset[tuple[int, int]]] = WeakKeyDictionary()


def likely_one(pair: Pair, story: Story) -> bool:
    """Whether two utterances are likely one remark, and neither has a likelier match in the article of the other."""
    if story not in _LIKELY:
        _LIKELY[story] = frozenset(_likely(story))
    return (id(pair.first), id(pair.second)) in _LIKELY[story]


def doubted(pair: Pair, story: Story) -> bool:
    """Whether nothing but likelihood makes one remark of two, and much speaks for two.

    People say several things about one matter: "the water was high", "the water took the bridge". So remarks are
    doubted that are likely one by little only, of which each tells more of its own than both share, or of which a
    short one has a word of its own that a much longer one lacks. Two who may be two people share more than one word,
    and names alone tell nothing: "Ada Lind in Tarn".
    """
    if not likely_one(pair, story):
        return False
    many, part = shared(pair.first.words, pair.second.words)
    short, long = sorted((len(pair.first.words), len(pair.second.words)))
    if min(map(len, _left(pair))) > many or _names_only(pair):
        return True
    if pair.speakers is not Speaker.SAME and (many < _FEW or long > _FAR_LONGER * short):
        return True
    if pair.words.share >= _IN_ORDER:
        return False
    unlike = part < 1 and many <= _FEW and (long > _LONGER * short or pair.speakers is not Speaker.SAME)
    return unlike or WEIGHTS.likelihood(_observed(pair, story)) < _FIRM


def _names_only(pair: Pair) -> bool:
    """Whether all words of sense that two utterances share are names."""
    both = _content(pair.first) & _content(pair.second)
    named = {word for name in _CAPITAL.findall(pair.first.text) for word in tokens(name)}
    return bool(both) and both <= named


_CAPITAL = regex(r"(?<=\w )[A-Z][\w'’-]+|\A[A-Z][\w'’-]+(?= [A-Z])")


def compared(story: Story) -> Iterator[tuple[QuoteClaim, QuoteClaim, dict[str, float]]]:
    """Yields each two quotations whose sentences have words in common and are not one within the other."""
    best: dict[tuple[str, str], Pair] = {}
    for pair in _remarks(story):
        key = pair.first.claim.id, pair.second.claim.id
        if _apart(pair) and (key not in best or best[key].words.share < pair.words.share):
            best[key] = pair
    for pair in best.values():
        yield pair.first.claim, pair.second.claim, _observed(pair, story)


def _remarks(story: Story) -> Iterator[Pair]:
    """The pairs of which neither is an excerpt or a turn of phrase, nor tells much more of its own than both share."""
    for pair in pairs(story):
        one, two = pair.first.words, pair.second.words
        changed = any(not edit.marked for edit in pair.words.edits)
        others = min(map(len, _left(pair))) >= _OTHERS * shared(one, two)[0]
        mine = pair.speakers is Speaker.SAME or _apart(pair)
        terms = pair.speakers is not Speaker.SAME and _term(pair.first) and _term(pair.second)
        if (
            mine
            and not terms
            and min(len(one), len(two)) >= _FEWEST
            and (pair.words.share < 1 or changed)
            and not others
        ):
            yield pair


def _left(pair: Pair) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The words of sense that each of two utterances has and the other lacks."""
    left = swaps(pair.words)
    return left.first, left.second


def _term(said: Utterance) -> bool:
    """Whether the marks hold a few words that are no sentence: a name or a term that many use."""
    return not said.opens and len(said.words) < _SENTENCE


def _apart(pair: Pair) -> bool:
    return pair.first.claim.span.article != pair.second.claim.span.article


def _likely(story: Story) -> Iterator[tuple[int, int]]:
    likely = [(pair, WEIGHTS.likelihood(_observed(pair, story))) for pair in _remarks(story)]
    best: dict[tuple[int, str], float] = {}
    for pair, how in likely:
        for key in _places(pair):
            best[key] = max(best.get(key, 0.0), how)
    for pair, how in likely:
        least = _LEAST_OF[pair.speakers]
        if how >= least and all(how >= best[key] for key in _places(pair)):
            yield id(pair.first), id(pair.second)


def _places(pair: Pair) -> tuple[tuple[int, str], tuple[int, str]]:
    """Each utterance with the article of the other."""
    one, two = pair.first, pair.second
    return (id(one), two.claim.span.article), (id(two), one.claim.span.article)


def _observed(pair: Pair, story: Story) -> dict[str, float]:
    """What speaks for and against one remark, by the names of `WEIGHTS`."""
    one, two = pair.first, pair.second
    many, part = shared(one.words, two.words)
    most = max(len(_content(said)) for said in (one, two))
    alike = {sense(word) for word in _content(one)} & {sense(word) for word in _content(two)}
    length, longer = sorted((len(one.words), len(two.words)))
    return {
        "words in order": pair.words.share,
        "words of sense": min(_MANY, many),
        "of the shorter": part,
        "of the longer": many / max(1, most),
        "as long": length / longer,
        "rarest word": max((story.weights.get(word, UNSEEN) for word in alike), default=0.0),
        "words around": story.similarity(one.claim, two.claim),
        "one speaker": float(pair.speakers is Speaker.SAME),
        "another speaker": float(pair.speakers is Speaker.OTHER),
    }


def _content(said: Utterance) -> set[str]:
    return {word for word in said.words if is_content(word)}
