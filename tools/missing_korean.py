"""Which strings of the installed packages have no Korean; see docs/korean-admin.md."""

import argparse
import os
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.util import find_spec
from pathlib import Path

import polib

ROOT = Path(__file__).resolve().parent.parent
OURS = ROOT / "hwalja" / "config" / "locale"
DOMAINS = ("django", "djangojs")

# What must come through a translation untouched: %(name)s, %d, {name}, <a href="…">.
KEPT = re.compile(r"%\(\w+\)[a-z]|%[sdr]|\{\w*\}|</?[a-z][^>]*>", re.IGNORECASE)

Key = tuple[str | None, str]


@dataclass(frozen=True)
class Text:
    """One string of a catalogue: its English, its translation, the packages it is for."""

    english: str
    plural: str
    translation: str
    packages: tuple[str, ...]


Catalogue = dict[Key, Text]


def load(path: Path) -> Catalogue:
    """A .po or .mo file; what is empty or only guessed counts as not translated."""
    entries = polib.pofile(str(path)) if path.suffix == ".po" else polib.mofile(str(path))
    return {
        (entry.msgctxt, entry.msgid): Text(
            english=entry.msgid,
            plural=entry.msgid_plural or entry.msgid,
            translation="" if "fuzzy" in entry.flags else _translation(entry),
            packages=tuple(package for package, _line in entry.occurrences),
        )
        for entry in entries
        if not entry.obsolete
    }


def _translation(entry: polib.POEntry) -> str:
    return str(entry.msgstr_plural.get(0, "") if entry.msgid_plural else entry.msgstr)


@cache
def read(folder: Path, language: str, domain: str) -> Catalogue:
    """One language of one locale folder: its .po, else its .mo, else nothing."""
    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    for candidate in (path, path.with_suffix(".mo")):
        if candidate.is_file():
            return load(candidate)
    return {}


@cache
def english(folder: Path, domain: str) -> Catalogue:
    """All a package can say: its English catalogue, else what any of its languages knows."""
    known = read(folder, "en", domain)
    if not known:
        for language in sorted(path.name for path in folder.iterdir() if path.is_dir()):
            known = {**read(folder, language, domain), **known}
    return known


def korean(folders: list[Path], domain: str) -> Catalogue:
    """The Korean Django would show: ours first, then that of the folders in their order."""
    merged: Catalogue = {}
    for folder in [OURS, *folders]:
        for key, text in read(folder, "ko", domain).items():
            if text.translation:
                merged.setdefault(key, text)
    return merged


def installed() -> list[Path]:
    """The locale folders of Django and of every installed package, first to win first."""
    import django
    from django.apps import apps

    folders = [Path(config.path) / "locale" for config in apps.get_app_configs()]
    folders.append(Path(django.__file__).parent / "conf" / "locale")
    return [folder for folder in folders if folder.is_dir() and folder != OURS]


def missing(folders: list[Path]) -> Iterator[tuple[str, Path, Key]]:
    """Every string without Korean: its domain, the folder it comes from, itself."""
    for domain in DOMAINS:
        have = korean(folders, domain)
        for folder in folders:
            for key in english(folder, domain):
                if key not in have:
                    yield domain, folder, key


def mangled(folders: list[Path]) -> Iterator[tuple[str, str]]:
    """Every string whose Korean lost, gained or changed a placeholder or a tag."""
    for domain in DOMAINS:
        have = korean(folders, domain)
        wanted = set(read(OURS, "ko", domain))
        for folder in folders:
            wanted |= english(folder, domain).keys()
        for key in wanted & have.keys():
            text = have[key]
            kept = Counter(KEPT.findall(text.translation))
            # Either number will do: "1 page" may count nothing where "%d pages" does.
            if kept not in [Counter(KEPT.findall(form)) for form in (text.english, text.plural)]:
                yield text.english, text.translation


def outdated() -> list[str]:
    """The domains whose .mo does not say exactly what its .po says."""
    return [domain for domain in DOMAINS if _spoken(domain, ".po") != _spoken(domain, ".mo")]


def _spoken(domain: str, suffix: str) -> dict[Key, str]:
    path = OURS / "ko" / "LC_MESSAGES" / (domain + suffix)
    found = load(path) if path.is_file() else {}
    return {key: text.translation for key, text in found.items() if text.translation}


def stale() -> Iterator[tuple[str, str]]:
    """Our strings that the package named beside them no longer has."""
    for domain in DOMAINS:
        for key, text in read(OURS, "ko", domain).items():
            folders = [folder for package in text.packages for folder in _locale_of(package)]
            if folders and not any(key in english(folder, domain) for folder in folders):
                yield ", ".join(text.packages), text.english


def _locale_of(package: str) -> list[Path]:
    """The locale folder of a package by name; none if it is not installed or has no folder."""
    spec = find_spec(package)
    places = spec.submodule_search_locations if spec else None
    folders = [Path(place) / "locale" for place in places or []]
    return [folder for folder in folders if folder.is_dir()]


def compile_ours() -> None:
    """Write both .mo anew."""
    for domain in DOMAINS:
        path = OURS / "ko" / "LC_MESSAGES" / f"{domain}.po"
        polib.pofile(str(path)).save_as_mofile(str(path.with_suffix(".mo")))


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--compile", action="store_true", help="write the .mo files")
    parser.add_argument("--stale", action="store_true", help="list strings nobody uses any more")
    options = parser.parse_args()
    if options.compile:
        compile_ours()
        return 0
    if options.stale:
        sys.stdout.writelines(f"{packages}: {text!r}\n" for packages, text in stale())
        return 0
    sys.path.insert(0, str(ROOT))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "hwalja.config.settings")
    import django

    django.setup()
    lines = [
        f"{domain} {folder.parent}: {key[1]!r}" for domain, folder, key in missing(installed())
    ]
    sys.stdout.writelines(line + "\n" for line in lines)
    return 1 if lines else 0


if __name__ == "__main__":
    sys.exit(main())
