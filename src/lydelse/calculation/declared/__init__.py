"""The declared model: its quantities bound to a document's amounts, its relations tested on them."""
