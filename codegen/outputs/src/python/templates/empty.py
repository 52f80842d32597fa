{{ head }}
"""The errors of several APIs, in one package each."""
