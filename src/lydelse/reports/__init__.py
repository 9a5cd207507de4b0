"""What a Review, a Comparison or a Document looks like as a file, on the screen and as data. Words come from ``wording`` alone."""
