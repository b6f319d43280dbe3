"""The mutation suite in full: detection and precision over every mutant of the example workspace.

Run with `python -m tests.bench.mutation [--show] [KIND…]`; `--show` lists what was missed and what was wrong.
"""

from __future__ import annotations

import sys

from tests.mutation.suite import Outcome, Suite, summary


def main() -> None:
    """Prints both rates."""
    kinds = [argument for argument in sys.argv[1:] if not argument.startswith("-")]
    suite = Suite()
    outcomes = [suite.outcome(m) for m in suite.mutants if not kinds or m.kind in kinds]
    print(summary(outcomes))
    if "--show" in sys.argv:
        for outcome in outcomes:
            _show(outcome)


def _show(outcome: Outcome) -> None:
    if not outcome.detected:
        print(f"MISSED {outcome.mutant.kind} {outcome.mutant.what}")
    for finding in outcome.wrong:
        sides = " <> ".join(side.value for side in finding.sides)
        print(
            f"WRONG {outcome.mutant.kind} {outcome.mutant.what}: {finding.rule} {finding.verdict} {finding.question} {sides}"
        )


if __name__ == "__main__":
    main()
