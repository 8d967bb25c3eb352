"""Tables that stay the bytes that they are: a look-up reads the lines that it finds, and no other.

Of a table with thousands of lines an article needs some dozens; read, all of them would take
several times the memory.
"""

from collections.abc import Iterator


class Table:
    """Lines with columns (tabs between them), looked up by the first; ``#`` begins a comment.

    ``data`` must be sorted as bytes, which for UTF-8 is by code point.
    """

    def __init__(self, data: bytes) -> None:
        self.data = data

    def rows(self, key: str) -> Iterator[list[str]]:
        """Yield the columns of the lines whose first column is ``key``, in their order."""
        if "\t" in key:
            return
        start = key.encode() + b"\t"
        at = self._first(start)
        while self.data.startswith(start, at):
            end = self.data.index(b"\n", at)
            yield self.data[at:end].decode().split("\t")
            at = end + 1

    def __iter__(self) -> Iterator[list[str]]:
        """Yield the columns of all lines."""
        for line in self.data.decode().splitlines():
            if not line.startswith("#"):
                yield line.split("\t")

    def _first(self, start: bytes) -> int:
        """Return where the first line that does not sort before ``start`` begins."""
        data = self.data
        low, high = 0, len(data)
        while low < high:
            middle = (low + high) // 2
            begin = data.rfind(b"\n", low, middle) + 1 or low
            end = data.find(b"\n", middle) + 1 or len(data)
            if data[begin:end] < start:
                low = end
            else:
                high = begin
        return low
