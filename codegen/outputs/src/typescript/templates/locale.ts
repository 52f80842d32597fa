{{ head }}
{% if js %}
/** @import { Translation } from "../translate.js" */
{% else %}
import type { Translation } from "../translate.ts";
{% endif %}

// prettier-ignore
export const translation: Translation = {
  language: {{ language }},
  texts: {
{% for text in texts %}
    {{ text }},
{% endfor %}
  },
};
