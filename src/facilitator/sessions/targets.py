"""Which targets a code may hold: https, and telephone numbers (T2)."""

import re
from urllib.parse import urlsplit

from facilitator.wording import session_problems as words

LONGEST = 62
"""Bytes of an address whose code fits a screen of 80 columns and 24 rows (T1)."""

_HOST = re.compile(r"^(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,}$")
_PHONE = re.compile(r"^\+?[0-9]{2,15}$")
SHORTENERS = frozenset(
    {"bit.ly", "t.co", "goo.gl", "tinyurl.com", "ow.ly", "is.gd", "buff.ly", "rb.gy", "cutt.ly"}
)


def address_fault(url: str) -> str:
    """Return what is wrong with a web address, in words; "" when a code may hold it."""
    if not url.isascii() or any(one.isspace() or one in "\\<>\"'" for one in url):
        return words.URL_LETTERS
    try:
        parts = urlsplit(url)
        host, port = parts.netloc, parts.port
    except ValueError:
        return words.URL_LETTERS
    if parts.scheme != "https":
        return words.URL_HTTPS
    if "@" in host or port is not None or not _HOST.match(host) or "xn--" in host:
        return words.URL_HOST
    if host.removeprefix("www.") in SHORTENERS:
        return words.URL_SHORTENER
    if parts.query or parts.fragment or "?" in url or "#" in url or "%00" in url:
        return words.URL_QUERY
    return ""


def phone_fault(phone: str) -> str:
    """Return what is wrong with a telephone number, in words; "" when a code may hold it."""
    return "" if _PHONE.match(phone.replace(" ", "")) else words.PHONE_DIGITS
