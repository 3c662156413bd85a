"""When the schools here are closed, as far as the national government has said so."""
