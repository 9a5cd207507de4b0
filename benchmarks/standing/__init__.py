"""Documents in force made up for measuring, and redlines of them with known faults."""
