"""The local page: the same reviews as the command makes, in a browser on the user's own machine.

``server`` opens it, ``guard`` lets in whoever holds the key and nobody else, ``application`` knows the pages. What a visitor asks for is an
``Order``; ``desk`` has it carried out in a worker process, ``shelf`` keeps what came of it for as long as was agreed. Nothing of a user's
is ever used as a path, and nothing is fetched from anywhere.
"""
