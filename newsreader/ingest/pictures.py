"""Pictures in a page's tree, and the captions around them that no markup shows."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from selectolax.lexbor import LexborNode

    from newsreader.ingest.blocks import Texts

#: An element with an image and no more text than this is a picture with its caption.
LONGEST_CAPTION = 320
_SENTENCE = re.compile(r"[다요죠까][.?!]")
_MOST_PICTURES = 200
#: A caption is no further away: so many elements up from its picture.
_AROUND_PICTURE = 6


def captioned(root: "LexborNode", texts: "Texts") -> set[int]:
    """Elements below ``root`` that hold an image and at most a caption."""
    found: set[int] = set()
    top = root.mem_id
    known: dict[int, str] = {}
    for image in root.css("img, amp-img")[:_MOST_PICTURES]:
        best = None
        node = image.parent
        for _ in range(_AROUND_PICTURE):
            if node is None or (place := node.mem_id) == top or place in found:
                break
            # Pictures that stand together share what is around them.
            if (text := known.get(place)) is None:
                if (raw := texts.of(node)) is None:
                    break
                text = known[place] = raw.strip()
            if len(text) > LONGEST_CAPTION or len(_SENTENCE.findall(text)) > 2:
                break
            if text:
                if node.tag == "p" and _SENTENCE.search(text[-3:]):
                    break
                best = place
            node = node.parent
        if best is not None:
            found.add(best)
    return found


def is_set_apart(node: "LexborNode") -> bool:
    """Say whether an element and the one close before it are called different things.

    Style sheets set the heading of a caption on a line of its own.
    """
    before = node.prev
    if before is None or before.tag == "-text":
        return False
    one, other = before.attributes.get("class"), node.attributes.get("class")
    return bool(one and other and one != other)
