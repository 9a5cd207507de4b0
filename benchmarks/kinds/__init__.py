"""Documents of our own making, one for each kind of mark and layout, drawn by several producers, with the truth built in."""
