function read(
  status: number,
  headers: Pick<Headers, "get">,
  body: string,
): Facts {
  const json = parse(body.replace(/^\uFEFF/, ""));
  const media = headers.get("content-type");
  const declared = /^\s*application\/problem\+json\s*(;|$)/i.test(media ?? "");
  const looks = isText(member(json, "type")) && isText(member(json, "title"));
  const isProblem = declared || (media === null && looks);
  const answer: Answer = { headers, json, isProblem };
  const facts: Facts = { kind: "api", status, body };
  const code = textOf(find(answer, "code"));
{% if docs %}
  const known = code ?? (isProblem ? codeIn(member(json, "type")) : undefined);
  if (known !== undefined) facts.code = wire(known);
  {% else %}
  if (code !== undefined) facts.code = wire(code);
  {% endif %}
  const message = messageOf(find(answer, "message"), facts.code);
  if (message !== undefined) facts.message = message;
  facts.help = texts(find(answer, "suggestions"));
  facts.links = links(find(answer, "links"));
  facts.details = detailsOf(answer);
  facts.params = whole(find(answer, "params")?.value);
  {% if field_errors %}
  facts.fieldErrors = fieldErrors(answer);
  if (facts.message === undefined && facts.fieldErrors.length > 0) {
    facts.message = complaints(facts.fieldErrors);
  }
  {% endif %}
  const text = facts.message === undefined && textIn(body, json, media);
  if (text) facts.message = text;
  const own = textOf(find(answer, "request_id"));
  const id = own ?? (declared ? headers.get("x-request-id") : null);
  if (id) facts.requestId = id;
  const wait = waitOf(answer);
  if (wait !== undefined) facts.wait = wait;
  return facts;
}

/** Returns a body that is a text, such as the message of a proxy. */
function textIn(body: string, json: Json, media: string | null): string {
  const text = body.replace(/^\uFEFF/, "").trim();
  const isMarkup = /^text\/html/i.test(media ?? "") || text.startsWith("<");
  const isBinary = /[^\P{Cc}\t\n\r\x1b]|\uFFFD/u.test(text);
  const isJson = isObject(json) || isList(json) || isWhole(body);
  return isMarkup || isBinary || isJson ? "" : text;
}

/** Returns the text of an error, which is never empty. */
function summary(facts: Facts): string {
  const { code, message, status, kind } = facts;
  const end = status === 0 ? kind : `HTTP ${status}`;
  const parts = [code, message].filter((part) => part !== undefined);
  return parts.length === 0 ? end : `${parts.join(": ")} (${end})`;
}

/** Returns the first suitable value of a fact. */
function find(answer: Answer, fact: string): Found | undefined {
  const own = envelope.find((slot) => slot.fact === fact);
  const found = own && suitable(answer, own, () => true);
  if (found !== undefined || !isStandard(answer, fact)) return found;
  const slot = problem.find((slot) => slot.fact === fact);
  return slot && suitable(answer, slot, (name) => !isNamed(name, fact));
}

function suitable(
  answer: Answer,
  slot: Slot,
  isWanted: (name: Step | undefined) => boolean,
): Found | undefined {
  for (const place of slot.places) {
    if (!isWanted(place.path?.[0])) continue;
    const value = at(answer, place);
    if (fits(slot.fact, place, value)) return { value, place };
  }
  return undefined;
}

/** Returns `true` if problem details have a fact of their own. */
function isStandard(answer: Answer, fact: string): boolean {
  if (!answer.isProblem || fact === "code" || fact === "message") {
    return answer.isProblem;
  }
  const place = envelope.find((slot) => slot.fact === fact)?.places[0];
  return place === undefined || (!!place.path && !isText(place.path[0]));
}

/** Returns `true` if a member of the body is the place of another fact. */
function isNamed(name: Step | undefined, fact: string): boolean {
  return envelope.some(({ fact: other, places: [first, ...rest] }) => {
    if (other !== fact) return first?.path?.[0] === name;
    const paths = [first, ...rest].map((place) => place?.path);
    return paths.some((path) => path?.length === 1 && path[0] === name);
  });
}

