"""What a site leaves to programs: its robots.txt (RFC 9309)."""

from dataclasses import dataclass
from urllib.robotparser import RobotFileParser


@dataclass(frozen=True, slots=True)
class Robots:
    """The rules of one host."""

    _rules: RobotFileParser

    @classmethod
    def parse(cls, content: bytes) -> "Robots":
        """Read a robots.txt; one without rules, or that is none at all, leaves everything open."""
        rules = RobotFileParser()
        rules.parse(content.decode("utf-8", "replace").removeprefix("\ufeff").splitlines())
        return cls(rules)

    @classmethod
    def closed(cls) -> "Robots":
        """The rules of a host that cannot tell them."""
        return cls.parse(b"User-agent: *\nDisallow: /")

    def allows(self, agent: str, url: str) -> bool:
        """Say whether a program that calls itself ``agent`` may ask for ``url``."""
        return self._rules.can_fetch(agent, url)
