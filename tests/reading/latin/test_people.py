"""A person's phrase in English and French is told into its parts."""

import pytest

from editor.reading.latin.speech import latin_mentions

# ruff: noqa: E501  # the table reads best with a phrase to a line
PHRASES = [
    ("en", "The Secretary-General of the Organisation of Islamic Cooperation (OIC), H.E. Mr. Hissein Brahim Taha, said", "H.E. Mr.", "Hissein Brahim Taha", "Secretary-General of the Organisation of Islamic Cooperation", "Organisation of Islamic Cooperation"),
    ("en", "OIC Secretary-General Hissein Brahim Taha said", "", "Hissein Brahim Taha", "OIC Secretary-General", "OIC"),
    ("en", "Dr. Jane Smith, Director of Research at Acme Corp., said", "Dr.", "Jane Smith", "Director of Research at Acme Corp.", "Acme Corp."),
    ("en", "Jane Doe, the Minister of Trade, Industry and Tourism, said", "", "Jane Doe", "Minister of Trade, Industry and Tourism", ""),
    ("en", "Minister of Trade, Industry and Tourism, Jane Doe, said", "", "Jane Doe", "Minister of Trade, Industry and Tourism", ""),
    ("en", "The Minister of Foreign Affairs Ahmed Khan told", "", "Ahmed Khan", "Minister of Foreign Affairs", ""),
    ("en", "Helvacura Chief Medical Officer Dr. Eva Lindholm added", "Dr.", "Eva Lindholm", "Helvacura Chief Medical Officer", "Helvacura"),
    ("en", "H.H. Sheikh Mohammed bin Zayed Al Nahyan, President of the UAE, welcomed", "H.H. Sheikh", "Mohammed bin Zayed Al Nahyan", "President of the UAE", ""),
    ("en", "Mariam Kaboré, a community health worker in Ouahigouya, has", "", "Mariam Kaboré", "community health worker in Ouahigouya", ""),
    ("fr", "Le ministre des Affaires étrangères, Jean Dupont, a déclaré", "", "Jean Dupont", "ministre des Affaires étrangères", ""),
    ("fr", "S.E. M. Hissein Brahim Taha, Secrétaire général de l’OCI, a souligné", "S.E. M.", "Hissein Brahim Taha", "Secrétaire général de l’OCI", "OCI"),
    ("fr", "Son Altesse Royale le Prince Saoud al-Faysal, Ministre des Affaires étrangères, a dit", "Son Altesse Royale le Prince", "Saoud al-Faysal", "Ministre des Affaires étrangères", ""),
    ("fr", "La directrice générale de l’UNESCO, Audrey Azoulay, a", "", "Audrey Azoulay", "directrice générale de l’UNESCO", "UNESCO"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("language", "text", "honorific", "name", "title", "organisation"), PHRASES
)
def test_a_phrase_has_its_parts(  # a row of the table
    language: str, text: str, honorific: str, name: str, title: str, organisation: str
) -> None:
    found = latin_mentions(text, language)[0]
    parts = (found.honorific, found.name, found.title, found.organisation)
    assert parts == (honorific, name, title, organisation)


@pytest.mark.parametrize(
    ("language", "text", "title"),
    [
        ("en", "a spokesperson for the ministry said", "spokesperson for the ministry"),
        ("en", "a museum spokeswoman added", "museum spokeswoman"),
        ("en", "the minister additionally said", "minister"),
        ("fr", "le porte-parole du gouvernement a indiqué", "porte-parole du gouvernement"),
    ],
)
def test_a_title_may_stand_alone(language: str, text: str, title: str) -> None:
    [found] = latin_mentions(text, language)
    assert (found.name, found.title) == ("", title)


@pytest.mark.parametrize("text", ["Saudi Arabia welcomed", "The World Bank said", "On Monday May"])
def test_countries_bodies_and_days_are_no_people(text: str) -> None:
    assert latin_mentions(text, "en") == ()
