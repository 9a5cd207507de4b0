"""Documents that others made, where a folder of them lies beside the project: what is read of them, held against what they are."""
