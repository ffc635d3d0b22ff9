"""Pages to mend, set by a template of their own, and the lines that are hard to read back."""

import json
from functools import lru_cache
from pathlib import Path

import typst

from editor.house.fonts import font_folders

HARD = {
    "plain": "لا شيء في الله إلا مشيراً إلى الآن، وقد قال المتحدثون إنهم لا يألون جهداً في ذلك أبداً.",
    "tashkeel": "أَكَّدَ الأَمِينُ العَامُّ لِمُنَظَّمَةِ التَّعَاوُنِ الإِسْلَامِيِّ، مُشِيرًا إِلَى أَنَّ اللهَ وَلِيُّ "
    "التَّوْفِيقِ، وَأَنَّ الشَّبَابَ عِمَادُ الأُمَّةِ فِي كُلِّ زَمَانٍ وَمَكَانٍ.",
    "stops": "قال الأمين: نعم، نحن هنا؛ فهل أنتم معنا؟ لا. بلى!",
    "date": "انعقد الاجتماع في 15 نوفمبر 2026م في جدة",
    "arabic digits": "انعقد الاجتماع في ٢٠ محرم ١٤٤٨هـ في جدة",
    "range": "في الفترة \u20662020-2030\u2069 كانت الخطة",
    "range as typed": "في الفترة 2020-2030 كانت الخطة",
    "phone": "الهاتف \u2066+966\u00a012\u00a0651\u00a05222\u2069 والفاكس",
    "mail": "راسلونا على press@oic.example في أي وقت من الأوقات",
    "address": "الموقع \u2066https://www.oic.example/a/b?c=d\u2069 وفيه المزيد عنه لمن أراد",
    "brackets": "قال «كلام [بين] قوسين» (وهو) كثير",
    "one Latin word": "منظمة OIC الدولية",
    "Latin name": "قال \u2066Hissein Brahim Taha\u2069 في كلمته أمام الحضور",
    "Latin name in brackets": "قال الأمين (\u2066Hissein Brahim Taha\u2069): نعم",
    "dash": 'موقع "رام الله - دنيا الوطن" نشر الخبر',
    "per cent": "ارتفع 12.5% عن العام الماضي",
    "joiners": "می\u200cخواهم کتاب\u200cها را بخوانم",
    "tatweel": "العـــربية وريـال",
    "words typed": "بين \u2066Latin 12-15 name\u2069 والنهاية",
}
"""Arabic lines, each hard in its own way, as they are given to print."""
ENGLISH = "The Secretary-General met 57 delegations on 15 November 2026; the office is efficient."
FRENCH = "Le Secrétaire général a reçu « 57 délégations » à l’office, le 15 novembre 2026."
HEADER = "منظمة التعاون الإسلامي"
FOOTER = "صفحة 1 من 1"
TITLE = "العنوان الرئيس: مُشِيرًا إلى 2020"

_TEMPLATE = """
#let data = json(bytes(sys.inputs.data))
#set document(title: "Test")
#let flow = if data.rtl { rtl } else { ltr }
#let language = if data.rtl { "ar" } else { "en" }
#let region = if data.rtl { "sa" } else { "gb" }
#set text(dir: flow, lang: language, region: region, font: data.fonts, size: 12pt)
#set page(columns: data.columns, header: data.header, footer: data.footer)
#set par(justify: data.justify)
#show heading: it => it.body
#heading(level: 1, data.title)
#for (lang, region, words) in data.paragraphs {
  par(text(lang: lang, region: region, dir: if lang == "ar" { rtl } else { ltr }, words))
}
"""
_REGIONS = {"ar": "sa", "en": "gb", "fr": "fr"}


def typeset(
    paragraphs: list[tuple[str, str]],
    *,
    rtl: bool = True,
    columns: int = 1,
    justify: bool = False,
    fonts: tuple[str, ...] = ("Amiri", "Noto Serif"),
) -> bytes:
    """A page of paragraphs, each with the code of its language, as Typst makes it."""
    data = {
        "rtl": rtl,
        "columns": columns,
        "justify": justify,
        "fonts": fonts,
        "header": HEADER,
        "footer": FOOTER,
        "title": TITLE,
        "paragraphs": [(code, _REGIONS[code], words) for code, words in paragraphs],
    }
    return typst.compile(
        _TEMPLATE.encode(),
        font_paths=_fonts(),
        ignore_system_fonts=True,
        sys_inputs={"data": json.dumps(data)},
        timestamp=86400,
        pdf_standards=["a-2a", "ua-1"],
    )


def words_of(paragraphs: list[tuple[str, str]]) -> list[str]:
    """All strings that such a page is made from."""
    return [HEADER, "صفحة ", " من ", TITLE, *(words for _, words in paragraphs)]


def hard_page() -> list[tuple[str, str]]:
    """Every hard line, and a paragraph in English and in French."""
    return [*(("ar", line) for line in HARD.values()), ("en", ENGLISH), ("fr", FRENCH)]


@lru_cache
def _fonts() -> typst.Fonts:
    families = ("Amiri", "Noto Serif", "IBM Plex Sans Arabic", "IBM Plex Sans")
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[Path(folder) for folder in font_folders(families)],
    )
