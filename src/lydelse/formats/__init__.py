"""The fence around PDF and Office Open XML: the only packages that touch those libraries."""
