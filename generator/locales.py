"""What CLDR knows of languages and countries (the only importer of babel)."""

import functools
import re
from datetime import date

from babel import Locale, UnknownLocaleError
from babel.dates import format_date
from babel.numbers import format_decimal, format_percent, get_currency_name
from babel.units import format_unit

from generator.model import Date, Precision
from generator.text import fold, folded_words, word_table

# What news measure by; what else CLDR has is hardly a word of a language.
_CURRENCIES = ("CHF", "CNY", "EUR", "GBP", "INR", "JPY", "RUB", "TRY", "USD")
_UNITS = (
    "concentr-percent", "duration-day", "duration-hour", "duration-minute", "duration-month", "duration-second",
    "duration-week", "duration-year", "length-foot", "length-kilometer", "length-meter", "length-mile",
    "mass-kilogram", "mass-tonne", "temperature-celsius",
)  # fmt: skip
_NOT_PLACES = frozenset({"EZ", "QO", "XA", "XB", "ZZ"})  # the euro area, outlying Oceania, pseudo-locales, unknown


@functools.cache
def _locale(language: str) -> Locale | None:
    try:
        return Locale.parse(language.replace("-", "_"))
    except (UnknownLocaleError, ValueError):
        return None


def is_language(code: str) -> bool:
    """Say whether CLDR knows the language."""
    return _locale(code) is not None


def language_name(code: str, language: str) -> str:
    """Return what `language` calls the language `code`; the code itself where CLDR has no name."""
    locale = _locale(code)
    name = locale.get_display_name(language) if locale else None
    return name[0].upper() + name[1:] if name else code


def direction(code: str) -> str:
    """Return `rtl` or `ltr`."""
    locale = _locale(code)
    return locale.text_direction if locale else "ltr"


@functools.cache
def country_label(country: str, language: str) -> str:
    """Return the name of a country in a language, as CLDR puts it first."""
    return _country_names(language).get(country, (country,))[0]


@functools.cache
def _country_names(language: str) -> dict[str, tuple[str, ...]]:
    """Names by country: CLDR's own (`Myanmar (Burma)` is two), then its short and variant names, which Babel lacks."""
    locale = _locale(language)
    names: dict[str, tuple[str, ...]] = {}
    for code, name in locale.territories.items() if locale else ():
        if len(code) == 2 and code.isalpha() and code not in _NOT_PLACES:  # noqa: PLR2004 - continents have digits
            names[code] = tuple(part for part in re.split(r"\s*[()]\s*", name) if part)
    for code, more in word_table("countries", language).items():
        names[code] = names.get(code, ()) + more
    return names


def countries(language: str) -> dict[str, tuple[str, ...]]:
    """Return the names of the countries, of the European Union and the United Nations, in one language, by code."""
    return _country_names(language)


@functools.cache
def month_names(language: str) -> dict[str, int]:
    """Return the months of a language, folded: wide and abbreviated, as they stand in a date and alone, and more."""
    locale = _locale(language)
    if locale is None:
        return {}
    months: dict[str, int] = {}
    for context in ("format", "stand-alone"):
        for width in ("wide", "abbreviated"):
            for number, name in locale.months[context][width].items():
                folded = fold(name).rstrip(".")
                if not folded.isdigit():
                    months.setdefault(folded, number)
    for key, names in word_table("months", language).items():
        months.update((fold(name), int(key)) for name in names)
    return months


def writes_day_first(language: str) -> bool:
    """Say whether CLDR writes the day before the month in a date of numbers; a year before both makes no doubt."""
    locale = _locale(language)
    pattern = str(locale.date_formats["short"].pattern) if locale else ""
    return 0 <= pattern.find("d") < pattern.find("M")


@functools.cache
def calendar_words(language: str) -> frozenset[str]:
    """Return the names of months and days of the week of a language, folded, whole and abbreviated."""
    locale = _locale(language)
    days = locale.days if locale else {}
    widths = [context[width] for context in days.values() for width in ("wide", "abbreviated")]
    names = {fold(name).rstrip(".") for width in widths for name in width.values()}
    return frozenset(names | month_names(language).keys())


@functools.cache
def measures(language: str) -> frozenset[str]:
    """Return what a language counts in, folded: millions, euros, per cent, kilometres, years, in one and in many."""
    locale = _locale(language)
    if locale is None:
        return frozenset()
    called = [format_unit(count, unit, locale=locale) for unit in _UNITS for count in (1, 2, 5)]
    called += [get_currency_name(code, count, locale) for code in _CURRENCIES for count in (1, 2, 5)]
    called += [
        pattern.pattern
        for plural in locale.compact_decimal_formats.get("long", {}).values()
        for pattern in plural.values()
    ]
    return frozenset(word for name in called for word in folded_words(name) if word.isalpha())


@functools.cache
def language_names(language: str) -> frozenset[str]:
    """Return what a language calls the languages of the world, folded."""
    locale = _locale(language)
    return frozenset(fold(name) for name in locale.languages.values()) if locale else frozenset()


_PATTERNS = {Precision.YEAR: "y", Precision.MONTH: "MMMM y", Precision.DAY: "long", Precision.MINUTE: "long"}


def show_date(stated: Date, language: str) -> str:
    """Return a date in words, as exact as it was stated: `25 September 2025, 19:17`, `May 2025`, `2025`."""
    parts = [int(part) for part in stated.value[:10].split("-")]
    day = date(parts[0], parts[1] if len(parts) > 1 else 1, parts[2] if len(parts) > 2 else 1)  # noqa: PLR2004
    # British order for English: the day first, as most of the world writes it.
    words = format_date(day, _PATTERNS[stated.precision], locale=_locale("en_GB" if language == "en" else language))
    if stated.precision is not Precision.MINUTE:
        return words
    offset = stated.value[16:]
    zone = f" UTC{offset}".removesuffix("Z").removesuffix("+00:00") if offset else ""
    return f"{words}, {stated.value[11:16]}{zone}"


def show_number(number: int, language: str) -> str:
    """Return a number with the separators of a language: `3,219`, `3\u202f219`."""
    return format_decimal(number, locale=_locale(language) or "en")


def show_percent(share: float, language: str) -> str:
    """Return a share of one as a whole percentage: `46%`, `46\u202f%`."""
    return format_percent(share, locale=_locale(language) or "en")


def plural(number: int, language: str) -> str:
    """Return the plural form that a language has for a number, as CLDR calls it: `one`, `few`, `other`, ..."""
    locale = _locale(language)
    return locale.plural_form(number) if locale else "other"
