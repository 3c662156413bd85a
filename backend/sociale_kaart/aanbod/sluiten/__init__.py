"""Closing a listing for a while, and opening it again."""
