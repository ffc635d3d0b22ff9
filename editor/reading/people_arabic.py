"""People in Arabic sentences: where a title ends and a name begins, without capitals to tell.

A noun phrase for a person is a title, a name, or both in either order, with honorifics before the
name: «الأمين العام لمنظمة …، الدكتور فلان»، «فلان، مدير …»، «رئيس ديوانه فلان». A name begins after
an honorific, at a given name, or where the construct chain of the title can go no further.
"""

from copy import copy
from dataclasses import replace

from editor.reading.lexicon import Verb, lexicon, places
from editor.reading.mentions import Mention, MentionKind
from editor.reading.words import Token, fold, tokens_of

_FARTHEST_NAME = 18
"""How many words may stand between the first word of a title and the name."""
_LONGEST_NAME = 8
_LONGEST_PLAIN_NAME = 3
"""How many words of a name are taken that are neither given names nor linked nor definite."""
_LONGEST_APPOSITION = 16
_CLOSING = frozenset('،,:.«"“;؛')
Stops = frozenset[str]


class ArabicPeople:
    """The people of one Arabic text."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tokens = tokens_of(text)
        self._lexicon = lexicon("ar")

    def changed(self, index: int, written: str) -> "ArabicPeople":
        """The same text with one word written without what is glued to its front."""
        token = self.tokens[index]
        people = copy(self)
        bare = Token(token.start + 1, token.end, fold(written), written)
        people.tokens = (*self.tokens[:index], bare, *self.tokens[index + 1 :])
        return people

    # -- single words

    def word(self, index: int) -> str:
        """The folded token at an index, "" outside the text."""
        return self.tokens[index].folded if 0 <= index < len(self.tokens) else ""

    def written(self, index: int) -> str:
        """The token as it stands in the text."""
        return self.tokens[index].written if 0 <= index < len(self.tokens) else ""

    def verb_at(self, index: int) -> Verb | None:
        """The verb of speaking at a token, «و» and «ف» before it left aside."""
        verbs = self._lexicon.arabic_verbs
        word = self.word(index)
        found = verbs.get(word) or (verbs.get(word[1:]) if word[:1] in "وف" else None)
        if found and found.only_with and not self._follows(index, found.only_with):
            return None
        return found

    def _follows(self, index: int, words: frozenset[str]) -> bool:
        for ahead in range(index + 1, min(index + 25, len(self.tokens))):
            word = self.word(ahead)
            if word in {".", "؛", "؟", "!"}:
                return False
            if word in words or ("ب" in words and word[:1] == "ب" and len(word) > 4):
                return True
        return False

    def is_office(self, index: int) -> bool:
        """Whether a token is the first word of an office."""
        base = _base(self.word(index))
        offices = self._lexicon.words("offices")
        return base in offices or (base[-1:] == "ه" and base[:-1] in offices)

    def is_given_name(self, index: int) -> bool:
        """Whether a token is a given name and cannot well be anything else."""
        word = self.word(index)
        if word not in self._lexicon.words("given_names") or self.written(index) == "على":
            return False
        if word == "باسم" and self.word(index + 1)[:2] == "ال":
            return False  # «المتحدث باسم الوزارة»
        others = ("offices", "title_nouns", "office_adjectives")
        return not any(word in self._lexicon.words(table) for table in others)

    def ends_phrase(self, index: int, stops: Stops) -> bool:
        """Whether no name or title goes on with this token."""
        word = self.word(index)
        if not word or not self.tokens[index].is_word:
            return True
        if word == "ان" and self.written(index).startswith("آ"):
            return False
        if word == "علي":
            return self.written(index) == "على" or self._is_before_complement(index)
        if word in stops or word in self._lexicon.words("ends_phrase"):
            return True
        if "ب" in stops and word[0] == "ب" and len(word) > 3 and not self.is_given_name(index):
            return True
        return self.verb_at(index) is not None and not self.is_given_name(index)

    def _is_before_complement(self, index: int) -> bool:
        return self.word(index + 1) in {"ان", "انه", "انها", "ضروره", "اهميه"}

    def _goes_on_otherwise(self, index: int) -> bool:
        """Whether a token is a word with a preposition or «و» glued to it, as «للمنظمة»."""
        word = self.word(index)
        if word[:2] == "لل" or (word[1:3] == "ال" and word[0] in "بوفك"):
            return True
        known = ("title_nouns", "bodies", "offices")
        return word[:1] in "بلوفك" and any(word[1:] in self._lexicon.words(t) for t in known)

    # -- names

    def honorifics_end(self, index: int) -> int:
        """Where a run of honorifics that begins at a token ends."""
        phrases = self._lexicon.phrases("honorifics")
        while length := phrases.length_at(self.tokens, index):
            index += length
            if self.word(index) == "." and index < len(self.tokens):
                index += 1
            if self.word(index) == "/":
                index += 1
        return index

    def name_end(self, index: int, stops: Stops) -> int:
        """Where a name that begins at a token ends; the same index if there is none."""
        start, plain = index, 0
        links = self._lexicon.words("name_links")
        while index - start < _LONGEST_NAME and not self.ends_phrase(index, stops):
            word = self.word(index)
            definite = word[:2] == "ال" and len(word) > 3
            if word in links and not self.ends_phrase(index + 1, stops):
                index += 2
                continue
            if index > start and self._is_honorific_of_another(index, stops):
                break
            if index > start and self._goes_on_otherwise(index) and not self.is_given_name(index):
                break
            if not definite and not self.is_given_name(index):
                plain += 1
                if plain > _LONGEST_PLAIN_NAME or self._is_closed(index, start):
                    break
            if index > start and self.is_office(index) and not self.is_given_name(index):
                break
            index += 1
        return index

    def _is_honorific_of_another(self, index: int, stops: Stops) -> bool:
        after = self.honorifics_end(index)
        return after > index and not self.ends_phrase(after, stops)

    def _is_closed(self, index: int, start: int) -> bool:
        """Whether a family name with «ال» stands before, after which no plain word follows."""
        before = self.word(index - 1)
        if self.word(index)[:2] == "بن":
            return False  # «بنسعيد», «بلحاج» and the like
        return index - start > 1 and before[:2] == "ال" and len(before) > 3

    # -- titles

    def chain_end(self, index: int, stops: Stops) -> int:
        """Where a title without a name ends: its head, what it governs and their adjectives."""
        end = index + 1
        if self.word(index)[:2] == "ال":
            end = self._adjectives_end(end, stops)
        else:
            end = self._governed_end(end, stops)
        while self._is_complement(end, stops):
            definite = self.word(end)[:2] == "لل" or self.word(end)[1:3] == "ال"
            end += 1
            end = self._adjectives_end(end, stops) if definite else self._governed_end(end, stops)
        if self.word(end)[:1] == "و" and _base(self.word(end)[1:]) in self._lexicon.words(
            "offices"
        ):
            return self.chain_end(end, stops)  # «نائب الرئيس ووزير الخارجية»
        return self._bracket_end(end)

    def _is_complement(self, index: int, stops: Stops) -> bool:
        word = self.word(index)
        if self.ends_phrase(index, stops):
            prepositions = self._lexicon.words("office_prepositions")
            return word in prepositions - stops and word in {"باسم", "لدي", "لشؤون"}
        if word[:2] == "لل" and len(word) > 3:
            return True
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        return word[:1] in "لب" and (word[1:] in nouns or word[1:] in places("ar")[1])

    def _adjectives_end(self, index: int, stops: Stops) -> int:
        while not self.ends_phrase(index, stops) and self._is_adjective(index):
            index += 1
        return index

    def _is_adjective(self, index: int) -> bool:
        word = self.word(index)
        if word in {"عشر", "عشره"}:
            return True
        if word[:2] != "ال":
            return False
        base = _base(word)
        adjectives = self._lexicon.words("office_adjectives")
        listed = base in adjectives or base.removesuffix("ه") in adjectives
        return (
            listed
            or (len(base) > 3 and base.endswith(("ي", "يه")))
            or base in self._lexicon.words("ordinals")
        )

    def _governed_end(self, index: int, stops: Stops) -> int:
        """The nouns a construct head governs, up to the first definite one or a country."""
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        while not self.ends_phrase(index, stops):
            word = self.word(index)
            if word[:2] == "ال" and len(word) > 3:
                index = self._adjectives_end(index + 1, stops)
                while self.word(index)[:3] == "وال" and not self.ends_phrase(index, stops):
                    index = self._adjectives_end(index + 1, stops)
                return index
            if word in places("ar")[1] or self._is_possessed(index):
                return index + 1
            if word not in nouns and word not in self._lexicon.words("office_adjectives"):
                known_body = not self._lexicon.words("bodies").isdisjoint(
                    _bases(self.word(index - 1))
                )
                return index + 1 if known_body and not self.is_given_name(index) else index
            index += 1
        return index

    def _is_possessed(self, index: int) -> bool:
        """Whether a noun has «ـه» or «ـها» for its owner, as in «رئيس ديوانه»."""
        word = self.written(index)
        base = fold(word).removesuffix("ها") if word.endswith("ها") else fold(word)[:-1]
        return word.endswith(("ه", "ها")) and base in self._lexicon.words("title_nouns")

    def _bracket_end(self, index: int) -> int:
        """Past a short bracket, as «رئيس الدورة ( المملكة العربية السعودية )»."""
        if self.word(index) != "(":
            return index
        for ahead in range(index + 1, min(index + 8, len(self.tokens))):
            if self.word(ahead) == ")":
                return ahead + 1
        return index

    # -- phrases

    def person_at(self, index: int, stops: Stops = frozenset()) -> Mention | None:
        """The person or office whose phrase begins at a token, or None.

        Args:
            index: The token.
            stops: Folded words that end the phrase here, beside those that always do.
        """
        after = self.honorifics_end(index)
        if self.is_office(after) and not self._is_name_after_honorific(index, after, stops):
            return self._office_first(index, after, stops)
        if after == index and not self.is_given_name(index):
            return None
        if after > index and self.word(after) in places("ar")[1]:
            return None  # «دولة قطر»
        end = self.name_end(after, stops)
        if end == after:
            return self._honorific_alone(index, after)
        return self._with_apposition(index, after, end, stops)

    def unknown_at(self, index: int, stops: Stops = frozenset()) -> Mention | None:
        """Somebody right behind a verb whose name only its place tells, or None.

        A title after a comma makes the reader sure; without one the mention is unsure.
        """
        word = self.word(index)
        if word[:2] == "ال" and len(word) > 3:
            return self._unknown_office(index, stops)
        tables = ("title_nouns", "bodies", "title_cues")
        if any(base in self._lexicon.words(t) for t in tables for base in _bases(word)):
            return None
        if self.ends_phrase(index, stops) or word[:2] == "ال" or self._goes_on_otherwise(index):
            return None
        end = self.name_end(index, stops)
        if not 2 <= end - index <= 5:
            return None
        if self.word(end) in {"،", ","} and self.is_office(self.honorifics_end(end + 1)):
            return replace(self._with_apposition(index, index, end, stops), unsure=False)
        plural = self.word(end - 1).endswith(("ون", "ين", "ات", "يه", "ي", "ان"))
        closed = self.ends_phrase(end, stops) and not plural
        return self._mention(index, end, None, (index, end)) if closed else None

    def _unknown_office(self, index: int, stops: Stops) -> Mention | None:
        """«الزائرة الكويتية أم فهد»: a noun that is no known office, with a name behind it."""
        if self._lexicon.words("bodies") & {*_bases(self.word(index))}:
            return None
        name = self._adjectives_end(index + 1, stops)
        linked = self.word(name) in {"ام", "ابو"} and self.tokens[name + 1 : name + 2] != ()
        if not (linked or self.is_given_name(name) or self._plain_name(name, stops)):
            return None
        end = self.name_end(name, stops)
        return self._mention(index, end, (index, name), (name, end)) if end > name else None

    def _is_name_after_honorific(self, start: int, index: int, stops: Stops) -> bool:
        """Whether «أمين» or the like is a name here: «السيد أمين الحسيني»."""
        if start == index or self.word(index) not in self._lexicon.words("given_names"):
            return False
        return self.is_given_name(index + 1) or (
            self.word(index + 1)[:2] == "ال" and (self.ends_phrase(index + 2, stops))
        )

    def _honorific_alone(self, start: int, end: int) -> Mention | None:
        titles = self._lexicon.phrases("honorifics_that_are_titles")
        if end - start != 1 or not titles.length_at(self.tokens, start):
            return None
        return self._mention(start, end, title=(start, end))

    def _office_first(self, start: int, office: int, stops: Stops) -> Mention:
        found = self._name_after(office, stops)
        if found is not None:
            title_end, name_start = found
            name = self.honorifics_end(name_start)
            end = self.name_end(name, stops)
            if end > name:
                honorifics = ((start, office), (name_start, name))
                return self._mention(start, end, (office, title_end), (name, end), honorifics)
        end = self.chain_end(office, stops)
        placed = self._placed_end(end, stops)
        if plain := self._plain_name(end, stops) or self._plain_name(placed, stops):
            name, name_end = plain
            end = placed if name >= placed > end else end
            honorific = ((start, office),)
            return self._mention(start, name_end, (office, end), (name, name_end), honorific)
        return self._mention(start, end, (office, end), honorifics=((start, office),))

    def _placed_end(self, index: int, stops: Stops) -> int:
        """Past the place of an office: «منسق المنظمة في السودان»."""
        prepositions = self._lexicon.words("office_prepositions") - stops
        if self.word(index) not in prepositions or self.ends_phrase(index + 1, stops):
            return index
        return max(self._governed_end(index + 1, stops), index + 1)

    def _name_after(self, office: int, stops: Stops) -> tuple[int, int] | None:
        """Where a title ends and where the name after it begins, if something tells."""
        index = office + 1
        while index < min(office + _FARTHEST_NAME, len(self.tokens)):
            word = self.word(index)
            if word in {"،", ","}:
                after = index + 1
                named = self.honorifics_end(after) > after or self.is_given_name(after)
                if named and not self._is_other_office(after):
                    return index, after
                return (index, after) if self._plain_name(index, stops) else None
            if word == "(":
                if (past := self._bracket_end(index)) == index:
                    return None
                index = past
                continue
            if not self.tokens[index].is_word:
                return None
            preposition = word in self._lexicon.words("office_prepositions") - stops
            if self.ends_phrase(index, stops) and not preposition:
                return None
            if self.honorifics_end(index) > index or self.is_given_name(index):
                if self._is_governed(office, index):
                    index += 1
                    continue
                if not self._is_in_name_of_body(index):
                    while self.word(index - 1) in {"ام", "ابو", "ابن"}:
                        index -= 1
                    return index, index
                index = max(self.name_end(self.honorifics_end(index), stops), index + 1)
                continue
            index += 1
        return None

    def _is_governed(self, office: int, index: int) -> bool:
        """Whether a word is what a construct head governs: «قائدة الفريق», not «الفريق فلان»."""
        construct = self.word(office)[:2] != "ال"
        return construct and index == office + 1 and self.word(index)[:2] == "ال"

    def _is_other_office(self, index: int) -> bool:
        """Whether a second office follows a comma, not the name of the first."""
        after = self.honorifics_end(index)
        return self.is_office(after) and not self.is_given_name(after + 1)

    def _is_in_name_of_body(self, index: int) -> bool:
        """Whether a name belongs to a body, as in «جامعة الملك سعود»."""
        before = self.word(index - 1)
        before = before[1:] if before[:1] in "لبو" and len(before) > 4 else before
        return before in self._lexicon.words("bodies") or before in {"مدينه", "جائزه", "مسجد"}

    def _plain_name(self, index: int, stops: Stops) -> tuple[int, int] | None:
        """A name that only its place tells: two to four plain words, then a clear end."""
        start = index + 1 if self.word(index) in {"،", ","} else index
        word = self.word(start)
        if not word or self.ends_phrase(start, stops) or word[:2] == "ال":
            return None
        if self._goes_on_otherwise(start) or self.is_office(start):
            return None
        nouns = self._lexicon.words("title_nouns") | self._lexicon.words("bodies")
        if word in nouns or word in places("ar")[1] or word.isdecimal():
            return None
        if not self.is_given_name(start) and (
            word[0] == "ي" or self.written(start).endswith(("ه", "ها", "هم"))
        ):
            return None  # rather a verb in the present, or a thing that somebody owns
        end = self.name_end(start, stops)
        closed = end >= len(self.tokens) or self.ends_phrase(end, stops)
        closed = closed or self.word(end)[0] in "لبكو"
        comma = start == index or self.word(end) in {"،", ",", ":"}
        return (start, end) if 2 <= end - start <= 5 and closed and comma else None

    def _with_apposition(self, start: int, name: int, end: int, stops: Stops) -> Mention:
        """A name with the title that follows it, after a comma or without one."""
        honorifics = ((start, name),)
        comma = self.word(end) in {"،", ","}
        office = end + 1 if comma else end
        among = comma and self.word(office) in {"احد", "احدي"}  # «إحدى المشاركات في الدورة»
        if not (self.is_office(office) or among):
            return self._mention(start, end, None, (name, end), honorifics)
        title_end = self.chain_end(office, stops)
        if comma:
            title_end = self._closing_comma(office) or title_end
        return self._mention(start, title_end, (office, title_end), (name, end), honorifics)

    def _closing_comma(self, office: int) -> int | None:
        for index in range(office + 1, min(office + _LONGEST_APPOSITION, len(self.tokens))):
            if self.word(index) in _CLOSING:
                return index
            preposition = self.word(index) in self._lexicon.words("office_prepositions")
            if self.word(index) in {"(", ")"} or preposition:
                continue
            if not self.tokens[index].is_word or self.ends_phrase(index, frozenset()):
                return None
        return None

    # -- values

    def _mention(
        self,
        start: int,
        end: int,
        title: tuple[int, int] | None = None,
        name: tuple[int, int] | None = None,
        honorifics: tuple[tuple[int, int], ...] = (),
    ) -> Mention:
        office = self._words(title) if title else ""
        return Mention(
            self.tokens[start].start,
            self.tokens[end - 1].end,
            MentionKind.NAMED if name else MentionKind.OFFICE,
            self._words(name) if name else "",
            " ".join(filter(None, (self._words(span) for span in honorifics))),
            office,
            self._organisation(title) if title else "",
            self._feminine(title, honorifics),
            bool(title and self._is_possessed(title[1] - 1)),
            bool(name and not honorifics_given(honorifics) and not self.is_given_name(name[0])),
        )

    def _words(self, span: tuple[int, int]) -> str:
        start, end = span
        if start >= end:
            return ""
        first = self.tokens[start]
        return first.written + self.text[first.end : self.tokens[end - 1].end]

    def _feminine(
        self, title: tuple[int, int] | None, honorifics: tuple[tuple[int, int], ...]
    ) -> bool | None:
        for table, answer in (("feminine_honorifics", True), ("masculine_honorifics", False)):
            phrases = self._lexicon.phrases(table)
            if any(phrases.length_at(self.tokens, i) for s, e in honorifics for i in range(s, e)):
                return answer
        return self.written(title[0]).endswith("ة") if title else None

    def _organisation(self, title: tuple[int, int]) -> str:
        """The body a title names, its preposition taken off: «لمنظمة …» gives «منظمة …»."""
        bodies = self._lexicon.words("bodies")
        found = [
            index
            for index in range(title[0] + 1, title[1])
            if any(base in bodies for base in _bases(self.word(index)))
        ]
        if len(found) > 1 and _base(self.word(found[0])).endswith("مجلس"):
            found = found[1:]
        if not found:
            return ""
        ends = {"(", "في", "علي", "لدي", "الي"}
        end = next((i for i in range(found[0], title[1]) if self.word(i) in ends), title[1])
        return _without_preposition(self._words((found[0], end)))


def honorifics_given(honorifics: tuple[tuple[int, int], ...]) -> bool:
    """Whether any of some spans of honorifics has a word."""
    return any(end > start for start, end in honorifics)


def _base(word: str) -> str:
    return word[2:] if word[:2] == "ال" and len(word) > 3 else word


def _bases(word: str) -> tuple[str, ...]:
    """A word, and what remains of it without prepositions and the article."""
    bare = word[2:] if word[:2] == "لل" else word[1:] if word[:1] in "لبو" else word
    return (_base(word), _base(bare))


def _without_preposition(words: str) -> str:
    first = fold(words.split(maxsplit=1)[0])
    if first[:2] == "لل":
        return "ال" + words[2:]
    known = lexicon("ar").words("bodies")
    return words[1:] if first[:1] in "لب" and _base(first[1:]) in known else words
