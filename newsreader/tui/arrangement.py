"""How a reader wants articles laid out, and what columns that makes of a window."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any, Literal, Self, get_args

from newsreader.config import NARROWEST, WIDEST, ColumnOrder, Settings, Spacing

View = Literal["both", "korean", "english", "reveal", "interlinear"]
Column = Literal["korean", "english"]
#: The column that is read; the other one is drawn paler.
Focus = Literal["both", "korean", "english"]
VIEWS: tuple[View, ...] = get_args(View)
FOCUSES: tuple[Focus, ...] = get_args(Focus)

#: Below this width the English stands under the Korean instead of beside it.
STACK_BELOW = 72
#: Cells between the two columns.
GAP = 3
#: Cells of a row's number at least; narrower than so many cells a window has no numbers.
_DIGITS, _WITH_NUMBERS = 3, 24
#: The part of the text's width that Korean gets: English needs a little more.
SHARE = 0.47
_SMALLEST_SHARE, _LARGEST_SHARE = 0.25, 0.75


@dataclass(frozen=True, slots=True)
class Arrangement:
    """Every choice about the layout; a command changes each, and settings can."""

    view: View = "both"
    #: The part of the text's width that Korean gets.
    share: float = SHARE
    #: The most cells that both columns take together; 0 is as many as the window has.
    width: int = 0
    spacing: Spacing = "normal"
    order: ColumnOrder = "korean-english"
    focus: Focus = "both"
    #: Whether rows say how they are said: reportedly, plans to.
    stance: bool = False

    @classmethod
    def of(cls, settings: Settings, kept: Any = None) -> Self:
        """Return the settings' arrangement with what the app has kept of the reader's changes."""
        wanted: dict[str, Any] = {
            "width": settings.reading_width,
            "spacing": settings.spacing,
            "order": settings.column_order,
        }
        if isinstance(kept, Mapping):
            wanted |= {
                field.name: kept[field.name]
                for field in fields(cls)
                if isinstance(kept.get(field.name), type(field.default))
            }
        return cls(**wanted)._within_bounds()

    def changes(self, settings: Settings) -> dict[str, Any]:
        """Return what differs from the settings, to be kept: the inverse of :meth:`of`."""
        plain = asdict(self.of(settings))
        return {name: value for name, value in asdict(self).items() if value != plain[name]}

    def with_share(self, share: float) -> "Arrangement":
        """Return the arrangement with the divide elsewhere."""
        share = min(max(round(share, 2), _SMALLEST_SHARE), _LARGEST_SHARE)
        return replace(self, share=share)

    def with_width(self, width: int) -> "Arrangement":
        """Return the arrangement with narrower or wider text."""
        return replace(self, width=min(max(width, NARROWEST), WIDEST))

    def _within_bounds(self) -> Self:
        """Return it, or where a kept value is none of ours the plain one."""
        right = (
            self.view in VIEWS
            and self.focus in FOCUSES
            and self.spacing in get_args(Spacing)
            and self.order in get_args(ColumnOrder)
            and _SMALLEST_SHARE <= self.share <= _LARGEST_SHARE
            and (self.width == 0 or NARROWEST <= self.width <= WIDEST)
        )
        return self if right else type(self)()


@dataclass(frozen=True, slots=True)
class Columns:
    """The geometry of one width, in cells from the left edge.

    The gutter starts at ``margin``: a sign for the cursor, ``digits`` cells for the row's number
    (0: none), a flag. ``end`` is the cell behind the text and a blank.
    """

    margin: int
    digits: int
    korean: int
    korean_width: int
    english: int
    english_width: int
    end: int
    stacked: bool


#: What nobody changed anything about.
PLAIN = Arrangement()


def columns(width: int, arrangement: Arrangement = PLAIN, *, rows: int = 0) -> Columns:
    """Divide a window of ``width`` cells; ``rows`` is the highest number of a row."""
    digits = max(_DIGITS, len(str(rows))) if width >= _WITH_NUMBERS else 0
    gutter = digits + 2
    # The last column is the scroll bar's; a blank goes before it.
    room = max(2, width - gutter - (2 if digits else 1))
    single = arrangement.view in {"korean", "english"}
    stacked = single or width < STACK_BELOW or arrangement.view == "interlinear"
    most = arrangement.width // 2 if single else arrangement.width
    margin = max(0, (room - most) // 2) if most else 0
    room = min(room, most) if most else room
    left = margin + gutter
    end = min(left + room + 1, width)
    if single:
        return Columns(margin, digits, left, room, left, room, end, stacked)
    if stacked:
        inset = min(2, max(0, width - left - 2))
        return Columns(margin, digits, left, room, left + inset, max(2, room - 2), end, stacked)
    korean = min(max(round((room - GAP) * arrangement.share), 20), room - GAP - 20)
    english = room - GAP - korean
    if arrangement.order == "korean-english":
        return Columns(margin, digits, left, korean, left + korean + GAP, english, end, stacked)
    return Columns(margin, digits, left + english + GAP, korean, left, english, end, stacked)
