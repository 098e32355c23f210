"""Money: currency signs, names and codes before and after an amount, as ISO 4217 codes.

Cents and pence are amounts of their own here (`USX`, `GBX`, the codes that exchanges use for them),
because a figure keeps the number that its source wrote. A bare "$" is the United States' dollar
and a bare "dollar", "peso" or "rupee" the largest currency of that name, as on an exchange.
"""

import re
from collections.abc import Iterable
from typing import NamedTuple

_SIGNS = {
    "US$": "USD", "U.S.$": "USD", "U.S. $": "USD", "US $": "USD", "USD$": "USD", "$US": "USD",
    "C$": "CAD", "CA$": "CAD", "CAD$": "CAD", "C $": "CAD", "$CAD": "CAD", "CDN$": "CAD",
    "A$": "AUD", "AU$": "AUD", "AUD$": "AUD", "A $": "AUD", "$A": "AUD", "$AU": "AUD",
    "HK$": "HKD", "HK $": "HKD", "S$": "SGD", "S $": "SGD", "NZ$": "NZD", "NZ $": "NZD",
    "$NZ": "NZD", "NT$": "TWD", "NT $": "TWD", "R$": "BRL", "R $": "BRL", "Mex$": "MXN",
    "MXN$": "MXN", "MX$": "MXN", "Z$": "ZWL", "J$": "JMD", "TT$": "TTD",
    "$": "USD", "£": "GBP", "€": "EUR", "¥": "JPY", "₹": "INR", "₽": "RUB", "₴": "UAH",
    "₩": "KRW", "₪": "ILS", "₺": "TRY", "₦": "NGN", "₱": "PHP", "₫": "VND", "₿": "BTC",
    "฿": "THB", "₡": "CRC", "₸": "KZT", "₾": "GEL", "元": "CNY",
    "Rs.": "INR", "Rs": "INR", "RM": "MYR", "Rp": "IDR", "Kč": "CZK", "zł": "PLN", "Fr.": "CHF",
}  # fmt: skip
_CODES = frozenset(
    "AED ARS AUD BDT BGN BRL BTC CAD CHF CLP CNY COP CZK DKK EGP ETB EUR GBP GHS HKD HUF IDR ILS "
    "INR IQD IRR JPY KES KRW KZT LKR MAD MXN MYR NGN NOK NZD PEN PHP PKR PLN QAR RMB RON RSD RUB "
    "SAR SEK SGD THB TND TRY TWD TZS UAH UGX USD UZS VND ZAR".split()
)
_NAMES = {
    "dollar": "USD", "us dollar": "USD", "u.s. dollar": "USD", "american dollar": "USD",
    "canadian dollar": "CAD", "australian dollar": "AUD", "hong kong dollar": "HKD",
    "singapore dollar": "SGD", "new zealand dollar": "NZD", "taiwan dollar": "TWD",
    "euro": "EUR", "yen": "JPY", "japanese yen": "JPY", "yuan": "CNY", "chinese yuan": "CNY",
    "renminbi": "CNY", "rmb": "CNY", "rouble": "RUB", "ruble": "RUB", "russian ruble": "RUB",
    "russian rouble": "RUB", "hryvnia": "UAH", "hryvnias": "UAH", "zloty": "PLN", "zlotys": "PLN",
    "forint": "HUF", "lira": "TRY", "turkish lira": "TRY", "shekel": "ILS", "israeli shekel": "ILS",
    "rial": "IRR", "iranian rial": "IRR", "riyal": "SAR", "saudi riyal": "SAR", "dirham": "AED",
    "qatari riyal": "QAR", "rupee": "INR", "indian rupee": "INR", "pakistani rupee": "PKR",
    "sri lankan rupee": "LKR", "taka": "BDT", "baht": "THB", "rupiah": "IDR", "ringgit": "MYR",
    "malaysian ringgit": "MYR", "peso": "MXN", "mexican peso": "MXN", "argentine peso": "ARS",
    "chilean peso": "CLP", "colombian peso": "COP", "philippine peso": "PHP", "real": "BRL",
    "reais": "BRL", "brazilian real": "BRL", "rand": "ZAR", "naira": "NGN", "cedi": "GHS",
    "kenyan shilling": "KES", "kenya shilling": "KES", "ugandan shilling": "UGX",
    "swiss franc": "CHF", "franc": "CHF", "french franc": "FRF", "belgian franc": "BEF",
    "danish krone": "DKK", "danish kroner": "DKK", "danish crown": "DKK", "swedish krona": "SEK",
    "swedish kronor": "SEK", "swedish crown": "SEK", "norwegian krone": "NOK",
    "norwegian kroner": "NOK", "norwegian crown": "NOK", "czech crown": "CZK",
    "czech koruna": "CZK", "egyptian pound": "EGP", "lebanese pound": "LBP", "syrian pound": "SYP",
    "pound sterling": "GBP", "pounds sterling": "GBP", "british pound": "GBP", "quid": "GBP",
    "won": "KRW", "south korean won": "KRW", "dong": "VND", "tenge": "KZT", "lari": "GEL",
    "peseta": "ESP", "drachma": "GRD", "deutschmark": "DEM", "kuna": "HRK", "bitcoin": "BTC",
    "cent": "USX", "us cent": "USX", "u.s. cent": "USX", "¢": "USX", "pence": "GBX", "penny": "GBX",
    "pennies": "GBX",
}  # fmt: skip
"""In the singular; a plural "s" may follow. FRF, BEF, ESP, GRD, DEM and HRK are historic codes."""

