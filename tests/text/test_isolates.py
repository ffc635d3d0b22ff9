"""Lines that mix directions come out as a reader expects, proved through UAX #9."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from editor.text.bidi import levels, visual_order
from editor.text.isolates import LRI, PDI, RLI, isolate

MIRRORED = str.maketrans("()[]{}<>«»", ")(][}{><»«")
WITHOUT = str.maketrans("\u00a0", " ", "\u2066\u2067\u2068\u2069")


def seen(text: str, language: str) -> str:
    """A line as it stands on paper from left to right, with letters unjoined."""
    of = levels(text, "rtl" if language == "ar" else "ltr")
    return "".join(
        text[index].translate(MIRRORED) if of[index] % 2 else text[index]
        for index in visual_order(of)
    ).translate(WITHOUT)


def right_to_left(*pieces: str) -> str:
    """A stretch from left to right: pieces from the right, those in Latin letters as they are."""
    return "".join(
        piece if any(letter.isalnum() and not "א" <= letter <= "ي" for letter in piece)
        else piece[::-1].translate(MIRRORED)
        for piece in reversed(pieces)
    )  # fmt: skip


# Each line in the pieces that are read one after the other from the right.
ARABIC = [
    ("في الفترة ", "2020-2030", " بجدة"),
    ("(", "2020–2030", ") عام"),
    ("من ", "15 - 17", " نوفمبر"),
    ("بين ", "10% - 15%", " منها"),
    ("الساعة ", "10:30-12:00", " بتوقيت ", "GMT"),
    ("يوم ", "15/11/2018", " و ", "2018-11-15", " معا"),
    ("هاتف: ", "+966 12 651 5222", " فاكس: ", "651 2288", " بجدة"),
    ("اتصلوا على ", "(+966) 12-651-5222", "، ومن الخارج ", "00966 12 651 5222", " ليلا"),
    ("رقم ", "+٩٦٦ ١٢ ٦٥١ ٥٢٢٢", " للاستفسار"),
    ("بنسبة ", "12.5%", " عام ", "2018", "م"),
    ("سجلت ", "-5°C", " في المدينة و", "25 °C", " في غيرها"),
    ("بلغ ", "1 250 000", " دولار"),
    ("قيمتها ", "$50", " أو ", "50 $", " أو ", "50 USD", " تقريبا"),
    ("طولها ", "5 km", " وقدرتها ", "300 MW", " فقط"),
    ("الساعة ", "10:30 a.m.", " صباحا"),
    ("تضم ", "OIC", " ", "57", " دولة"),
    ("منصات ", "UNESCO", "، ", "ICESCO", "، ", "OIC", " وغيرها"),
    ("معرض ", "Expo 2020 Dubai", " الدولي"),
    ("رؤية ", "Vision 2030", " للمملكة"),
    ("تستخدم ", "Windows 11", " في العمل"),
    ("كتب بلغة ", "C++", " ثم ", "C#", " بعدها"),
    ("حساب ", "@OIC_OCI", " ووسم ", "#OIC50", " معا"),
    ("راسلوا ", "press@oic-oci.org", " اليوم"),
    ("الموقع (", "https://www.oic-oci.org/topic/?lan=ar&t_id=2209", ") مفتوح"),
    ("زوروا ", "www.oic-oci.org/", " ثم ", "http://a.org/b_(c)", " غدا"),
    ("قال (", "Hissein Brahim Taha", ") نعم"),
    ("منظمة ", "Organisation of Islamic Cooperation (OIC)", " في جدة"),
    ("مدينة ", "Jeddah, Saudi Arabia", " الساحلية"),
    ("شركة ", "Johnson & Johnson", " وشركة ", "L'Oréal", " معا"),
    ("الوثيقة ", "ICFM/47-2020/POL/RES.1/FINAL", " الصادرة"),
    ("القرار ", "47/2020-POL", " نافذ"),
    ("في ", "U.S.A.", " بعد"),
    ("مشروع “", "Smart City", "” «كبير»"),
    ("بقيمة ", "$1.2bn", " أو ", "US$ 3.5 million", " أو ", "3.5 million USD", " تقريبا"),
    ("فندق ", "5 stars", " من عام ", "2018", " ", "UNESCO", " رسميا"),
    ("رقم ", "+966126515222", "/", "+966126515223", " للاتصال"),
    ("قال: “", "We will go on, together.", "” ثم مضى"),
    ("في ", "15-17/11/2018", " بنسبة ", "50-60%", " منها"),
    ("ارتفع ", "+3.5%", " ثم انخفض ", "-2.1%", " بعدها"),
    ("الطائرة ", "Boeing 787-9", " الجديدة حصة ", "OIC", " ", "50%", " منها"),
    ("معيار ", "ISO 9001:2015", " الدولي"),
    ("فيروس ", "COVID-19", "، وقمة ", "G20", "؛ و", "COP28", "."),
    ("دقة ", "1920×1080", " عالية"),
    ("جامع ", "Ελλάδα Москва 2", " القديم"),
    ("قال 😀 ", "OK", " 😀 نعم"),
]  # fmt: skip


@pytest.mark.parametrize("pieces", ARABIC, ids="".join)
def test_an_arabic_line_is_read_from_the_right(pieces: tuple[str, ...]) -> None:
    """Each piece stands to the left of the one before it, and is whole in its own order."""
    line = "".join(pieces)

    assert right_to_left(*pieces) == seen(isolate(line, "ar"), "ar")


# Each line in the pieces that are read from the left, an Arabic one in those read from its right.
LEFTWARD: list[tuple[str | tuple[str, ...], ...]] = [
    ("He met ", ("محمد بن سلمان",), " 3 times"),
    ("the names ", ("محمد",), ", ", ("أحمد",), " and ", ("علي",), " (57)"),
    ("in the ", ("منظمة التعاون الإسلامي",), " (OIC) today"),
    ("its members: ", ("مصر، السعودية، تركيا",), "; 57 in all"),
    ("issued on (", ("7", " ربيع الأول ", "1440", "هـ"), ") in 2018"),
    ("« ", ("الشرق الأوسط",), " », 15 mai 2018"),
    ("tag ", ("#القمة_الإسلامية",), " 57 times"),
    ("meeting ", ("القمة ", "15", " في جدة"), " 57 times"),
    ("Tel. ", ("أحمد",), ": +966 12 651 5222"),
    ("the ", ("קונגרס",), " of 1897-1898"),
    ("He said: “", ("نعم سنمضي.",), "” Then he left."),
]


@pytest.mark.parametrize("pieces", LEFTWARD)
@pytest.mark.parametrize("language", ["en", "fr"])
def test_an_arabic_name_keeps_its_place_in_a_latin_line(
    pieces: tuple[str | tuple[str, ...], ...], language: str
) -> None:
    """Pieces follow each other from the left; only the Arabic ones run the other way inside."""
    line = "".join("".join(piece) for piece in pieces)
    expected = "".join(
        piece if isinstance(piece, str) else right_to_left(*piece) for piece in pieces
    )

    assert expected == seen(isolate(line, language), language)


@pytest.mark.parametrize(
    ("line", "language"),
    [
        ("قال الأمين العام إن 57 دولة شاركت في 15 نوفمبر 2018م.", "ar"),
        ("في ١٥-١٧ نوفمبر ٢٠١٨م بنسبة ٥٠٪", "ar"),
        ("سعره 1,250.50 ريال في 15/11/2018 عند 10:30", "ar"),
        ("عام 2018 - 57 دولة", "ar"),
        ("From 2020-2030, 12.5% of 57 states (OIC) in C++.", "en"),
        ("De 2020 à 2030 : 12,5 % des 57 États", "fr"),
        ("", "ar"),
        (" \n ", "ar"),
    ],
)
def test_a_line_that_is_right_by_itself_is_left_alone(line: str, language: str) -> None:
    """Plain numbers, Arabic-Indic digits and lines of one direction need nothing."""
    assert line == isolate(line, language)


def test_what_is_isolated_already_is_left_alone() -> None:
    """A writer's own isolates, embeddings and overrides keep what is in them."""
    line = "قال \u2068OIC 57\u2069 و\u202aUN\u202c ثم OIC"

    assert isolate(line, "ar") == f"قال \u2068OIC 57\u2069 و\u202aUN\u202c ثم {LRI}OIC{PDI}"
    assert isolate("\u2067OIC\nOIC", "ar") == f"\u2067OIC\n{LRI}OIC{PDI}"


