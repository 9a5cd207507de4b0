"""Rules about minutes and their papers: each is a function with its page beside it."""
