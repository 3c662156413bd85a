"""When moments come that somebody is still filling in; nothing of it is kept."""
