"""Tag attributions (who says what, with which words) with a small trained network.

One encoder pass over a window of whole paragraphs marks the cues ("said", "according to"). Then, for each cue, a second
and much smaller network marks the words of its source and of its content. So the three are linked by construction, and
one word may stand in several attributions. Method, data and figures are in ``resources/attribution_tagger/CARD.md``.

The networks are ONNX files. They are loaded on first use and not before, run on one thread, and give the same answer
each time.
"""

from __future__ import annotations

import functools
import importlib
import itertools
import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from importlib.resources.abc import Traversable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import numpy.typing as npt

from rashomon.errors import ResourceError
from rashomon.resources import resource

if TYPE_CHECKING:
    from tokenizers import Tokenizer

Span = tuple[int, int]
Ints = npt.NDArray[np.int64]
Floats = npt.NDArray[np.float32]

ROLES = ("O", "B-source", "I-source", "B-content", "I-content")
CASES, GAPS = 4, 3
SHAPES = CASES * GAPS * 2 * 2
NEAR = 49
PIECES_PER_WORD = 16  # a longer word is a web address or noise: its first pieces say enough
ENCODER_FILE, LINKER_FILE = "model.int8.onnx", "links.int8.onnx"
_FORBIDDEN = np.float32(-1e4)


@dataclass(frozen=True, slots=True)
class TaggedAttribution:
    """One attribution: fragments ``[start, end)`` in characters of the text, and how sure the tagger is (0 to 1).

    ``source`` may be empty (nobody is named); ``cue`` and ``content`` never are.
    """

    source: tuple[Span, ...]
    cue: tuple[Span, ...]
    content: tuple[Span, ...]
    score: float


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a document in order, and the word pieces that the encoder reads.

    ``starts`` and ``ends`` are characters; word ``w`` has the pieces ``pieces[bounds[w]:bounds[w + 1]]`` and the shape
    ``shapes[w]`` (see :func:`shape_of`). ``level[w]`` is 2 where a paragraph starts, 1 where a sentence does, else 0.
    """

    starts: Ints
    ends: Ints
    pieces: Ints
    bounds: Ints
    shapes: Ints
    level: Ints

    def __len__(self) -> int:
        return len(self.starts)


@dataclass(frozen=True, slots=True)
class Window:
    """Words ``[first, last)`` read together; the cues in ``[core_first, core_last)`` are decided here."""

    first: int
    last: int
    core_first: int
    core_last: int


def read_words(text: str, sentences: Sequence[Span], tokenizer: Tokenizer) -> Words:
    """Cut the sentences of ``text`` into words and word pieces.

    A word is what the tokenizer's pre-tokenizer calls one: letters and digits without space, or one punctuation mark.
    A line break between two sentences starts a paragraph; in hard-wrapped text (a sentence has line breaks inside) only
    a blank line does.
    """
    wrapped = any("\n" in text[start:end].strip() for start, end in sentences)
    starts: list[int] = []
    ends: list[int] = []
    pieces: list[int] = []
    bounds: list[int] = []
    level: list[int] = []
    before = 0
    for sentence in sorted((max(0, s), min(len(text), e)) for s, e in sentences):
        start, end = max(sentence[0], before), sentence[1]
        if start >= end:
            continue
        before, rank, last = end, 1, None
        encoding = tokenizer.encode(text[start:end], add_special_tokens=False)
        for word, piece, (s, e) in zip(encoding.word_ids, encoding.ids, encoding.offsets, strict=True):
            if word != last:
                if last is None and (not starts or text[ends[-1] : start + s].count("\n") > wrapped):
                    rank = 2
                level.append(rank)
                starts.append(start + s)
                ends.append(start + e)
                bounds.append(len(pieces))
                rank, last = 0, word
            ends[-1] = max(ends[-1], start + e)
            if len(pieces) - bounds[-1] < PIECES_PER_WORD:
                pieces.append(piece)
    bounds.append(len(pieces))
    arrays = [np.asarray(column, dtype=np.int64) for column in (starts, ends, pieces, bounds, level)]
    shapes = np.asarray(_shapes(text, starts, ends, level), dtype=np.int64)
    return Words(arrays[0], arrays[1], arrays[2], arrays[3], shapes, arrays[4])


def _shapes(text: str, starts: list[int], ends: list[int], level: list[int]) -> list[int]:
    """Return the shape of each word; a quotation left open ends with its paragraph."""
    shapes = []
    quoted = False
    for index, (start, end) in enumerate(zip(starts, ends, strict=True)):
        word = text[start:end]
        if level[index] == 2:
            quoted = False
        gap = 2 if level[index] == 2 else 0 if ends[index - 1] == start else 1
        after = text[end : end + 1]
        closing = quoted and word in {'"', "”"}
        if word in {'"', "“", "”"}:
            quoted = word == "“" or (word == '"' and not quoted)
        shapes.append(shape_of(word, gap, glued_after=bool(after) and not after.isspace(), quoted=quoted or closing))
    return shapes


def shape_of(word: str, gap: int, *, glued_after: bool, quoted: bool) -> int:
    """Number the look of a word that the lower-cased pieces do not show, from 0 to ``SHAPES - 1``.

    It is made of the case of the letters, what stands before (``gap``: 0 nothing, 1 a space, 2 the start of a
    paragraph), whether the next word follows without space, and whether the word is inside quotation marks.
    """
    if word.islower():
        case = 0
    elif word.isupper() and len(word) > 1:
        case = 2
    else:
        case = 1 if word[:1].isupper() else 3
    return ((case * GAPS + gap) * 2 + glued_after) * 2 + quoted


def plan_windows(words: Words, limit: int) -> list[Window]:
    """Lay windows of at most ``limit`` pieces over the words: whole paragraphs packed together.

    A paragraph that is too long alone is read in windows that overlap by about a third, cut at sentences where there
    are any; a cue in the overlap belongs to the window in which it stands further from the edge.
    """
    windows: list[Window] = []
    paragraphs = [int(p) for p in np.flatnonzero(words.level == 2)] + [len(words)]
    first = 0
    for start, end in itertools.pairwise(paragraphs):
        if words.bounds[end] - words.bounds[first] <= limit:
            continue
        if first < start:
            windows.append(Window(first, start, first, start))
            first = start
        if words.bounds[end] - words.bounds[start] > limit:
            windows.extend(_slide(words, start, end, limit))
            first = end
    if first < len(words):
        windows.append(Window(first, len(words), first, len(words)))
    return windows


def _slide(words: Words, start: int, end: int, limit: int) -> Iterator[Window]:
    """Lay overlapping windows over one long paragraph."""
    first, core = start, start
    while True:
        last = min(end, int(np.searchsorted(words.bounds, words.bounds[first] + limit, side="right")) - 1)
        last = max(last, first + 1)
        if last >= end:
            yield Window(first, end, core, end)
            return
        heads = np.flatnonzero(words.level[first + 1 : last + 1]) + first + 1
        roomy = heads[words.bounds[heads] - words.bounds[first] > limit // 2]
        last = int(roomy[-1]) if len(roomy) else last
        overlap = heads[(words.bounds[last] - words.bounds[heads] <= limit // 3) & (heads < last) & (heads > core)]
        hard = int(np.searchsorted(words.bounds, words.bounds[last] - limit // 4))
        following = int(overlap[0]) if len(overlap) else min(max(hard, first + 1), last)
        boundary = (following + last) // 2
        yield Window(first, last, core, boundary)
        first, core = following, boundary


def paragraph_edges(words: Words, window: Window) -> Ints:
    """Return where paragraphs start in a window, in words from its first, and its length as the last edge."""
    heads = np.flatnonzero(words.level[window.first : window.last] == 2)
    return np.unique([0, *heads, window.last - window.first])


def window_inputs(words: Words, window: Window, begin: int, finish: int) -> tuple[Ints, Ints, Ints]:
    """Return what the encoder reads: pieces and shapes (with the two end marks), and the place of each word's head."""
    low, high = words.bounds[window.first], words.bounds[window.last]
    pieces = np.concatenate(([begin], words.pieces[low:high], [finish]))
    bounds = words.bounds[window.first : window.last + 1]
    shapes = np.concatenate(([0], np.repeat(words.shapes[window.first : window.last], np.diff(bounds)), [0]))
    return pieces, shapes, bounds[:-1] - low + 1


