"""Plain text: a file -> a Document."""
