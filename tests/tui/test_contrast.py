"""Contrast: all text of both our themes is readable by WCAG 2.2's level AA (4.5 to 1)."""

import pytest
from rich._palettes import STANDARD_PALETTE
from rich.color import ColorSystem
from textual.color import Color
from textual.theme import Theme

from newsreader.tui.styles import LOOKS, style_of
from newsreader.tui.theme import SIXTEEN, THEMES

AA = 4.5
#: Backgrounds that text lies on: the page, the current row, popups, and lists.
BACKGROUNDS = ("background", "panel", "surface")
#: Shares of the foreground's colour that the screens' and popups' style sheets use.
SHARES = (0.7, 0.75, 0.8, 0.85, 1.0)


def luminance(color: Color) -> float:
    """Return the relative luminance as WCAG 2.2 defines it."""

    def linear(part: int) -> float:
        share = part / 255
        return share / 12.92 if share <= 0.04045 else ((share + 0.055) / 1.055) ** 2.4

    red, green, blue = (linear(part) for part in color.rgb)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: Color, other: Color) -> float:
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def test_the_measure_is_right() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", [name for name, look in LOOKS.items() if look.color])
def test_every_look_of_the_article(theme: Theme, name: str) -> None:
    colors = theme.to_color_system().generate()
    style = style_of(name, colors)
    assert style.color is not None
    ink = Color.from_rich_color(style.color)
    if style.bgcolor is not None:
        assert contrast(ink, Color.from_rich_color(style.bgcolor)) >= AA
        return
    for below in ("background", "panel"):
        assert contrast(ink, Color.parse(colors[below])) >= AA, below


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("below", BACKGROUNDS)
def test_bars_popups_and_lists(theme: Theme, below: str) -> None:
    colors = theme.to_color_system().generate()
    background, foreground = Color.parse(colors[below]), Color.parse(colors["foreground"])
    for share in SHARES:
        assert contrast(background.blend(foreground, share), background) >= AA, share
    for name in ("primary", "secondary", "accent", "warning", "error", "success"):
        assert contrast(Color.parse(colors[name]), background) >= AA, name


@pytest.mark.parametrize("theme", SIXTEEN, ids=lambda theme: theme.name)
def test_where_there_are_16_colours(theme: Theme) -> None:
    """The cursor's row is not the page, and all text is read on both."""
    colors = theme.to_color_system().generate()

    def drawn(name: str) -> Color:
        nearest = Color.parse(colors[name]).rich_color.downgrade(ColorSystem.STANDARD)
        assert nearest.number is not None
        return Color(*STANDARD_PALETTE[nearest.number])

    page, panel = drawn("background"), drawn("panel")
    assert contrast(page, panel) > 1.5
    for name in ("foreground", "primary", "secondary", "accent", "warning", "error", "success"):
        assert contrast(drawn(name), page) >= AA, name
        assert contrast(drawn(name), panel) >= 3, name


@pytest.mark.parametrize("theme", THEMES, ids=lambda theme: theme.name)
@pytest.mark.parametrize("name", BACKGROUNDS)
def test_where_there_are_256_colours_no_background_gets_a_hue(theme: Theme, name: str) -> None:
    color = Color.parse(theme.to_color_system().generate()[name])
    drawn = color.rich_color.downgrade(ColorSystem.EIGHT_BIT).get_truecolor()
    assert max(drawn) - min(drawn) <= 10
