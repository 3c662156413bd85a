"""Which mail somebody wants: by the link of a mail, or for who is logged in (ADR 0050)."""
