"""The language of a text is told by its letters and its frequent words."""

import pytest

from editor.reading import ReadingError
from editor.reading.language import language_of


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("OIC (UNA) – أكد الأمين العام أن المنظمة ماضية في عملها", "ar"),
        ("The minister said that the plan will be ready by the end of the year.", "en"),
        ("Le ministre a déclaré que le plan sera prêt pour la fin de l'année.", "fr"),
        (
            "Le sommet de Dakar: the final communique of the heads of state and of the ministers",
            "en",
        ),
        ("SOMMET DE L’OCI : DISCOURS DU SECRÉTAIRE GÉNÉRAL DEVANT LES MINISTRES", "fr"),
    ],
)
def test_the_language_is_known(text: str, language: str) -> None:
    assert language_of(text) == (language, True)


def test_a_text_too_short_to_tell_is_unsure() -> None:
    assert language_of("Geneva 2024")[1] is False


@pytest.mark.parametrize(
    "text", ["Министр заявил, что план готов", "大臣は計画が準備できたと述べた", "2024"]
)
def test_words_of_another_script_are_refused(text: str) -> None:
    with pytest.raises(ReadingError, match="neither Arabic, English nor French"):
        language_of(text)
