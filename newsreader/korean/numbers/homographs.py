"""Counters with several meanings, told apart by the words around them: 대, 세, 조, 기, 층."""

import re

from newsreader.korean.numbers.numerals import Numeral
from newsreader.korean.numbers.quantity import QuantityKind

# 대: an age (40대), machines (20대), a term of office (21대 국회), the top few (10대 그룹).
DECADES = frozenset(range(10, 101, 10))
_OFFICE = re.compile(
    r"\s?(?:국회|대통령|총장|회장|의장|총리|총선|대선|교육감|시장|지사|도지사|왕|사장|원장|위원장|대표|교황|"
    r"총재|장관|청장|의원|협회장|조합장|감독|사령|이사장|종정|총무원장)"
)
_LEADING = re.compile(
    r"\s?(?:그룹|기업|은행|도시|과제|원칙|핵심|재벌|로펌|거래소|증권|대형|대기업|대학|정유|이동통신|국정|전략|뉴스|광역|"
    r"중대|종단|교단|종교|범죄|암|강국|경제|수출|상장|건설|손해|생명|보험|카드|시중|지주|제약|주요|명산|"
    r"메이저|석유|산업|분야|쟁점|의혹|개혁|권력|포털|통신|게임|백화점|편의점|면세|항공|조선|엔터|취약|신산업)"
)
_AGED = re.compile(
    r"\s?(?:남|여|부부|노인|직장인|청년|운전|초반|중반|후반|이상|이하|인구|자녀|아들|딸|형제|자매|환자|근로|노동|"
    r"배우|가수|학생|청소년|주부|유권자|지지|응답|취업|고용|고객|소비|세입|교사|의사|간호|승객|등산|기사|A|B|C|"
    r"엄마|아빠|어머|아버|할머|할아|손님|주민|시민|회사원|자영|젊은|미혼|기혼|가장|피의|용의|피해|범인|연인|중국|"
    r"외국|한국|비율|비중|득표|층|와\s?[0-9]|가\s(?:가장|많|주|절반)|에서|에게|들)"
)
_MACHINES = re.compile(
    r"(?:승용차|차량|자동차|트럭|버스|택시|승합차|화물차|전투기|헬기|항공기|여객기|비행기|무인기|드론|카메라|로봇|"
    r"컴퓨터|노트북|소방차|구급차|장비|전차|자주포|오토바이|자전거|기관차|열차|휴대전화|스마트폰|TV|에어컨|냉장고|"
    r"서버|단말기|충전기|선박|크레인|굴착기|발전기|PC|CCTV|대수|탱크|장갑차|발사대|전기차|수소차|기기|킥보드|CC)"
    r"(?:[은는이가를을도만 ]|등|약|총)*$"
)
#: Nobody counts machines in round hundreds of millions without naming them.
_FORTUNE = 10**8
_CODE = re.compile(r"[A-Z][A-Za-z]*-?[0-9]+[A-Za-z]*\s?$")
_DEALT_WITH = re.compile(
    r"[를을가]?\s(?:추가\s|더\s)?(?:도입|구매|생산|배치|투입|판매|수출|주문|인도받|운행|증차|보급|팔)"
)
_BARE_NOUN = re.compile(r"[가-힣]{2,}\s$")
_PARTICLE_END = re.compile(
    r"(?:[은는이가을를의에도만로와과]|에서|부터|까지|보다|한|된|던|할|인|고|며|서|해|중|때|전|후)\s$"
)

# 세: an age, or a generation and a ruler's number (재일동포 3세, 찰스 3세).
_GENERATION = re.compile(
    r"(?:동포|교포|재벌|오너|이민|한인|조선인|고려인|한국계|한국인|그룹|창업|총수|찰스|엘리자베스|루이|나폴레옹|"
    r"바오로|요한|베네딕토|헨리|조지|에드워드|빌헬름|니콜라이|알렉산드르|페르디난드|람세스|압둘라|피폭|원폭)\s?$"
)
_HEIRS = re.compile(r"\s(?:경영|승계|총수|오너)")

