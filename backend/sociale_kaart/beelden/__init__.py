"""Pictures: what comes in is drawn anew, so that only a picture ever goes out (ADR 0039)."""
