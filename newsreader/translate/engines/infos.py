"""What a reader must know of each engine before choosing it."""

from newsreader.translate.engine import EngineInfo

_LLM_LIMITS = "Fluent, but it may leave out or add; check what matters."

FIREFOX = EngineInfo(
    name="firefox",
    title="Mozilla's offline engine, as in Firefox",
    local=True,
    sends="Nothing is sent: it works on this machine.",
    limits=(
        "It needs a model of 61 MB (44 MB to fetch), sees one sentence at a time and is weak at"
        " large Korean numbers and names."
    ),
    price="Free.",
)
LOCAL_CT2 = EngineInfo(
    name="local-ct2",
    title="a CTranslate2 model of your own (OPUS-MT, Argos …)",
    local=True,
    sends="Nothing is sent: it works on this machine.",
    limits="It needs `newsreader[ct2]` and a converted model that reads Korean and writes English.",
    price="Free; mind the model's licence.",
)
OLLAMA = EngineInfo(
    name="ollama",
    title="a language model in Ollama on this machine",
    local=True,
    sends="Nothing is sent: Ollama works on this machine.",
    limits=f"{_LLM_LIMITS} Slow without a graphics card. Models of Ollama's cloud are refused.",
    price="Free.",
)
GOOGLE = EngineInfo(
    name="google",
    title="Google's web translation (deep-translator)",
    local=False,
    sends="Each sentence is sent to translate.google.com.",
    limits="Unofficial and without a key: Google often refuses it, for minutes or for days.",
    price="Free.",
)
DEEPL = EngineInfo(
    name="deepl",
    title="DeepL",
    local=False,
    sends=(
        "Sentences, the start of the article as context, and the glossary terms in it are sent to"
        " DeepL; the last article's terms stay in your account, as the glossary “newsreader”."
    ),
    limits=(
        "It needs a key of your own. Free accounts have room for one glossary; if yours is taken,"
        " DeepL goes without our terms."
    ),
    # https://support.deepl.com/hc/en-us/articles/360020685720, read in November 2026.
    price=(
        "Free keys have 500,000 characters a month; others pay by the month and the character"
        " (in 2026 about 25 dollars a million)."
    ),
)
PAPAGO = EngineInfo(
    name="papago",
    title="Naver's Papago",
    local=False,
    sends="Each sentence is sent to papago.apigw.ntruss.com.",
    limits=(
        "It needs a key ID and a key of your own from Naver Cloud, of an application that has"
        " “Papago Text Translation” selected: one that has not is told that its quota is used up."
        " The only terms that it takes are those of a glossary of yours there."
    ),
    price="Paid for by the character.",
)
LIBRETRANSLATE = EngineInfo(
    name="libretranslate",
    title="a LibreTranslate server",
    local=False,
    sends="Sentences are sent to the server whose address you set.",
    limits="Its Korean is weaker than that of the offline model.",
    price="Free on a server of your own.",
)
OPENAI = EngineInfo(
    name="openai",
    title="a language model with OpenAI's interface",
    local=False,
    sends=(
        "Sentences and the article around them are sent to api.openai.com, or to the server whose"
        " address you set."
    ),
    limits=_LLM_LIMITS,
    price="As your provider charges.",
)
ANTHROPIC = EngineInfo(
    name="anthropic",
    title="Anthropic's Claude",
    local=False,
    sends="Sentences and the article around them are sent to api.anthropic.com.",
    limits=_LLM_LIMITS,
    price="As Anthropic charges.",
)
SAMPLE = EngineInfo(
    name="sample",
    title="the sample's own English",
    local=True,
    sends="Nothing is sent.",
    limits="It knows the sentences of the built-in sample and no others.",
)

#: What there is to choose from, by name; the one that keeps everything on this machine comes first.
ENGINES: dict[str, EngineInfo] = {
    info.name: info
    for info in (
        FIREFOX,
        LOCAL_CT2,
        OLLAMA,
        GOOGLE,
        DEEPL,
        PAPAGO,
        LIBRETRANSLATE,
        OPENAI,
        ANTHROPIC,
    )
}
