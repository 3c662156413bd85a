"""Where people can go now that a listing has stopped."""
