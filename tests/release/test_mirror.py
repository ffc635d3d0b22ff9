import json
from datetime import date, datetime
from zoneinfo import ZoneInfo

from hypothesis import given, settings

from editor.release.content import (
    BlockKind,
    Dateline,
    Embargo,
    Mark,
    Release,
    ReleaseKind,
    Span,
    Status,
    Text,
    Translated,
)
from editor.release.draft import Draft
from editor.release.mirror import mirror
from tests.release.edits import releases


@settings(max_examples=30)
@given(releases())
def test_every_release_can_be_written_as_json_and_back(release: Release) -> None:
    plain = mirror(release)
    assert json.loads(json.dumps(plain, ensure_ascii=False)) == plain


def test_the_mirror_says_everything_a_release_does() -> None:
    draft = Draft.new("ar")
    speaker = draft.add_speaker(
        name="طه", honorific="معالي", title="الأمين", organisation="المنظمة"
    )
    block = draft.insert_block(BlockKind.LEAD, None, {"ar": Text("كلام", (Span(0, 2, Mark.TERM),))})
    embargo = Embargo(datetime(2024, 8, 4, 18, tzinfo=ZoneInfo("Asia/Riyadh")), "Asia/Riyadh")
    draft.set_embargo(embargo)
    draft.set_date(date(2024, 8, 4))
    draft.set_place("ar", "جدة")
    assert mirror(draft.snapshot()) == {
        "schema": "bayan-release/1",
        "id": draft.id,
        "language": "ar",
        "languages": ["ar"],
        "kind": "press_release",
        "status": "draft",
        "reference": "",
        "embargo": {"until": "2024-08-04T18:00:00+03:00", "zone": "Asia/Riyadh"},
        "headline": {},
        "headline_speaker": None,
        "subheadline": {},
        "dateline": {
            "places": {"ar": "جدة"},
            "sources": {},
            "date": "2024-08-04",
            "hijri_shift": 0,
            "written": {},
        },
        "blocks": [
            {
                "id": block,
                "kind": "lead",
                "unsure": False,
                "texts": {
                    "ar": {
                        "words": "كلام",
                        "spans": [
                            {"start": 0, "end": 2, "mark": "term", "value": "", "unsure": False}
                        ],
                    }
                },
            }
        ],
        "speakers": [
            {
                "id": speaker,
                "names": {"ar": "طه"},
                "honorifics": {"ar": "معالي"},
                "titles": {"ar": "الأمين"},
                "organisations": {"ar": "المنظمة"},
                "reads_for": None,
                "unsure": False,
            }
        ],
        "end_mark": False,
        "unsure": [],
    }


def test_an_empty_release_has_a_mirror() -> None:
    release = Release("r", "fr", (), ReleaseKind.STATEMENT, Status.PUBLISHED)
    plain = mirror(release)
    assert (plain["kind"], plain["status"], plain["embargo"]) == ("statement", "published", None)
    assert plain["dateline"]["date"] is None
    assert mirror(Release("r", "fr", dateline=Dateline(Translated()))) == mirror(Release("r", "fr"))
