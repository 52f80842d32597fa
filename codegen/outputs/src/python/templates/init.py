{{ head }}
"""The errors of the API. The constants of its codes are in `{{ package }}error_codes`."""

from .errors import (
{% for name in names %}
    {{ name }} as {{ name }},
{% endfor %}
)
