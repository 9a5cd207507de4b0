"""Facts that sentences state: text in, typed values out, so that no rule ever reads a sentence itself."""
