"""The whole line on one screen: read → date → extract → align → check → reconcile → report."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from reconcile.align.aliases import Aliases
from reconcile.align.grouping import stories
from reconcile.align.story import Story
from reconcile.claims.claim import Claim
from reconcile.claims.extraction import extract
from reconcile.engine import HERE, Engine, Lost
from reconcile.errors import Notice, ReconcileError
from reconcile.explain.chain import resolve
from reconcile.explain.folding import fold
from reconcile.plugins import contributions, drained, failures
from reconcile.reports.report import Finding, Report, finding, finding_order
from reconcile.rules.difference import Difference
from reconcile.sources.article import Article
from reconcile.sources.dating import date_articles

if TYPE_CHECKING:
    from reconcile.workspace import Workspace


def check(
    articles: Iterable[Article],
    notices: Iterable[Notice] = (),
    *,
    engine: Engine = HERE,
    aliases: Aliases | None = None,
) -> Report:
    """Lays what `articles` assert side by side and reports every difference with its verdict.

    The order of the input does not matter. Raises ReconcileError when two different texts share an id.
    """
    told, lost = read_stories(articles, engine=engine, aliases=aliases)
    return report_on(told, [*notices, *lost])


def run(
    place: Workspace,
    articles: Iterable[Article],
    notices: Iterable[Notice] = (),
    *,
    engine: Engine = HERE,
    fresh: bool = False,
) -> Report:
    """Checks the articles of a workspace and writes its claim tables and reports.

    What has not changed since the last run is not extracted again, unless `fresh`. Raises StoreError when the
    workspace cannot be written; no file is then half written.
    """
    from reconcile.claims.store import ClaimStore
    from reconcile.files import write_whole
    from reconcile.reports.render import file_name, render

    dated = date_articles(distinct(articles))
    store = ClaimStore(place.claims, place.config.sources, place.state)
    known = {} if fresh else store.known(dated)
    claims, lost = extract_all([article for article in dated if article.id not in known], engine)
    report = report_on(list(stories(dated, known | claims, place.aliases())), [*notices, *lost])
    store.save([article for article in dated if article.path not in {n.path for n in lost}], known | claims)
    for name in place.config.formats:
        write_whole(place.reports / file_name(name), render(report, name))
    return report


def read_stories(
    articles: Iterable[Article], *, engine: Engine = HERE, aliases: Aliases | None = None
) -> tuple[list[Story], list[Notice]]:
    """The articles, dated and grouped into stories, with the claims they make; and a notice for each one lost."""
    dated = date_articles(distinct(articles))
    claims, lost = extract_all(dated, engine)
    return list(stories(dated, claims, aliases)), lost


def extract_all(
    articles: Sequence[Article], engine: Engine = HERE
) -> tuple[dict[str, list[Claim]], list[Notice]]:
    """The claims of every article by its id, and a notice for each article whose worker died over it."""
    results = dict(zip((a.id for a in articles), engine.each(extract, articles), strict=True))
    claims = {key: [] if isinstance(found, Lost) else found for key, found in results.items()}
    lost = [found.item for found in results.values() if isinstance(found, Lost)]
    return claims, [Notice(a.path or a.id, "E-WORKER", "its worker died twice", skipped=True) for a in lost]


def report_on(told: Sequence[Story], notices: Iterable[Notice] = ()) -> Report:
    """The report on stories whose claims are known already."""
    found: dict[str, Finding] = {}
    for story in told:
        for item in findings(story):
            found.setdefault(item.id + item.verdict, item)
    articles = {key: article for story in told for key, article in story.articles.items()}
    return Report(
        articles=tuple(articles[key] for key in sorted(articles)),
        findings=tuple(sorted(found.values(), key=finding_order)),
        notices=tuple(sorted({*notices, *failures()})),
    )


def findings(story: Story) -> Iterator[Finding]:
    """What the rules find in one story, reconciled as far as the explainers can."""
    return (item for item, _ in traced(story))


def traced(story: Story) -> Iterator[tuple[Finding, Difference]]:
    """The findings of one story, each with the difference that it was made of."""
    slugs: dict[str, str] = {}
    resolved: list[Difference] = []
    for rule in contributions("reconcile.rules", "CODE"):
        slugs[rule.CODE] = rule.__name__.rsplit(".", 1)[-1].replace("_", "-")
        for difference in drained(rule.check(story), rule.__name__):
            resolved += resolve(difference, story)
    for told in fold(resolved):
        yield finding(told, slugs[told.rule], story), told


def distinct(articles: Iterable[Article]) -> list[Article]:
    """The articles in the order of their ids, each once. Raises ReconcileError for one id with two texts."""
    known: dict[str, Article] = {}
    for article in articles:
        other = known.setdefault(article.id, article)
        if other.text != article.text:
            places = f"{other.path or 'one article'} and {article.path or 'another'}"
            raise ReconcileError(f"the id {article.id!r} names two different texts: {places}")
    return [known[key] for key in sorted(known)]
