"""The system's clipboard, for terminals that do not pass OSC 52 on."""

import shutil
import subprocess

_COMMANDS: tuple[tuple[str, ...], ...] = (
    ("pbcopy",),
    ("wl-copy",),
    ("xclip", "-selection", "clipboard"),
    ("xsel", "--clipboard", "--input"),
    ("clip.exe",),
)


def to_system_clipboard(text: str) -> bool:
    """Hand ``text`` to the first clipboard program there is; say whether one took it.

    Takes at most two seconds, so call it from a thread.
    """
    for command in _COMMANDS:
        if shutil.which(command[0]) is None:
            continue
        encoding = "utf-16-le" if command[0] == "clip.exe" else "utf-8"
        try:
            subprocess.run(  # noqa: S603 - one of the fixed commands above
                command,
                input=text.encode(encoding),
                timeout=2,
                check=True,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
            )
        except (OSError, subprocess.SubprocessError):
            continue
        return True
    return False
