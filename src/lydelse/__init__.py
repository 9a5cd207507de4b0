"""lydelse: checks a proposed amendment of a Swedish tender document before it is decided on."""

__version__ = "0.1.0"
