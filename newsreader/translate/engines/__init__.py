"""The engines by name. Importing this imports none of them."""

from newsreader.config import Paths
from newsreader.errors import NoOfflineEngineError, UsageError
from newsreader.translate.engine import Engine
from newsreader.translate.engines.infos import ENGINES

__all__ = ["ENGINES", "open_engine"]


def open_engine(name: str, *, paths: Paths) -> Engine:
    """Return the engine ``name``, ready to translate.

    Raises UsageError for a name that is not in :data:`ENGINES`, and EngineError when the engine
    lacks something; both say what to do.
    """
    match name:
        case "firefox":
            return _open_firefox(paths)
        case "local-ct2":
            from newsreader.translate.engines.ct2 import open_ct2

            return open_ct2(paths)
        case "google":
            from newsreader.translate.engines.google import GoogleEngine

            return GoogleEngine()
        case "deepl":
            from newsreader.translate.engines.deepl import open_deepl

            return open_deepl(paths)
        case "papago":
            from newsreader.translate.engines.papago import open_papago

            return open_papago(paths)
        case "libretranslate":
            from newsreader.translate.engines.libretranslate import open_libretranslate

            return open_libretranslate(paths)
        case "openai" | "anthropic" | "ollama":
            from newsreader.translate.engines.llm import open_llm

            return open_llm(name, paths)
    raise UsageError(f"There is no engine {name!r}; choose one of {', '.join(ENGINES)}.")


def _open_firefox(paths: Paths) -> Engine:
    from newsreader.translate.engines.firefox import FirefoxEngine, check_platform
    from newsreader.translate.engines.local import child_log
    from newsreader.translate.models import installed

    check_platform()
    model = installed(paths)
    if model is None:
        raise NoOfflineEngineError(
            "The offline model is not installed",
            "run `newsreader model install` (44 MB to fetch, 61 MB on the disk), or choose an"
            " online engine with --engine",
        )
    return FirefoxEngine(model, log=child_log(paths.logs))
