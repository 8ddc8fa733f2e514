"""The language of the window: the system's, or the one that was chosen."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QLibraryInfo, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

FOLDER = Path(__file__).resolve().parent.parent / "resources" / "i18n"
LANGUAGES = ("zh_CN", "en")
SYSTEM = "system"


def system_language() -> str:
    """zh_CN where the desktop speaks Chinese, else en."""
    return "zh_CN" if QLocale.system().language() == QLocale.Language.Chinese else "en"


def own_name(language: str) -> str:
    """A language as its speakers call it."""
    return "English" if language == "en" else QLocale(language).nativeLanguageName()


class Words:
    """Holds the translators of one application: OpsDesk's own, and Qt's for its dialogs."""

    def __init__(self, app: QApplication) -> None:
        self._app = app
        self._translators: list[QTranslator] = []
        self.language = "en"

    def choose(self, name: str) -> None:
        """Speak `name` ("zh_CN", "en" or "system") from now on; windows that stand must be built again."""
        for translator in self._translators:
            self._app.removeTranslator(translator)
        self._translators.clear()
        self.language = name if name in LANGUAGES else system_language()
        QLocale.setDefault(QLocale(self.language))
        if self.language != "en":
            self._install(Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)), "qtbase")
            self._install(FOLDER, "")

    def _install(self, folder: Path, name: str) -> None:
        translator = QTranslator(self._app)
        file = "_".join(part for part in (name, self.language) if part)
        if translator.load(str(folder / f"{file}.qm")):
            self._app.installTranslator(translator)
            self._translators.append(translator)
