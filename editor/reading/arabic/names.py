"""Names in Arabic: where one ends, and whether words that nothing else tells may be one."""

import regex

from editor.reading.arabic.words import ArabicWords, Stops
from editor.reading.lexicon import lexicon, places

_LONGEST_NAME = 8
_MASDAR = regex.compile(r"ت\w\w?ي\w|[اإ]?ست\w+ا\w|ان\w\w?ا\w|م\w+ا?\w+ه|ا\w\wا\w")
"""The shapes of nouns of action, which stand where a name might: «جدد الوزير تصميم …»."""
_LONGEST_PLAIN_NAME = 3
"""How many words of a name are taken that are neither given names nor linked nor definite."""


class ArabicNames:
    """The names of one text."""

    def __init__(self, words: ArabicWords) -> None:
        self._words = words
        self._lexicon = lexicon("ar")

    def name_end(self, index: int, stops: Stops) -> int:
        """Where a name that begins at a token ends; the same index if there is none."""
        start, plain = index, 0
        links = self._lexicon.words("name_links")
        while index - start < _LONGEST_NAME and not self._words.ends_phrase(index, stops):
            word = self._words.word(index)
            definite = word[:2] == "ال" and len(word) > 3
            if word in links and not self._words.ends_phrase(index + 1, stops):
                index += 2
                continue
            if index > start and self._is_honorific_of_another(index, stops):
                break
            if index > start and self._is_noun_of_title(index):
                break
            if (
                index > start
                and self._words.goes_on_otherwise(index)
                and not self._words.is_given_name(index)
            ):
                break
            if not definite and not self._words.is_given_name(index):
                plain += 1
                if plain > _LONGEST_PLAIN_NAME or self._is_closed(index, start):
                    break
            if (
                index > start
                and self._words.is_office(index)
                and not self._words.is_given_name(index)
            ):
                break
            index += 1
        return index

    def _is_noun_of_title(self, index: int) -> bool:
        word = self._words.word(index)
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        return word in nouns and not self._words.is_given_name(index)

    def _is_honorific_of_another(self, index: int, stops: Stops) -> bool:
        after = self._words.honorifics_end(index)
        if self._words.word(index) in self._lexicon.words("honorifics_in_names"):
            return False  # «خليل الحاج توفيق»
        return after > index and not self._words.ends_phrase(after, stops)

    def _is_closed(self, index: int, start: int) -> bool:
        """Whether a family name with «ال» stands before, after which no plain word follows."""
        before = self._words.word(index - 1)
        if self._words.word(index)[:2] == "بن":
            return False  # «بنسعيد», «بلحاج» and the like
        return index - start > 1 and before[:2] == "ال" and len(before) > 3

    def plain_name(self, index: int, stops: Stops) -> tuple[int, int] | None:
        """A name that only its place tells: two to four plain words, then a clear end."""
        start = index + 1 if self._words.word(index) in {"،", ","} else index
        word = self._words.word(start)
        if not word or self._words.ends_phrase(start, stops) or word[:2] == "ال":
            return None
        if self._words.goes_on_otherwise(start) or self._words.is_office(start):
            return None
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        if word in nouns or word in places("ar")[1] or word.isdecimal():
            return None
        if not self._words.is_given_name(start) and (
            _MASDAR.fullmatch(word)
            or word[0] == "ي"
            or self._words.written(start).endswith(("ه", "ها", "هم"))
        ):
            return None  # rather a verb, its object, or a thing that somebody owns
        end = self.name_end(start, stops)
        closed = end >= len(self._words.tokens) or self._words.ends_phrase(end, stops)
        closed = closed or self._words.word(end)[0] in "لبكو"
        comma = start == index or self._words.word(end) in {"،", ",", ":"}
        end = self._without_object(start, end)
        return (start, end) if 2 <= end - start <= 5 and closed and comma else None

    def _without_object(self, start: int, end: int) -> int:
        """The end of a name nobody knows, what the verb governs left out: «فلان الدول إلى»."""
        last = self._words.word(end - 1)
        if self._words.is_given_name(start) or end - start < 3 or last[:2] != "ال":
            return end
        # The noun before a definite one belongs to it: «أطراف النزاع».
        return end - 1 if end - start == 3 else end - 2

    def is_in_name_of_body(self, index: int) -> bool:
        """Whether a name belongs to a body, as in «جامعة الملك سعود»."""
        before = self._words.word(index - 1)
        before = before[1:] if before[:1] in "لبو" and len(before) > 4 else before
        return before in self._lexicon.words("bodies") or before in {"مدينه", "جائزه", "مسجد"}