def test_the_isolate_runs_against_the_line() -> None:
    """Latin words are isolated in Arabic lines, Arabic words in the others."""
    assert isolate("في OIC", "ar") == f"في {LRI}OIC{PDI}"
    assert isolate("in جدة", "en") == f"in {RLI}جدة{PDI}"


def test_a_whole_line_of_the_other_direction_has_its_stop_at_its_end() -> None:
    """A sentence that nobody has translated yet ends where it ends, and not where it began."""
    assert isolate("Not translated yet.\nنعم", "ar") == f"{LRI}Not translated yet.{PDI}\nنعم"


def test_a_telephone_number_is_not_broken_in_any_language() -> None:
    """Its spaces do not break, also where nothing has to be isolated."""
    assert isolate("Tel: +966 12 651 5222.", "en") == "Tel: +966\u00a012\u00a0651\u00a05222."


WORDS = (
    "قال منظمة دولة في مُشِيرًا العـالم هاتف: OIC Brahim C++ U.S.A. 57 2018 12.5% 2020-2030 $50 km -5 "
    '+966 ( ) « » " ، , . - – https://a.b/c?d=(e). a@b.org #x @y ٢٠ ٪ 😀 é e\u0301 651'
)
CONTROLS = list("\n\t\u2066\u2067\u2069\u202b\u202c\u200f\u00a0\ud800")
words = st.sampled_from([*WORDS.split(), *CONTROLS, "+966 12 651 5222"])
lines = st.lists(st.one_of(words, st.just(" "), st.text(max_size=4)), max_size=25).map("".join)


