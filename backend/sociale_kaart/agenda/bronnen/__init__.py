"""Calendars that organisations keep elsewhere, as the source of the times of their listings."""
