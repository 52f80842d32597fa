{{ head }}
"""The codes of the API."""

from enum import {{ base }}
from typing import Final

# fmt: off
{% for row in rows %}
{{ row.name }}: Final = {{ row.code }}
{% endfor %}


class Code({{ base }}):
    """A code that this version knows. Codes that responses have are equal to it."""

{% for row in rows %}
    {{ row.name }} = {{ row.code }}
{% if row.doc %}
    {{ row.doc }}
{% endif %}
{% else %}
    pass
{% endfor %}