def nearness(count: int, first: int, last: int) -> Ints:
    """Number how far each of ``count`` words stands from the cue ``[first, last)``, from 0 to ``NEAR - 1``.

    24 is the cue itself; below and above are the words before and after it: to 12 words each has a number of its own,
    beyond that a number stands for a stretch that doubles about every three steps, the last for 150 words and more.
    """
    place = np.arange(count)
    distance = np.where(place < first, place - first, np.where(place >= last, place - last + 1, 0))
    far = np.abs(distance)
    step = np.where(far <= 12, far, 12 + np.ceil(3.3 * np.log2(np.maximum(far, 12) / 12)))
    return (24 + np.sign(distance) * np.minimum(step, 24)).astype(np.int64)


def find_cues(logits: Floats, threshold: float) -> list[tuple[int, int, float]]:
    """Read cues from the scores of the words for outside, begin and inside: ``(first, last, probability)``."""
    shifted = np.exp(logits - logits.max(axis=1, keepdims=True))
    chance = shifted / shifted.sum(axis=1, keepdims=True)
    cues: list[tuple[int, int, float]] = []
    inside = 1 - chance[:, 0] >= threshold
    first = -1
    for place in range(len(inside) + 1):
        on = place < len(inside) and bool(inside[place])
        begins = on and (first < 0 or chance[place, 1] > chance[place, 2])
        if first >= 0 and (not on or begins):
            cues.append((first, place, float(1 - chance[first:place, 0].min())))
            first = -1
        if begins:
            first = place
    return cues


