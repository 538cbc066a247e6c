"""Average-link clustering of what is alike by pairs."""

import heapq
from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TypeVar

Name = TypeVar("Name", int, str)


def join_average(
    names: Sequence[Name], similarity: Mapping[tuple[Name, Name], float], threshold: float
) -> list[list[Name]]:
    """Hierarchical agglomerative clustering with average link (Sokal and Michener).

    In: the names, and how alike two of them are; a pair that is not given is not alike at all (0).
    Out: every name in just one sorted list. The two clusters whose members are most alike on average are joined, as
    long as that reaches `threshold`.
    """
    members = {i: [name] for i, name in enumerate(names)}
    index = {name: i for i, name in enumerate(names)}
    links: dict[int, dict[int, float]] = defaultdict(dict)
    for (one, other), value in similarity.items():
        links[index[one]][index[other]] = links[index[other]][index[one]] = value
    queue = [(-value, i, j) for i, row in links.items() for j, value in row.items() if i < j and value >= threshold]
    heapq.heapify(queue)
    following = len(names)
    while queue:
        _, i, j = heapq.heappop(queue)
        if i not in members or j not in members:
            continue
        size_i, size_j = len(members[i]), len(members[j])
        row_i, row_j = links.pop(i), links.pop(j)
        members[following] = members.pop(i) + members.pop(j)
        for k in sorted((row_i.keys() | row_j.keys()) & members.keys()):
            value = (row_i.get(k, 0.0) * size_i + row_j.get(k, 0.0) * size_j) / (size_i + size_j)
            links[following][k] = links[k][following] = value
            if value >= threshold:
                heapq.heappush(queue, (-value, k, following))
        following += 1
    return [sorted(found) for _, found in sorted(members.items())]
