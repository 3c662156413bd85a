"""What happened to a listing, as people read it, and making what it was before again."""
