"""Motions (yrkanden) read, applied to a proposal as far as that can be done without guessing, and followed to their consequences."""
