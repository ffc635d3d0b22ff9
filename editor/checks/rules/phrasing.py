"""How sentences are built: prepositions, lists, heads of a genitive, wordy phrases.

GRA-05 to GRA-07, TYP-07, TYP-08 and TRM-05: advice for whoever asks for suggestions. Each looks for
patterns of `tables/phrasing.toml` and nothing else; none looks inside quotations.
"""

from collections.abc import Iterator, Sequence
from functools import cache

import regex

from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, text_rule
from editor.checks.tables import table

_WORD = r"[\p{Script=Arabic}\p{M}]"
_EDGE = rf"(?<!{_WORD})"
_END = rf"(?!{_WORD})"
_LIST = regex.compile(
    rf"{_EDGE}(?!و){_WORD}++(?:، ?(?!و){_WORD}++(?: (?!و){_WORD}++)?+){{2,20}}"
    rf"، ?(وغير(?:ها|هم|هن|ه)){_END}"
)
_COMMA = regex.compile(r"، ?(?=\S)")
_HEADS = regex.compile(rf"{_EDGE}({_WORD}{{3,}}+) (و{_WORD}{{3,}}+) (ال{_WORD}{{3,}}+){_END}")
_FEMININE = ("ة", "ات")
_TO = frozenset(("إلى", "الى"))
_HAL_BEFORE = 6
"""How many words of a sentence must stand before a clause of circumstance."""


