"""Swedish figures and the words around them: text in, typed values out, once, for all who need them.

Every function takes one reading of one paragraph (never struck and added text together) and gives values with the spans
[start, end) where they stand in it. The grammar, with what is deliberately not read, is told in ``docs/figures.md``.
Read in this order: numbers, units, words, amounts, cells; years, dates, references; tokens, sentences; malformed.
"""