@given(lines, st.sampled_from(["ar", "en", "fr"]))
def test_isolating_twice_changes_nothing_more(line: str, language: str) -> None:
    """Isolated text can be isolated again, when it comes back from a document."""
    once = isolate(line, language)

    assert once == isolate(once, language)


@given(lines, st.sampled_from(["ar", "en", "fr"]))
def test_every_word_is_still_there(line: str, language: str) -> None:
    """Without isolates and no-break spaces the text is what it was."""
    assert isolate(line, language).translate(WITHOUT) == line.translate(WITHOUT)


@given(lines, st.sampled_from(["ar", "en", "fr"]))
def test_every_isolate_that_is_opened_is_closed(line: str, language: str) -> None:
    """Isolating adds as many ends as beginnings, so that nothing leaks into what follows."""
    plain = line.translate(WITHOUT)
    isolated = isolate(plain, language)

    assert isolated.count(LRI) + isolated.count(RLI) == isolated.count(PDI)


@pytest.mark.parametrize(
    "unit",
    [
        "a",
        "1",
        "1 ",
        "1-",
        "a ",
        "(a ",
        "+1",
        "(1)",
        "http://",
        ")",
        "\u2067",
        "ا a",
        "a.",
        "..",
        "#",
    ],
)
@pytest.mark.parametrize("language", ["ar", "en"])
def test_time_is_linear_in_hostile_lines(unit: str, language: str) -> None:
    """A hundred thousand characters of one kind end at once; a quadratic step would not."""
    line = unit * (100_000 // len(unit))

    assert isolate(line, language).translate(WITHOUT) == line.translate(WITHOUT)
    assert isolate("http://" + line, language).translate(WITHOUT) == "http://" + line.translate(
        WITHOUT
    )
