{{ head }}

package {{ package }}
{% for family in families %}

{% if family.about %}
{{ family.about }}
{% endif %}
const (
{% for row in family.rows %}
{% if row.deprecated %}
	{{ row.deprecated }}
{% endif %}
	{{ row.line }}
{% endfor %}
)
{% endfor %}
