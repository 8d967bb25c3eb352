"""The system's web browser."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from textual.app import App

_NONE = "There is no web browser here; the environment variable BROWSER names one."


def open_in_browser(app: "App[Any]", address: str | None) -> str | None:
    """Open a web address in the browser; return one sentence on why that is not possible.

    A browser in the terminal (w3m, lynx) has the whole of it until it is left.
    """
    if address is None or not address.startswith(("https://", "http://")):
        return "This article has no web address."
    import webbrowser

    from textual.app import SuspendNotSupported

    try:
        browser = webbrowser.get()
    except webbrowser.Error:
        return _NONE
    if not _is_in_terminal(browser):
        return None if browser.open(address) else _NONE
    try:
        with app.suspend():
            opened = browser.open(address)
    except SuspendNotSupported:
        opened = False
    return None if opened else "The web browser here cannot be opened from within newsreader."


def _is_in_terminal(browser: object) -> bool:
    """Say whether ``webbrowser`` would wait for this one to end; others work beside us."""
    import webbrowser

    background = isinstance(browser, webbrowser.BackgroundBrowser)
    return isinstance(browser, webbrowser.GenericBrowser) and not background