function at(answer: Answer, place: Place): Json {
  if (place.path !== undefined) return walk(answer.json, place.path);
  const text = answer.headers.get(place.header ?? "");
  if (text === null || place.parameter === undefined) return text ?? undefined;
  for (const [, name, quoted, plain] of text.matchAll(parameter)) {
    if (name?.toLowerCase() !== place.parameter.toLowerCase()) continue;
    return quoted === undefined ? plain : quoted.replace(/\\(.)/gs, "$1");
  }
  return undefined;
}

const parameter = /([^\s,;="]+)\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s,;"]+))/gs;

function walk(json: Json, path: readonly Step[]): Json {
  let value: Json = json;
  for (const step of path) {
    if (isText(step)) value = member(value, step);
    else if (!isList(value)) return undefined;
    else if (typeof step === "number") value = value[step];
    else value = value.find((item) => holds(item, step));
  }
  return value;
}

function holds(item: Json, wanted: Item): boolean {
  const value = wanted.has.reduce(member, item);
  if (wanted.is === undefined) return value !== undefined && value !== null;
  return wanted.is === (typeof value === "boolean" ? `${value}` : plain(value));
}

function fits(fact: string, place: Place, value: Json): boolean {
  if (fact === "code" || fact === "request_id") {
    return !!cut(place, plain(value) ?? "");
  }
  if (fact === "message") return !!cut(place, said(value) ?? "");
  if (fact === "suggestions" || fact === "links") {
    return isList(value) || isText(value);
  }
  if (fact === "params") return isObject(value);
  if (fact === "field_errors") return isList(value) || isObject(value);
  return value !== undefined && value !== null;
}

/** Returns the part of a text between the marks of a place. */
function cut(place: Place, text: string): string {
  const { after = "", before = "" } = place;
  const start = after === "" ? -1 : text.indexOf(after);
  const rest = start < 0 ? text : text.slice(start + after.length);
  const end = before === "" ? -1 : rest.indexOf(before);
  return end < 0 ? rest : rest.slice(0, end);
}

function textOf(found: Found | undefined): string | undefined {
  const text = plain(found?.value);
  return found && text !== undefined ? cut(found.place, text) : undefined;
}

/** Returns a code as constants have it. */
function wire(text: string): WireCode {
{% if numeric %}
  const isNumber = /^-?\d+(\.0*)?$|^0x[0-9a-f]+$/i.test(text);
  const number = isNumber ? Number(text) : NaN;
  return Number.isSafeInteger(number) ? number : text;
{% else %}
  return text;
{% endif %}
}

/** Returns the message without the form that the API puts around it. */
function messageOf(
  found: Found | undefined,
  code: WireCode | undefined,
): string | undefined {
  if (found === undefined) return undefined;
  const text = cut(found.place, said(found.value) ?? "");
  const form = found.place.as;
  if (form === undefined || isText(form) || code === undefined) return text;
  const literal: (piece: Piece) => string = (piece) => {
    return piece === 0 ? String(code) : piece;
  };
  const isMarked = [...form.before, ...form.after].includes(0);
  if (isMarked && text === String(code)) return undefined;
  const before = form.before.map(literal).join("");
  const after = form.after.map(literal).join("");
  const isFormed =
    text.length >= before.length + after.length &&
    text.startsWith(before) &&
    text.endsWith(after);
  if (!isFormed) return text;
  return text.slice(before.length, text.length - after.length) || undefined;
}

/** Returns the message in a value, or a list of complaints as a text. */
function said(value: Json): string | undefined {
  if (isText(value)) return value || undefined;
  if (value instanceof Cut) return value.text || undefined;
  if (!isList(value)) return undefined;
  const lines = value.map((item) => {
    const texts = [item, member(item, "msg"), member(item, "message")];
    const text = texts.find(isText);
    if (text === undefined) return undefined;
    const loc = member(item, "loc");
    const place = isList(loc) ? loc.map(plain).filter(isText).join(".") : "";
    return place === "" ? text : `${place}: ${text}`;
  });
  return lines.filter(isText).join("; ") || undefined;
}

