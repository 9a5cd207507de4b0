"""What time and memory are measured on: documents that grow, and runs of whole processes."""