def decode_roles(logits: Floats) -> tuple[Ints, Floats]:
    """Find the best allowed run of roles for each cue: from ``[cues, words, 5]`` to ``[cues, words]``.

    An inside label may only follow a begin or an inside of its own role. Where the best label of each word alone keeps
    to that, it is the answer; the other cues go through Viterbi. Also returned are the log probabilities.
    """
    peak = logits.max(axis=2, keepdims=True)
    log = logits - peak - np.log(np.exp(logits - peak).sum(axis=2, keepdims=True))
    path: Ints = log.argmax(axis=2)
    before = np.concatenate((np.zeros((len(path), 1), dtype=np.int64), path[:, :-1]), axis=1)
    inside = (path == 2) | (path == 4)
    broken = np.flatnonzero((inside & (before != path) & (before != path - 1)).any(axis=1))
    if len(broken):
        path[broken] = _viterbi(log[broken])
    return path, log


def _viterbi(log: Floats) -> Ints:
    """Return the likeliest allowed path of each row."""
    allowed = np.zeros((5, 5), dtype=np.float32)
    for inside in (2, 4):
        allowed[:, inside] = _FORBIDDEN
        allowed[[inside - 1, inside], inside] = 0
    count, length, _ = log.shape
    best = log[:, 0] + np.asarray([0, 0, _FORBIDDEN, 0, _FORBIDDEN], dtype=np.float32)
    came = np.zeros((length, count, 5), dtype=np.int64)
    for place in range(1, length):
        step = best[:, :, None] + allowed
        came[place] = step.argmax(axis=1)
        best = step.max(axis=1) + log[:, place]
    path = np.zeros((count, length), dtype=np.int64)
    path[:, -1] = best.argmax(axis=1)
    rows = np.arange(count)
    for place in range(length - 1, 0, -1):
        path[:, place - 1] = came[place, rows, path[:, place]]
    return path


def fragments(path: Ints, role: int) -> list[tuple[int, int]]:
    """Return the fragments ``[first, last)`` of words whose label begins (``role``) or continues (``role + 1``) it."""
    found: list[tuple[int, int]] = []
    for place in np.flatnonzero((path == role) | (path == role + 1)).tolist():
        if found and found[-1][1] == place and path[place] == role + 1:
            found[-1] = (found[-1][0], place + 1)
        else:
            found.append((place, place + 1))
    return found


def read_attribution(
    text: str, words: Words, offset: int, cue: tuple[int, int, float], path: Ints, log: Floats
) -> TaggedAttribution | None:
    """Turn the labels of one cue into spans of characters; None where no word of content was found.

    ``path`` and ``log`` are labels and their log probabilities for the words from the word ``offset`` on.

    The score is the chance of the cue times the mean chance (geometric) of the labels of the words in source and
    content. Of several source fragments the surest is kept: people marked one in 99.9% of attributions.
    """
    content = fragments(path, 3)
    if not content:
        return None
    sources = fragments(path, 1)
    sure = [float(log[first:last, 1:3].max(axis=1).sum()) / (last - first) for first, last in sources]
    source = [sources[int(np.argmax(sure))]] if sources else []
    chosen = [log[place, path[place]] for first, last in source + content for place in range(first, last)]
    score = cue[2] * float(np.exp(np.mean(chosen)))

    def characters(parts: list[tuple[int, int]]) -> tuple[Span, ...]:
        spans: list[Span] = []
        for first, last in parts:
            start, end = int(words.starts[offset + first]), int(words.ends[offset + last - 1])
            if spans and not text[spans[-1][1] : start].strip():
                start = spans.pop()[0]
            spans.append((start, end))
        return tuple(spans)

    return TaggedAttribution(characters(source), characters([cue[:2]]), characters(content), round(score, 4))


@dataclass(frozen=True, slots=True)
class Networks:
    """The two networks as functions of arrays for one window.

    ``encode(pieces, shapes, heads)`` gives the vectors and cue scores of the words; ``link(vectors, cues, near)`` gives
    the role scores of every word for every cue.
    """

    encode: Callable[[Ints, Ints, Ints], tuple[Floats, Floats]]
    link: Callable[[Floats, Floats, Ints], Floats]


@dataclass(frozen=True, slots=True)
class Settings:
    """What the weights were made for: begin and finish marks, pieces in a window, and the threshold of a cue."""

    begin: int
    finish: int
    limit: int
    threshold: float


