"""Motions in many phrasings with their truth: what is applied, what is not and why, what conflicts.

``held_out.toml`` was written before anything read motions, ``shown.toml`` beside the parser.
"""
