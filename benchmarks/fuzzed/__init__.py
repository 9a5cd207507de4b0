"""What is fuzzed: targets that read any bytes, and what makes files of bytes that are whole in form and odd in content."""
