"""Documents with figures of known truth: single typing errors, and whole documents of several domains with seeded errors."""