@dataclass(frozen=True, slots=True)
class Model:
    """A tagger ready to use."""

    tokenizer: Tokenizer
    networks: Networks
    settings: Settings


def load_networks(folder: Traversable | Path, threads: int) -> Networks:
    """Open the two ONNX files of a folder, each on ``threads`` threads."""
    onnxruntime: Any = importlib.import_module("onnxruntime")  # its type hints name none of what is used here
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.inter_op_num_threads = 1
    encoder, linker = (
        onnxruntime.InferenceSession(folder.joinpath(name).read_bytes(), options, providers=["CPUExecutionProvider"])
        for name in (ENCODER_FILE, LINKER_FILE)
    )

    def encode(pieces: Ints, shapes: Ints, heads: Ints) -> tuple[Floats, Floats]:
        states, logits = encoder.run(None, {"pieces": pieces[None], "shapes": shapes[None], "heads": heads[None]})
        return states[0], logits[0]

    def link(states: Floats, cues: Floats, near: Ints) -> Floats:
        roles: Floats = linker.run(None, {"states": states[None], "cues": cues, "near": near})[0]
        return roles

    return Networks(encode, link)


@functools.cache
def load_model(threads: int = 1) -> Model:
    """Load the shipped weights, once in a process. Raises ``ResourceError`` where they are missing or broken."""
    from tokenizers import Tokenizer

    folder = resource("attribution_tagger")
    try:
        settings = Settings(**json.loads(folder.joinpath("settings.json").read_text(encoding="utf-8")))
        tokenizer = Tokenizer.from_str(folder.joinpath("tokenizer.json").read_text(encoding="utf-8"))
        return Model(tokenizer, load_networks(folder, threads), settings)
    except Exception as cause:  # onnxruntime and tokenizers raise classes of their own that share no parent
        raise ResourceError(f"the weights of the attribution tagger cannot be read: {cause}") from cause


def tag_attributions(
    text: str, sentences: Sequence[Span], *, threshold: float | None = None, threads: int = 1
) -> list[TaggedAttribution]:
    """Find the attributions in the ``sentences`` (spans of characters) of ``text``, in the order of their cues.

    Sentences may leave gaps: what lies between them is not read, and a gap with a line break in it starts a paragraph.
    ``threshold`` is the least chance of a word to count as a cue (shipped: chosen on held-out articles, see the model
    card); raise it for precision. Spans never start or end with white space. Memory is that of one window.
    """
    if not sentences:
        return []
    model = load_model(threads)
    words = read_words(text, sentences, model.tokenizer)
    settings = model.settings
    marks = (settings.begin, settings.finish)
    level = settings.threshold if threshold is None else threshold
    found = tag_words(text, words, model.networks, marks, settings.limit, level)
    return sorted(found, key=lambda attribution: attribution.cue)


def tag_words(
    text: str, words: Words, networks: Networks, marks: tuple[int, int], limit: int, threshold: float
) -> list[TaggedAttribution]:
    """Tag the words of one document window by window.

    Source and content are sought in the paragraph of the cue: 99.2% of PolNeAR's attributions stay within one, and to
    look through the whole window took twice as long.
    """
    found: list[TaggedAttribution] = []
    for window in plan_windows(words, limit):
        states, logits = networks.encode(*window_inputs(words, window, *marks))
        core = (window.core_first - window.first, window.core_last - window.first)
        cues = [cue for cue in find_cues(logits, threshold) if core[0] <= cue[0] < core[1]]
        edges = paragraph_edges(words, window)
        paragraphs = np.searchsorted(edges, [cue[0] for cue in cues], side="right")
        for after, group in itertools.groupby(zip(paragraphs, cues, strict=True), key=lambda pair: int(pair[0])):
            first, last = int(edges[after - 1]), int(edges[after])
            shifted = [(low - first, min(high, last) - first, chance) for _, (low, high, chance) in group]
            offset = window.first + first
            found.extend(_link_cues(text, words, networks.link, offset, states[first:last], shifted))
    return found


def _link_cues(
    text: str,
    words: Words,
    link: Callable[[Floats, Floats, Ints], Floats],
    offset: int,
    states: Floats,
    cues: list[tuple[int, int, float]],
) -> Iterator[TaggedAttribution]:
    """Find source and content of the cues of one paragraph, whose first word is the word ``offset``."""
    weights = np.zeros((len(cues), len(states)), dtype=np.float32)
    for row, (first, last, _) in zip(weights, cues, strict=True):
        row[first:last] = 1 / (last - first)
    near = np.stack([nearness(len(states), first, last) for first, last, _ in cues])
    paths, log = decode_roles(link(states, weights, near))
    for cue, path, chances in zip(cues, paths, log, strict=True):
        attribution = read_attribution(text, words, offset, cue, path, chances)
        if attribution is not None:
            yield attribution
