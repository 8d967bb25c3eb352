"""Where the reader has been in an article: the jump list, as editors have it."""

#: Older places are forgotten.
_MOST = 100


class Jumps:
    """Rows (by id) that were left by a jump; one can go back through them and forward again."""

    def __init__(self) -> None:
        self._places: list[int] = []
        #: The index of the place that was gone back to; behind the last one at first.
        self._at = 0

    @property
    def last(self) -> int | None:
        """The row that was left by the last jump."""
        return self._places[-1] if self._places else None

    def leave(self, row: int) -> None:
        """Note ``row`` before a jump away from it."""
        self._places = [place for place in self._places if place != row][1 - _MOST :]
        self._places.append(row)
        self._at = len(self._places)

    def back(self, here: int) -> int | None:
        """Return the row to go back to from ``here``, or None at the oldest."""
        if self._at == len(self._places):
            self.leave(here)
            self._at = len(self._places) - 1
        if self._at == 0:
            return None
        self._at -= 1
        return self._places[self._at]

    def forward(self) -> int | None:
        """Return the row to go forward to again, or None at the newest."""
        if self._at + 1 >= len(self._places):
            return None
        self._at += 1
        return self._places[self._at]
