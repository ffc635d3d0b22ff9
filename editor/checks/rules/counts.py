"""Numbers: in words or digits, per cent, one thing counted twice, addresses that lead nowhere."""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from math import inf

import regex

from editor.checks.document import Document
from editor.checks.findings import Severity
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.profiles import Profile
from editor.checks.rule import Settings, document_rule, text_rule
from editor.checks.rules.quantities import counted, is_apart, numbers_of, small_words, units
from editor.text.numbers import NumberMention

_MOST_IN_WORDS = 1000
_ROUND = 100
_MOST_PREFIX = 3
_PER_CENT = {
    "ar": regex.compile(
        r"[%٪]|(?<![\p{L}\p{M}])(?:في\s(?=ال)|ب(?=ال))الم(?:ئة|ائة)(?![\p{L}\p{M}])"
    ),
    "en": regex.compile(r"%|(?<!\p{L})per\s?cent(?!\p{L})"),
    "fr": regex.compile(r"%|(?<!\p{L})pour\s?cent(?!\p{L})"),
}
_SIGNS = frozenset("%٪")
_INDIC_LATIN = regex.compile(r"(?<![\p{Nd}.,٫٬])[٠-٩]++(?:([.,])[٠-٩]++)++(?![\p{Nd}.,/٫٬-])")
_MAIL = regex.compile(
    r"(?<![^\s(<\[«\"“:،,])([^\s@()<>\[\]«»\"“”،؛]{1,64}+)@([^\s@()<>\[\]«»\"“”،؛]{0,255}+)"
)
_GOOD_MAIL = regex.compile(r"[A-Za-z0-9][A-Za-z0-9._%+'-]*@(?:[A-Za-z0-9-]+\.)+[A-Za-z]{2,}")
_WEB = regex.compile(
    r"(?i)(?<![\p{L}\p{N}])(?:https?(?::?/(?!/)|//|:\s?//\s|;//)|www(?:,|\.\s|\.{2,})|http?s?:///+)"
    r"[\p{L}\p{N}./-]*"
)


@text_rule("NUM-01", Severity.NOTE, options={"words_up_to": 10}, profile=Profile.SUGGESTIONS)
def words_or_digits(passage: Passage, settings: Settings) -> Iterator[Hit]:
    """A small number in digits, or a large one in words, beside what it counts.

    Setting `words_up_to`: the last number that is written in words.
    """
    if not passage.is_prose:
        return
    last = settings.number("words_up_to")
    for number in numbers_of(passage):
        if number.is_ordinal or not _counts_a_thing(passage, number):
            continue
        is_small = 1 < number.value <= last
        if is_small and not number.in_words and _is_plain(passage, number):
            yield passage.hit(number.start, number.end, case="in_words")
        elif last < number.value < _MOST_IN_WORDS and _is_long_in_words(passage, number):
            yield passage.hit(number.start, number.end, case="in_digits")


def _is_plain(passage: Passage, number: NumberMention) -> bool:
    """Whether a number in digits stands by itself, and not in a range, a score or a label."""
    text = passage.words
    before, after = text[max(number.start - 2, 0) : number.start], text[number.end : number.end + 2]
    joined = any(char in "-–—/:.,+#°№$€£" for char in (before + after).strip(" "))
    last_word = text[max(number.start - 12, 0) : number.start].split()[-1:]
    labels = {"رقم", "No", "No.", "no.", "n°", "N°", "article", "Article", "المادة", "page"}
    digits = text[number.start : number.end]
    return digits.isdecimal() and not joined and not labels & set(last_word)


def _counts_a_thing(passage: Passage, number: NumberMention) -> bool:
    thing = counted(passage, number)
    return bool(thing) and thing[0] not in units(passage.language)


def _is_long_in_words(passage: Passage, number: NumberMention) -> bool:
    """Whether digits would serve better: not for round numbers, and not to open a sentence."""
    if not number.in_words or number.value % _ROUND == 0:
        return False
    index = bisect_right(passage.sentences, (number.start, inf)) - 1
    return index < 0 or number.start > passage.sentences[index][0] + _MOST_PREFIX


