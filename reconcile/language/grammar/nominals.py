"""The noun phrases beside a verb: its subject before it, its object after it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reconcile.language.grammar.asides import BEFORE_PHRASES, before_asides, home
from reconcile.language.grammar.clauses import Words, small
from reconcile.language.grammar.relatives import nearest, participle
from reconcile.language.grammar.timewords import adverb, calendar, dated, day, part_of_time
from reconcile.language.grammar.triggers import Trigger
from reconcile.language.names.titled import person_nouns

_NOWHERE = (0, 0)
_VERBAL = small("auxiliary") | small("modal")
_FURTHER = small("further-preposition")
_LINKING = small("preposition") | small("joint") | _FURTHER
_PREPOSITIONS = (small("preposition") | _FURTHER) - {"of"}
_BETWEEN = small("beside-verb")
_PARTICLES = small("particle")
_RELATIVE = frozenset({"who", "which", "that", "whom"})
_TELL = small("tells")
_AND = frozenset({"and", "or", "but"})
_ME = frozenset({"i", "he", "she", "they", "we", "you", "it", "who", "there"})
_AROUND = frozenset({"before", "after", "while", "since"})
_WHO = frozenset(
    {"i", "he", "she", "they", "we", "it"}
)  # with whom a clause opens: "a man they say is armed"
_NO_OBJECT = _PARTICLES | _LINKING | {"away", "apart", "ashore", "aside", "instead", "together"}
_LOOSE = _BETWEEN | _LINKING  # what no noun phrase ends in
_NO_NOUN = _LINKING | _VERBAL | _ME
_THEM = small("pronoun") - {"it", "her", "you"}
_SOME = small("quantifier") | small("nobody") | small("some-of")
_TOLD = frozenset({"told", "tells", "tell", "telling", "showed", "reminded", "informed"})
_LED_BY = _RELATIVE | {"where"}
_NEAR = 5  # words of the subject of a relative clause
_LONGEST = 24  # words of the longest subject with all that hangs on it
_WORDS = 9  # words of the longest noun phrase that is kept
_DEEP = 3  # verbs one behind another that share a subject


# A phrase's first and last token, and whether a preposition governs it; of several the last one comes first.
Piece = tuple[int, int, bool]


class Clauses:
    """The verbs of a sentence, and the noun phrases beside them."""

    def __init__(self, sentence: Words, triggers: Sequence[Trigger]) -> None:
        self.sentence = sentence
        self.verbs: Mapping[int, Trigger] = {t.at: t for t in triggers if not (t.noun or t.quality)}

    def subject(self, verb: int, time: tuple[int, int] = _NOWHERE) -> tuple[int, int]:
        """Where the subject of the verb at token `verb` stands in the text; `(0, 0)` when it has none."""
        first, last = self._subject(verb, self._timed(time), _DEEP)
        return self._place(first, last)

    def object(self, index: int, time: tuple[int, int] = _NOWHERE) -> tuple[int, int]:
        """Where the noun phrase stands that opens at token `index`; `(0, 0)` when there is none."""
        sentence, timed, verbs = self.sentence, self._timed(time), self.verbs
        while index < len(sentence) and (adverb(sentence[index]) or index in timed):
            index += 1  # "occurred peacefully", "shortly before noon"
        if index >= len(sentence) or sentence[index].lower in _NO_OBJECT:
            return _NOWHERE
        if calendar(sentence[index]) or (
            index + 1 < len(sentence) and sentence[index + 1].lower in small("length")
        ):
            return _NOWHERE  # "died Sunday", "crashed 65 miles north of Vik"
        first = index
        while index < len(sentence) and index - first < _WORDS and index not in timed:
            lower, word = sentence[index].lower, sentence[index].word
            opened = index > first and sentence[index - 1].lower != "of"
            opened = opened and (lower in small("determiner") or lower in _WHO)
            linking = lower in _LINKING and lower != "of"
            if (
                not word
                or linking
                or opened
                or (index > first and dated(sentence, index))
                or lower in _VERBAL
                or (index in verbs and not self._gerund(index))
            ):
                break
            index += 1
        return self._place(first, index - 1)

    def _place(self, first: int, last: int) -> tuple[int, int]:
        """The stretch of text from one token to another, without the determiners that open it."""
        sentence = self.sentence
        while first < last and (
            sentence[first].lower in small("determiner") or sentence[first].lower == "of"
        ):
            first += 1
        while first < last and (adverb(sentence[last]) or sentence[last].lower in _LOOSE):
            last -= 1
        marked = next((at for at in range(first, last - 1) if sentence[at].lower == "anniversary"), None)
        if marked is not None and sentence[marked + 1].lower == "of":
            return self._place(marked + 2, last)  # "the 10th anniversary of the siege": the siege
        alone = sentence[first].lower if 0 <= first == last else ""
        if first < 0 or first > last or alone.replace(",", "").isdigit() or alone in small("determiner"):
            return _NOWHERE
        end = sentence.end(last)
        if alone in _ME:
            end = sentence.starts[last] + len(alone)  # "he's been shot"
        return sentence.starts[max(first, last - _WORDS + 1)], end

    def _timed(self, time: tuple[int, int]) -> range:
        """The tokens of a time, and the preposition before it."""
        start, end = time
        if end <= start:
            return range(0)
        sentence = self.sentence
        first = sentence.ending_after(start)
        last = first
        while last < len(sentence) and sentence.starts[last] < end:
            last += 1
        owns = last > first and sentence[last - 1].size > len(sentence[last - 1].lower)
        if owns or (first and sentence[first - 1].lower == "of"):
            return range(0)  # "this year's prize", "the pact of 1961"
        if first and sentence[first - 1].lower in ("on", "in", "at", "by", "around", "about"):
            first -= 1
        return range(first, last)

    def _subject(self, verb: int, timed: range, deep: int) -> tuple[int, int]:
        """The first and the last token of the subject of the verb at `verb`; `(0, -1)` when it has none."""
        sentence = self.sentence
        if verb > 1 and sentence[verb - 1].lower == "to" and not self._leads_on(verb - 2):
            ahead = max((at for at in self.verbs if at < verb - 1), default=-1)
            if ahead < 0 or self.verbs[ahead].lemma not in small("asks-to"):
                return self._shared(verb - 1, timed, deep)  # "took an hour to convict Moss"
        index, helped = self._skipped(verb - 1, timed)
        index = self._before_telling(index)
        if index < 0:
            return (0, -1)
        lower = sentence[index].lower
        if lower in _AROUND and sentence[index + 1].lower.endswith("ing"):
            return self._shared(index, timed, deep)  # "killed two before being shot by guards"
        if lower in _AND or (lower == "," and index + 1 < verb and sentence[index + 1].lower in _AND):
            return self._shared(index, timed, deep)
        relative = lower in _RELATIVE and index > 0
        if relative and (index - 1 in self.verbs or sentence[index - 1].lower.endswith("ing")):
            return (0, -1)  # "is investigating who shot him"
        if relative:
            index -= 1 + (sentence[index - 1].lower == ",")  # "the pact that was signed", "the pact, which"
            if index > 1 and sentence[index].lower.isdigit() and sentence[index - 1].lower == ",":
                index -= 2  # "Ada Moss, 44, who was hurt"
        while index > 0 and (sentence[index].lower in "\"”'’" or sentence[index].lower == ")"):
            index = self._opened(index) - 1  # '"The Lamp," painted in 1710', "the Tern (built 1910) sank"
        if index < 0:
            return (0, -1)
        if sentence[index].lower == "," and sentence[index + 1].lower == "then":
            return self._shared(index, timed, deep)  # "shot a friend, then killed himself"
        if sentence[index].lower == "," and not relative:
            if sentence[verb].lower.endswith("ing") and not helped:
                return self._shared(index, timed, deep)  # "hit the town, killing two"
            comma, index = index, before_asides(sentence, self.verbs, index)
            if index == comma - 1 and comma == verb - 1 and self._acts(verb) and self._goes_on(index):
                return self._shared(comma, timed, deep)  # "shot a guard outside the mill, went in and"
        index, _ = self._skipped(index, timed)
        if index < 0 or not sentence[index].word or sentence[index].lower in _LINKING:
            return (0, -1)
        if sentence[index].lower in _ME - {"who", "there"}:
            return (index, index)  # "in 1998 he founded it"
        comma = home(sentence, index)
        if comma > 0:
            index = before_asides(sentence, self.verbs, comma)
        found = self._phrase(index, timed, relative or not helped, lower == "who")
        return nearest(sentence, index, found) if relative and lower in ("which", "that") else found

    def _before_telling(self, index: int) -> int:
        """The token before who tells it: "who" of "who investigators believe killed", "man" of "a man they say shot"."""
        sentence = self.sentence
        if index < 2 or sentence[index].lower not in _TELL or sentence[index - 1].capital:
            return index
        if sentence[index - 2].lower in _RELATIVE:
            return index - 2
        return index - 2 if sentence[index - 1].lower in _ME else index

    def _skipped(self, index: int, timed: range) -> tuple[int, bool]:
        """The last token up to `index` that is no auxiliary, adverb or part of the time; whether an auxiliary was passed."""
        sentence, helped = self.sentence, False
        while index > 0:
            lower = sentence[index].lower
            if lower == "to" and index:
                helped = True
                if self._leads_on(index - 1):
                    index -= 2  # "refused to say", "is set to sign"
                    continue
            elif lower in _VERBAL | small("stays") or (
                index in self.verbs and sentence[index - 1].lower in small("be")
            ):
                helped = True  # "was declared extinguished"
            elif not (lower in _BETWEEN or index in timed or adverb(sentence[index]) or day(sentence, index)):
                break
            index -= 1
        return index, helped

    def _leads_on(self, index: int) -> bool:
        """Whether an infinitive after the token has the subject of that: "refused to say", "is set to sign"."""
        lower = self.sentence[index].lower
        return index in self.verbs or lower in small("before-to") or lower.endswith("ed")

    def _shared(self, index: int, timed: range, deep: int) -> tuple[int, int]:
        """The subject of the verb before `index`, which what follows shares: "was shot and killed"."""
        found = -1
        for at in range(index - 1, max(-1, index - _LONGEST), -1):
            lower = self.sentence[at].lower
            if lower in ";:":
                break
            if at not in self.verbs and lower not in _VERBAL:
                continue
            if at in self.verbs and (self._gerund(at) or self._reduced(at, timed)):
                found = max(
                    found, at
                )  # it may only describe a noun: "suffered a wound caused by glass and died"
                continue
            found = at
            break
        found = self.verbs[found].first if found in self.verbs else found  # "opened" of "opened fire"
        return self._subject(found, timed, deep - 1) if deep and found >= 0 else (0, -1)

    def _phrase(self, last: int, timed: range, led: bool, who: bool) -> tuple[int, int]:
        """The noun phrase that ends a clause's words up to `last`, with nothing of what hangs on it.

        It is the first one that no preposition governs ("A ferry" of "A ferry from Brindle"); behind a verb that is
        not that of another clause the last one ("lifting the measures imposed"). `led`: the verb may open no clause. `who`: a
        person is meant, by the last one if that tells one ("insults at the senators who").
        """
        sentence, verbs = self.sentence, self.verbs
        pieces: list[Piece] = []
        held: list[Piece] | None = None  # what there was behind an "and"
        end = index = last
        inside = False
        while index >= 0 and last - index < _LONGEST:
            lower, word = sentence[index].lower, sentence[index].word
            if index in timed or lower == ")":
                self._piece(pieces, index + 1, end, sentence[index + 1].lower == "of")
                index = self._opened(index) if lower == ")" else index
                end = index - 1
            elif lower in _AND and index > 0 and sentence[index - 1].word and index < last:
                held = [*pieces, (index + 1, end, False)] if index < end else [*pieces]
            elif not word or lower in small("joint"):
                break
            elif (index in verbs and not self._gerund(index)) or lower in _VERBAL:
                described = lower not in _VERBAL and self._reduced(index, timed)
                back = (
                    index - 1 if described else max(self._relative(index, held is None), self._purpose(index))
                )
                if back < 0 or (who and self._person(pieces[0][1] if pieces else end)):
                    inside = not (index in verbs and verbs[index].facet == "said")
                    break
                pieces, held, end, index = [], None, back, back + 1
            elif lower in _PREPOSITIONS and not (
                (lower == "at" and sentence[index + 1].lower in ("least", "most"))
                or (lower == "to" and index and sentence[index - 1].lower == "up")
            ):
                self._piece(pieces, index + 1, end, True)
                end = index - 1
            elif (
                lower in small("determiner")
                and index
                and sentence[index - 1].lower not in ("of", "all", "both")
            ):
                self._piece(pieces, index, end, sentence[index - 1].lower in _PREPOSITIONS)
                end = index - 1
                if self._ends(index - 1):
                    break  # "prosecutors suspect a man", "told reporters the gunman"
            elif index < end and lower in _THEM and sentence[index - 1].lower in _TOLD:
                self._piece(pieces, index + 1, end, False)
                break  # "told us looters"
            elif index < end and lower == "arrival" and sentence[index - 1].lower in ("on", "upon", "after"):
                self._piece(pieces, index + 1, end, False)
                break  # "upon arrival officers found"
            elif lower in _TELL and index < end and index and sentence[index - 1].lower.endswith("s"):
                self._piece(pieces, index + 1, end, False)
                break  # "detectives suspect Moss"
            elif end > index and calendar(sentence[index]) and not calendar(sentence[index + 1]):
                self._piece(pieces, index + 1, end, False)
                end = index
            index -= 1
        after = index >= 0 and sentence[index].lower in BEFORE_PHRASES
        self._piece(pieces, index + 1, end, after)
        if held is not None and inside:  # "one died and three were hurt"
            pieces = held
        free = [piece for piece in pieces if not piece[2]]
        near = pieces and who and self._person(pieces[0][1])
        chosen = free[-1:] if free and not (inside and led) and not near else pieces[:1]
        if near and chosen:
            return self._whose(*chosen[0][:2])
        return chosen[0][:2] if chosen else (0, -1)

    def _person(self, index: int) -> bool:
        """Whether the word is a noun for a person."""
        return self.sentence[index].lower.removesuffix("s") in person_nouns()

    def _whose(self, first: int, last: int) -> tuple[int, int]:
        """Of "friends of the woman" before "who" the woman; of "one of the women" all."""
        sentence = self.sentence
        of = next((at for at in range(last - 1, first, -1) if sentence[at].lower == "of"), -1)
        some = of < 0 or sentence[of - 1].lower in _SOME or sentence[of - 1].lower.isdigit()
        return (first, last) if some else (of + 1, last)

    def _ends(self, index: int) -> bool:
        """Whether the word before a phrase with an article ends what comes before it."""
        token = self.sentence[index]
        linked = token.lower in _LINKING or token.lower in _AND or token.lower in _RELATIVE
        governs = index in self.verbs or token.lower in _VERBAL or token.lower.endswith("ing")
        return token.word and not linked and not governs

    def _piece(self, pieces: list[Piece], first: int, last: int, governed: bool) -> None:
        """Adds the phrase from `first` to `last`, unless it is empty or only tells a time."""
        said = self.sentence[first : last + 1]
        empty = all(part_of_time(token) or token.lower[:1].isdigit() for token in said)
        if not empty and (governed or said[-1].lower not in small("stretch")):
            pieces.append((first, last, governed))

    def _opened(self, close: int) -> int:
        """The bracket that the one at `close` ends; `close` itself where it is none."""
        if self.sentence[close].lower != ")":
            return close
        return next(
            (at for at in range(close - 1, max(-1, close - _LONGEST), -1) if self.sentence[at].lower == "("),
            close,
        )

    def _reduced(self, index: int, timed: range) -> bool:
        """Whether the verb at `index` only describes the noun before it: "a man shot in the head"."""
        sentence, verb = self.sentence, self.verbs[index]
        if verb.facet in ("said", "announced") or not index or index + 1 >= len(sentence):
            return False
        at = index - 1
        while at > 0 and (adverb(sentence[at]) or sentence[at].lower in _BETWEEN):
            at -= 1
        before, after = sentence[at], sentence[index + 1]
        shaped = after.lower in small("preposition") or index + 1 in timed
        if after.lower == "at" and index + 2 < len(sentence) and sentence[index + 2].lower in _THEM:
            return False  # "two males shot at them"
        bare = before.word and before.lower not in _NO_NOUN and at not in self.verbs
        return shaped and bare and participle(sentence[index])

    def _gerund(self, index: int) -> bool:
        """Whether the verb at `index` is a word like a noun here: "sentencing is on Friday"."""
        before = self.sentence[index - 1] if index else None
        return self.sentence[index].lower.endswith("ing") and not (
            before and before.word and before.lower in small("be")
        )

    def _purpose(self, index: int) -> int:
        """The token before a participle that the infinitive at `index` hangs on: "rebels" of "rebels fighting to end"."""
        sentence = self.sentence
        hangs = index > 2 and sentence[index - 1].lower == "to" and sentence[index - 2].lower.endswith("ing")
        return (
            index - 3
            if hangs and sentence[index - 3].word and sentence[index - 3].lower not in _VERBAL
            else -1
        )

    def _relative(self, index: int, alone: bool) -> int:
        """Where the words end that the relative clause of the verb at `index` hangs on; -1 when it has none."""
        sentence = self.sentence
        at = index - 1
        while at > 0 and (
            sentence[at].lower in _VERBAL or sentence[at].lower in _BETWEEN or adverb(sentence[at])
        ):
            at -= 1
        if alone and at > 0 and sentence[at].lower not in _RELATIVE:
            at = self._led(at)
        if at < 1 or sentence[at].lower not in _LED_BY or at - 1 in self.verbs:
            return -1
        return at - (2 if sentence[at - 1].lower == "," else 1)

    def _led(self, at: int) -> int:
        """The word that leads the relative clause whose subject ends at a token: "where" of "where Moss had thrown"."""
        sentence = self.sentence
        for index in range(at, max(0, at - _NEAR), -1):
            token = sentence[index]
            if token.lower in _LED_BY - {"who", "that"}:
                behind = sentence[index - 1]
                return index if behind.word and behind.lower not in _LINKING and not behind.capital else -1
            if not token.word or index in self.verbs or token.lower in _VERBAL or token.lower in _LINKING:
                break
        return -1

    def _acts(self, verb: int) -> bool:
        """Whether the verb cannot only describe the noun before it: "went in", but "leased to Vik"."""
        after = self.sentence[self.verbs[verb].at + 1 : self.verbs[verb].at + 2] if verb in self.verbs else []
        shaped = not after or after[0].lower in small("preposition")
        return not shaped or not participle(self.sentence[verb]) or self.sentence[verb].lower in small("goes")

    def _goes_on(self, last: int) -> bool:
        """Whether the words up to `last` have a verb of their own already, back to the next mark."""
        while last >= 0 and self.sentence[last].word:
            if last in self.verbs and not self._gerund(last) and not self._reduced(last, range(0)):
                return True
            last -= 1
        return False
