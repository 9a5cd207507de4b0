"""The rules: one module and one page each, listed in ``lydelse.checks.catalogue``."""
