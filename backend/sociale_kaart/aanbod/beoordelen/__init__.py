"""What the redactie decides about listings and changes, and how people hear of it."""
