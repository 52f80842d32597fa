{{ head }}
"""The codes of the API, in one module per family."""
