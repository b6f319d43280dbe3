"""Which claims likely answer one question: the weights name what is observed, and each claim has one partner."""

from __future__ import annotations

from reconcile import Article, extract
from reconcile.align import like_figures, like_lengths
from reconcile.align.likeness import LEAST, Weights, mutual
from reconcile.align.quantities import clusters
from reconcile.align.story import Story

TEXTS = {
    "a": "Fourteen men rowed for two hours to the shore of Vosk, and 300 barrels burned.",
    "b": "Fifteen persons rowed for three hours to the shore of Vosk, where 320 barrels burned.",
    "c": "The ferry to Vosk carried 17 cars.",
}


def _story() -> Story:
    articles = [Article(id=name, publisher=name, text=text) for name, text in TEXTS.items()]
    return Story(articles, [claim for article in articles for claim in extract(article)])


def test_what_is_observed_has_a_weight_and_no_weight_is_idle() -> None:
    seen = [
        (like_figures.WEIGHTS, [seen for *_, seen in like_figures.compared(_story())]),
        (like_lengths.WEIGHTS, [seen for *_, seen in like_lengths.compared(_story())]),
    ]
    for weights, pairs in seen:
        assert pairs
        assert all(set(observed) == set(weights.of) for observed in pairs)


def test_each_figure_meets_its_best_partner_only() -> None:
    claims = {c.span.quote: c for c in _story().claims if c.span.article in "ab"}
    men, people, barrels = claims["Fourteen men"], claims["Fifteen persons"], claims["320 barrels"]
    found = list(mutual([(men, people, 0.7), (men, barrels, 0.5)]))
    assert [(a.span.quote, b.span.quote, how) for a, b, how in found] == [
        ("Fourteen men", "Fifteen persons", 0.7)
    ]
    assert not list(mutual([(men, people, LEAST / 2)]))


def test_what_speaks_for_one_question_makes_it_likelier() -> None:
    weights = Weights(-1.0, {"for": 2.0, "against": -2.0})
    assert weights.likelihood({"for": 1.0, "against": 0.0}) > 0.5
    assert weights.likelihood({"for": 0.0, "against": 1.0}) < weights.likelihood({"for": 0.0, "against": 0.0})


def test_a_match_that_is_merely_possible_makes_no_one_question_of_two() -> None:
    texts = {
        "a": "The crane at Brindle fell on Tuesday and injured 41 workers. The yard sent 212 welders home.",
        "b": "Word reached 260 in time, and the yard at Brindle stayed empty.",
        "c": "The yard at Brindle sent 212 welders home after the crane fell.",
    }
    articles = [Article(id=name, publisher=name, text=text) for name, text in texts.items()]
    story = Story(articles, [claim for article in articles for claim in extract(article)])
    groups = [[(m.first.span.quote, m.second.span.quote) for m in group] for group in clusters(story)]
    assert [("212 welders", "212 welders")] in groups
    assert [("212 welders", "260")] in groups
