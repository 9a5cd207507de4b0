"""The fence around LibreOffice: which kinds of file it can make Word files of, and the program itself as a process of its own."""
