"""What the README takes from the program; ``python -m tests.readme`` writes them."""

from pathlib import Path

from newsreader.translate.engines import ENGINES
from newsreader.tui.commands import SCREENS
from newsreader.tui.keys import key_name

README = Path(__file__).resolve().parent.parent / "README.md"


def key_tables() -> str:
    """Return one table of keys for each screen."""
    parts = []
    for screen, commands in SCREENS.items():
        parts.append(f"**{screen}**\n\n| keys | does |\n|---|---|")
        for command in commands:
            keys = " ".join(f"`{key_name(key)}`" for key in command.keys)
            parts.append(f"| {keys} | {command.help} |")
        parts.append("")
    return "\n".join(parts).rstrip().replace("|\n**", "|\n\n**")


def engine_table() -> str:
    """Return the table of engines."""
    lines = ["| engine | what it is | what leaves this machine | limits |", "|---|---|---|---|"]
    lines += [
        f"| `{info.name}` | {info.title} | {info.sends} | {info.limits_and_price} |"
        for info in ENGINES.values()
    ]
    return "\n".join(lines)


def command_ids() -> str:
    """Return the names of all commands, for the settings."""
    ids = (f"`{command.id}`" for commands in SCREENS.values() for command in commands)
    return "Commands: " + ", ".join(ids) + "."


PARTS = {"keys": key_tables, "engines": engine_table, "commands": command_ids}


def with_parts(text: str) -> str:
    """Return the README's text with its made parts as the program has them now."""
    for name, make in PARTS.items():
        start, end = f"<!-- {name} -->\n", f"\n<!-- /{name} -->"
        before, _, rest = text.partition(start)
        _, _, after = rest.rpartition(end)
        text = f"{before}{start}{make()}{end}{after}"
    return text


if __name__ == "__main__":
    README.write_text(with_parts(README.read_text("utf-8")), encoding="utf-8")
