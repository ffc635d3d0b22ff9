"""The engine: every rule over a release, and only what has changed over again.

A `Checker` keeps, for each text, its analysis and what the rules for one text saw in it, for as
long as the release's snapshots bring the same block (the same object) or the same words of a
field. Rules for a whole document run every time, on the passages that were kept.
"""

from bisect import bisect_right
from collections.abc import Callable, Collection, Iterable, Iterator
from dataclasses import dataclass
from math import inf
from typing import TypeVar

from editor.checks.catalogue import Catalogue, all_rules
from editor.checks.document import Document, texts_to_check
from editor.checks.doubles import without_doubles
from editor.checks.findings import SEPARATOR, Finding, Severity
from editor.checks.guard import guarded
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Rule
from editor.checks.settings import rules_in_use
from editor.checks.speller import Speller
from editor.checks.unreadable import of_readable
from editor.checks.vocabulary import words_of_house
from editor.house.style import House
from editor.release.content import Block, Release, Status, Text
from editor.release.source import Source

S = TypeVar("S")


def check(
    release: Release,
    house: House,
    *,
    source: Source | None = None,
    language: str | None = None,
    profiles: Collection[Profile] | None = None,
    speller: Speller | None = None,
) -> tuple[Finding, ...]:
    """What every rule sees in a release, in the order of reading.

    Args:
        release: What to check.
        house: The house style whose settings hold.
        source: The text it was read from, for what stands between its paragraphs.
        language: The code of the one language to check; None for all that it is written in.
        profiles: What is asked for beside the default; None for what the house asks for.
        speller: Who knows words; None for nobody.

    Raises:
        HouseError: The house's settings of rules are wrong.
    """
    return Checker(house, profiles=profiles, speller=speller).check(release, source, language)


@dataclass(frozen=True, slots=True)
class _Looked:
    """What is known of one text: what it came from, its passage, and its own findings."""

    origin: Block | Text
    passage: Passage
    findings: tuple[Finding, ...]


class Checker:
    """Checks a release again and again while it is being written.

    Args:
        house: The house style whose settings hold.
        catalogue: The rules; None for all there are.
        profiles: What is asked for beside the default; None for what the house asks for.
        speller: Who knows words; None for nobody.

    Raises:
        HouseError: The house's settings of rules are wrong.
    """

    def __init__(
        self,
        house: House,
        catalogue: Catalogue | None = None,
        profiles: Collection[Profile] | None = None,
        speller: Speller | None = None,
    ) -> None:
        self._house = house
        self._speller = speller
        self._house_words: dict[str, frozenset[str]] = {}
        rules = catalogue or all_rules()
        self._uses = rules_in_use(rules, house, profiles)
        self._for_texts = [rule for rule in rules.for_texts if rule.id in self._uses]
        self._for_documents = [rule for rule in rules.for_documents if rule.id in self._uses]
        self._looked: dict[tuple[str, str], _Looked] = {}
        self._status = Status.DRAFT

    def check(
        self, release: Release, source: Source | None = None, language: str | None = None
    ) -> tuple[Finding, ...]:
        """What every rule sees in a release, in the order of reading; see `check`."""
        if release.status is not self._status:  # severities may depend on it
            self._looked, self._status = {}, release.status
        found: list[Finding] = []
        looked: dict[tuple[str, str], _Looked] = {}
        codes = (language,) if language is not None else tuple(_languages(release))
        for code in codes:
            texts = {
                (code, where): self._look_at(where, code, origin)
                for where, origin in texts_to_check(release, code)
            }
            looked |= texts
            passages = [text.passage for text in texts.values()]
            self._ask_ahead(passages, code)
            known = (self._speller, self._words_of_house(code))
            document = Document(release, code, self._house, source, passages, *known)
            own = [finding for text in texts.values() for finding in text.findings]
            together = [*own, *self._findings(self._for_documents, document, code)]
            single = without_doubles(of_readable(together))
            found += sorted(guarded(single, document), key=_place_in(document))
        others = {key: text for key, text in self._looked.items() if key[0] not in codes}
        self._looked = others | looked
        return tuple(found)

    def _look_at(self, where: str, language: str, origin: Block | Text) -> _Looked:
        before = self._looked.get((language, where))
        if before is not None and _is_unchanged(before.origin, origin):
            return before
        if isinstance(origin, Block):
            kind, text = origin.kind, origin.text(language)
        else:
            kind, text = None, origin
        passage = Passage(where, kind, text, language, self._speller)
        return _Looked(origin, passage, tuple(self._findings(self._for_texts, passage, language)))

    def _words_of_house(self, language: str) -> frozenset[str]:
        if language not in self._house_words:
            self._house_words[language] = words_of_house(self._house, language)
        return self._house_words[language]

    def _ask_ahead(self, passages: Iterable[Passage], language: str) -> None:
        """Ask for the words of all passages at once, which is quicker than one by one."""
        new = [passage for passage in passages if passage.is_to_be_asked]
        if self._speller is not None and new:
            self._speller.unknown({w for p in new for w in p.spelled if w}, language)

    def _findings(self, rules: list[Rule[S]], subject: S, language: str) -> Iterator[Finding]:
        for rule in rules:
            if language in rule.languages:
                for hit in rule(subject, self._uses[rule.id].settings):
                    yield self._finding(rule, hit, language)

    def _finding(self, rule: Rule[S], hit: Hit, language: str) -> Finding:
        severity = self._uses[rule.id].severity or _weight(rule, hit, self._status)
        place = (hit.where, hit.start, hit.end, hit.text)
        return Finding(
            rule.id, severity, language, *place, hit.values, hit.fixes, hit.group, hit.case
        )


def _weight(rule: Rule[S], hit: Hit, status: Status) -> Severity:
    """How much a hit matters at a stage: no more than the stage allows, even where it differs."""
    of_stage = rule.stages.get(status, rule.severity)
    if hit.severity is None or (
        of_stage.is_less_than(hit.severity) and of_stage is not rule.severity
    ):
        return of_stage
    return hit.severity


def _is_unchanged(before: Block | Text, now: Block | Text) -> bool:
    # A snapshot re-uses the objects of unchanged blocks, so that nothing needs comparing.
    return before is now if isinstance(now, Block) else before == now


def _languages(release: Release) -> Iterator[str]:
    """The original language, then every other with a text in it."""
    yield release.language
    for code in release.languages:
        if code != release.language and any(texts_to_check(release, code)):
            yield code


def _place_in(document: Document) -> Callable[[Finding], tuple[float, int, int, str]]:
    """The order of findings: as one reads; what concerns the whole release comes last."""

    def place(finding: Finding) -> tuple[float, int, int, str]:
        if finding.where == SEPARATOR:
            before = bisect_right(document.starts, (finding.start, inf)) - 1
            rank = document.starts[before][1] + 0.5 if before >= 0 else -1.0
        else:
            rank = document.order.get(finding.where, inf)
        return rank, finding.start, finding.end, finding.rule

    return place
