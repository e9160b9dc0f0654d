"""The pictures of a round as text: a column a role where there is room, then what differed, then the meeting."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from textual.content import Content

from tui.debrief.section import DebriefPicture
from tui.text import framed, shown

if TYPE_CHECKING:
    from simulator.insight.bob import BobRound
    from simulator.insight.pictures import PictureLineView, RolePicture, RoundPictures

NARROWEST = 30
"""Cells of a column: below this, fewer stand side by side."""
GAP = 3
"""Cells between two columns."""
NONE_WRITTEN = "In deze ronde schreef niemand een beeld op: niet beoefend."
SAME = "Over de onderdelen die zij noemden, spraken zij elkaar niet tegen."


def moment_text(
    picture: DebriefPicture, written: RoundPictures | None, met: BobRound | None, whole: Sequence[str], width: int
) -> Content:
    """All there is to say of one round, and of the whole exercise."""
    return Content("\n").join(_parts(picture, written, met, whole, max(NARROWEST, width)))


def _parts(
    picture: DebriefPicture, written: RoundPictures | None, met: BobRound | None, whole: Sequence[str], width: int
) -> Iterator[Content]:
    yield _heading("Wat dachten zij?  ■ feit  □ aanname")
    if written is None:
        yield shown(NONE_WRITTEN).stylize("$text-muted")
    else:
        yield from _side_by_side(picture, written.pictures, width)
        yield from _differences(written)
    if met is not None:
        yield Content("")
        yield _heading("Van beeld naar besluit (BOB)")
        yield from _meeting(picture, met)
    yield Content("")
    yield _heading("De hele oefening")
    yield from map(shown, whole)


def _heading(words: str) -> Content:
    return shown(words).stylize("bold $text-accent")


def _side_by_side(picture: DebriefPicture, pictures: Sequence[RolePicture], width: int) -> Iterator[Content]:
    """As many columns as fit, as wide as there is room; the rest below."""
    across = max(1, min(len(pictures), (width + GAP) // (NARROWEST + GAP)))
    column = (width + GAP) // across - GAP
    for first in range(0, len(pictures), across):
        columns = [_column(picture, each, column) for each in pictures[first : first + across]]
        for row in range(max(map(len, columns))):
            cells = [lines[row] if row < len(lines) else Content("") for lines in columns]
            yield Content(" " * GAP).join(cell.pad_right(max(0, column - cell.cell_length)) for cell in cells)
        yield Content("")


def _column(picture: DebriefPicture, own: RolePicture, width: int) -> list[Content]:
    head = framed("[bold]$role[/]  [$text-muted]$at[/]", role=own.role_name, at=picture.at(own.minute))
    return [*head.wrap(width), *(part for line in own.lines for part in _line(line, width))]


def _line(line: PictureLineView, width: int) -> Iterator[Content]:
    """What was written, and below it what there is to say of it now."""
    colour = "$text-success" if str(line.verdict) == "klopt" else "$text-muted"
    sign = Content.styled("■ " if line.fact else "□ ", "$text-accent")
    written, now = shown(line.text).wrap(width - 2), shown(line.words or "Niet te toetsen.").stylize(colour).wrap(width - 2)
    yield from (part for part in (sign + written[0], *(Content("  ") + each for each in (*written[1:], *now))))


def _differences(written: RoundPictures) -> Iterator[Content]:
    if len(written.pictures) < 2:
        return
    yield _heading("Waar zij verschilden")
    for difference in written.differences:
        yield Content.styled("≠ ", "$text-warning") + shown(difference.words)
    for alone in written.alone:
        yield Content.styled("· ", "$text-muted") + shown(alone)
    if not written.differences:
        yield shown(SAME).stylize("$text-muted")


def _meeting(picture: DebriefPicture, met: BobRound) -> Iterator[Content]:
    steps = [f"{step.step} {picture.at(step.minute)}{_long(step.minutes)}" for step in met.steps]
    if steps:
        yield shown(" → ".join(steps))
    yield shown(met.words).stylize("bold")
    for record in met.from_picture:
        yield Content.styled("▲ ", "$text-warning") + shown(_decided(picture, record))


def _long(minutes: int | None) -> str:
    return f" ({minutes} min)" if minutes is not None else ""


def _decided(picture: DebriefPicture, record: str) -> str:
    """A decision that was taken while the team was still making its picture."""
    from simulator.insight.wording import decision_title, quoted

    found = picture.state.records[record]
    title = quoted(decision_title(picture.setting, found.taken.decision))
    return f"{picture.at(found.decided_at)} besloten tijdens de beeldvorming: {title}"