function texts(found: Found | undefined): string[] {
  if (found === undefined) return [];
  const values = isList(found.value) ? found.value : [textOf(found)];
  return values.map(plain).filter(isText);
}

function links(found: Found | undefined): Link[] {
  if (found === undefined) return [];
  const values = isList(found.value) ? found.value : [textOf(found)];
  return values.flatMap((value) => {
    const text: (name: string) => string | undefined = (name) => {
      return plain(member(value, name));
    };
    const url = plain(value) ?? text("url") ?? text("href");
    if (url === undefined) return [];
    const label = text("label") ?? text("title") ?? text("description") ?? "";
    return [{ label, url }];
  });
}

/** Returns the details as an object, if the API has them as a list. */
function detailsOf(answer: Answer): unknown {
  const found = find(answer, "details");
  if (found === undefined) return undefined;
  const { value, place } = found;
  if (place.as === "fields" && isList(value)) {
    return Object.fromEntries(
      value.flatMap((item) => {
        const name = member(item, "field");
        return isText(name) ? [[name, whole(member(item, "value"))]] : [];
      }),
    );
  }
  {% if beside %}
  if (place.as === "beside" && isObject(value)) {
    const names = envelope
      .flatMap((slot) => slot.places.map((own) => inside(own, place)))
      .filter(isText);
    const rest = Object.entries(value).filter(([name]) => !names.includes(name));
    return Object.fromEntries(rest);
  }
  {% endif %}
  return whole(value);
}

/** Returns a value in which cut texts are texts. */
function whole(value: Json): Json {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}
{% if inside %}

/** Returns the member of a place that the path of another goes through. */
function inside(own: Place, place: Place): Step | undefined {
  const outer = place.path ?? [];
  const path = own.path ?? [];
  const isBelow = outer.every((step, index) => same(step, path[index]));
  return isBelow ? path[outer.length] : undefined;
}
{% endif %}
{% if inside or lists %}

function same(a: Step, b: Step | undefined): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}
{% endif %}

{% include "wait.ts" %}
{% if mark %}

/** Returns `true` if an answer has the mark of errors. */
function isMarked(headers: Pick<Headers, "get">, json: Json): boolean {
  const value = at({ headers, json, isProblem: false }, mark);
{% if mark_value %}
  return value === {{ mark_value }};
{% else %}
  return value !== undefined && value !== null;
{% endif %}
}

const mark: Place = {{ mark }};
{% endif %}
{% if docs %}

/** Returns the code in the address of its page. */
function codeIn(page: Json): string | undefined {
  const found = isText(page) ? pages.exec(page)?.[1] : undefined;
  try {
    return found && decodeURIComponent(found);
  } catch {
    return undefined;
  }
}

// prettier-ignore
const pages = new RegExp({{ docs }}, "s");
{% endif %}
{% if rules %}

function matches(rule: Rule, status: number, code?: string): boolean {
  const { status: ranges, code: wanted } = rule;
  if (ranges && !ranges.some(([from, to]) => from <= status && status <= to)) {
    return false;
  }
  if (wanted === undefined) return true;
  if (code === undefined) return false;
  const [start = "", end] = wanted;
  const text = code.toLowerCase();
  if (end === undefined) return text === start;
  const isLong = text.length >= start.length + end.length;
  return isLong && text.startsWith(start) && text.endsWith(end);
}
{% endif %}
{% if field_errors %}
{% include "fields.ts" %}
{% endif %}
{% include "items.ts" %}

function isText(value: Json): value is string {
  return typeof value === "string";
}

function isList(value: Json): value is Json[] {
  return Array.isArray(value);
}

function isObject(value: Json): value is Record<string, Json> {
  return (
    typeof value === "object" &&
    value !== null &&
    !isList(value) &&
    !(value instanceof Cut)
  );
}

function member(value: Json, name: string): Json {
  const has = Object.prototype.hasOwnProperty;
  return isObject(value) && has.call(value, name) ? value[name] : undefined;
}

function plain(value: Json): string | undefined {
  if (typeof value === "number") return String(value);
  return isText(value) ? value : undefined;
}

{% include "json.ts" %}
