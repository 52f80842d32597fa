{{ head }}
{% for row in rows %}
{% if row.doc %}
{{ row.doc }}
{% endif %}
{% if row.is_long %}
// prettier-ignore
{% endif %}
export const {{ row.name }} = {{ row.code }};
{% endfor %}
