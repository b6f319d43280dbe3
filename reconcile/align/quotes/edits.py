"""What replaced words do to a sentence: another form of a verb, or another sense."""

from __future__ import annotations

from reconcile.align.senses import base
from reconcile.align.stems import stem
from reconcile.language.figures.ordinals import whole
from reconcile.values.quotes import Edit, is_content


def contrary(edit: Edit) -> bool:
    """Whether a small word turns the sense: a "not", an "all" for a "some", a "my" for a "his"."""
    one, two = set(edit.first), set(edit.second)
    mine = any(a & _OWN and b & _THEIRS and not (a | b) - _OWN - _THEIRS for a, b in ((one, two), (two, one)))
    return mine or bool((one ^ two) & _TURNS)


def denies(edit: Edit) -> bool:
    """Whether one wording has a word that denies where the other has none: a "never" that is missing."""
    return bool({*edit.first} & _DENY) is not bool({*edit.second} & _DENY)


_DENY = frozenset(("not", "no", "never", "none", "nothing", "nobody"))
_OWN, _THEIRS = frozenset(("my", "our", "me", "us")), frozenset(("his", "her", "their", "him", "them"))


_TURNS = frozenset(
    (
        "not",
        "no",
        "all",
        "some",
        "most",
        "none",
        "never",
        "only",
        "can",
        "must",
        "may",
        "will",
        "would",
        "should",
    )
)


def goes_on_without(edit: Edit) -> bool:
    """Whether one wording has a word of sense at an end where the other goes on without it: "hardly ready", "was ready"."""
    telling = [any(map(is_content, side)) for side in (edit.first, edit.second)]
    few = all(0 < len(side) <= _FEW for side in (edit.first, edit.second))
    return few and telling.count(True) == 1 and not edit.trifling


_FEW = 2


def tense(edit: Edit) -> bool:
    """Whether only the form of a verb differs: "plays" and "played", "is" and "feels"."""
    if len(edit.first) != 1 or len(edit.second) != 1:
        return False
    one, two = edit.first[0], edit.second[0]
    if one[-1:].isdigit() or two[-1:].isdigit() or contrary(edit):
        return False
    return stem(one) == stem(two) or one in _BEING or two in _BEING


def inflected(edit: Edit) -> bool:
    """Whether one verb stands in two forms of which one has a helping verb: "are digging" and "dig"."""
    bare = [[word for word in side if word not in _BEING] for side in (edit.first, edit.second)]
    helped = len(edit.first) != len(edit.second) and 1 <= len(bare[0]) == len(bare[1]) <= 2
    return helped and list(map(stem, bare[0])) == list(map(stem, bare[1])) and not contrary(edit)


def one_sense(edit: Edit) -> bool:
    """Whether only the form of the verb, or the pronoun for what is spoken of, differs: "did her part", "has done its part"."""
    one, two = (
        ["its" if word in _THIRD else _VERB.get(word) or base(word) for word in side if word not in _HELPING]
        for side in (edit.first, edit.second)
    )
    return one == two and bool(one) and not contrary(edit)


_THIRD = frozenset(("his", "her", "its", "their"))
_VERB = {"did": "do", "done": "do", "went": "go", "gone": "go"}
_HELPING = frozenset(("has", "have", "had", "is", "are", "was", "were", "be", "been", "being"))


def one_number(edit: Edit) -> bool:
    """Whether both sides write one number, as in a date: "the first of" June, "1st" June."""
    one, two = (
        whole(" ".join(w for w in side if w not in ("the", "of"))) for side in (edit.first, edit.second)
    )
    return one is not None and one == two


def joins(edit: Edit) -> bool:
    """Whether all that one printing adds is a word that joins what is said to what was said before."""
    return edit.first + edit.second in (("and",), ("so",), ("well",))


def dispensable(edit: Edit) -> bool:
    """Whether one word too many is of a kind that a sentence can do without: "and we stayed", "we have agreed"."""
    words = edit.first + edit.second
    return len(words) == 1 and words[0] in _DISPENSABLE


_CAN_DO_WITHOUT = "have has had i we you he she it they that because which who then too also very so"
_DISPENSABLE = frozenset(_CAN_DO_WITHOUT.split())


def is_being(one: str, other: str) -> bool:
    """Whether one of two words is a form of a helping verb."""
    return one in _BEING or other in _BEING


_BEING = frozenset(
    ["is", "are", "was", "were", "be", "been", "am", "has", "have", "had", "do", "does", "did"]
)


def condition(rest: tuple[str, ...]) -> bool:
    """Whether the words that follow a quotation elsewhere set a condition on it, or change its figure."""
    return rest[:1] in _IF or rest[:2] in _IF or rest[:3] in _IF


_CONDITIONS = "subject to|provided|providing|unless|if|only if|except|on condition|as long as|so long as|or more|or less|or longer|or fewer"
_IF = frozenset(tuple(words.split()) for words in _CONDITIONS.split("|"))


def limits(rest: tuple[str, ...]) -> bool:
    """Whether the words that follow a sentence elsewhere limit what it says: "before the summer", "as of today".

    What was done besides ("before pumping it out") and what is said of the words themselves ("as he would say") do not.
    """
    second = rest[1:2]
    if rest[:2] in _OPEN or (rest[:1] == ("as",) and second and second[0] in _SPEAKERS):
        return False
    done = bool(second) and second[0].endswith("ing") and second[0] not in _TIMES_OF_DAY
    besides = rest[:1] and rest[0] in _BESIDES and done
    return bool(rest[:1]) and rest[0] in _LIMITS and not besides


_LIMITS_WORDS = "before until unless if except but without provided when once by for only yet after as this today tonight not"
_LIMITS = frozenset(_LIMITS_WORDS.split())
_BESIDES = frozenset(("before", "after", "by", "for", "when"))
_TIMES_OF_DAY = frozenset(("morning", "evening", "spring"))
_SPEAKERS = frozenset(("i", "we", "you", "he", "she", "they"))
_OPEN = frozenset(
    (one, two) for one in ("for", "by", "after") for two in ("any", "all", "every", "the", "our", "us")
)
