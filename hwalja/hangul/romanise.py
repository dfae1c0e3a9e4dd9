"""Korean in Latin letters, for addresses: syllable by syllable, after the national scheme.

Source: 국어의 로마자 표기법 (문화체육관광부고시 2014-42). Sound changes between syllables
are left out: an address must be stable, not pronounceable.
"""

import re

# Split at commas: the silent initial and the missing final are letters of their own.
_INITIALS = "g,kk,n,d,tt,r,m,b,pp,s,ss,,j,jj,ch,k,t,p,h".split(",")  # noqa: SIM905
_VOWELS = "a,ae,ya,yae,eo,e,yeo,ye,o,wa,wae,oe,yo,u,wo,we,wi,yu,eu,ui,i".split(",")  # noqa: SIM905
_FINALS = ",k,k,k,n,n,n,t,l,k,m,l,l,l,p,l,m,p,p,t,t,ng,t,t,k,t,p,t".split(",")  # noqa: SIM905
_FIRST, _LAST = ord("가"), ord("힣")


def romanise(text: str) -> str:
    """Lower-case ASCII letters and digits, words joined by hyphens; empty if none are left."""
    latin = "".join(map(_syllable, text)).lower()
    return re.sub(r"[^a-z0-9]+", "-", latin).strip("-")


def _syllable(char: str) -> str:
    code = ord(char)
    if not _FIRST <= code <= _LAST:
        return char
    initial, rest = divmod(code - _FIRST, 588)
    vowel, final = divmod(rest, 28)
    return _INITIALS[initial] + _VOWELS[vowel] + _FINALS[final]
