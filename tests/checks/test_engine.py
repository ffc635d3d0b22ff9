"""The engine runs every rule over a release, and over again only where something changed."""

from collections.abc import Iterator
from dataclasses import replace

import msgspec
import pytest

from editor.checks import Checker, Profile, Severity, check
from editor.checks.catalogue import Catalogue, all_rules
from editor.checks.document import Document
from editor.checks.hit import Hit
from editor.checks.passage import Passage
from editor.checks.rule import Rule, Scope, Settings, document_rule, text_rule
from editor.checks.tables import table
from editor.house import HouseError
from editor.release.content import Block, Release, Status, Text, Translated
from tests.checks.building import example, house, with_rules

BODY = "قال الوزير ،نعم.\n\nوأضاف أن العمل مستمر.\n\nودعا إلى اجتماع آخر"


def counting() -> tuple[Catalogue, list[str]]:
    """A catalogue of one rule for texts that remembers what it was shown."""
    seen: list[str] = []

    @text_rule("TYP-01", Severity.ERROR)
    def watch(passage: Passage, _settings: Settings) -> Iterator[Hit]:
        seen.append(passage.where)
        yield passage.hit(0, 1)

    return Catalogue((watch,), ()), seen


def with_words(release: Release, block: str, words: str) -> Release:
    def changed(old: Block) -> Block:
        if old.id != block:
            return old
        return replace(old, texts=Translated(ar=Text(words)))

    return replace(release, blocks=tuple(map(changed, release.blocks)))


def test_only_a_changed_block_is_looked_at_again() -> None:
    catalogue, seen = counting()
    checker = Checker(with_rules({}), catalogue)
    release = example(BODY).read().release
    checker.check(release)
    assert seen == ["headline", "dateline", "b2", "b3", "b4"]
    seen.clear()
    checker.check(with_words(release, "b3", "وأضاف غير ذلك."))
    assert seen == ["b3"]


def test_a_checker_that_was_used_sees_what_a_new_one_sees() -> None:
    """After every edit of a series: words, order, kinds, removal."""
    release = example(BODY).read().release
    checker = Checker(house())
    states = [
        release,
        with_words(release, "b3", "وأضاف الاسلامي إلى الى إلى ."),
        replace(release, blocks=release.blocks[::-1]),
        replace(release, blocks=release.blocks[1:]),
        replace(release, status=Status.CORRECTION),
        replace(release, headline=Translated(ar=Text("عنوان  آخر"))),
        release,
    ]
    for state in states:
        assert checker.check(state) == Checker(house()).check(state)


def test_findings_come_in_the_order_of_reading() -> None:
    read = example(
        "نعم ،لا\n\nقال الوزير الى إلى إلى الدول ، ثم", headline="", end_mark=False
    ).read()
    found = [(finding.where, finding.rule) for finding in check(read.release, house())]
    assert found[0] == ("headline", "STR-01")
    assert found[-1] == ("", "STR-08")
    blocks = [where for where, _ in found[1:-1]]
    assert blocks == sorted(blocks)


def test_a_release_is_checked_in_each_of_its_languages() -> None:
    release = example(BODY).read().release
    lead = release.blocks[0]
    both = replace(lead, texts=Translated(ar=lead.text("ar"), en=Text("He said ,yes.")))
    release = replace(release, languages=("ar", "en"), blocks=(both, *release.blocks[1:]))
    found = {(finding.language, finding.rule) for finding in check(release, house())}
    assert {("ar", "TYP-01"), ("en", "TYP-01"), ("en", "STR-01")} <= found
    only = check(release, house(), language="en")
    assert {finding.language for finding in only} == {"en"}


def test_a_translation_that_was_not_begun_lacks_nothing() -> None:
    release = replace(example(BODY).read().release, languages=("ar", "en", "fr"))
    assert {finding.language for finding in check(release, house())} == {"ar"}


def test_an_empty_release_lacks_a_headline_and_a_dateline() -> None:
    found = check(Release(id="r", language="ar", languages=("ar",)), house())
    assert [finding.rule for finding in found] == ["STR-01", "DTL-01"]


def test_a_house_turns_a_rule_off_and_changes_its_weight() -> None:
    read = example(BODY).read()
    style = with_rules({"TYP-01": {"enabled": False}, "TYP-02": {"severity": "note"}})
    found = {finding.rule: finding.severity for finding in check(read.release, style)}
    assert "TYP-01" not in found
    assert found["TYP-02"] is Severity.NOTE


def test_severity_depends_on_the_status_of_the_release() -> None:
    release = example("قال الوزير نعم.", dateline="").read().release
    weights = {
        status: check(replace(release, status=status), house())[0].severity
        for status in (Status.DRAFT, Status.CORRECTION)
    }
    assert weights == {Status.DRAFT: Severity.ERROR, Status.CORRECTION: Severity.NOTE}


@pytest.mark.parametrize(
    ("rules", "key", "reason"),
    [
        ({"TYP-99": {}}, "rules.TYP-99", "unknown_key"),
        ({"TYP-01": {"loud": True}}, "rules.TYP-01.loud", "unknown_key"),
        ({"TYP-01": {"severity": "fatal"}}, "rules.TYP-01.severity", "not_choice"),
        ({"TYP-01": {"enabled": 1}}, "rules.TYP-01.enabled", "not_choice"),
        ({"STR-12": {"least_words": "many"}}, "rules.STR-12.least_words", "not_choice"),
        ({"STR-12": {"least_words": True}}, "rules.STR-12.least_words", "not_choice"),
        ({"ORT-05": {"form": "glued"}}, "rules.ORT-05.form", "not_choice"),
    ],
)
def test_a_wrong_setting_is_named(
    rules: dict[str, dict[str, object]], key: str, reason: str
) -> None:
    with pytest.raises(HouseError) as raised:
        Checker(with_rules(rules))
    assert [(fault.key, fault.reason) for fault in raised.value.faults] == [(key, reason)]
    assert all(raised.value.sentence(language) for language in ("ar", "en", "fr"))


