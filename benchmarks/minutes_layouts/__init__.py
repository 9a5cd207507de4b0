"""Minutes in the looks of many systems and producers: running heads and boxes for signatures, case numbers beside §§, parts in a margin."""
