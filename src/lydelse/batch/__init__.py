"""A folder of documents -> a report of each, and an index that accounts for every file.

Reading and reviewing are done in processes of their own; what was read and found is kept in an archive as soon as it is known. So a run
that is stopped goes on where it was, and one that is made again reads only what has changed. The index is made of the archive alone, in the
order of the paths: it is the same whoever did the work, in whatever order.
"""
