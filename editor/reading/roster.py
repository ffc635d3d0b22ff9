"""Who is who: mentions that mean one person are put together, short ones traced to full ones."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from editor.reading.lexicon import lexicon
from editor.reading.mentions import Mention, MentionKind
from editor.reading.words import fold

_LINKS_LEFT_OUT = frozenset(
    fold(word) for word in ("بن", "ابن", "بنت", "bin", "ben", "bint", "ibn")
)


@dataclass(slots=True, eq=False)
class Person:
    """Someone who may turn out to speak.

    Attributes:
        place: Number of the text and offset of the first mention.
        speaks: Whether anything is attributed to them, or they read for somebody.
        reads_for: The one whose words they delivered.
    """

    place: tuple[int, int]
    name: str = ""
    honorific: str = ""
    title: str = ""
    organisation: str = ""
    feminine: bool | None = None
    kind: MentionKind = MentionKind.NAMED
    unsure: bool = False
    speaks: bool = False
    reads_for: "Person | None" = None
    seen: tuple[int, int] = field(default=(-1, -1))


class Roster:
    """Everybody that a release mentions."""

    def __init__(self, language: str) -> None:
        self.people: list[Person] = []
        self._language = language
        self._history: list[Person] = []
        self._joined: set[Person] = set()
        self._by_part: dict[str, list[Person]] = {}

    def _named_like(self, name: str) -> Iterator[Person]:
        """Those whose name has the first or the last part of another."""
        key = name_key(name)
        found = [
            p for part in dict.fromkeys((*key[:1], *key[-1:])) for p in self._by_part.get(part, ())
        ]
        yield from dict.fromkeys(found)

    def _join(self, person: Person) -> Person:
        if person not in self._joined:
            self._joined.add(person)
            self.people.append(person)
        for part in name_key(person.name):
            known = self._by_part.setdefault(part, [])
            if person not in known:
                known.append(person)
        return person

    def learn(self, number: int, mention: Mention) -> None:
        """Take note of a mention with a full name."""
        if mention.kind is not MentionKind.NAMED or len(name_key(mention.name)) < 2:
            return
        alike = self._named_like(mention.name)
        known = next((p for p in alike if _same_name(p.name, mention.name)), None)
        if known is None:
            self._join(_person(number, mention))
        else:
            _complete(known, number, mention)
            self._join(known)

    def spoke(self, person: Person, place: tuple[int, int]) -> None:
        """Take note that somebody spoke; pronouns after it mean them."""
        person.seen = place
        self._history.append(person)

    @property
    def last(self) -> Person | None:
        """The one who spoke last."""
        return self._history[-1] if self._history else None

    def resolve(
        self, number: int, mention: Mention, *, feminine: bool | None = None
    ) -> tuple[Person | None, bool]:
        """Whom a mention means, and whether there was more than one to choose from."""
        gender = mention.feminine if mention.feminine is not None else feminine
        if mention.kind is MentionKind.PRONOUN:
            fitting = [p for p in reversed(self._history[-8:]) if _may_be(p, gender)]
            return (fitting[0], False) if fitting else (None, False)
        if mention.kind is MentionKind.BODY:
            return self._body(number, mention), False
        place = (number, mention.start)
        found = [p for p in self._meant(mention) if _may_be(p, gender)]
        if not found and mention.kind is MentionKind.OFFICE:
            found = self._only_one_of(mention)
        if not found:
            return self._join(_person(number, mention)), False
        earlier = [p for p in found if p.place <= place] or found
        person = max(earlier, key=lambda p: (p.seen, p.place))
        _complete(person, number, mention)
        return person, len(earlier) > 1

    def known(self, number: int, mention: Mention) -> Person | None:
        """Whom a mention means, if it is somebody that is known already."""
        if mention.kind in {MentionKind.PRONOUN, MentionKind.BODY}:
            return None
        gender = mention.feminine
        found = [p for p in self._meant(mention) if _may_be(p, gender)]
        if not found:
            return None
        person = min(found, key=lambda p: (not p.speaks, p.place))
        person.place = min(person.place, (number, mention.start))
        return person

    def _meant(self, mention: Mention) -> Iterator[Person]:
        if mention.kind is MentionKind.OFFICE:
            titled = [p for p in self.people if self._same_office(p.title, mention.title)]
            yield from titled
            return
        key = name_key(mention.name)
        alike = list(self._named_like(mention.name))
        full = [person for person in alike if _same_name(person.name, mention.name)]
        if full or len(key) != 1:
            yield from full
            return
        families = [p for p in alike if key[0] in name_key(p.name)[-1:]]
        yield from families or [p for p in alike if key[0] in name_key(p.name)[:1]]

    def _only_one_of(self, mention: Mention) -> list[Person]:
        """The one person with the head of an Arabic title: «المبعوث الأممي» for a longer one."""
        short = self._office_key(mention.title)
        if self._language != "ar" or not mention.title.startswith("ال") or len(short) > 2:
            return []
        nisba = len(short) == 1 or short[1].endswith("ي") or short[1].endswith("يه")
        alike = [p for p in self.people if self._office_key(p.title)[:1] == short[:1]]
        return alike if nisba and len(alike) == 1 else []

    def _body(self, number: int, mention: Mention) -> Person:
        key = fold(mention.organisation)
        bodies = [p for p in reversed(self.people) if p.kind is MentionKind.BODY]
        for person in bodies:
            if fold(person.organisation) == key:
                return person
        for person in bodies:
            # «المنظمة» after «منظمة التعاون الإسلامي»
            head = fold(person.organisation).split()[0]
            if " " not in key and key.removeprefix("ال") == head.removeprefix("ال"):
                return person
        person = _person(number, mention)
        self.people.append(person)
        return person

    def _same_office(self, full: str, short: str) -> bool:
        """Whether a title may be short for another: «الوزير» for «وزير الصحة»."""
        long_words, short_words = self._office_key(full), self._office_key(short)
        if not long_words or not short_words:
            return False
        if long_words == short_words:
            return True
        ranks = lexicon(self._language).words("lower_ranks")
        if not set(short_words) <= set(long_words) or ranks & (set(long_words) - set(short_words)):
            return False
        reach = 1 if self._language == "ar" else 6
        return short_words[0] in long_words[:reach]

    def _office_key(self, title: str) -> tuple[str, ...]:
        words = fold(title).replace("،", " ").replace(",", " ").replace("-", " ").split()
        if self._language == "ar":
            return tuple(word.removeprefix("ال") for word in words if word not in {"(", ")"})
        small = lexicon(self._language).words("articles") | {"of", "de", "du", "des", "for"}
        # Whose office it is may be said in many ways: "the Kingdom’s foreign minister".
        return tuple(word for word in words if word not in small and not word.endswith("'s"))


@lru_cache(maxsize=1 << 12)
def name_key(name: str) -> tuple[str, ...]:
    """The parts of a name by which two spellings are compared."""
    words = fold(name).replace(".", "").replace("-", " ").split()
    parts: list[str] = []
    for word in words:
        if parts and parts[-1] in {"عبد", "ابو", "ال", "al", "el"}:
            parts[-1] += word
        elif word not in _LINKS_LEFT_OUT:
            parts.append(word)
    return tuple(parts)


def family_names(names: Iterator[str]) -> frozenset[str]:
    """What people may be called after their full names: the last part, «بن سلمان»."""
    found: set[str] = set()
    for name in names:
        words = fold(name).split()
        if len(words) > 1:
            found.add(words[-1])
            found.add(" ".join(words[-2:]))
    return frozenset(found)


def _same_name(first: str, second: str) -> bool:
    one, other = sorted((name_key(first), name_key(second)), key=len)
    if len(one) < 2:
        return False
    return set(one) <= set(other) and (one[-1] == other[-1] or one[0] == other[0])


def _may_be(person: Person, feminine: bool | None) -> bool:  # noqa: FBT001  # a third value: unknown
    return feminine is None or person.feminine is None or person.feminine == feminine


def _person(number: int, mention: Mention) -> Person:
    return Person(
        (number, mention.start),
        mention.name,
        mention.honorific,
        mention.title,
        mention.organisation,
        mention.feminine,
        mention.kind,
        mention.unsure,
    )


def _complete(person: Person, number: int, mention: Mention) -> None:
    """Add what a further mention tells."""
    place = (number, mention.start)
    person.place = min(person.place, place)
    if len(name_key(mention.name)) > len(name_key(person.name)):
        person.name = mention.name
        person.kind = MentionKind.NAMED
    if not person.title and mention.title:
        person.title, person.organisation = mention.title, mention.organisation
    if len(mention.honorific) > len(person.honorific) and len(name_key(mention.name)) > 1:
        person.honorific = mention.honorific
    if person.feminine is None:
        person.feminine = mention.feminine
