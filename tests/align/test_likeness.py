"""Which claims likely answer one question: the weights name what is observed, and each claim has one partner."""

from __future__ import annotations

from reconcile import Article, extract
from reconcile.align.figures import like_figures
from reconcile.align.figures.quantities import clusters
from reconcile.align.likeness import LEAST, Weights, mutual
from reconcile.align.questions import why_apart
from reconcile.align.story import Story
from reconcile.align.times import like_clocks, like_dates, like_lengths
from reconcile.claims.date import DateClaim

TEXTS = {
    "a": "Fourteen men rowed for two hours to the shore of Vosk, and 300 barrels burned. Thorne opened at Vosk in 1993. "
    "The pier at Vosk was built in 1970. A fire broke out at 6:10 a.m.",
    "b": "Fifteen persons rowed for three hours to the shore of Vosk, where 320 barrels burned. Varley opened at Vosk in 1996. "
    "In 1972 Vosk got its pier, where ferries land. The fire was seen at 6:15 a.m.",
    "c": "The ferry to Vosk carried 17 cars.",
}


def _story() -> Story:
    articles = [
        Article(id=name, publisher=name, text=text, published="2024-05-02") for name, text in TEXTS.items()
    ]
    return Story(articles, [claim for article in articles for claim in extract(article)])


def test_what_is_observed_has_a_weight_and_no_weight_is_idle() -> None:
    seen = [
        (like_figures.WEIGHTS, [seen for *_, seen in like_figures.compared(_story())]),
        (like_lengths.WEIGHTS, [seen for *_, seen in like_lengths.compared(_story())]),
        (like_dates.WEIGHTS, [seen for *_, seen in like_dates.compared(_story())]),
        (like_clocks.WEIGHTS, [seen for *_, seen in like_clocks.compared(_story())]),
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


def test_dates_of_two_names_are_not_compared_nor_clock_times_as_dates() -> None:
    met = {frozenset((str(a), str(b))) for a, b, _ in like_dates.compared(_story())}
    assert frozenset(("1970", "1972")) in met
    assert frozenset(("1993", "1996")) not in met
    assert not any(":" in time for pair in met for time in pair)


def test_why_not_says_how_unlikely_two_dates_answer_one_question() -> None:
    story = _story()
    claims = {str(c): c for c in story.of(DateClaim)}
    said = why_apart(claims["1970"], claims["1996"], story)
    assert any(f"{like_dates.LEAST} is asked) that they answer one question" in line for line in said)


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


def test_what_both_articles_print_word_for_word_is_no_rival_of_itself() -> None:
    dome = '"The dome we lowered last night did not work," Bo Holm told reporters in Vosk.'
    saved = "Ada Lind, 11 - found after eight days Mo Vale, 25 - freed on day seven"
    saved_last = f"Bo Reed, 79 - reached in his cellar by a team from Oslo {saved}"
    around = {
        "a": "Engineers met in Brindle to find another way, and shares of the firm fell by a tenth. Rain hid the ruins. "
        "The minister flew over the bay and called it a test. Hotels say that most guests have gone home early.",
        "b": "Tar has reached the beaches, fishing is closed and crews lay booms. Few teams went on digging at all. "
        "A court may hear the first claims. Relatives stood at the fence and read lists by torchlight.",
    }
    articles = [
        Article(
            id=name,
            publisher=name,
            text=f"{around[name]} {dome} {saved if name == 'a' else saved_last}",
            published=f"2024-05-0{day}",
        )
        for day, name in enumerate(around, 8)
    ]
    story = Story(articles, [claim for article in articles for claim in extract(article)])
    assert len({str(c) for c in story.of(DateClaim)}) == 2
    assert not list(like_dates.compared(story))
    lengths = [(str(a), str(b)) for a, b, _ in like_lengths.compared(story)]
    assert lengths
    assert all(a == b for a, b in lengths)
