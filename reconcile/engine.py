"""Runs a stage over many items: here, in a process pool, or on any `concurrent.futures` executor.

The results come in the order of the items wherever they are made, so a report never depends on the engine.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from reconcile.errors import Notice
from reconcile.plugins import failures, remember

if TYPE_CHECKING:
    from concurrent.futures import Executor, Future

T = TypeVar("T")
R = TypeVar("R")

_BATCH = 16  # items handed to a worker at once: large enough to forget the cost of the way, small enough to share out


@dataclass(frozen=True, slots=True)
class Lost(Generic[T]):
    """An item whose worker died twice, most often for lack of memory."""

    item: T


@dataclass(frozen=True, slots=True)
class Engine:
    """How to run a stage. `jobs`: processes of this machine (0: one per core); `executor`: somebody else's workers,
    Dask's for a cluster. `progress` is told how many items are done and how many there are.
    """

    jobs: int = 1
    executor: Executor | None = None
    progress: Callable[[int, int], None] | None = None

    def each(self, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R | Lost[T]]:
        """Yields `function(item)` for each item in order. Both must survive pickling unless they run here."""
        jobs = self.jobs or os.cpu_count() or 1
        if self.executor is not None:
            yield from self._batches(self.executor, function, items)
        elif jobs > 1 and len(items) > _BATCH:
            yield from self._pooled(jobs, function, items)
        else:
            for done, item in enumerate(items, 1):
                yield function(item)
                self._tell(done, len(items))

    def _pooled(self, jobs: int, function: Callable[[T], R], items: Sequence[T]) -> Iterator[R | Lost[T]]:
        from concurrent.futures import BrokenExecutor

        done = 0
        try:
            with _pool(jobs) as pool:
                for result in self._batches(pool, function, items):
                    yield result
                    done += 1
            return
        except BrokenExecutor:
            pass
        # A worker was killed. What is left is done once more, one item to a process, so that the item is known.
        for item in items[done:]:
            yield _alone(function, item)
            done += 1
            self._tell(done, len(items))

    def _batches(
        self, pool: Executor, function: Callable[[T], R], items: Sequence[T]
    ) -> Iterator[R | Lost[T]]:
        waiting: list[Future[tuple[list[R], tuple[Notice, ...]]]] = [
            pool.submit(_work, function, items[at : at + _BATCH]) for at in range(0, len(items), _BATCH)
        ]
        done = 0
        try:
            for future in waiting:
                results, failed = future.result()
                remember(failed)
                yield from results
                done += len(results)
                self._tell(done, len(items))
        finally:
            for future in waiting:
                future.cancel()

    def _tell(self, done: int, total: int) -> None:
        if self.progress is not None:
            self.progress(done, total)


HERE = Engine()


def _work(function: Callable[[T], R], items: Sequence[T]) -> tuple[list[R], tuple[Notice, ...]]:
    return [function(item) for item in items], failures()


def _alone(function: Callable[[T], R], item: T) -> R | Lost[T]:
    from concurrent.futures import BrokenExecutor

    try:
        with _pool(1) as pool:
            results, failed = pool.submit(_work, function, [item]).result()
    except BrokenExecutor:
        return Lost(item)
    remember(failed)
    return results[0]


def _pool(jobs: int) -> Executor:
    import gc
    import multiprocessing
    from concurrent.futures import ProcessPoolExecutor

    # Forking a process that has threads can hang it; a fresh interpreter cannot. It looks for rubbish as seldom as
    # the process that starts it does.
    context = multiprocessing.get_context("spawn")
    return ProcessPoolExecutor(
        jobs, mp_context=context, initializer=gc.set_threshold, initargs=gc.get_threshold()
    )
