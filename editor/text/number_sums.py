"""How the parts of a number combine, in each language.

By parts that grow smaller, as in "two thousand three hundred and five", and in Arabic by the unit
before its ten.
"""

from decimal import Decimal

from editor.text.number_parts import Kind, Part

_LARGEST = Decimal(10) ** 30
_THOUSAND = Decimal(1000)


class Sum:
    """A number as it grows part by part."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._total = Decimal(0)
        self._group = Decimal(0)
        self._last_scale = _LARGEST
        self._begun = False
        self._closed = self._halved = self._digits = False
        self.is_ordinal = False
        self.is_number = False

    @property
    def value(self) -> Decimal:
        """What has been said so far."""
        return self._total + self._group

    def take(self, part: Part, *, joined: bool) -> bool:
        """Take a part in; False, with nothing changed, if it does not go on with the number."""
        if self._halved:  # «مليون ونصف المليون»: the scale is said again
            again = part.kind is Kind.SCALE and part.value == self._last_scale and not joined
            self._halved = False
            return again
        fits = not self._closed and self._takes(part, joined=joined and self._begun)
        self._begun = self._begun or fits
        return fits

    def _takes(self, part: Part, *, joined: bool) -> bool:
        take = _WAYS.get(part.kind, Sum.add)
        return part.kind is not Kind.FRACTION and take(self, part, joined=joined)

    def take_digits(self, part: Part, *, joined: bool) -> bool:
        """Take in digits, which begin a group: the 300 of "two thousand 300"."""
        if self._group or (self._begun and not self._total):
            return False
        if self._begun and (
            part.value >= min(self._last_scale, _THOUSAND) or not self._may_follow(joined=joined)
        ):
            return False
        self._group, self._digits = part.value, True
        self._closed = part.ordinal
        self.is_number = True
        return True

    def take_ten(self, part: Part, *, joined: bool) -> bool:
        """Take in a ten; «العشرون» by itself, and vingt after quatre, are more than that."""
        alone = not self._begun
        if self._language == "fr" and self._is_four() and not joined and part.value == 20:
            self._group += 76  # quatre-vingt
            return True
        if not self.add(part, joined=joined):
            return False
        self.is_ordinal = self.is_ordinal or (alone and part.definite)
        return True

    def take_hundred(self, part: Part, *, joined: bool) -> bool:
        """Take in a hundred, counted by what is before it or by itself."""
        counted = self._group % 100
        if part.value == 100 and not joined and not self._digits and self._multiplies(counted):
            self._group = self._group * 100
            self.is_number = True
            return True
        if self._group or self._digits or (self._language == "en"):
            return False
        return self.add(part, joined=joined)

    def _multiplies(self, counted: Decimal) -> bool:
        """Whether so many hundreds are said: «ثلاث مئة», "two hundred", "nineteen hundred"."""
        most = {"ar": 9, "fr": 9, "en": 19}[self._language]
        least = {"ar": 3, "fr": 2, "en": 1}[self._language]
        return self._group == counted and least <= counted <= most

    def take_scale(self, part: Part, *, joined: bool) -> bool:
        """Take in a thousand, a million…, counted by the group before it."""
        if part.value >= self._last_scale or (joined and self._group):
            return False
        if joined and not self._may_follow(joined=joined):
            return False
        if not self._group and part.weak:
            return False
        if not self._group and self._begun and not joined:
            return False
        self._total += (self._group or 1) * part.value
        self._group, self._last_scale, self._digits = Decimal(0), part.value, False
        self.is_number = True
        return True

    def take_double(self, part: Part, *, joined: bool) -> bool:
        """Take in two of a scale said in one word: «ألفان»."""
        if self._group or part.value >= self._last_scale or (self._begun and not joined):
            return False
        self._total += 2 * part.value
        self._last_scale = part.value
        self.is_number = True
        return True

    def take_ordinal(self, part: Part, *, joined: bool) -> bool:
        """Take in a word that says which in a row."""
        if self._language == "ar" and self._begun:
            return False
        if not self.add(part, joined=joined):
            return False
        self.is_ordinal = True
        self._closed = self._language != "ar"
        return True

    def take_half(self, _part: Part, *, joined: bool) -> bool:
        """Take in half of the last scale: "a million and a half"."""
        if not joined or self._group or not self._total or self._last_scale < 1000:
            return False
        self._total += self._last_scale / 2
        self._closed = self._halved = True
        return True

    def add(self, part: Part, *, joined: bool) -> bool:
        """Add a part to the group."""
        if self._digits or not self._fits(part.value, joined=joined, definite=part.definite):
            return False
        self._group += part.value
        self.is_number = self.is_number or not part.weak or self._begun
        return True

    def _fits(self, value: Decimal, *, joined: bool, definite: bool) -> bool:
        """Whether a part of a value may follow what is there of the group."""
        if not self._begun:
            return True
        if not self._group:
            return value < self._last_scale and self._may_follow(joined=joined)
        tail = self._group % 100
        if self._language == "ar":
            return self._fits_arabic(tail, value, joined=joined, definite=definite)
        if not tail:
            return value < 100 and (self._language == "en" or not joined)
        if self._language == "en":
            return tail >= 20 and tail % 10 == 0 and 0 < value < 10 and not joined
        return self._fits_french(tail, value, joined=joined)

    def _fits_arabic(self, tail: Decimal, value: Decimal, *, joined: bool, definite: bool) -> bool:
        if not tail:
            return joined and value < 100
        if not joined:
            return tail < 10 and value == 10
        return tail < 10 and value >= 20 and (definite or not self.is_ordinal)

    @staticmethod
    def _fits_french(tail: Decimal, value: Decimal, *, joined: bool) -> bool:
        if joined:
            return 20 <= tail <= 70 and tail % 10 == 0 and value in {1, 11} and tail + value <= 71
        if tail in {60, 80}:
            return 0 < value < 17
        if tail in {10, 70, 90}:
            # dix-sept, soixante-dix-sept; septante-deux, nonante-deux
            return 7 <= value <= 9 or (tail != 10 and 0 < value < 10)
        return tail >= 20 and tail % 10 == 0 and 0 < value < 10

    def _may_follow(self, *, joined: bool) -> bool:
        """Whether the parts after a scale are put as the language puts them."""
        return joined if self._language == "ar" else (not joined or self._language == "en")

    def _is_four(self) -> bool:
        return self._group % 100 == 4


_WAYS = {
    Kind.DIGITS: Sum.take_digits,
    Kind.TEN: Sum.take_ten,
    Kind.HUNDRED: Sum.take_hundred,
    Kind.SCALE: Sum.take_scale,
    Kind.DOUBLE: Sum.take_double,
    Kind.ORDINAL: Sum.take_ordinal,
    Kind.HALF: Sum.take_half,
}
