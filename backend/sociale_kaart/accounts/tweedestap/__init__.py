"""The second step of logging in, for members who want one: a code of an app (ADR 0047)."""
