"""The system's web browser."""


def open_in_browser(address: str | None) -> bool:
    """Open a web address in the browser; say whether it is one."""
    if address is None or not address.startswith(("https://", "http://")):
        return False
    import webbrowser

    return webbrowser.open(address)