CURRENCIES = (
    {sign.lower(): code for sign, code in _SIGNS.items()}
    | {code.lower(): code for code in _CODES}
    | _NAMES
    | {f"{name}s": code for name, code in _NAMES.items()}
    | {"rmb": "CNY"}
)
"""Every spelling, in lower case, by ISO 4217 code (or USX, GBX, BTC)."""

HUNDREDTHS = {"USX": "USD", "GBX": "GBP"}


def _alternatives(spellings: Iterable[str]) -> str:
    return "|".join(re.escape(s) for s in sorted(spellings, key=lambda s: (-len(s), s)))


_BEFORE = re.compile(
    rf"(?:(?<![\w$])(?:{_alternatives(_SIGNS)})|(?<![A-Za-z])(?:{_alternatives(_CODES)})\$?)\s?\Z"
)
_LAND_DOLLAR = re.compile(
    r"(?<![\w$])(?P<land>(?i:us|u\.s\.?|usd|cad|aud|hk|nz|nt|mxn|mex)|[cCAS])\s?\$\s?\Z"
)
_AFTER = re.compile(
    rf"\s?(?P<sign>[$€£¥₹₽₴₩₪₺]|元)(?!\d)(?:\s?(?:US|U\.S\.)\b)?"
    rf"|\s?(?P<code>{_alternatives(_CODES)})\b"
    rf"|[\s-](?P<name>(?i:{_alternatives(_NAMES)})(?:s\b|\b))"
)
_PENCE = re.compile(r"p(?![\w])")
_LANDS = {
    "us": "USD", "usd": "USD", "c": "CAD", "cad": "CAD", "a": "AUD", "aud": "AUD", "hk": "HKD",
    "nt": "TWD", "nz": "NZD", "s": "SGD", "mxn": "MXN", "mex": "MXN",
}  # fmt: skip
_TRAILING_LAND = re.compile(r"\s(?:US|U\.S\.|Canadian|Australian)(?![\w.])")
_SPEND = re.compile(
    r"(?i)\b(?:paid|pay|pays|paying|cost|costs|costing|price\w*|worth|fined?|spen[dt]\w*|earn\w*|"
    r"wage\w*|salar\w+|budget|fund\w*|bill|debt\w*|loan\w*|sold|sell\w*|raise[ds]?|donat\w+)\b"
)
_POUND = re.compile(r"(?i)[\s-]pounds?\b")


class Money(NamedTuple):
    """An amount's currency `code`, with the span of its sign or name where that stands outside."""

    code: str
    position: int


def currency_before(text: str, position: int) -> Money | None:
    """Return the currency whose sign or code ends at `position`; its `position` is the start."""
    near = max(0, position - 12)
    land = _LAND_DOLLAR.search(text, near, position)
    if land:
        return Money(_LANDS[land["land"].lower().replace(".", "")], land.start())
    match = _BEFORE.search(text, near, position)
    return Money(_code_of(match.group().rstrip()), match.start()) if match else None


def _code_of(sign: str) -> str:
    return _SIGNS.get(sign) or CURRENCIES.get(sign.rstrip("$").lower(), "USD")


def currency_after(text: str, position: int, scale: float) -> Money | None:
    """Return the currency named after an amount that ends at `position`; "pounds" only as money.

    `scale` is what the amount was multiplied by: "two million pounds" are sterling, "two pounds"
    only where the sentence pays them.
    """
    match = _AFTER.match(text, position)
    if match:
        if match["name"]:
            return _named(match, scale)
        return Money(_code_of(match["sign"] or match["code"]), match.end())
    if scale == 1 and (pence := _PENCE.match(text, position)):
        return Money("GBX", pence.end())
    pound = _POUND.match(text, position)
    if pound and (scale >= 1e6 or _SPEND.search(text, max(0, position - 60), position)):
        return Money("GBP", pound.end())
    return None


def _named(match: re.Match[str], scale: float) -> Money | None:
    """Read a currency's name, unless it is an English word ("12 won the prize")."""
    name = match["name"].lower()
    if name in ("won", "real") and scale < 1e3:
        return None
    return Money(CURRENCIES[name], match.end())


def land_after(text: str, position: int) -> int:
    """Return the end of a country that trails an amount ("$500 US"), or `position`."""
    match = _TRAILING_LAND.match(text, position)
    return match.end() if match else position
