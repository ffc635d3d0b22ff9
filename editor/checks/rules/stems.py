"""What is known of Arabic spellings: a word without its prefixes, and which spelling is better."""

from collections import Counter
from dataclasses import dataclass
from functools import cache, lru_cache

import regex

from editor.checks.tables import table
from editor.text.arabic import (
    ALEF,
    ALEF_MAKSURA,
    HAMZATED_ALEFS,
    HEH,
    TEH_MARBUTA,
    YEH,
    skeleton,
)

_ARTICLE = regex.compile(r"[وف]?(?:[بك]?ال|لل)(?=.{3})")
_PREFIX = regex.compile(
    r"[وف]?[بكل]?(?=[أإآ].)|[وف](?=ا[^ل].{4})|[وف]?[بل](?=ا..?ا.|ا.ت.ا.|است...|ان..ا.)"
)
_LEAST_BARE = 5
"""From how many letters on a word without hamza is told from others by its letters alone."""
_JOINING_NOUN = regex.compile(r"ا(?:.ت|[صضظ]ط|زد).ا.+|ان..ا.+|است..?ا.+|است.ا.ة.*")
"""Verbal nouns with an alef of joining: اجتماع, انعقاد, استقبال, استعادة, with their endings."""
_EIGHTH_OR_TENTH = regex.compile(r"ا(?:.ت|[صضظ]ط|زد).ا.+|است..ا.+")
_JOINING_VERB = regex.compile(r"ا(?:.ت|[صضظ]ط|زد).{2,}|ان.{3,}|است.{2,}|ات.{2,}|اد.{2,}|اط.{2,}")
"""Letters that may be a verb with such an alef; with أ it is the first person, «أعتقد»."""
_SURE_VERB = regex.compile(r"ا(?:.ت|[صضظ]ط).{2,}|است.{2,}")
"""Letters that are hardly anything but such a verb; «انجليزي» is none."""
_CUTTING_NOUN = regex.compile(r"إ..ا.*|إ.ا.ة.*")
"""Verbal nouns with a hamza: إصلاح, إقامة, with their endings."""
_HOLLOW_VERB = regex.compile(r"ا(?:.ت|[صضظ]ط|زد)ا.*|ان.ا.*")
"""Letters that may be one or the other: احتاج beside إفتاء, انهار beside إنذار."""
_HEH_NOUN = regex.compile(r"ت..يه|ت.ا.ه|م.ت.ه|.*جاه|.*باه")
"""Words whose last letter is ه: توجيه, تشابه, مشتبه, اتجاه, انتباه."""
_LONG_RELATIVE = regex.compile(r".+ا.[يى]")
"""«الإنسانى», «السياسى», «الماضى»: after the article and a long vowel, ى stands for ي."""


@dataclass(frozen=True, slots=True)
class Stem:
    """A bare word in two parts.

    Attributes:
        before: What is written before the word, the article included.
        word: The word itself.
        definite: Whether it has the article.
    """

    before: str
    word: str
    definite: bool


@dataclass(frozen=True, slots=True)
class Used:
    """How often a release uses each spelling: in all, and with the article."""

    counts: Counter[str]
    definite: Counter[str]


@lru_cache(maxsize=50_000)
def stem_of(form: str) -> Stem:
    """A bare Arabic word without و ف ب ك ل and the article, where they are surely prefixes."""
    if is_whole(form):
        return Stem("", form, definite=False)
    for whole in (form, form[1:]) if form[0] in "وف" else (form,):
        if whole in _whole_words() or (whole != form and whole in _with_hamza()):
            return Stem(form[: len(form) - len(whole)], whole, definite=False)
    article = _ARTICLE.match(form)
    match = article or _PREFIX.match(form)
    before = match[0] if match is not None else ""
    return Stem(before, form[len(before) :], definite=article is not None)


def is_sure(spelling: str, better: str) -> bool:
    """Whether the table says that the one has no reading but the other."""
    return _with_hamza().get(spelling) == better


def sure_spelling(stem: Stem) -> str | None:
    """What the table has for a word that has no reading without its hamza; None for any other."""
    return _with_hamza().get(stem.word)


def drops_hamza(stem: Stem, other: str) -> bool:
    """Whether a word has a hamza on an alef of joining, and another is it without.

    Args:
        stem: The word with its prefixes taken off.
        other: The other word, with prefixes.
    """
    right = other[len(stem.before) :]
    if not stem.word or stem.word[0] not in HAMZATED_ALEFS or right != ALEF + stem.word[1:]:
        return False
    if skeleton(right).startswith(_different()):
        return False
    is_verb = _SURE_VERB.fullmatch(right) and not _CUTTING_NOUN.fullmatch(stem.word)
    return right[1:2] != YEH and (_is_joining(right) or bool(is_verb))


def moves_hamza(stem: Stem, other: str) -> bool:
    """Whether a word's hamza stands elsewhere in another: «أعادة», «مسآلة».

    At the beginning only verbal nouns count, for names are written with either: «إيليا».
    """
    right = other[len(stem.before) :]
    return stem.word[:1] == right[:1] or _CUTTING_NOUN.fullmatch(right) is not None


