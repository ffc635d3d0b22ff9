"""A release with a long history behind it, as the benchmarks open it.

It is written as people write: a run of letters here, a run there, now and then some letters taken
back. About 1,500 words stand in the end.
"""

from pathlib import Path

from editor.release.content import BlockKind
from editor.release.draft import Draft
from editor.storage import ReleaseFile
from tests.storage.files import dice

WORDS = "أكد الأمين العام لمنظمة التعاون الإسلامي أن الدول الأعضاء تواصل العمل المشترك "
BLOCKS = 40
LONGEST_RUN = 60
EDITS_IN_A_BURST = 5
DELETING = 0.27
"""The share of runs that take letters back: so many that the words stay about 1,500."""


def make_worked_on(path: Path, edits: int = 20_000) -> Path:
    """Write a release into a new file by so many edits of one letter, in bursts as typing gives."""
    chance = dice(1)
    draft = Draft.new("ar", author="writer")
    blocks: list[str] = []
    for _ in range(BLOCKS):
        blocks.append(draft.insert_block(BlockKind.PARAGRAPH, blocks[-1] if blocks else None))
    words = dict.fromkeys(blocks, "")
    with ReleaseFile.create(path, draft) as file:
        done = 0
        while done < edits:
            block = chance.choice(blocks)
            caret = chance.randrange(len(words[block]) + 1)
            run = min(chance.randrange(1, LONGEST_RUN), edits - done)
            is_deleting = chance.random() < DELETING
            for step in range(run):
                if is_deleting and caret:
                    caret -= 1
                    draft.replace(block, "ar", caret, caret + 1, "")
                    words[block] = words[block][:caret] + words[block][caret + 1 :]
                else:
                    letter = WORDS[(done + step) % len(WORDS)]
                    draft.replace(block, "ar", caret, caret, letter)
                    words[block] = words[block][:caret] + letter + words[block][caret:]
                    caret += 1
                if (done + step) % EDITS_IN_A_BURST == 0:
                    file.flush()
            done += run
    return path
