"""Names put right by what the whole report shows: wrong types, words that are no names, explained acronyms."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from rashomon.actors.acronym import Acronym
from rashomon.actors.lexicon import Groups, Titles
from rashomon.actors.name import NameMention
from rashomon.actors.spelling import fold, same_person, split
from rashomon.model import Annotated, Place, Token

OF_WHERE = frozenset(
    {
        "east",
        "west",
        "north",
        "south",
        "northeast",
        "northwest",
        "southeast",
        "southwest",
        "resident",
        "residents",
        "suburb",
        "township",
        "town",
        "city",
        "village",
        "district",
        "outskirts",
    }
)
WHERE = frozenset({"in", "near", "at", "outside", "around", "across", "inside", "into", "off", "toward", "towards"})


def sort_names(
    annotated: Annotated,
    names: list[NameMention],
    acronyms: Iterable[Acronym],
    places: dict[int, Place],
    titles: Titles,
    groups: Groups,
) -> list[NameMention]:
    """The names that are left, in text order, each with the kind that the report as a whole gives it."""
    names = _without_media(annotated, _explained(annotated, names, acronyms), places, titles)
    names = _whole(annotated, names, titles)
    names = _without_words(annotated, names, places, titles, groups)
    names = _persons_after_all(annotated, names, titles, groups)
    names = _acronyms(annotated, _without_whereabouts(annotated, names, titles))
    names = _surnames(annotated, names, places)
    return sorted(_one_kind_each(names), key=lambda name: name.first)


def _explained(annotated: Annotated, names: list[NameMention], acronyms: Iterable[Acronym]) -> list[NameMention]:
    """The long form of an acronym is one name; an acronym of common words is none."""
    for acronym in acronyms:
        short = annotated.tokens[acronym.at].text
        if not acronym.proper:
            names = [name for name in names if name.text != short]
            continue
        span = range(acronym.first, acronym.last)
        names = [n for n in names if n.first not in span and n.last - 1 not in span and n.first != acronym.at]
        for first, last in ((acronym.first, acronym.last), (acronym.at, acronym.at + 1)):
            while annotated.tokens[first].pos == "DET" or annotated.tokens[first].text in ("-", "–"):
                first += 1
            text = annotated.text[annotated.tokens[first].start : annotated.tokens[last - 1].end]
            names.append(NameMention(first, last, first, " ".join(text.split()), "organisation", "n", (), False, "ORG"))
    return sorted(names, key=lambda name: name.first)


def _without_media(
    annotated: Annotated, names: list[NameMention], places: dict[int, Place], titles: Titles
) -> list[NameMention]:
    """Names without the organisation of the report that stands before a person ("Reuters Omar Hadid"), nor the
    organisation or country before a name that the report has alone too ("Libya Hadid")."""
    alone = {name.text: name.kind for name in names if name.last - name.first == 1}
    bodies = {text for text, kind in alone.items() if kind == "organisation"}
    before = bodies | {annotated.tokens[i].text for i, place in places.items() if place.kind == "country"}
    found = []
    for name in names:
        word, rest = annotated.tokens[name.first].text, name.last - name.first - 1
        start, end = annotated.tokens[name.first + 1 if rest else name.first].start, annotated.tokens[name.last - 1].end
        text = " ".join(annotated.text[start:end].split())
        person = name.kind == "person" and word in bodies and text[:1].isupper()
        if rest and word not in titles.first_names and (person or (rest == 1 and word in before and text in alone)):
            kind = alone.get(text, name.kind)
            name = replace(name, first=name.first + 1, start=name.first + 1, text=text, titles=(), kind=kind)
        found.append(name)
    return found


def _whole(annotated: Annotated, names: list[NameMention], titles: Titles) -> list[NameMention]:
    """One name of two that the model has cut apart: a given name, or a titled first word, and the untitled rest."""
    found: list[NameMention] = []
    for name in names:
        one = found[-1] if found else None
        if (
            one is not None
            and one.last == name.first
            and (one.kind, name.kind) == ("person", "person")
            and one.last - one.first == 1
            and not name.titles[:1]
            and (one.titles or one.text in titles.first_names)
            and annotated.tokens[one.first].sentence == annotated.tokens[name.first].sentence
        ):
            text = " ".join(
                annotated.text[annotated.tokens[one.first].start : annotated.tokens[name.last - 1].end].split()
            )
            found[-1] = replace(one, last=name.last, text=text, titles=one.titles + name.titles, label="PERSON")
        else:
            found.append(name)
    return found


def _without_words(
    annotated: Annotated, names: list[NameMention], places: dict[int, Place], titles: Titles, groups: Groups
) -> list[NameMention]:
    """Without common words and places that the statistical model took for names."""
    small = {token.text for token in annotated.tokens if token.text.islower()}
    placed = {fold(place.span.of(annotated.text)) for place in places.values()}
    bare_places = {split(name) for name in placed if name}
    in_title = {s.i for s in annotated.sentences if s.section == "title"}
    in_body = {n.text for n in names if annotated.tokens[n.first].sentence not in in_title}
    kept = []
    for name in names:
        words = [token.lower for token in annotated.tokens[name.first : name.last]]
        if not name.titles and (fold(name.text) in placed or _is_placed(name, bare_places)):
            continue
        if len(words) == 1 and not name.titles and name.gender == "n":
            if words[0] in small or words[0] in groups.media or words[0] in titles.words:
                continue
            if annotated.tokens[name.first].sentence in in_title and name.text not in in_body:
                continue
        if words[-1] in titles.words and len(words) > 1 and words[-1] in small and not name.titles:
            continue
        kept.append(name)
    return kept


def _is_placed(name: NameMention, bare_places: set[tuple[str, ...]]) -> bool:
    """True for a place of the report with or without its article, and for two places run together ("al-Brega
    Benghazi")."""
    words = split(name.text)
    if name.kind == "organisation" and len(words) > 1:
        return False
    return words in bare_places or any(
        words[:cut] in bare_places and words[cut:] in bare_places for cut in range(1, len(words))
    )


def _acronyms(annotated: Annotated, names: list[NameMention]) -> list[NameMention]:
    """A single word in capitals is an organisation, unless the report also writes it otherwise ("OBAMA", "Obama")."""
    otherwise = {token.text.upper() for token in annotated.tokens if token.text.istitle()}
    return [
        replace(name, kind="organisation")
        if name.kind == "person"
        and name.text.isupper()
        and fold(name.text).isalpha()
        and 1 < len(fold(name.text)) < 7
        and (len(name.text) > 2)
        and not name.titles
        and name.gender == "n"
        and name.text not in otherwise
        else name
        for name in names
    ]


def _persons_after_all(
    annotated: Annotated, names: list[NameMention], titles: Titles, groups: Groups
) -> list[NameMention]:
    """Two or three words that the model took for an organisation, but that begin with a given name, are followed by an
    age, or of which the report goes on to use the last alone."""
    alone = {
        token.text
        for token in annotated.tokens
        if token.pos == "PROPN"
        and token.dep in ("nsubj", "nsubjpass", "pobj", "dobj", "poss")
        and not any(annotated.tokens[child].dep in ("compound", "det", "amod") for child in annotated.children[token.i])
    }
    found = []
    for name in names:
        words = [token.text for token in annotated.tokens[name.first : name.last] if token.text not in ("-", "–")]
        if name.kind == "organisation" and _looks_personal(words, groups):
            after = annotated.tokens[name.last : name.last + 3]
            aged = [t.text for t in after[::2]] == [",", ","] and after[1].text.isdigit() if len(after) == 3 else False
            if words[0] in titles.first_names or aged or words[-1] in alone:
                name = replace(name, kind="person", gender=titles.first_names.get(words[0], "n"))
        found.append(name)
    return found


def _looks_personal(words: list[str], groups: Groups) -> bool:
    return (
        2 <= len(words) <= 4
        and all(word.isalpha() and word[0].isupper() and not word.isupper() for word in words)
        and not {word.lower() for word in words} & (groups.institutions | groups.media | groups.in_names)
    )


def _without_whereabouts(annotated: Annotated, names: list[NameMention], titles: Titles) -> list[NameMention]:
    """Without "persons" that people are in or near: places that neither model nor gazetteer knows."""
    inside, personal = Counter[str](), Counter[str]()
    total = Counter(name.text for name in names)
    for name in names:
        if name.titles or name.gender != "n" or _acts_as_person(annotated, name, titles):
            personal[name.text] += 1
        elif _is_whereabouts(annotated, name):
            inside[name.text] += 1
    return [
        name
        for name in names
        if name.titles
        or (name.kind != "person" and len(split(name.text)) > 1)
        or inside[name.text] * (2 if personal[name.text] else 3) < total[name.text]
        or (name.kind != "person" and 2 * inside[name.text] <= total[name.text])
    ]


def _acts_as_person(annotated: Annotated, name: NameMention, titles: Titles) -> bool:
    """True for the subject of a verb of saying."""
    token = annotated.tokens[name.last - 1]
    return token.dep == "nsubj" and annotated.tokens[token.head].lemma in titles.speaks


def _is_whereabouts(annotated: Annotated, name: NameMention) -> bool:
    """True after "in", "off" or "residents of", and in "the X district"."""
    before = [token.lower for token in annotated.tokens[max(0, name.first - 2) : name.first]]
    after = annotated.tokens[name.last].lower if name.last < len(annotated.tokens) else ""
    if not before:
        return False
    if before[-1] in WHERE or (before[-1] == "of" and before[0] in OF_WHERE):
        return True
    return before[-1] == "the" and after in OF_WHERE


def _surnames(annotated: Annotated, names: list[NameMention], places: dict[int, Place]) -> list[NameMention]:
    """Single words that the model took for an organisation, or did not mark, but that are a person's surname here."""
    full = {name.text for name in names if name.kind == "person" and len(split(name.text)) > 1}
    surnames = {split(name)[-1] for name in full}
    surnames |= {name.removeprefix("abd") for name in surnames if len(name) > 6}
    kept = [
        replace(name, kind="person") if name.kind == "organisation" and _names_one_of(name, full, surnames) else name
        for name in names
    ]
    covered = {i for name in kept for i in range(name.first, name.last)}
    for token in annotated.tokens:
        if token.i in covered or token.i in places or not token.text[0].isupper() or len(token.text) < 3:
            continue
        word = split(token.text)[-1:]
        if word and word[0] in surnames and _may_be_surname(annotated, token):
            kept.append(NameMention(token.i, token.i + 1, token.i, token.text, "person", "n", ()))
    return kept


def _may_be_surname(annotated: Annotated, token: Token) -> bool:
    """True for a proper noun; for one in capitals only if it labels what somebody says ("KELLER: We are ready.")."""
    if not token.text.isupper():
        return token.pos == "PROPN"
    following = annotated.tokens[token.i + 1] if token.i + 1 < len(annotated.tokens) else token
    return len(token.text) > 3 and following.text == ":"


def _names_one_of(name: NameMention, full: set[str], surnames: set[str]) -> bool:
    """True for another spelling or the surname of a person that the report names in full."""
    words = split(name.text)
    if len(words) == 1 and (words[0] in surnames or _is_given_name(words[0], full)):
        return True
    if name.text.isupper():
        return len(words) > 1 and any(words == split(other) for other in full)
    if len(words) == 1:
        return False
    return any(same_person(name.text, other) or words == split(other)[-len(words) :] for other in full)


def _is_given_name(word: str, full: set[str]) -> bool:
    """True for the first name of just one person, as reports call relatives of somebody better known."""
    return len(word) > 3 and sum(split(name)[0] == word for name in full) == 1


def _one_kind_each(names: list[NameMention]) -> list[NameMention]:
    """The same words are a person or an organisation throughout; a title decides, then the more frequent, then
    organisation."""
    votes: Counter[tuple[str, str]] = Counter()
    for name in names:
        votes[name.text, name.kind] += 3 if name.titles and name.kind == "person" else 1
    return [
        replace(
            name, kind="person" if votes[name.text, "person"] > votes[name.text, "organisation"] else "organisation"
        )
        for name in names
    ]
