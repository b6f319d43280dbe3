"""Letters of other scripts in Latin letters, and keys under which the romanizations of one word meet."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from reconcile.values.regex import regex

_INVISIBLE = dict.fromkeys(
    map(ord, "\u200b\u200c\u200d\u2060\ufeff\u00ad\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
)
_MARKS = dict.fromkeys(map(ord, "'’‘ʻʼʿʾ`´′"), "'") | dict.fromkeys(map(ord, "‐‑–−"), "-")
_LETTERS = str.maketrans(
    {
        "ø": "o",
        "đ": "d",
        "ł": "l",
        "ı": "i",
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "þ": "th",
        "ə": "a",
        "ħ": "h",
        "ŋ": "ng",
    }
)
_CYRILLIC = (
    "а=a б=b в=v г=g ґ=g д=d е=e є=ye ё=yo ж=zh з=z и=i і=i ї=i й=i к=k л=l м=m н=n о=o п=p р=r с=s т=t у=u ф=f х=kh ц=ts "
    "ч=ch ш=sh щ=shch ъ= ы=y ь= э=e ю=yu я=ya ў=u ђ=dj ј=j љ=lj њ=nj ћ=c џ=dz ѓ=g ќ=k ѕ=dz"
)
_GREEK = (
    "α=a β=v γ=g δ=d ε=e ζ=z η=i θ=th ι=i κ=k λ=l μ=m ν=n ξ=x ο=o π=p ρ=r σ=s ς=s τ=t υ=y φ=f χ=ch ψ=ps ω=o"
)
_TO_LATIN = str.maketrans(dict(pair.split("=") for pair in f"{_CYRILLIC} {_GREEK}".split()))
_FIRST = re.split(",", "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h")
_MIDDLE = re.split(",", "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i")
_LAST = re.split(",", ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t")


@lru_cache(maxsize=65536)
def folded(name: str) -> str:
    """The name in lower case without marks on its letters: "Göteborg", composed or not, folds to "goteborg"."""
    if name.isascii():
        return name.lower()
    plain = unicodedata.normalize("NFKC", name.translate(_INVISIBLE)).translate(_MARKS).casefold()
    if plain.isascii():
        return plain
    bare = "".join(c for c in unicodedata.normalize("NFD", plain) if not "\u0300" <= c <= "\u036f")
    return unicodedata.normalize("NFC", bare).translate(_LETTERS)


def scripts(word: str) -> frozenset[str]:
    """The scripts whose letters `word` holds ("LATIN", "CYRILLIC", "HANGUL", "CJK")."""
    if word.isascii():
        return frozenset({"LATIN"}) if any(c.isalpha() for c in word) else frozenset()
    return frozenset(_script(c) for c in unicodedata.normalize("NFKC", word) if c.isalpha())


def _script(letter: str) -> str:
    found = unicodedata.name(letter, "UNKNOWN").split(" ", 1)[0]
    return "CJK" if found in ("CJK", "HIRAGANA", "KATAKANA", "KATAKANA-HIRAGANA") else found


def mixed(word: str) -> bool:
    """Whether one word mixes look-alike scripts ("Kіm" with a Cyrillic i): such a name is never merged."""
    return not word.isascii() and any(
        len(scripts(part) & {"LATIN", "CYRILLIC", "GREEK", "ARMENIAN", "CHEROKEE", "COPTIC"}) > 1
        for part in word.split()
    )


@lru_cache(maxsize=65536)
def latin(name: str) -> str | None:
    """The folded name in Latin letters; None for scripts that letters alone do not romanize (Han, Arabic)."""
    plain = folded(name)
    if plain.isascii():
        return plain
    found = scripts(plain)
    if "HANGUL" in found:
        plain = "".join(_hangul(c) for c in plain)
    elif found & {"CYRILLIC", "GREEK"}:
        plain = folded(plain).translate(_TO_LATIN)
    return plain if scripts(plain) <= {"LATIN"} else None


def _hangul(letter: str) -> str:
    code = ord(letter) - 0xAC00
    if not 0 <= code < 11172:
        return letter
    first, rest = divmod(code, 588)
    return _FIRST[first] + _MIDDLE[rest // 28] + _LAST[rest % 28]


# What romanizations of one sound write differently: Russian, Ukrainian, Arabic, Persian, Greek.
_CLUSTERS = dict(
    pair.split("=")
    for pair in [
        "shch=S",
        "sch=S",
        "sh=S",
        "sz=S",
        "tsch=C",
        "tch=C",
        "cz=C",
        "ch=C",
        "tj=C",
        "dzh=J",
        "dj=J",
        "zh=J",
        "j=J",
        "lj=li",
        "nj=ni",
        "kh=h",
        "gh=h",
        "ph=f",
        "th=t",
        "dh=d",
        "ck=k",
        "q=k",
        "c=k",
        "x=ks",
        "ts=z",
        "tz=z",
        "y=i",
    ]
)
_CLUSTER = regex("|".join(sorted(_CLUSTERS, key=len, reverse=True)))
_ENDING = regex(r"ski+J?$|iJ$")
_VOWELS = regex(r"ii+|ei|ai|ee|ie|ia|ea|ou|oo|uo|u|w(?=[^aeiou])")
_BARE = str.maketrans("bg", "vk", "aeiou")
_DOUBLED = regex(r"(.)\1+")
_OPENING = ("ye", "je", "yo", "jo")

_EXPANDED = str.maketrans({"ö": "oe", "ü": "ue", "ä": "ae", "ø": "oe", "å": "aa", "đ": "dj", "ñ": "ny", "Đ": "dj", "Ö": "oe", "Ü": "ue", "Ø": "oe", "Å": "aa", "Ä": "ae"})  # fmt: skip


# Letters of the Turkish, Slavic and Romanian alphabets, as English writes what they sound like.
_SOUNDED = str.maketrans({"ş": "sh", "ș": "sh", "š": "sh", "ś": "sh", "ç": "ch", "č": "ch", "ć": "ch", "ž": "zh", "ź": "zh", "ń": "ny", "Ş": "sh", "Ș": "sh", "Š": "sh", "Ś": "sh", "Ç": "ch", "Č": "ch", "Ć": "ch", "Ž": "zh"})  # fmt: skip


def spellings(word: str) -> frozenset[str]:
    """The folded word, and the word with its marked letters written as two: "muller" and "mueller" for "Müller",
    "basar" and "bashar" for "Başar"."""
    if word.isascii():
        return frozenset({folded(word)})
    plain = unicodedata.normalize("NFC", word)
    return frozenset({folded(plain), *(folded(plain.translate(table)) for table in (_EXPANDED, _SOUNDED))})


@lru_cache(maxsize=65536)
def sound(word: str) -> str:
    """A key that romanizations of one word share: "Heidar" and "Heydar", "Hormozgan" and "Hormouzgan"."""
    key = (latin(word) or folded(word)).replace("'", "").replace("-", "")
    if key.startswith(_OPENING):
        key = "e" + key[2:]
    key = key.replace("gui", "gi").replace("gue", "ge")  # Guirma, as French and Portuguese write Girma
    silent = key.endswith("gh")
    key = _CLUSTER.sub(lambda found: _CLUSTERS[found.group()], key[:-2] if silent else key) + (
        "gh" if silent else ""
    )
    key = _ENDING.sub(lambda found: "ski" if found.group()[0] == "s" else "i", key)
    key = _VOWELS.sub(lambda found: "i" if found.group()[0] in "iea" else "o", key).replace("w", "v")
    return _DOUBLED.sub(r"\1", key)


@lru_cache(maxsize=65536)
def consonants(word: str) -> str:
    """A coarser key: the consonants, v and b one, g and k one, and whether a vowel opens."""
    key = sound(word)
    return ("a" if key[:1] in "aeiou" else "") + _DOUBLED.sub(r"\1", key.translate(_BARE))


_GUTTURAL = regex(r"(?<![cgkpstz])h")


def with_g(word: str) -> str:
    """The folded word with the Ukrainian or Belarusian h as a Russian g: "gritsenko" for "Hritsenko"."""
    return _GUTTURAL.sub("g", folded(word))


_EASTERN = [
    (regex(pattern), by)
    for pattern, by in (
        (r"[' -]", ""),
        (r"^(?:l|r|y)?(?:ee|ie|i|hee)$", "i"),  # Lee, Li, Yi, Ri, Rhee
        (r"rk$", "k"),  # Park
        (r"eo|eu|ŏ|u|oo|ou|o|wu", "o"),
        (r"ye|ya|ia|ie|yo|io", "a"),
        (r"hs|sh|x|s", "s"),
        (r"ts'?|tz|zh|ch'?|z|c|q|jj|j", "c"),
        (r"kk|g(?!$)|k", "k"),
        (r"tt|d|t", "t"),
        (r"pp|b|p", "p"),
        (r"[rl]", "l"),
        (r"ng$|ng(?=[^aeiou])", "N"),
        (r"ae|ai|e", "e"),
        (r"[wy]|i(?=[aeo])", ""),
        (r"o+", "o"),
        (r"ih$|h$", ""),
        (r"^oh$|^o$", "o"),
    )
]
_FAMILIES = (("lee", "yi", "ri", "rhee", "li", "i"), ("kim", "gim"), ("park", "pak", "bak"), ("choi", "choe"), ("roh", "noh", "no", "ro"), ("lim", "rim", "im"), ("ryu", "yoo", "yu", "ryoo"), ("woo", "u", "wu"), ("chung", "jung", "jeong", "chong", "jong"), ("oh", "o"), ("hur", "heo", "huh"), ("seo", "suh"), ("son", "sohn"), ("ahn", "an"), ("koh", "ko", "go"), ("jeon", "jun", "chun"), ("moon", "mun"), ("chou", "zhou"), ("mao", "mau"))  # fmt: skip


@lru_cache(maxsize=65536)
def eastern_sound(word: str, surname: str = "") -> str:
    """A key that romanizations of one Korean or Chinese word share: "Jong-un" and "Jeong Eun", "Zedong", "Tse-tung"."""
    key = latin(word) or folded(word)
    for family in _FAMILIES:
        if not surname and key in family:
            return family[0].upper()
    for pattern, by in _EASTERN:
        key = pattern.sub(by, key)
    return key