@text_rule("GRA-05", Severity.SUGGESTION, ("ar",), profile=Profile.SUGGESTIONS)
def preposition(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A verb with a preposition that is another verb's, from a short reviewed list."""
    for pattern, right, replaced in _verbs():
        for match in pattern.finditer(passage.words):
            if passage.is_quoted(*match.span()):
                continue
            start, end = match.span(replaced)
            fix = passage.fix(start, end, right, safe=False)
            yield passage.hit(*match.span("shown"), fix, values={"right": right})


@cache
def _verbs() -> tuple[tuple["regex.Pattern[str]", str, str], ...]:
    rows = table("phrasing")["prepositions"]
    return tuple(
        (regex.compile(f"{_EDGE}{row['pattern']}{_END}"), row["right"], row.get("replace", "shown"))
        for row in rows
    )


@text_rule("GRA-06", Severity.NOTE, ("ar",), profile=Profile.SUGGESTIONS)
def two_heads(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«مجالات وسبل التعاون»: two heads with one genitive, for «مجالات التعاون وسبله»."""
    heads = _heads()
    for match in _HEADS.finditer(passage.words):
        first, second, genitive = match.groups()
        if first not in heads or second[1:] not in heads or passage.is_quoted(*match.span()):
            continue
        pronoun = "ها" if genitive.endswith(_FEMININE) else "ه"
        right = f"{first} {genitive} {second}{pronoun}"
        start, end = match.span()
        fix = passage.fix(start, end, right, safe=False)
        yield passage.hit(*match.span(), fix, values={"right": right})


@cache
def _heads() -> frozenset[str]:
    return frozenset(table("phrasing")["heads"])


@text_rule("GRA-07", Severity.NOTE, ("ar",), profile=Profile.SUGGESTIONS)
def repeated_preposition(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«مشيرا إلى التعاون …، وأن»: the preposition is wanted again before أن."""
    verbs = frozenset(table("phrasing")["pointing"])
    for first, last in _sentences(passage):
        waiting = False
        for at in range(first, last):
            form = passage.forms[at]
            if form in verbs:
                waiting = False
            elif (
                form in {"إلى", "الى"}
                and at + 1 < last
                and passage.forms[at + 1] not in {"أن", "أنه"}
            ):
                waiting = waiting or _follows(passage, at, verbs)
            elif form in {"أن", "أنه", "أنها"}:
                waiting = False
            elif form == "وأن" and waiting and at + 1 < last:
                waiting = False
                token = passage.tokens[at]
                end = passage.tokens[at + 1].end
                if not passage.is_quoted(token.start, end) and _after_comma(passage, at):
                    fix = passage.fix(token.start, token.end, "وإلى أن", safe=False)
                    yield passage.hit(token.start, end, fix)


def _follows(passage: Passage, at: int, verbs: frozenset[str]) -> bool:
    return any(form in verbs for form in passage.forms[max(at - 4, 0) : at])


def _after_comma(passage: Passage, at: int) -> bool:
    before = passage.words[passage.tokens[at - 1].end : passage.tokens[at].start]
    return "،" in before


@text_rule("TYP-07", Severity.SUGGESTION, ("ar",), profile=Profile.SUGGESTIONS)
def bare_list(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """«تويتر، يوتيوب، فيسبوك، وغيرها»: Arabic joins such a list with و."""
    for match in _LIST.finditer(passage.words):
        if not passage.is_quoted(*match.span()):
            right = _COMMA.sub(" و", match[0]).replace(" ووغير", " وغير")
            start, end = match.span()
            fix = passage.fix(start, end, right, safe=False)
            yield passage.hit(*match.span(), fix, values={"right": right})


@text_rule("TYP-08", Severity.SUGGESTION, ("ar",), profile=Profile.SUGGESTIONS)
def comma_and_clause(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A comma between a verb and its preposition; none before «مشيرا», «مؤكدا» and their like."""
    rows = table("phrasing")
    verbs, clauses, saying = (frozenset(rows[name]) for name in ("calling", "clauses", "saying"))
    for first, last in _sentences(passage):
        yield from _comma_before_preposition(passage, first, last, verbs)
        for at in range(first + _HAL_BEFORE, last):
            token, before = passage.tokens[at], passage.tokens[at - 1]
            gap = passage.words[before.end : token.start]
            if passage.forms[at] not in clauses or not gap.isspace():
                continue
            if passage.forms[at - 1] in saying or passage.is_quoted(before.start, token.end):
                continue
            fix = passage.fix(before.end, token.start, "، ", safe=False, key="TYP-08.fix_comma")
            yield passage.hit(before.start, token.end, fix, case="clause")


def _comma_before_preposition(
    passage: Passage, first: int, last: int, verbs: frozenset[str]
) -> Iterator[Hit]:
    """The one comma of «ودعا الأمين العام المشاركين، إلى»; two of them hold a parenthesis."""
    if not any(form in verbs for form in passage.forms[first : first + 2]):
        return
    commas = []
    for at in range(first + 1, last):
        before = passage.words[passage.tokens[at - 1].end : passage.tokens[at].start]
        if "،" in before:
            commas.append(passage.tokens[at - 1].end + before.index("،"))
        if passage.forms[at] == "إلى":
            if (
                len(commas) == 1
                and "،" in before
                and not passage.is_quoted(commas[0], commas[0] + 1)
            ):
                fix = passage.fix(commas[0], commas[0] + 1, "", safe=False, key="TYP-08.fix")
                yield passage.hit(commas[0], commas[0] + 1, fix)
            return


@text_rule("TRM-05", Severity.NOTE, profile=Profile.SUGGESTIONS)
def wordy_phrase(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """A phrase that says in several words what one says."""
    for pattern, right in _wordy(passage.language):
        for match in pattern.finditer(passage.words):
            if not passage.is_quoted(*match.span()):
                start, end = match.span()
                fixes = [passage.fix(start, end, right, safe=False)] if right else []
                values = {"right": right or "–"}
                case = "message" if right else "bare"
                yield passage.hit(*match.span(), *fixes, values=values, case=case)


@cache
def _wordy(language: str) -> tuple[tuple["regex.Pattern[str]", str], ...]:
    rows: Sequence[Sequence[str]] = table("phrasing")[language]["wordy"]
    edge = r"(?<![\p{L}\p{M}])", r"(?![\p{L}\p{M}])"
    return tuple((regex.compile(f"{edge[0]}(?:{row[0]}){edge[1]}"), row[1]) for row in rows)


def _sentences(passage: Passage) -> Iterator[tuple[int, int]]:
    """The first token of every sentence, and the one after its last."""
    first = 0
    for _, end in passage.sentences:
        last = first
        while last < len(passage.tokens) and passage.tokens[last].start < end:
            last += 1
        yield first, last
        first = last