@document_rule("NUM-02", Severity.WARNING, profile=Profile.STRICT)
def mixed_forms(document: Document, _settings: Settings) -> Iterator[Hit]:
    """Per cent as a sign and in words in one text; Latin marks among Arabic digits.

    A headline may save space with the sign.
    """
    found = [
        (passage, match)
        for passage in document.body
        for match in passage.once(_per_cents)
        if not passage.is_quoted(*match.span())
    ]
    counts = Counter(match[0] in _SIGNS for _, match in found)
    if len(counts) > 1:
        rarer = counts[True] < counts[False]
        for passage, match in found:
            if (match[0] in _SIGNS) is rarer:
                yield passage.hit(match.start(), match.end(), case="percent", group="NUM-02")
    for passage in document.passages:
        if passage.language == "ar":
            yield from passage.once(_latin_marks)


def _per_cents(passage: Passage) -> list["regex.Match[str]"]:
    found = _PER_CENT[passage.language].finditer(passage.words)
    return [match for match in found if not is_apart(passage, *match.span())]


def _latin_marks(passage: Passage) -> list[Hit]:
    """Numbers in Arabic digits with a Latin comma or stop, where only one reading is possible."""
    hits = []
    for match in _INDIC_LATIN.finditer(passage.words):
        marks = match.captures(1)
        last = len(match[0]) - 1 - max(match[0].rfind("."), match[0].rfind(","))
        thousands = set(marks) == {","} and last == 3
        decimal = len(marks) == 1 and last != 3
        if not (thousands or decimal) or is_apart(passage, *match.span()):
            continue
        right = match[0].replace(marks[0], "٬" if thousands else "٫")
        fix = passage.fix(match.start(), match.end(), right, safe=True)
        hits.append(passage.hit(match.start(), match.end(), fix, values={"right": right}))
    return hits


@document_rule("NUM-03", Severity.WARNING, profile=Profile.STRICT)
def counted_twice(document: Document, _settings: Settings) -> Iterator[Hit]:
    """One thing given two numbers: «57 دولة عضوا» here, «56 دولة عضوا» there.

    It is one thing where the two words after the number are the same; amounts of money, spans of
    time and quotations are left alone.
    """
    first: dict[tuple[str, str], tuple[object, str]] = {}
    for passage in document.body:
        for number, thing in passage.once(_things):
            if passage.is_quoted(number.start, number.end):
                continue
            words = passage.words[number.start : number.end]
            value, other = first.setdefault(thing, (number.value, words))
            if value != number.value:
                fix = passage.fix(number.start, number.end, other, safe=False)
                yield passage.hit(number.start, number.end, fix, values={"other": other})


def _things(passage: Passage) -> list[tuple[NumberMention, tuple[str, str]]]:
    """The numbers of a passage with the two words that say what they count."""
    found = []
    small = small_words(passage.language)
    for number in numbers_of(passage):
        if number.is_ordinal or number.value <= 1:
            continue
        thing = counted(passage, number, 2)
        if len(thing) < 2 or thing[0] in units(passage.language):
            continue
        if not any(word in small for word in thing):
            found.append((number, (thing[0], thing[1])))
    return found


@text_rule("NUM-04", Severity.WARNING, profile=Profile.STRICT)
def broken_address(passage: Passage, _settings: Settings) -> Iterator[Hit]:
    """An e-mail or web address that cannot be one: "press@oic", "http//oic.org"."""
    for match in _MAIL.finditer(passage.words):
        written = match[0].rstrip(".,;:!?؟…")
        if match[2] and not _GOOD_MAIL.fullmatch(written) and not match[1].endswith("/"):
            yield passage.hit(match.start(), match.start() + len(written), case="mail")
    for match in _WEB.finditer(passage.words):
        yield passage.hit(match.start(), match.end())
