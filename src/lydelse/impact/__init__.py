"""In kronor: what a proposal means for each unit, and what motions would do to it."""