def test_all_wrong_settings_are_named_at_once() -> None:
    with pytest.raises(HouseError) as raised:
        Checker(with_rules({"TYP-99": {}, "TYP-01": {"loud": True, "enabled": "no"}}))
    assert len(raised.value.faults) == 3


def test_the_form_a_house_asks_for_wins_over_the_majority() -> None:
    read = example("حضر عبد الله وعبد العزيز وعبدالرحمن.").read()
    style = with_rules({"ORT-05": {"form": "solid"}})
    found = [f.text for f in check(read.release, style) if f.rule == "ORT-05"]
    assert found == ["عبد الله", "عبد العزيز"]


def test_shorter_lines_are_prose_where_a_house_says_so() -> None:
    read = example("قال الوزير نعم").read()
    style = with_rules({"STR-12": {"least_words": 2}})
    assert "STR-12" not in {finding.rule for finding in check(read.release, house())}
    assert "STR-12" in {finding.rule for finding in check(read.release, style)}


def test_ids_are_unique_and_rules_tell_what_they_are() -> None:
    rules = list(all_rules())
    assert len({rule.id for rule in rules}) == len(rules)
    assert {rule.scope for rule in all_rules().for_texts} == {Scope.TEXT}
    assert {rule.scope for rule in all_rules().for_documents} == {Scope.DOCUMENT}
    shown = {rule.id: repr(rule) for rule in rules}
    assert shown["GRA-01"] == "<rule GRA-01: error, text, ar>"


def test_a_rule_is_called_like_its_function() -> None:
    @document_rule("STR-01", Severity.ERROR)
    def rule(document: Document, _settings: Settings) -> Iterator[Hit]:
        yield Hit(document.language, 0, 0)

    assert isinstance(rule, Rule)
    document = Document(example(BODY).read().release, "ar", house(), None, ())
    assert [hit.where for hit in rule(document, Settings({}))] == ["ar"]


def test_a_setting_of_another_kind_is_refused() -> None:
    with pytest.raises(TypeError):
        Settings({"least_words": "five"}).number("least_words")


def of_profile(profile: Profile) -> Catalogue:
    """A catalogue of one rule, of a profile, that sees something in every text."""

    @text_rule("TYP-01", Severity.ERROR, profile=profile)
    def see(passage: Passage, _settings: Settings) -> Iterator[Hit]:
        yield passage.hit(0, 1)

    return Catalogue((see,), ())


@pytest.mark.parametrize(
    ("of_rule", "of_house", "asked", "runs"),
    [
        (Profile.DEFAULT, (), None, True),
        (Profile.DEFAULT, ("strict",), (Profile.SUGGESTIONS,), True),
        (Profile.STRICT, (), None, False),
        (Profile.STRICT, (), (Profile.STRICT,), True),
        (Profile.STRICT, ("strict",), None, True),
        (Profile.STRICT, ("strict",), (), False),
        (Profile.SUGGESTIONS, ("strict",), None, False),
        (Profile.SUGGESTIONS, (), tuple(Profile), True),
    ],
)
def test_a_rule_runs_where_its_profile_is_asked_for(
    of_rule: Profile,
    of_house: tuple[str, ...],
    asked: tuple[Profile, ...] | None,
    runs: bool,  # noqa: FBT001 - a column of the table
) -> None:
    style = msgspec.structs.replace(with_rules({}), profiles=of_house)
    checker = Checker(style, of_profile(of_rule), asked)
    assert bool(checker.check(example(BODY).read().release)) is runs


def test_a_house_turns_a_single_rule_of_another_profile_on() -> None:
    checker = Checker(with_rules({"TYP-01": {"enabled": True}}), of_profile(Profile.STRICT))
    assert checker.check(example(BODY).read().release)


def test_the_table_of_stages_names_rules_and_groups_that_there_are() -> None:
    rules = {rule.id for rule in all_rules()}
    known = rules | {rule.partition("-")[0] for rule in rules}
    rows = table("stages")
    assert set(rows) <= {status.value for status in Status}
    assert {name for row in rows.values() for name in row} <= known
    assert {value for row in rows.values() for value in row.values()} <= set(Severity)


def test_a_hit_matters_no_more_than_its_stage_allows() -> None:
    @document_rule("DTL-01", Severity.ERROR)
    def see(_document: Document, _settings: Settings) -> Iterator[Hit]:
        yield Hit("", 0, 0, severity=Severity.WARNING)

    release = example(BODY).read().release
    checker = Checker(with_rules({}), Catalogue((), (see,)))
    weights = [
        checker.check(replace(release, status=status))[0].severity
        for status in (Status.DRAFT, Status.CORRECTION)
    ]
    assert weights == [Severity.WARNING, Severity.NOTE]


@pytest.mark.parametrize(
    ("rule", "weights"),
    [
        ("STR-01", ["error", "error", "error", "error", "error"]),
        ("STR-08", ["warning", "warning", "warning", "note", "warning"]),
        ("STR-10", ["note", "warning", "warning", "note", "note"]),
        ("DTL-01", ["error", "error", "error", "note", "note"]),
    ],
)
def test_a_stage_asks_for_what_is_still_to_be_done_then(rule: str, weights: list[str]) -> None:
    release = example(BODY, headline="", dateline="", end_mark=False).read()
    found = []
    for status in Status:
        checked = check(replace(release.release, status=status), house(), source=release.source)
        found += [finding.severity.value for finding in checked if finding.rule == rule]
    assert found == weights
