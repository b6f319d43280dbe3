"""The example on a rule's page is a case.

A page shows its example as the YAML of the cases, which must give exactly the findings it shows; or, for readers, as a line
per article, "a: words" or "a (2019): words", and "-> verdict", the rule's usual one when not given, which must be found.
"""

from __future__ import annotations

import re
import textwrap
from types import ModuleType
from typing import Any

import pytest
import yaml

from reconcile import Article, check
from reconcile.plugins import contributions
from tests.test_cases import article_of, expect

RULES = contributions("reconcile.rules", "CODE")
_LINE = re.compile(r"^(\w+)(?: \((\d{4}[\d-]*)?[^)\n]*\))?: (.+)$", re.MULTILINE)


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.CODE))
def test_the_example_of_the_page_gives_what_it_shows(rule: ModuleType) -> None:
    ((language, example),) = re.findall(r"```(\w*)\n(.*?)```", rule.__doc__ or "", re.DOTALL)
    case = yaml.safe_load(textwrap.dedent(example)) if language == "yaml" else _case(example, rule.VERDICT)
    articles = [data if isinstance(data, Article) else article_of(data) for data in case["articles"]]
    found = [finding for finding in check(articles).findings if finding.rule == rule.CODE]
    expect(case, found, every=language == "yaml")


def _case(example: str, usual: str) -> dict[str, Any]:
    articles = [
        Article(id=name, publisher=name.upper(), published=when or None, text=words)
        for name, when, words in _LINE.findall(example)
    ]
    stated = re.search(r"^-> (\w+)", example, re.MULTILINE)
    return {"articles": articles, "findings": [{"verdict": stated[1] if stated else usual}]}
