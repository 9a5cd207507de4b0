"""Minutes and memos of our own making: what they say, what is true of them, and how they are written in several formats."""
