import pytest

from editor.house.patterns import PatternError, fill, names

DATELINE = "{place}[ ({source})][ – {weekday} {date}]"


@pytest.mark.parametrize(
    ("expected", "values"),
    [
        (
            "جدة (يونا) – الأحد 4 أغسطس 2024م",
            {"place": "جدة", "source": "يونا", "weekday": "الأحد", "date": "4 أغسطس 2024م"},
        ),
        ("جدة (يونا)", {"place": "جدة", "source": "يونا"}),
        ("جدة", {"place": "جدة"}),
        ("الأحد 4 أغسطس", {"weekday": "الأحد", "date": "4 أغسطس"}),
        ("(يونا)", {"source": "يونا"}),
        ("", {}),
    ],
)
def test_a_stretch_that_lacks_a_value_is_left_out(expected: str, values: dict[str, str]) -> None:
    assert fill(DATELINE, values) == expected


@pytest.mark.parametrize("mark", ["،", ",", " –", " |", " /", "\u2002·\u2002"])
def test_no_separator_is_left_hanging(mark: str) -> None:
    pattern = f"[{{date}}][{mark} {{place}}][{mark} {{source}}]"
    assert fill(pattern, {"source": "UNA"}) == "UNA"
    assert fill(pattern, {"place": "Jeddah"}) == "Jeddah"


def test_values_are_never_read_as_patterns() -> None:
    assert fill("{place}[ ({source})]", {"place": "{source}", "source": "[x]"}) == "{source} ([x])"


def test_braces_that_do_not_pair_are_named() -> None:
    with pytest.raises(PatternError):
        names("{place")


def test_only_the_patterns_own_marks_are_taken_off_the_ends() -> None:
    assert fill("{place} – [{date}]", {"place": "– جدة،"}) == "– جدة،"
