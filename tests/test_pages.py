"""The example on a rule's page is a case: it must give exactly the findings it shows."""

from __future__ import annotations

import re
import textwrap
from types import ModuleType

import pytest
import yaml

from reconcile import check
from reconcile.plugins import contributions
from tests.test_cases import article_of, expect

RULES = contributions("reconcile.rules", "CODE")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: str(rule.CODE))
def test_the_example_of_the_page_gives_what_it_shows(rule: ModuleType) -> None:
    (example,) = re.findall(r"```yaml\n(.*?)```", rule.__doc__ or "", re.DOTALL)
    case = yaml.safe_load(textwrap.dedent(example))
    report = check([article_of(data) for data in case["articles"]])
    expect(case, [finding for finding in report.findings if finding.rule == rule.CODE], every=True)
