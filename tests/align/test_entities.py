"""Entities: who is who across articles, what stays apart, and what the alias file says."""

from __future__ import annotations

from pathlib import Path

import pytest

from reconcile import Article, extract
from reconcile.align.aliases import Aliases, load_aliases
from reconcile.align.clusters import cluster
from reconcile.align.story import Story
from reconcile.errors import ConfigError

ONE = "Anna Borg, the harbour chief, met Erik Borg of the Dunmore Port Authority (DPA) on Monday. The DPA thanked Anna Borg."
TWO = "Erik Borg praised Ann Borg. Borg said nothing."


def story(*texts: str, aliases: Aliases | None = None) -> Story:
    articles = [Article(id=chr(97 + n), text=text) for n, text in enumerate(texts)]
    return Story(articles, [claim for article in articles for claim in extract(article)], aliases)


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Wang Yajun", "Wang Wenbin"),
        ("Kim Jong Un", "Kim Yo Jong"),
        ("Johnny Johnson", "Johnny Blackshell Jr."),
        ("Kang Yun-sok", "Kang Sun-nam"),
        ("Kim Jong Un", "Kіm Jong Un"),
    ],
)
def test_people_who_are_never_one(a: str, b: str) -> None:
    found = cluster([("person", a), ("person", b)])
    assert found.root[0] != found.root[1]


def test_a_university_is_not_its_namesake() -> None:
    found = cluster(
        [("organization", "Kim Il Sung University"), ("person", "Kim Il Sung"), ("other", "Kim Il Sung")]
    )
    assert found.root[0] not in found.root[1:]


def test_an_initial_joins_nobody_when_it_fits_two() -> None:
    names = [("person", "John Teel"), ("person", "James Teel"), ("person", "J. Teel")]
    found = cluster(names)
    assert len(set(found.root)) == 3
    assert len(cluster(names[1:]).refused) == 0


def test_names_of_one_person_are_one_across_articles() -> None:
    entities = story(ONE, TWO).entities
    assert entities.same("Anna Borg", "a", "Ann Borg", "b") == "same"
    assert entities.same("Anna Borg", "a", "Erik Borg", "b") == "different"
    assert entities.same("Borg", "b", "Anna Borg", "a") == "unknown"
    found = entities.of("Anna Borg", "a")
    assert found is not None
    assert found.kind == "person"
    assert {"Anna Borg", "Ann Borg"} <= set(found.forms)
    assert found.reasons


def test_an_acronym_is_the_body_that_introduces_it() -> None:
    entities = story(ONE, TWO).entities
    assert entities.same("DPA", "a", "Dunmore Port Authority", "a") == "same"


def test_clusters_do_not_depend_on_the_order() -> None:
    names = [
        ("person", n) for n in ("Ann Borg", "Anna Borg", "A. Borg", "Erik Borg", "E. Borg", "Erik M. Borg")
    ]
    groups = []
    for order in (names, names[::-1]):
        root = cluster(order).root
        groups.append({frozenset(order[j] for j in range(len(order)) if root[j] == r) for r in root})
    assert groups[0] == groups[1]


ALIASES = """
[[same]]
names = ["Harbour Presidium", "Standing Board of the Port Assembly"]
reason = "renamed in 2019"

[[different]]
names = ["Ann Borg", "Anna Borg"]
reason = "mother and daughter"
"""


def test_the_alias_file_outranks_the_names(tmp_path: Path) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(ALIASES, encoding="utf-8")
    aliases = load_aliases(file)
    assert aliases.same("harbour presidium", "Standing Board of the Port Assembly") == "renamed in 2019"
    entities = story(ONE, TWO, aliases=aliases).entities
    assert entities.same("Anna Borg", "a", "Ann Borg", "b") == "different"
    boards = story(
        "The Harbour Presidium met.", "The Standing Board of the Port Assembly met.", aliases=aliases
    ).entities
    assert boards.same("Harbour Presidium", "a", "Standing Board of the Port Assembly", "b") == "same"


def test_no_alias_file_says_nothing(tmp_path: Path) -> None:
    assert load_aliases(tmp_path / "aliases.toml") == Aliases()


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("[[same]\n", "aliases.toml"),
        ("[[alias]]\nnames = ['a', 'b']\nreason = 'x'\n", "unknown table"),
        ("[[same]]\nnames = ['a']\nreason = 'x'\n", "two names or more"),
        ("[[same]]\nnames = ['a', 'b']\n", "needs a `reason`"),
        ("[[same]]\nnames = ['a', 'b']\nreason = 'x'\nuntil = 1\n", "unknown key 'until'"),
        (
            "[[same]]\nnames = ['a', 'b']\nreason = 'x'\n[[same]]\nnames = ['B', 'c']\nreason = 'x'\n",
            "two [[same]] entries",
        ),
    ],
)
def test_a_wrong_alias_file_is_refused(tmp_path: Path, text: str, said: str) -> None:
    file = tmp_path / "aliases.toml"
    file.write_text(text, encoding="utf-8")
    with pytest.raises(ConfigError, match=r"aliases\.toml") as raised:
        load_aliases(file)
    assert said in str(raised.value)
