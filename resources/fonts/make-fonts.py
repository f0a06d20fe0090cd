"""Makes the fonts of this folder from the static TrueType files of Noto Sans JP. Needs fonttools and brotli.

Use: python3 make-fonts.py NotoSansJP_400Regular.ttf NotoSansJP-Regular.woff2

Where several code points share a glyph (長 U+9577 and the radical ⻑ U+2ED1), each gets a copy of its own: the text of a
PDF names one code point a glyph, and it may be the wrong one. Nothing else changes.
"""

import copy
import sys

from fontTools.ttLib import TTFont

BLANKS = (0xA0, 0xAD)


def usual_first(code):
    is_radical = 0x2E80 <= code < 0x2FE0
    is_compatibility_form = 0xF900 <= code < 0xFB00
    return (is_radical, is_compatibility_form, code)


def make(source, target):
    font = TTFont(source)
    cmap = font.getBestCmap()
    order = font.getGlyphOrder()
    taken, shared = set(), {}
    for code in sorted(cmap, key=usual_first):
        if cmap[code] in taken and code not in BLANKS:
            shared[code] = cmap[code]
        taken.add(cmap[code])
    for code, glyph in sorted(shared.items()):
        name = f"uni{code:04X}.own"
        order.append(name)
        font["glyf"].glyphs[name] = copy.deepcopy(font["glyf"][glyph])
        for table in ("hmtx", "vmtx"):
            font[table].metrics[name] = font[table].metrics[glyph]
        for table in font["cmap"].tables:
            if table.format in (4, 12) and code in table.cmap:
                table.cmap[code] = name
    font.setGlyphOrder(order)
    font["glyf"].glyphOrder = order
    font.flavor = "woff2"
    font.recalcTimestamp = False
    font.save(target)


make(sys.argv[1], sys.argv[2])
