"""Case folders of our own making, with and without seeded inconsistencies."""
