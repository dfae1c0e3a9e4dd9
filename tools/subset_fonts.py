"""Make the shipped fonts out of Pretendard (npm) and NanumGothic (Debian); run once, by hand."""

import sys
from pathlib import Path

from fontTools import subset
from fontTools.ttLib import TTFont

# Headlines of Korean papers abbreviate with these few Chinese characters (美, 中, 與, 野, 前 …);
# Pretendard has none, so they come from NanumGothic as a small second font.
HANJA = (
    "美中日英獨佛伊露北南韓與野前現新故對反親非車金銀株靑檢警法軍外女男甲乙丙全大小高低强弱無有不脫超最初重輕"
    "上下左右內間東西海陸空民國官公私企業政經社文化人事論說特報道論壇窓記者年月火水木土日時分秒億兆萬千百兩"
    "價稅利率債券證市場主會長總理統領議員黨院委行部處廳黃朴李崔鄭姜趙尹張林吳申徐權安宋柳洪孫印泰比越濠加亞歐阿"
    "臺港先後原電油氣光核線船路橋家宅地食衣住醫藥病生死老少春夏秋冬秘密發展勝敗戰爭平和保派盧檀號第一二三四五六七八九十"
)
SYMBOLS = (
    "‘’“”…·•–—―「」『』〈〉《》【】〔〕％＋－＝₩€£¥°℃㎡㎢㎞㎏㎜㎝‰©®™→←↑↓↗↘△▲▽▼◆◇○●◎□■★☆※"
    "①②③④⑤⑥⑦⑧⑨⑩−×÷±≤≥≠∼～½¼"
)
# Headlines hold any of the 11,172: 뷁, 펲, names of foreign places.
EVERY_SYLLABLE = set(range(0xAC00, 0xD7A4))
OPTIONS = subset.Options(
    hinting=False, layout_features=["kern"], name_IDs=["*"], notdef_outline=True
)


def standard_syllables() -> set[int]:
    """Give the 2,350 syllables of KS X 1001."""
    rows, columns = range(0xB0, 0xC9), range(0xA1, 0xFF)
    return {ord(bytes((row, column)).decode("euc-kr")) for row in rows for column in columns}


def letters(syllables: set[int]) -> set[int]:
    """Give the code points of a main weight: Latin, jamo, symbols and these syllables."""
    latin = set(range(0x20, 0x7F)) | set(range(0xA0, 0x180))
    return latin | set(range(0x3131, 0x318F)) | {ord(sign) for sign in SYMBOLS} | syllables


def rename(font: TTFont, family: str, style: str) -> None:
    """Name the font after us, because both licences reserve the original names."""
    full = f"{family} {style}"
    names = {1: full, 2: "Regular", 3: f"{full} subset", 4: full, 6: full.replace(" ", "")}
    names |= {16: family, 17: style}
    table = font["name"]
    table.names = [
        record
        for record in table.names
        if record.nameID in (0, 5, 13, 14) and record.langID == 0x409
    ]
    for number, text in names.items():
        table.setName(text, number, 3, 1, 0x409)
    if "CFF " in font:
        cff = font["CFF "].cff
        cff.fontNames = [names[6]]
        cff.topDictIndex[0].FullName, cff.topDictIndex[0].FamilyName = full, family


def make(source: Path, target: Path, family: str, style: str, codes: set[int]) -> None:
    """Write one subset file and say how large it is."""
    font = TTFont(source)
    tool = subset.Subsetter(OPTIONS)
    tool.populate(unicodes=codes)
    tool.subset(font)
    rename(font, family, style)
    font.save(target)
    print(f"{target.name}: {target.stat().st_size:,} bytes, {len(font.getBestCmap()):,} characters")


if __name__ == "__main__":
    pretendard, nanum, here = (
        Path(sys.argv[1]),
        Path(sys.argv[2]),
        Path(__file__).parents[1] / "hwalja/look/fonts",
    )
    make(
        pretendard / "Pretendard-Bold.otf",
        here / "HwaljaSans-Bold.otf",
        "Hwalja Sans",
        "Bold",
        letters(EVERY_SYLLABLE),
    )
    make(
        pretendard / "Pretendard-Regular.otf",
        here / "HwaljaSans-Regular.otf",
        "Hwalja Sans",
        "Regular",
        letters(standard_syllables()),
    )
    hanja = {ord(sign) for sign in HANJA}
    make(
        nanum / "NanumGothicBold.ttf", here / "HwaljaHanja-Bold.ttf", "Hwalja Hanja", "Bold", hanja
    )
