"""Extract many reports, in one process or in several, in the order they came."""

from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context

from rashomon.model import Document, Extraction, Issue, RawReport

WAITING_PER_PROCESS = 4
"""Reports read ahead for each process: enough that none waits, few enough that memory stays bounded."""


def extract_all(
    reports: Iterable[RawReport | Issue], jobs: int, work: Callable[[Document], Extraction]
) -> Iterator[Extraction | Issue]:
    """What `work` makes of each report, in the order of `reports`; issues are passed on in their place.

    Processes are started afresh ("spawn"), which is safe beside the threads of the libraries used.
    """
    if jobs == 1:
        for item in reports:
            yield item if isinstance(item, Issue) else work(item.document)
        return
    pending: deque[Future[Extraction] | Issue] = deque()
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn")) as pool:
        for item in reports:
            pending.append(item if isinstance(item, Issue) else pool.submit(work, item.document))
            if len(pending) >= jobs * WAITING_PER_PROCESS:
                yield _finished(pending.popleft())
        while pending:
            yield _finished(pending.popleft())


def _finished(item: "Future[Extraction] | Issue") -> Extraction | Issue:
    return item if isinstance(item, Issue) else item.result()
