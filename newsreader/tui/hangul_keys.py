"""The Korean keyboard: which Latin keys a reader pressed when Hangul came out.

With the Korean input method on, ``j`` arrives as ㅓ, and ``r`` ``j`` as the composed syllable 거.
The table is the standard 2-set layout (KS X 5002). Shift is recovered where that layout has a
letter of its own for it (ㄲ is ``R``); for other capitals it is lost.
"""

import unicodedata

_KEYS = dict(
    zip(
        "ㄱㄴㄷㄹㅁㅂㅅㅇㅈㅊㅋㅌㅍㅎㅏㅑㅓㅕㅗㅛㅜㅠㅡㅣㅐㅔㄲㄸㅃㅆㅉㅒㅖ",
        "rsefaqtdwczxvgkijuhynbmlopREQTWOP",
        strict=True,
    )
)
#: Vowels and final clusters that are typed as two letters.
_PAIRS = {
    "ㅘ": "hk", "ㅙ": "ho", "ㅚ": "hl", "ㅝ": "nj", "ㅞ": "np", "ㅟ": "nl", "ㅢ": "ml",
    "ㄳ": "rt", "ㄵ": "sw", "ㄶ": "sg", "ㄺ": "fr", "ㄻ": "fa", "ㄼ": "fq", "ㄽ": "ft",
    "ㄾ": "fx", "ㄿ": "fv", "ㅀ": "fg", "ㅄ": "qt",
}  # fmt: skip
_INITIAL = "ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ"
_MEDIAL = "ㅏㅐㅑㅒㅓㅔㅕㅖㅗㅘㅙㅚㅛㅜㅝㅞㅟㅠㅡㅢㅣ"
_FINAL = " ㄱㄲㄳㄴㄵㄶㄷㄹㄺㄻㄼㄽㄾㄿㅀㅁㅂㅄㅅㅆㅇㅈㅊㅋㅌㅍㅎ"


def latin_keys(text: str) -> str:
    """Return the Latin letters of the keys that produce ``text``; "" if it is not all Hangul.

    >>> latin_keys("ㅓ"), latin_keys("거"), latin_keys("a")
    ('j', 'rj', '')
    """
    keys = ""
    for character in unicodedata.normalize("NFC", text):
        for jamo in _jamo(character):
            if (key := _KEYS.get(jamo) or _PAIRS.get(jamo)) is None:
                return ""
            keys += key
    return keys


def _jamo(character: str) -> str:
    if not "가" <= character <= "힣":
        return character
    index = ord(character) - ord("가")
    initial, rest = divmod(index, len(_MEDIAL) * len(_FINAL))
    medial, final = divmod(rest, len(_FINAL))
    return (_INITIAL[initial] + _MEDIAL[medial] + _FINAL[final]).strip()
