{{ head }}
{% for row in rows %}
{% if row.doc %}
{{ row.doc }}
{% endif %}
{% if row.is_long_declared %}
// prettier-ignore
{% endif %}
export declare const {{ row.name }} = {{ row.code }};
{% endfor %}
