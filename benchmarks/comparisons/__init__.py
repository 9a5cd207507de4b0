"""What comparing is measured on: documents edited with known truth, pairs that others made, and growth."""
