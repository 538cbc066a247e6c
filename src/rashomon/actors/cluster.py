"""Names of one report put together: which belong to one person, which to one organisation."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import lru_cache

from rashomon.actors.lexicon import load_groups, load_titles
from rashomon.actors.name import NameMention
from rashomon.actors.spelling import contradict, fold, is_given_form, is_short_form, same_person, split
from rashomon.actors.title import Title

INITIALS_SKIPPED = frozenset({"of", "the", "for", "and", "in", "on", "de", "a", "&", "to"})
NEAR = 40
BROADCAST = frozenset({"tv", "radio", "television"})
STANDS = "stands for its government"
ARTICLE = re.compile(r"^(the|an?)\s+", re.IGNORECASE)


@dataclass
class Cluster:
    """One actor while a report is read. `mentions` are token ranges, `why` says what was put together, `single` marks a
    nameless single person ("a resident")."""

    kind: str
    names: Counter[str] = field(default_factory=Counter)
    mentions: list[tuple[int, int]] = field(default_factory=list)
    titles: list[Title] = field(default_factory=list)
    genders: set[str] = field(default_factory=set)
    why: list[str] = field(default_factory=list)
    kin: bool = False
    key: str = ""
    single: bool = False

    def add(self, mention: NameMention) -> None:
        """Take a name mention in."""
        self.names[mention.text] += 1
        self.mentions.append((mention.first, mention.last))
        self.titles.extend(title for title in mention.titles if title not in self.titles)
        if mention.gender != "n":
            self.genders.add(mention.gender)
        self.kin = self.kin or mention.kin

    @property
    def full_names(self) -> list[str]:
        """The names of two words or more."""
        return [name for name in self.names if len(split(name)) > 1]

    @property
    def first(self) -> int:
        """The first token of all that was put here."""
        return min(first for first, _ in self.mentions)

    @property
    def countries(self) -> set[str]:
        """ISO codes of the countries that its titles name."""
        return {country for title in self.titles for country in title.countries}

    def best_name(self) -> str:
        """The most complete spelling: the most words first, then the most frequent, then the longest."""
        return min(self.names, key=lambda name: (-len(split(name)), -self.names[name], -len(name), name))


def cluster_persons(mentions: list[NameMention]) -> list[Cluster]:
    """One cluster for each person, in order of first mention.

    Full names first; then the short ones, each put to the person whose name it shortens. A relative ("his son") is
    never meant by a surname that the report used bare before naming the relative, nor is anyone else who is named after
    that where another was named before. Where two persons share it, the one whose title or gender fits, else the one
    who rules the country, else the one named in full just before, else the one the report names most; if none stands
    out the short name stays an actor of its own.
    """
    clusters: list[Cluster] = []
    for mention in mentions:
        if len(split(mention.text)) > 1:
            _put_full(mention, clusters)
    for mention in mentions:
        if mention.kin:
            _note_kin(mention, clusters)
    bare: dict[tuple[str, ...], int] = {}
    for mention in mentions:
        if len(split(mention.text)) == 1:
            first = bare.setdefault(split(mention.text), mention.first)
            _put_short(mention, clusters, first)
    for cluster in clusters:
        cluster.mentions.sort()
    return sorted(clusters, key=lambda cluster: cluster.mentions[0])


def _note_kin(mention: NameMention, clusters: list[Cluster]) -> None:
    """ "his son Karim" says of Karim Hadid that he is a relative."""
    given = split(mention.text)
    for cluster in clusters:
        if len(given) == 1 and any(split(name)[:1] == given for name in cluster.full_names):
            cluster.kin = True


def _put_full(mention: NameMention, clusters: list[Cluster]) -> None:
    for cluster in clusters:
        for name in cluster.names:
            if name == mention.text or (
                _agree(cluster, mention)
                and not any(contradict(other, mention.text) for other in cluster.full_names)
                and (
                    same_person(name, mention.text)
                    or is_short_form(mention.text, name)
                    or is_short_form(name, mention.text)
                    or is_given_form(mention.text, name)
                    or is_given_form(name, mention.text)
                )
            ):
                if mention.text not in cluster.names:
                    cluster.why.append(
                        f"{mention.text!r} is a spelling of {name!r}: surname and given names sound alike"
                    )
                cluster.add(mention)
                return
    clusters.append(Cluster("person"))
    clusters[-1].add(mention)


def _put_short(mention: NameMention, clusters: list[Cluster], first_bare: int) -> None:
    fitting = [
        c
        for c in clusters
        if _agree(c, mention) and any(is_short_form(mention.text, n) or fold(n) == fold(mention.text) for n in c.names)
    ]
    fitting = [c for c in fitting if not _rules_otherwise(mention, c)]
    if fitting:
        fitting = [
            c
            for c in fitting
            if not c.kin or _bears_first(c, mention) or (_is_just_named(c, mention) and c.first < first_bare)
        ]
    else:
        fitting = _by_given_name(mention, clusters)
    if len(fitting) > 1 and not mention.titles:
        known = [c for c in fitting if c.first <= first_bare]
        fitting = known or [min(fitting, key=lambda c: c.first)]
    chosen = fitting[0] if len(fitting) == 1 else _prefer(mention, fitting)
    if chosen is None:
        clusters.append(Cluster("person"))
        chosen = clusters[-1]
    elif mention.text not in chosen.names:
        chosen.why.append(f"{mention.text!r} is short for {chosen.best_name()!r}")
    chosen.add(mention)


def _bears_first(cluster: Cluster, mention: NameMention) -> bool:
    """True if the word is the given name."""
    return any(split(name)[:1] == split(mention.text) for name in cluster.full_names)


def _rules_otherwise(mention: NameMention, cluster: Cluster) -> bool:
    """True for "President Clinton" beside a Clinton who has other titles and never this one."""
    roles = {title.role for title in mention.titles} & load_titles().rules - {"leader"}
    own = {title.role for title in cluster.titles}
    return bool(roles and own) and not own & load_titles().rules


def _by_given_name(mention: NameMention, clusters: list[Cluster]) -> list[Cluster]:
    """The only person whose full name begins with this word, as reports call relatives of somebody better known."""
    word = split(mention.text)
    found = [
        c
        for c in clusters
        if _agree(c, mention) and any(split(n)[0] == word[0] and len(word[0]) > 2 for n in c.full_names)
    ]
    return found if len(found) == 1 and not mention.titles else []


def _prefer(mention: NameMention, fitting: list[Cluster]) -> Cluster | None:
    if not fitting:
        return None
    roles = {title.role for title in mention.titles}
    titled = [c for c in fitting if roles & {title.role for title in c.titles}]
    if len(titled) == 1:
        return titled[0]
    rulers = [c for c in fitting if load_titles().rules & {title.role for title in c.titles}]
    if len(rulers) == 1:
        return rulers[0]
    just = [c for c in fitting if _is_just_named(c, mention)]
    if len(just) == 1:
        return just[0]
    ranks = {id(c): (c.kin, -len(c.mentions), not c.titles) for c in fitting}
    first, second = sorted(fitting, key=lambda c: ranks[id(c)])[:2] if len(fitting) > 1 else (fitting[0], None)
    return first if second is None or ranks[id(first)] < ranks[id(second)] else None


def _is_just_named(cluster: Cluster, mention: NameMention) -> bool:
    """True if the person stands in the forty words before: a relative keeps the bare surname only there."""
    return any(mention.first - NEAR < first < mention.first for first, _ in cluster.mentions)


def _agree(cluster: Cluster, mention: NameMention) -> bool:
    """False where one is a man and the other a woman."""
    return mention.gender == "n" or not cluster.genders or mention.gender in cluster.genders


def cluster_organisations(mentions: list[NameMention], acronyms: dict[str, str]) -> list[Cluster]:
    """One cluster for each organisation: same words, or an acronym that the text gives in brackets or that is made of
    the initials of a name in the text. `acronyms` maps a folded acronym to the folded long name."""
    clusters: dict[str, Cluster] = {}
    keys = {plain(mention.text): mention.text for mention in mentions}
    starts = _starts(mentions)
    initials = {_initials(text): key for key, text in keys.items() if len(text.split()) > 1}
    for mention in mentions:
        key = plain(mention.text)
        long = acronyms.get(key)
        if long is None and mention.text.isupper() and len(fold(mention.text)) > 2:
            long = initials.get(fold(mention.text))
        if long is None and key in starts and starts[key][1] < mention.first:
            long = starts[key][0]
        cluster = clusters.setdefault(long or key, Cluster("organisation", key=long or key))
        if long is not None and mention.text not in cluster.names:
            cluster.why.append(f"{mention.text!r} is the acronym of {long!r} or its first word")
        cluster.add(mention)
    for cluster in clusters.values():
        cluster.mentions.sort()
    return sorted(clusters.values(), key=lambda cluster: cluster.mentions[0])


def _starts(mentions: list[NameMention]) -> dict[str, tuple[str, int]]:
    """The word with which just one longer name begins ("Amnesty International ... Amnesty") or ends ("Muslim Union ...
    the Union"): that name and where it first stands. No acronyms, no words that many names begin with ("National")."""
    groups = load_groups()
    long: dict[str, tuple[str, int]] = {}
    for mention in mentions:
        words = plain(mention.text).split()
        if len(words) > 1 and not BROADCAST & set(words):
            long.setdefault(" ".join(words), (words[0], mention.first))
    count = Counter(word for word, _ in long.values())
    ends = _ends(long)
    short = {plain(mention.text) for mention in mentions if mention.text.istitle() and len(mention.text) > 4}
    common = groups.institutions | groups.in_names | groups.media | groups.firms
    found = {word: (name, long[name][1]) for word, name in ends.items()}
    found |= {word: (name, first) for name, (word, first) in long.items() if count[word] == 1 and word not in common}
    return {word: home for word, home in found.items() if word in short}


def _ends(long: Iterable[str]) -> dict[str, str]:
    """The last word of names → the shortest name that ends so, if all others that do end with that name."""
    found: dict[str, list[str]] = defaultdict(list)
    for name in long:
        found[name.split()[-1]].append(name)
    shortest = {word: min(names, key=lambda name: (len(name), name)) for word, names in found.items()}
    return {word: home for word, home in shortest.items() if all(name.endswith(home) for name in found[word])}


@lru_cache(maxsize=50_000)
def plain(name: str) -> str:
    """An organisation's name for comparison: folded, without article."""
    groups = load_groups()
    folded = [fold(word) for word in ARTICLE.sub("", name).replace("-", " ").split()]
    words = " ".join(groups.written.get(word, word) for word in folded if word != "the")
    for short, long in groups.same.items():
        if words == short or words.startswith(short + " "):
            return long + words[len(short) :]
    return words


def _initials(text: str) -> str:
    return "".join(
        word[0] for word in text.replace("-", " ").split() if word.lower() not in INITIALS_SKIPPED
    ).casefold()
