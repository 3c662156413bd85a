"""Staff log in at a provider of their own organisation, by OpenID Connect (ADR 0028)."""
