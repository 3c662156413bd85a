class UnreadableFileError(Exception):
    """The file as a whole cannot be read; the text is a sentence for the user."""