# 조: a trillion, an article of law (제347조), a group (2조 선수들).
_GROUP = re.compile(r"[0-9]{1,2}조(?=\s|[는은가이의에와과를로]|$)")
_LAW = re.compile(r"(?:법|령|규칙|조례|협약|조약|헌장)\s$")
_TRILLION_AFTER = re.compile(
    r"\s?(?:[0-9]+(?![0-9]|\s?[항호])|원|개|명|건|톤|t|배럴|주(?!자)|달러|유로|엔|위안|대|여|규모|이상|루블|파운드)"
)
_TRILLION_NEAR = re.compile(
    r"매출|이익|적자|흑자|예산|투자|손실|자산|부채|시총|시가|순매|규모|돌파|넘|억|수출|수입액"
)
_TERM_AFTER = re.compile(
    r"\s?(?:[0-9]+차|전원회의|행정부|내각|정부|체제|지도부|출범|당대회|중앙위|임기|졸업|집행부|영수|광수|옥순|위원회|원내)"
)

# 층: how high a building is (7층 건물), or which floor (도청 7층 회의실).
_STOREYS_AFTER = re.compile(
    r"짜리|\s?(?:높이|규모|이상|이하|구조|건물|빌딩|아파트|주택|상가|호텔|(?:[0-9]+층\s?)?석?탑|옥상|타워|오피스텔|"
    r"집|연립|빌라|으로 (?:지|건|짓|올)|까지 (?:올|쌓))"
)
_STOREYS_BEFORE = re.compile(r"(?:지상|높이|총|최고)\s?$")


def kind_of_floor(text: str, at: int, end: int) -> QuantityKind:
    """Return number where 층 counts a building's storeys, ordinal where it names one of them."""
    storeys = _STOREYS_AFTER.match(text, end) or _STOREYS_BEFORE.search(text[max(0, at - 4) : at])
    return "number" if storeys else "ordinal"


def kind_of_dae(text: str, low: Numeral, high: Numeral | None, end: int) -> QuantityKind:
    """Return age for 40대, ordinal for 21대 국회, number for machines and the top few.

    ``end`` is where 대 ends.
    """
    before = text[max(0, low.start - 12) : low.start]
    if _MACHINES.search(before) or _CODE.search(before) or _DEALT_WITH.match(text, end):
        return "number"
    if _OFFICE.match(text, end):
        return "ordinal"
    decades = low.value in DECADES and (high or low).value in DECADES and not low.approx
    if not decades:
        return "number"
    aged = _AGED.match(text, end)
    if _LEADING.match(text, end) and not aged:
        return "number"
    noun = _BARE_NOUN.search(before) and not _PARTICLE_END.search(before)
    return "age" if high or aged or not noun else "number"


def is_fortune(text: str, low: Numeral) -> bool:
    """Say whether 대 stands behind a sum without its currency: 100억대 자산가."""
    if low.value < _FORTUNE or not text.startswith("대", low.end):
        return False
    before = text[max(0, low.start - 12) : low.start]
    return not (_MACHINES.search(before) or _DEALT_WITH.match(text, low.end + 1))


def is_generation(text: str, low: Numeral, end: int) -> bool:
    """Say whether 세 counts generations or rulers: 재일동포 3세, 찰스 3세."""
    before = text[max(0, low.start - 10) : low.start]
    return low.value < 20 and bool(_GENERATION.search(before) or _HEIRS.match(text, end))


def is_group(text: str, low: Numeral) -> bool:
    """Say whether 조 is an article of law (형법 250조) or a group (2조 선수들), not a trillion."""
    if not text.startswith("조", low.end - 1) or _TRILLION_AFTER.match(text, low.end):
        return False
    if _LAW.search(text[max(0, low.start - 8) : low.start]):
        return True
    found = _GROUP.match(text, low.start)
    if not found or low.end != found.end():
        return False
    return not _TRILLION_NEAR.search(text[max(0, low.start - 30) : low.end + 30])


def is_term(text: str, end: int) -> bool:
    """Say whether 기 counts terms of office (9기 2차 전원회의) and not things (위성 3기)."""
    return _TERM_AFTER.match(text, end) is not None
