"""Quoted words are somebody's, a name, a term, or unsure: nothing is invented."""

import pytest

from editor.reading import read_text
from editor.release.content import Mark, Span

HEADS = {
    "ar": "الوزارة تعلن خطة جديدة للمياه\n\nعمان (بترا) – ",
    "en": "Ministry announces plan for water\n\nAMMAN (Petra) – ",
    "fr": "Le ministère annonce un plan pour l’eau\n\nAMMAN (Petra) – ",
}
SPEAKERS = {
    "ar": "أعلن وزير المياه رائد أبو السعود، اليوم، خطة جديدة لترشيد الاستهلاك في المحافظات كلها.",
    "en": "The Minister of Water, Raed Saud, announced today a new plan for all the governorates.",
    "fr": "Le ministre de l’Eau, Raed Saoud, a annoncé aujourd’hui un nouveau plan pour le pays.",
}


def spans(language: str, paragraph: str) -> list[tuple[str, Span]]:
    release = read_text(f"{HEADS[language]}{SPEAKERS[language]}\n\n{paragraph}").release
    text = release.blocks[-1].text(language)
    return [(text.words[span.start : span.end], span) for span in text.spans]


QUOTED = [
    ("ar", "وقال الوزير: «لن ننتظر الصيف».", "لن ننتظر الصيف"),
    ("ar", 'وأضاف: "لن ننتظر الصيف".', "لن ننتظر الصيف"),
    ("ar", "«لن ننتظر الصيف»، قال أبو السعود للصحفيين.", "لن ننتظر الصيف"),
    ("ar", "وشدد على أن الخطة “لن تنتظر الصيف المقبل”.", "لن تنتظر الصيف المقبل"),
    ("ar", "«لن ننتظر الصيف»، على حد تعبير الوزير.", "لن ننتظر الصيف"),
    ("ar", "وأعلن أبو السعود الخطة قائلا: «لن ننتظر الصيف».", "لن ننتظر الصيف"),
    ("en", "“We will not wait for summer,” the minister said.", "We will not wait for summer,"),
    ("en", "“We will not wait for summer,” said Mr. Saud.", "We will not wait for summer,"),
    ("en", "Saud told reporters: ‘We won’t wait for summer.’", "We won’t wait for summer."),
    ("en", 'He added that "the summer will not wait for us".', "the summer will not wait for us"),
    (
        "en",
        "According to Mr. Saud, the plan is “ready to be put to work”.",
        "ready to be put to work",
    ),
    (
        "fr",
        "« Nous n’attendrons pas l’été », a déclaré le ministre.",
        "Nous n’attendrons pas l’été",
    ),
    ("fr", "« Nous n’attendrons pas l’été », a-t-il ajouté.", "Nous n’attendrons pas l’été"),
    ("fr", "M. Saoud a souligné que « l’été n’attendra pas ».", "l’été n’attendra pas"),
    ("fr", 'Selon M. Saoud, "le plan est prêt à servir".', "le plan est prêt à servir"),
]


@pytest.mark.parametrize(("language", "paragraph", "words"), QUOTED)
def test_attribution_before_behind_and_in_between_ties_words_to_their_speaker(
    language: str, paragraph: str, words: str
) -> None:
    [(found, span)] = spans(language, paragraph)
    assert found == words
    assert (span.mark, span.value, span.unsure) == (Mark.QUOTATION, "s1", False)


NAMES = [
    ("ar", "وعقد مؤتمر «المياه حياة» في العاصمة أمس.", Mark.TITLE),
    ("ar", "وقال الوزير إن الحملة تحمل شعار «لا تهدر قطرة واحدة من الماء».", Mark.TITLE),
    ("ar", "ودعا الوزير إلى حضور ندوة بعنوان: «المياه في خطر كبير».", Mark.TITLE),
    ("ar", "وتناول الوزير ظاهرة «التصحر» في البلاد.", Mark.TERM),
    ("en", "The minister opened a conference entitled “Water is life for all”.", Mark.TITLE),
    ("en", "The minister launched the “Drops of Hope” programme on Sunday.", Mark.TITLE),
    ("en", "According to Mr. Saud, the plan, called “Clear Water”, begins now.", Mark.TITLE),
    ("en", "The so-called “dry line” runs through the south.", Mark.TERM),
    ("fr", "Le ministre a ouvert une conférence intitulée « L’eau, c’est la vie ».", Mark.TITLE),
    ("fr", "Le phénomène du « stress hydrique » gagne le sud.", Mark.TERM),
]


@pytest.mark.parametrize(("language", "paragraph", "mark"), NAMES)
def test_the_name_of_a_thing_is_nobody_s_words(language: str, paragraph: str, mark: Mark) -> None:
    [(_, span)] = spans(language, paragraph)
    assert (span.mark, span.value) == (mark, "")


@pytest.mark.parametrize(
    ("language", "paragraph"),
    [
        ("ar", "وجاء في لافتة عند المدخل «لا يحق لأحد أن يهدر ماء الأجيال القادمة»."),
        ("en", "A banner at the gate read “nobody has the right to waste our children’s water”."),
        ("fr", "Sur une banderole, « nul n’a le droit de gaspiller l’eau de nos enfants »."),
    ],
)
def test_long_words_of_nobody_known_are_unsure_and_have_no_speaker(
    language: str, paragraph: str
) -> None:
    [(_, span)] = spans(language, paragraph)
    assert (span.mark, span.value, span.unsure) == (Mark.QUOTATION, "", True)


def test_a_mark_without_a_partner_marks_nothing() -> None:
    assert spans("en", "The minister said “we will not wait for summer.") == []
    assert spans("ar", "وقال الوزير: لن ننتظر الصيف».") == []


def test_marks_inside_a_quotation_are_part_of_it() -> None:
    [(found, span)] = spans("fr", "« Le plan “Source” est prêt », a déclaré le ministre.")
    assert found == "Le plan “Source” est prêt"
    assert span.mark is Mark.QUOTATION


def test_a_woman_s_words_are_not_a_man_s() -> None:
    text = (
        "Council meets on water\n\nAMMAN (Petra) – Mr. Omar Nasser, head of the council, met"
        " Ms. Rana Nasser, director of the fund, in Amman today to speak about water.\n\n"
        "“We are ready,” Ms. Nasser said.\n\n“So are we,” Mr. Nasser said."
    )
    release = read_text(text).release
    by_id = {speaker.id: speaker.names["en"] for speaker in release.speakers}
    said = [by_id[s.value] for b in release.blocks for s in b.text("en").spans]
    assert said == ["Rana Nasser", "Omar Nasser"]
