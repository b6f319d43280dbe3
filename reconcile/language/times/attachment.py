"""Which verb or event noun of its sentence a time hangs on."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from reconcile.language.grammar.clauses import Token, Words, small
from reconcile.language.grammar.triggers import Trigger
from reconcile.values.regex import regex

# What it costs to reach past a comma, a conjunction, the edge of a quotation; and how far a time reaches at all.
_LIMITS = frozenset({"before", "after", "until", "since"})  # prepositions where they stand before a time
_AFTERWARDS = _LIMITS | {"following"}
_OFF = frozenset(
    {"shortly", "just", "soon", "seconds", "minutes", "moments", "hours"}
)  # "minutes before 9 p.m."
_OPENERS = frozenset({"earlier", "later", "last", "yesterday", "today"})
_WHO = frozenset({"which", "who", "whose", "where"})
_PAUSES = frozenset({",", "-", "–", "—"})
_COMMA, _JOINT, _WALL, _REACH = 4, 7, 16, 26
_FAR = 1000  # the cost of what lies further
_PHRASE = 8  # words between a noun and the time that closes its phrase
_NAMED = 9  # words between "the 7 May" and its noun


def governing(
    sentence: Words, triggers: Sequence[Trigger], start: int, end: int, attributive: bool = True
) -> Trigger | None:
    """The trigger that the time at `start:end` hangs on: the nearest one, by the walls between them.

    A noun that the time stands before decides ("the July 9 reception", "Tuesday's vote"); else verbs go before
    nouns, what stands before the time goes before what follows it.
    """
    first = sentence.ending_after(start)
    if first and sentence[first].capital and sentence[first].lower in _OPENERS and sentence[first - 1].word:
        # "ambushes Earlier this month, the council met": nothing marks where the sentence begins
        triggers = [trigger for trigger in triggers if trigger.at > first]
    if not triggers:
        return None
    last = max(0, bisect_left(sentence.starts, end) - 1)
    if attributive:
        led = sentence[first - 1].lower if first else ""
        determined = sentence[first].lower in small("determiner") or led in small("determiner")
        for trigger in triggers:
            bare = determined and sentence[trigger.at].lower == trigger.lemma  # "the 1989 Tern Point leak"
            if not (trigger.noun or bare) or not last < trigger.at <= last + (_NAMED if determined else 4):
                continue
            gap = sentence[last + 1 : trigger.at]
            if all(_described(sentence, index) for index in range(last + 1, trigger.at)):
                bare = determined or led not in small("preposition")
                owns = sentence[last].size > len(sentence[last].lower)  # "in yesterday's deadly fire"
                if bare or owns or not gap:
                    return trigger
    best: Trigger | None = None
    least = 10_000
    follows = sentence[last + 1].lower if last + 1 < len(sentence) else ""
    label = follows == ":" or (first == 0 and follows in ("-", "–", "—"))
    label = label and not _by_the_clock(sentence, first, last)
    roles = _roles(sentence, triggers, first)
    cost_to = _costs(sentence, first, last, triggers[0].at, triggers[-1].at, roles)
    told = triggers[-1].at > last and _told(sentence, triggers, first, roles)
    ahead = range(last + 1, triggers[-1].first)
    limit = next((index for index in ahead if sentence[index].lower in _AFTERWARDS), len(sentence))
    off = first > 1 and sentence[first - 1].lower in _LIMITS and sentence[first - 2].lower in _OFF
    owned = _of_a_noun(sentence, triggers, first)
    copula = _copula(sentence, triggers, first)
    cleft = follows == "that" and _cleft(sentence, first)
    for trigger in triggers:
        if first <= trigger.at <= last or (label and trigger.at > last):
            continue  # "June 9: …" is a label; "10:14 – …" tells when
        after = trigger.at > last
        cost = cost_to[trigger.at] + (2 if after else 0)
        if cost >= least and not trigger.noun:
            continue  # what follows only adds to it
        if trigger.quality:
            cost += _JOINT
        if trigger.at < copula and not trigger.noun:
            cost += _COPULA  # "lives in Brindle and was on the way to Tarn on Friday"
        if after and ((follows == "that" and not cleft) or (follows == "," and _but(sentence, last + 2))):
            cost += _WALL  # "was sure on Monday that they would sail", "in 2006, but nobody knows"
        if after and told and trigger.facet == "said" and follows == ",":
            continue  # "would be open in June, she added": when she added it is not told
        if after and told:
            cost += _COMMA * 3  # "was out by noon, the chief said": a clause with a verb keeps its own time
        if trigger.noun and _through_a_name(sentence[trigger.at + 1 : first]):
            cost = 2
        elif trigger.noun:
            own = not (after or off) and _after_which(sentence, trigger.first)
            cost += 0 if own else _noun_cost(sentence[trigger.first])
        elif trigger.facet == "said" and not after:
            cost += 3  # "said the bridge was closed on Monday"; but "on Monday, she said" keeps it
        if after and limit < trigger.first:
            cost += _WALL  # "on Saturday, a day after he resigned": the resignation was on another day
        if after and owned:
            cost += 12  # "the blast in Brindle on Friday shook the port", "ended the war"
        elif after and follows in small("auxiliary"):
            cost += 8  # "those hurt in the blast on Sunday have died": the time belongs to the subject
        if after and not trigger.noun and sentence[trigger.at].lower.endswith("ing"):
            cost += 8  # "struck on Friday killing two": the participle does not own the time
        if after and not trigger.noun and sentence[trigger.first - 1].lower == "to":
            cost += 8  # nor does the infinitive in "met on Friday to mark the day"
        if cost < least:
            best, least = trigger, cost
    if off and best is not None and best.at < first:
        return _told_before(sentence, triggers, first) or best
    if (
        best is not None
        and best.facet == "said"
        and first > 1
        and sentence[first - 1].lower in ("on", "in", "of")
    ):
        beside = [t for t in triggers if t.noun and t.at == first - 2 and t.facet != "said"]
        if beside and (best.at > last or _said_of(sentence, best.at, beside[0].first)):
            return beside[0]  # "at the dinner on 16 May the minister said": the dinner was on that day
    if best is not None and best.facet == "said" and best.at == first - 1 and follows == ",":
        ahead_of = [t for t in triggers if t.at > last and not t.noun and t.facet != "said"]
        if ahead_of and _by_minute(sentence, first, last):
            return ahead_of[0]  # "police said around 6 p.m. Sunday, a car drove up"
    if best is None or least > _REACH:
        return None
    if best.facet == "said" and best.at < first and _of_what_is_said(sentence, best.at, first):
        return None  # "said the ferry should be ready in June": nothing was said in June
    if best.noun and best.at < first and _another_does(sentence, best.at, first):
        return None  # "told us after the meeting that he would head home on Tuesday": it was not then
    return _meanwhile(sentence, triggers, best) if best.at < first and best.facet == "other" else best


def _cleft(sentence: Words, first: int) -> bool:
    """Whether "it was" sets the time in front of its clause: "it was on Friday that the ferry sank"."""
    at = first - 1
    while at > 0 and sentence[at].lower in small("preposition") | {"a", "the"}:
        at -= 1  # "it was on a Friday that"
    return at > 0 and sentence[at].lower in _WAS and sentence[at - 1].lower == "it"


def _copula(sentence: Words, triggers: Sequence[Trigger], first: int) -> int:
    """The last verb of being before the time that opens a clause of its own: "and was on the way"; -1 for none."""
    verbs = max((t.at for t in triggers if not t.noun and t.at < first), default=-1)
    told = (at for at in range(first - 1, verbs, -1) if sentence[at].lower in _WAS)
    own = (at for at in told if at and sentence[at - 1].lower in _OPENING)
    return next((at for at in own if sentence[at + 1].lower[-3:] != "ing"), -1)


def _but(sentence: Words, index: int) -> bool:
    return index < len(sentence) and sentence[index].lower == "but"


_OPENING = frozenset({"and", "but", "he", "she", "they", "it", "we", "i"})
_WAS = frozenset({"was", "were", "is", "are"})
_COPULA = 12


def _of_a_noun(sentence: Words, triggers: Sequence[Trigger], first: int) -> bool:
    """Whether the time closes the phrase of a noun that opens the clause: "the blast in Brindle on Friday shook"."""
    before = [t for t in triggers if t.at < first]
    if not before or not before[-1].noun or before[-1].facet == "said" or not all(t.noun for t in before):
        return False
    between = sentence[before[-1].at + 1 : first]
    return (
        0 < len(between) <= _PHRASE
        and between[-1].lower in ("on", "in", "at")
        and all(t.word for t in between)
    )


def _of_what_is_said(sentence: Words, verb: int, first: int) -> bool:
    """Whether a clause with a verb of its own stands between a verb of saying and the time."""
    between = [token.lower for token in sentence[verb + 2 : first]]
    clause = next(
        (at for at, word in enumerate(between) if word in small("modal") or word in small("be")), None
    )
    return clause is not None and all(token.word for token in sentence[verb + 1 : first])


def _another_does(sentence: Words, noun: int, first: int) -> bool:
    """Whether somebody does something of his own between a noun and the time."""
    told = (sentence[at].lower in _OPENING and sentence[at + 1].lower for at in range(noun + 1, first - 1))
    return any(word in small("modal") for word in told)


def _by_the_clock(sentence: Words, first: int, last: int) -> bool:
    """Whether the time opens its sentence and is one of the clock: an entry of a running report."""
    said = "".join(sentence[index].lower for index in range(first, last + 1))
    return first == 0 and _CLOCK.match(said) is not None


def _by_minute(sentence: Words, first: int, last: int) -> bool:
    """Whether a time of the clock is among the tokens `first..last`."""
    return _CLOCK.search("".join(sentence[index].lower for index in range(first, last + 1))) is not None


def _said_of(sentence: Words, verb: int, noun: int) -> bool:
    """Whether what was said begins with the noun: "said a deadly raid on Monday", not "said at a dinner on Monday"."""
    between = [sentence[index].lower for index in range(verb + 1, noun)]
    return bool(between) and between[0] in small("determiner") and small("preposition").isdisjoint(between)


_CLOCK = regex(r"\d{1,2}(?:[:.]\d\d|[ap]\.?m)")


def _meanwhile(sentence: Words, triggers: Sequence[Trigger], aside: Trigger) -> Trigger:
    """The verb of news that the clause of `aside` only goes along with: "was stabbed as he waited for a cab at noon"."""
    for index in range(aside.first - 1, max(0, aside.first - 6), -1):
        lower, word = sentence[index].lower, sentence[index].word
        if not word or lower in small("preposition"):
            break
        if lower in ("as", "while"):
            told = [t for t in triggers if t.at < index and not t.noun and not t.quality]
            return told[-1] if told and told[-1].facet not in ("other", "said") else aside
    return aside


def _described(sentence: Words, index: int) -> bool:
    """Whether the token may stand between a time and its noun: "the May 7, 2015, Tern Point, Maine, theatre shooting"."""
    lower, word = sentence[index].lower, sentence[index].word
    if lower == ",":
        before = sentence[index - 1]
        return before.capital or before.lower.isdigit()
    linking = lower in small("preposition") or lower in small("joint") or lower in small("auxiliary")
    return word and not linking


def _roles(sentence: Words, triggers: Sequence[Trigger], first: int) -> frozenset[int]:
    """Where "as" before the time opens no clause: "will replace him as chief executive on 1 October"."""
    verb = max((t.at for t in triggers if not t.noun and t.at < first), default=-1)
    return frozenset(index for index in range(verb + 1, first) if sentence[index].lower == "as")


def _told(sentence: Words, triggers: Sequence[Trigger], first: int, roles: frozenset[int]) -> bool:
    """Whether the clause that the time ends has a verb already: nothing but words stands between the two."""
    verbs = {t.at for t in triggers if not t.noun and t.facet != "said"}
    be = small("be")
    for index in range(first - 1, max(-1, first - 20), -1):
        token = sentence[index]
        joins = token.lower in small("joint") and token.lower not in _LIMITS and index not in roles
        if not token.word or joins:
            return False
        if index in verbs or token.lower in be:
            return True
    return False


def _through_a_name(between: Sequence[Token]) -> bool:
    """Whether only a name stands between a noun and the time: "signing of the Treaty of Peace and Trade on May 2".

    A name is one word, however long it is.
    """
    if len(between) < 4 or between[0].lower != "of" or between[-1].lower not in ("on", "in"):
        return False
    return all(t.capital or t.lower in ("of", "the", "and", "on", "for", ",", "-") for t in between[1:-1])


def _after_which(sentence: Words, index: int) -> bool:
    """Whether the noun follows "after a" or "following the": then the time after it is its own."""
    return any(t.lower in ("after", "following") for t in sentence[max(0, index - 3) : index])


def _told_before(sentence: Words, triggers: Sequence[Trigger], first: int) -> Trigger | None:
    """The verb that a time hangs on which is counted from another: "left after a game minutes before 9".

    It is the nearest one before that tells; what people had done before is told by the way.
    """
    for trigger in reversed([t for t in triggers if t.at < first]):
        by_the_way = trigger.first > 0 and sentence[trigger.first - 1].lower == "had"
        if not (trigger.noun or by_the_way or trigger.facet == "said"):
            return trigger
    return None


def _noun_cost(token: Token) -> int:
    """Nouns yield to verbs, but not when they name an event ("the Border War in the 1960s")."""
    return 1 if token.capital else 6


def _costs(sentence: Words, first: int, last: int, low: int, high: int, roles: frozenset[int]) -> list[int]:
    """What it costs to reach each token of `low..high` from the stretch `first..last`; `_FAR` for what is out of reach."""
    costs = [_FAR] * len(sentence)
    joints, aside = small("joint"), _aside(sentence, first)
    for way in (range(first - 1, low - 1, -1), range(last + 1, high + 1)):
        cost = 0
        for index in way:
            if index in aside:
                continue
            costs[index] = cost
            lower, word = sentence[index].lower, sentence[index].word
            if not word:
                cost += _mark(lower)
            elif lower in joints and index not in roles and not (index == first - 1 and lower in _LIMITS):
                cost += _JOINT
            else:
                cost += 1
            if cost > _REACH:
                break  # what lies further is not reached
    return costs


def _aside(sentence: Words, first: int) -> range:
    """The relative clause that ends before the time, or stands before its verb: "were called to the mill, which stands
    empty, at noon", "on Monday Ada Moss, who ran the mill, said".
    """
    for index in range(first, min(len(sentence), first + 14)):
        if sentence[index].lower in _WHO and sentence[index - 1].lower in _PAUSES and index > first + 1:
            ends = range(index + 1, min(len(sentence), index + 20))
            end = next((at for at in ends if sentence[at].lower in _PAUSES), 0)
            return range(index - 1, end + 1) if end else range(0)
        if sentence[index].tells and not sentence[index].capital:
            break  # the main verb comes first
    close = first - (2 if first and sentence[first - 1].lower in small("preposition") else 1)
    if close > 0 and sentence[close].lower == ",":
        for index in range(close - 1, max(0, close - 30), -1):
            if sentence[index].lower in _WHO and sentence[index - 1].lower == ",":
                return range(index - 1, close + 1)
    return range(0)


def _mark(mark: str) -> int:
    return _WALL if mark in '"“”' else _COMMA * 3 if mark in ";:—–" else _COMMA
