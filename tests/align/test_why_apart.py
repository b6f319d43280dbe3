"""What `why-not` says of two claims that make no finding."""

from reconcile.align.questions import why_apart
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.extraction import extract
from reconcile.sources.article import Article


def _said(first: str, second: str, quotes: tuple[str, str]) -> str:
    articles = [Article(id=name, publisher=name, text=text) for name, text in (("a", first), ("b", second))]
    claims = [claim for article in articles for claim in extract(article)]
    story = Story(articles, claims)

    def said(article: str, quote: str) -> Claim:
        return next(c for c in claims if c.span.article == article and c.span.quote == quote)

    return "\n".join(why_apart(said("a", quotes[0]), said("b", quotes[1]), story))


def test_two_groups_of_people_are_named_as_what_excludes_it() -> None:
    told = _said(
        "The blast at the Tarn mill killed four women.",
        "The blast at the Tarn mill killed six men.",
        ("killed four women", "killed six men"),
    )
    assert "two groups of people" in told


def test_a_nearer_counterpart_is_named() -> None:
    told = _said(
        "The blast at the Tarn mill killed six people on Monday.",
        "The Tarn mill sent 40 welders home. A blast in it on Monday left six people dead. Blasts killed nine workers.",
        ("killed six people", "killed nine workers"),
    )
    assert "“six people dead” is what b tells nearer to “killed six people”" in told


def test_two_forms_of_one_name_are_no_two_subjects() -> None:
    told = _said(
        "Marta Lena Oake died on Monday, the Tarn clinic said. Marta Lena Oake was 61.",
        "Marta Oake died on Tuesday, the Tarn clinic said. Marta Lena Oake was 61.",
        ("died on Monday", "died on Tuesday"),
    )
    assert "subjects differ" not in told
