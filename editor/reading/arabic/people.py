"""People in Arabic sentences: where a title ends and a name begins, without capitals to tell.

A noun phrase for a person is a title, a name, or both in either order, with honorifics before the
name: «الأمين العام لمنظمة …، الدكتور فلان»، «فلان، مدير …»، «رئيس ديوانه فلان». A name begins after
an honorific, at a given name, or where the construct chain of the title can go no further.
"""

from dataclasses import replace

from editor.reading.arabic.names import ArabicNames
from editor.reading.arabic.titles import ArabicTitles
from editor.reading.arabic.words import ArabicWords, Stops, bases_of
from editor.reading.lexicon import lexicon, places
from editor.reading.mentions import Mention, MentionKind

_FARTHEST_NAME = 18
"""How many words may stand between the first word of a title and the name."""


class ArabicPeople:
    """The people of one Arabic text."""

    def __init__(self, words: ArabicWords) -> None:
        self.words = words
        self._words = words
        self._titles = ArabicTitles(words)
        self._names = ArabicNames(words)
        self._lexicon = lexicon("ar")

    def person_at(self, index: int, stops: Stops = frozenset()) -> Mention | None:
        """The person or office whose phrase begins at a token, or None.

        Args:
            index: The token.
            stops: Folded words that end the phrase here, beside those that always do.
        """
        if self._words.verb_at(index) is not None and not self._words.is_given_name(index):
            return None  # «طالب الوزير بكذا», not a student
        after = self._words.honorifics_end(index)
        if self._words.is_office(after) and not self._is_name_after_honorific(index, after, stops):
            return self._office_first(index, after, stops)
        if after == index and not self._words.is_given_name(index):
            return None
        if after > index and self._words.word(after) in places("ar")[1]:
            return None  # «دولة قطر»
        end = self._names.name_end(after, stops)
        if end == after:
            return self._honorific_alone(index, after)
        return self._with_apposition(index, after, end, stops)

    def unknown_at(self, index: int, stops: Stops = frozenset()) -> Mention | None:
        """Somebody right behind a verb whose name only its place tells, or None.

        A title after a comma makes the reader sure; without one the mention is unsure.
        """
        word = self._words.word(index)
        if word[:2] == "ال" and len(word) > 3:
            return self._unknown_office(index, stops)
        tables = ("title_nouns", "bodies", "title_cues")
        if any(base in self._lexicon.words(t) for t in tables for base in bases_of(word)):
            return None
        if (
            self._words.ends_phrase(index, stops)
            or word[:2] == "ال"
            or self._words.goes_on_otherwise(index)
        ):
            return None
        end = self._names.name_end(index, stops)
        if not 2 <= end - index <= 5:
            return None
        if self._words.word(end) in {"،", ","} and self._words.is_office(
            self._words.honorifics_end(end + 1)
        ):
            return replace(self._with_apposition(index, index, end, stops), unsure=False)
        plural = self._words.word(end - 1).endswith(("ون", "ين", "ات", "يه", "ي", "ان"))
        closed = self._words.ends_phrase(end, stops) and not plural
        return self._mention(index, end, None, (index, end)) if closed else None

    def _unknown_office(self, index: int, stops: Stops) -> Mention | None:
        """«الزائرة الكويتية أم فهد»: a noun that is no known office, with a name behind it."""
        if self._lexicon.words("bodies") & {*bases_of(self._words.word(index))}:
            return None
        name = self._titles.adjectives_end(index + 1, stops)
        linked = (
            self._words.word(name) in {"ام", "ابو"}
            and self._words.tokens[name + 1 : name + 2] != ()
        )
        if not (linked or self._words.is_given_name(name) or self._names.plain_name(name, stops)):
            return None
        end = self._names.name_end(name, stops)
        return self._mention(index, end, (index, name), (name, end)) if end > name else None

    def _is_name_after_honorific(self, start: int, index: int, stops: Stops) -> bool:
        """Whether «أمين» or the like is a name here: «السيد أمين الحسيني»."""
        if start == index or self._words.word(index) not in self._lexicon.words("given_names"):
            return False
        return self._words.is_given_name(index + 1) or (
            self._words.word(index + 1)[:2] == "ال" and (self._words.ends_phrase(index + 2, stops))
        )

    def _honorific_alone(self, start: int, end: int) -> Mention | None:
        titles = self._lexicon.phrases("honorifics_that_are_titles")
        if end - start != 1 or not titles.length_at(self._words.tokens, start):
            return None
        return self._mention(start, end, title=(start, end))

    def _office_first(self, start: int, office: int, stops: Stops) -> Mention:
        found = self._name_after(office, stops)
        if found is not None:
            title_end, name_start = found
            name = self._words.honorifics_end(name_start)
            end = self._names.name_end(name, stops)
            if end > name:
                honorifics = ((start, office), (name_start, name))
                return self._mention(start, end, (office, title_end), (name, end), honorifics)
        end = self._titles.chain_end(office, stops)
        placed = self._titles.placed_end(end, stops)
        if plain := self._names.plain_name(end, stops) or self._names.plain_name(placed, stops):
            name, name_end = plain
            end = placed if name >= placed > end else end
            honorific = ((start, office),)
            return self._mention(start, name_end, (office, end), (name, name_end), honorific)
        if second := self._second_office(end, stops):
            return replace(
                second,
                start=self._words.tokens[start].start,
                title=self._words.text[self._words.tokens[office].start : second.start]
                + second.title,
            )
        return self._mention(start, end, (office, end), honorifics=((start, office),))

    def _second_office(self, comma: int, stops: Stops) -> Mention | None:
        """The holder named with a second office: «قاضي القضاة، مستشار الرئيس فلان»."""
        office = comma + 1
        construct = self._words.word(office)[:2] != "ال"
        if self._words.word(comma) not in {"،", ","} or not construct:
            return None
        if not self._words.is_office(office):
            return None
        found = self._office_first(office, office, stops)
        title_first = self._words.text.startswith(found.title, found.start)
        return found if found.name and title_first else None

    def _name_after(self, office: int, stops: Stops) -> tuple[int, int] | None:
        """Where a title ends and where the name after it begins, if something tells."""
        index = office + 1
        while index < min(office + _FARTHEST_NAME, len(self._words.tokens)):
            word = self._words.word(index)
            if word in {"،", ","}:
                return (index, index + 1) if self._is_name_after_comma(index, stops) else None
            if (past := self._titles.bracket_end(index)) > index:
                index = past
                continue
            if not self._goes_on(index, stops):
                return None
            if self._words.honorifics_end(index) > index or self._words.is_given_name(index):
                if self._is_governed(office, index):
                    index += 1
                    continue
                if not self._names.is_in_name_of_body(index):
                    while self._words.word(index - 1) in {"ام", "ابو", "ابن"}:
                        index -= 1
                    return index, index
                index = max(
                    self._names.name_end(self._words.honorifics_end(index), stops), index + 1
                )
                continue
            index += 1
        return None

    def _goes_on(self, index: int, stops: Stops) -> bool:
        preposition = self._words.word(index) in self._lexicon.words("office_prepositions") - stops
        return self._words.tokens[index].is_word and (
            preposition or not self._words.ends_phrase(index, stops)
        )

    def _is_name_after_comma(self, comma: int, stops: Stops) -> bool:
        after = comma + 1
        named = self._words.honorifics_end(after) > after or self._words.is_given_name(after)
        if named and not self._is_other_office(after):
            return True
        return self._names.plain_name(comma, stops) is not None

    def _is_governed(self, office: int, index: int) -> bool:
        """Whether a word is what a construct head governs: «قائدة الفريق», not «الفريق فلان»."""
        construct = self._words.word(office)[:2] != "ال"
        return construct and index == office + 1 and self._words.word(index)[:2] == "ال"

    def _is_other_office(self, index: int) -> bool:
        """Whether a second office follows a comma, not the name of the first."""
        after = self._words.honorifics_end(index)
        return self._words.is_office(after) and not self._words.is_given_name(after + 1)

    def _with_apposition(self, start: int, name: int, end: int, stops: Stops) -> Mention:
        """A name with the title that follows it, after a comma or without one."""
        honorifics = ((start, name),)
        comma = self._words.word(end) in {"،", ",", "–", "—", "-"}
        office = end + 1 if comma else end
        among = comma and self._words.word(office) in {"احد", "احدي"}  # «إحدى المشاركات في الدورة»
        if not (self._words.is_office(office) or among):
            return self._mention(start, end, None, (name, end), honorifics)
        title_end = self._titles.chain_end(office, stops)
        if comma:
            title_end = self._titles.closing_comma(office) or title_end
        return self._mention(start, title_end, (office, title_end), (name, end), honorifics)

    def _mention(
        self,
        start: int,
        end: int,
        title: tuple[int, int] | None = None,
        name: tuple[int, int] | None = None,
        honorifics: tuple[tuple[int, int], ...] = (),
    ) -> Mention:
        office = self._words.words(title) if title else ""
        return Mention(
            self._words.tokens[start].start,
            self._words.tokens[end - 1].end,
            MentionKind.NAMED if name else MentionKind.OFFICE,
            self._words.words(name) if name else "",
            " ".join(filter(None, (self._words.words(span) for span in honorifics))),
            office,
            self._titles.organisation(title) if title else "",
            self._feminine(title, honorifics),
            bool(title and self._titles.is_possessed(title[1] - 1)),
            bool(
                name and not honorifics_given(honorifics) and not self._words.is_given_name(name[0])
            ),
        )

    def _feminine(
        self, title: tuple[int, int] | None, honorifics: tuple[tuple[int, int], ...]
    ) -> bool | None:
        for table, answer in (("feminine_honorifics", True), ("masculine_honorifics", False)):
            phrases = self._lexicon.phrases(table)
            if any(
                phrases.length_at(self._words.tokens, i) for s, e in honorifics for i in range(s, e)
            ):
                return answer
        return self._words.written(title[0]).endswith("ة") if title else None


def honorifics_given(honorifics: tuple[tuple[int, int], ...]) -> bool:
    """Whether any of some spans of honorifics has a word."""
    return any(end > start for start, end in honorifics)
