"""The sentences of all checks, by code. A new check needs one entry in the room that it belongs to.

Names in braces are the finding's figures, and what `wording.findings` adds to them: `cell` (its heading),
`row` (the funds row), `note` (where a changed budget is explained), `reason` (the heading of the reasons).
"""

from collections.abc import Mapping

from selfeval_desktop.wording.sentences import funds, points, rows, texts
from selfeval_desktop.wording.sentences.kinds import Sentence

SENTENCES: Mapping[str, Sentence] = {
    **funds.SENTENCES,
    **points.SENTENCES,
    **rows.SENTENCES,
    **texts.SENTENCES,
}
