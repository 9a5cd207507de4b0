"""The domain's words: frozen types over the standard library alone.

Read in this order: place, text, table, section, comment, document, readings; interval, amount, quantity; change, calculation; message,
finding, review.
"""