def is_whole(form: str) -> bool:
    """Whether a word that begins like a prefix has none."""
    return form in _table("unparted")


def is_better(other: str, stem: Stem, used: Used) -> bool:
    """Whether another spelling of the same skeleton is the better one for a word.

    Args:
        other: The other spelling.
        stem: The word with its prefixes taken off.
        used: How often the release uses each spelling.
    """
    word = stem.word
    if other == word or len(other) != len(word):
        return False
    if is_sure(word, other):
        return True
    if is_sure(other, word) or skeleton(word).startswith(_different()):
        return False
    places = [at for at in range(len(word)) if word[at] != other[at]]
    return all(_is_better_at(at, stem, other, used) for at in places)


def _is_better_at(at: int, stem: Stem, other: str, used: Used) -> bool:
    if at == 0:
        return _has_better_alef(stem, other)
    if at < len(other) - 1:
        return False  # inside a word, a hamza may make it another: قران, قرآن
    match stem.word[at], other[at]:
        case (letter, better) if letter == HEH and better == TEH_MARBUTA:
            is_usual = used.counts[other] > used.counts[stem.word]
            return stem.definite and is_usual and not _ends_in_heh(stem.word)
        case (letter, better) if {letter, better} == {YEH, ALEF_MAKSURA}:
            if other in _table("maksura"):
                return True
            counts = used.definite if stem.definite else used.counts
            return _ends_in_yeh(stem) and _is_usual(stem.word, other, counts)
        case _:
            return False


def _has_better_alef(stem: Stem, other: str) -> bool:
    """Whether the first alef of another spelling is the right one."""
    word = stem.word
    if word[0] == ALEF and other[0] in HAMZATED_ALEFS:
        if len(word) < _LEAST_BARE or word[1] == "ل" or _is_joining(word):
            return False
        if other[0] == "إ" and _CUTTING_NOUN.fullmatch(other):
            return _HOLLOW_VERB.fullmatch(word) is None
        return _JOINING_VERB.fullmatch(word) is None
    if word[0] not in "أإ" or other[0] != ALEF:
        return False
    if word[0] == "أ":  # after the article no verb, «أعتقد», and no plural of this form
        return stem.definite and _EIGHTH_OR_TENTH.fullmatch(other) is not None
    is_verb = _SURE_VERB.fullmatch(other) and not _CUTTING_NOUN.fullmatch(word)
    return _is_joining(other) or bool(is_verb)


def _is_joining(word: str) -> bool:
    listed = _table("joining")
    is_listed = word in listed or word[:_LEAST_BARE] in listed
    return is_listed or _JOINING_NOUN.fullmatch(word) is not None


def _ends_in_heh(word: str) -> bool:
    return skeleton(word) in _table("heh") or _HEH_NOUN.fullmatch(word) is not None


def _ends_in_yeh(stem: Stem) -> bool:
    """Whether the word's last letter is ي, however it is written."""
    word = stem.word[:-1] + YEH
    if word in _table("yeh"):
        return True
    if not stem.definite or word[:-1] + ALEF_MAKSURA in _table("maksura_after_article"):
        return False
    return word in _table("yeh_after_article") or _LONG_RELATIVE.fullmatch(word) is not None


def _is_usual(word: str, other: str, counts: Counter[str]) -> bool:
    """Whether the release uses the other spelling more often, or as often and it is the usual.

    Beside «النادي» only «النادى» counts, for «نادى» is a verb.
    """
    if counts[other] == counts[word]:
        return other[-1] == YEH
    return counts[other] > counts[word]


@cache
def _table(name: str) -> frozenset[str]:
    return frozenset(table("spellings")["ar"][name])


@cache
def _different() -> tuple[str, ...]:
    return tuple(_table("different"))


@cache
def _with_hamza() -> dict[str, str]:
    """Each form without hamza of the words that have no other reading, with the right form."""
    words = table("spellings")["ar"]
    derived = [
        base + ending
        for kind in ("verb", "noun")
        for base in words[f"hamza_{kind}s"]
        for ending in ("", *words[f"{kind}_endings"])
    ]
    derived += [*words["hamza"], *words["hamza_before_lam"]]
    return {_without_hamza(word): word for word in derived}


def _without_hamza(word: str) -> str:
    return word.translate(dict.fromkeys(map(ord, HAMZATED_ALEFS), ALEF))


@cache
def _whole_words() -> frozenset[str]:
    """Words that begin like the article and are not parted from it, in every spelling."""
    words = {*table("spellings")["ar"]["hamza_before_lam"], *_table("yeh")}
    words |= {_without_hamza(word) for word in words}
    yeh_for_maksura = str.maketrans(ALEF_MAKSURA, YEH)
    maksura_for_yeh = str.maketrans(YEH, ALEF_MAKSURA)
    return frozenset(
        words
        | {word.translate(yeh_for_maksura) for word in words}
        | {word.translate(maksura_for_yeh) for word in words}
    )
