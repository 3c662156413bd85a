"""A listing that begins as another one of the same organisation."""
