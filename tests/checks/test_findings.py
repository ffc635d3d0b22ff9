"""Findings say what they saw in the reader's language, in words that are data with a source."""

import pytest

from editor.checks import Edit, Finding, Fix, Severity
from editor.checks.findings import Listed
from editor.checks.tables import TABLES
from editor.messages import say


def finding(rule: str, **given: object) -> Finding:
    return Finding(rule, Severity.ERROR, "ar", "b1", 0, 2, "كل", **given)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("ar", "المكان والمصدر والتاريخ"),
        ("en", "place, source and date"),
        ("fr", "lieu, source et date"),
    ],
)
def test_several_things_are_listed_as_the_language_lists_them(language: str, expected: str) -> None:
    listed = Listed(("parts.place", "parts.source", "parts.date"))
    assert listed.say(language) == expected
    assert Listed(("parts.date",)).say(language) == say("rules.parts.date", language)


def test_a_sentence_takes_its_values_in_its_own_language() -> None:
    lacking = finding("DTL-02", values={"missing": Listed(("parts.date",))})
    assert "التاريخ" in lacking.message("ar")
    assert lacking.message("en").endswith("date")


def test_a_rule_may_have_several_sentences() -> None:
    assert finding("QUO-01").message("en") != finding("QUO-01", case="unopened").message("en")


def test_braces_in_a_text_are_only_braces() -> None:
    strange = finding("ORT-04", values={"right": "{0}{x}"})
    assert "{0}{x}" in strange.message("en")


def test_a_fix_is_called_by_its_sentence_or_by_its_words() -> None:
    edit = Edit("b1", 0, 2, "إلى")
    assert Fix((edit,), safe=True).label("en") == "إلى"
    assert Fix((edit,), safe=True, key="SPK-05.fix").label("en") == "Insert “\u2068إلى\u2069”"
    assert Fix((), safe=True).label("en") == ""


def test_the_safe_fix_is_the_first_safe_one() -> None:
    choice, safe = Fix((), safe=False), Fix((), safe=True)
    assert finding("ORT-04", fixes=(choice, safe)).safe_fix is safe
    assert finding("ORT-04", fixes=(choice,)).safe_fix is None


@pytest.mark.parametrize("path", sorted(TABLES.glob("*.toml")), ids=lambda path: path.stem)
def test_a_table_of_words_names_its_source(path: object) -> None:
    text = (TABLES / str(path)).read_text(encoding="utf-8")
    assert "# Source: " in text
