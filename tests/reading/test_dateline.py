"""Datelines of many houses are told apart from sentences, and into place, source and date."""

# ruff: noqa: E501  # tables read best with a dateline to a line

import pytest

from editor.reading.dateline import read_dateline

Row = tuple[str, str, str | None, str | None, str | None, str]

DATELINES: list[Row] = [
    ("ar", "رام الله - دنيا الوطن", "رام الله", "دنيا الوطن", None, ""),
    ("ar", "جدة (يونا) – الأحد 4 أغسطس 2024", "جدة", "يونا", "2024-08-04", ""),
    ("ar", "جدة (يونا) – الأحد 4 أغسطس 2024 – أكد", "جدة", "يونا", "2024-08-04", "أكد"),
    ("ar", "جدة (يونا) – أكد الأمين", "جدة", "يونا", None, "أكد الأمين"),
    ("ar", "نيويورك، 5 مايو 2021 (وكالة) - قال", "نيويورك", "وكالة", "2021-05-05", "قال"),
    ("ar", "الدوحة في 05 مايو 2020 /قنا/ أكد", "الدوحة", "قنا", "2020-05-05", "أكد"),
    ("ar", "الرياض 15 نوفمبر 2018 (واس) -- نوه", "الرياض", "واس", "2018-11-15", "نوه"),
    ("ar", "القاهرة ـ أ ش أ: قال", "القاهرة", "أ ش أ", None, "قال"),
    ("ar", "بيروت - أكد الوزير - في زيارته - أن", "بيروت", None, None, "أكد الوزير - في زيارته - أن"),
    ("ar", "الجزائر ، 01 نوفمبر 2022", "الجزائر", None, "2022-11-01", ""),
    ("ar", "جدة – المملكة العربية السعودية 9 جماد الأول 1430 هـ 4 مايو 2009م",
     "جدة – المملكة العربية السعودية", None, "2009-05-04", ""),
    ("ar", "مكة، 9 جمادى الأولى 1430هـ / 4 مايو 2009 – صدر اليوم بيان عن مجلس الوزراء",
     "مكة", None, "2009-05-04", "صدر اليوم بيان عن مجلس الوزراء"),
    ("ar", "عدن، اليمن، 19 تشرين الثاني 2022 - بمناسبة اليوم العالمي، أصدرت",
     "عدن، اليمن", None, "2022-11-19", "بمناسبة اليوم العالمي، أصدرت"),
    ("en", "ISTANBUL, Türkiye (UNA) – June 21, 2025", "ISTANBUL, Türkiye", "UNA", "2025-06-21", ""),
    ("en", "GENEVA, Nov. 8 /Xinhua-PRNewswire/ -- The", "GENEVA", "Xinhua-PRNewswire", None, "The"),
    ("en", "New York, Jan. 25, 2016 — Acme today", "New York", None, "2016-01-25", "Acme today"),
    ("en", "WASHINGTON, D.C., April 4, 2024 – The", "WASHINGTON, D.C.", None, "2024-04-04", "The"),
    ("en", "JEDDAH, Sunday, July 17, 2022 (WAFA) - The", "JEDDAH", "WAFA", "2022-07-17", "The"),
    ("en", "JEDDAH, Dec 27 (APP): The", "JEDDAH", "APP", None, "The"),
    ("en", "DUBAI, UAE--(BUSINESS WIRE)--Acme has", "DUBAI, UAE", "BUSINESS WIRE", None, "Acme has"),
    ("en", "Geneva/New York, 3 March 2023 – The plan", "Geneva/New York", None, "2023-03-03", "The plan"),
    ("en", "5 May 2021 | Geneva", "Geneva", None, "2021-05-05", ""),
    ("en", "TASHKENT, 9 Oct 2021 (UzA). A court", "TASHKENT", "UzA", "2021-10-09", "A court"),
    ("fr", "Djeddah, le 9 mai 2023 (UNA) – Le", "Djeddah", "UNA", "2023-05-09", "Le"),
    ("fr", "(Genève, 4 mai 2020) – Le Haut", "Genève", None, "2020-05-04", "Le Haut"),
    ("fr", "Nouakchott (UNA-OIC) – Le", "Nouakchott", "UNA-OIC", None, "Le"),
    ("fr", "DJEDDAH, ROYAUME D’ARABIE SAOUDITE 9 DJOUMADAH AWWAL 1430 H (4 MAI 2009)",
     "DJEDDAH, ROYAUME D’ARABIE SAOUDITE", None, "2009-05-04", ""),
]  # fmt: skip


@pytest.mark.parametrize(("language", "words", "place", "source", "date", "text"), DATELINES)
def test_a_dateline_has_its_parts(
    language: str, words: str, place: str | None, source: str | None, date: str | None, text: str
) -> None:
    found = read_dateline(words, language)
    assert found is not None
    days = {day.isoformat() for mention in found.dates if (day := mention.date())}
    assert words[slice(*found.place)] == place if found.place else place is None
    assert words[slice(*found.source)] == source if found.source else source is None
    assert days == ({date} if date else set())
    assert words[found.text_start :] == text
    assert not words[found.start : found.end].endswith(("–", "-", " ", ":"))
    assert found.sure


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("ar", "أكد الأمين العام لمنظمة التعاون الإسلامي، الدكتور يوسف العثيمين، أن نخبة"),
        ("ar", "العثيمين: رواد التواصل الاجتماعي يرسمون خارطة عمل"),
        ("ar", "في 5 مايو 2021، عقد المجلس اجتماعا - هو الأول هذا العام - في الرياض"),
        ("en", "On May 5, 2021, the minister said – in Paris – that all was well"),
        ("en", "The minister – a lawyer by training – said that all was well"),
        ("en", "Contact: press@example.org"),
        ("fr", "Le 5 mai 2021, le ministre a dit – à Paris – que tout allait bien"),
        ("fr", "Paris accueille le sommet"),
    ],
)
def test_a_sentence_is_no_dateline(language: str, words: str) -> None:
    assert read_dateline(words, language) is None


def test_what_has_only_the_shape_of_a_dateline_is_unsure() -> None:
    found = read_dateline("رفحاء - دشن أمير المنطقة مشروعا لتحلية المياه يخدم القرى كلها", "ar")
    assert found is not None
    assert not found.sure


def test_a_source_the_house_knows_makes_the_reader_sure() -> None:
    words = "رفحاء - نشرة الشمال"
    assert not read_dateline(words, "ar").sure  # type: ignore[union-attr]  # it is a dateline
    assert read_dateline(words, "ar", frozenset({"نشره الشمال"})).sure  # type: ignore[union-attr]  # likewise
