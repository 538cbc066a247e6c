"""Extract many reports, in one process or in several, in the order they came."""

import signal
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from multiprocessing import get_context

from rashomon.errors import RashomonError
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
    pool = ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_leave_interrupts_to_parent)
    try:
        for item in reports:
            pending.append(item if isinstance(item, Issue) else pool.submit(work, item.document))
            if len(pending) >= jobs * WAITING_PER_PROCESS:
                yield _finished(pending.popleft())
        while pending:
            yield _finished(pending.popleft())
    except BrokenProcessPool as error:
        raise RashomonError("a reading process ended unexpectedly (out of memory?); try fewer --jobs") from error
    finally:
        pool.shutdown(wait=False, cancel_futures=True)


def _leave_interrupts_to_parent() -> None:
    """Ctrl-C reaches every process of the terminal; only the parent has something to say about it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def _finished(item: "Future[Extraction] | Issue") -> Extraction | Issue:
    return item if isinstance(item, Issue) else item.result()
