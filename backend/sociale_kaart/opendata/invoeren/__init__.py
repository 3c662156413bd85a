"""An import as a thing of its own: uploaded, mapped, looked at, run, and undone as a whole."""
