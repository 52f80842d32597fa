/** A text whose end is missing. */
class Cut {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }

  toJSON(): string {
    return this.text;
  }
}

function isWhole(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}

function parse(body: string): Json {
  try {
    return JSON.parse(body);
  } catch {
    return new Damaged(body).value(0);
  }
}

/** Reads JSON up to the place where it is cut off or damaged. */
class Damaged {
  readonly body: string;
  at: number;

  constructor(body: string) {
    this.body = body;
    this.at = 0;
  }

  /** Returns the next mark, text or word, or `undefined` at the end. */
  token(): Json {
    const pattern =
      /\s*(?:([{}[\],:])|"((?:[^"\\]|\\.)*)("?)|([^\s{}[\],:"]+))/sy;
    pattern.lastIndex = this.at;
    const [all = "", mark, text, end, word] = pattern.exec(this.body) ?? [];
    this.at = all === "" ? this.body.length : this.at + all.length;
    if (mark !== undefined) return new Mark(mark);
    if (text !== undefined && end === "") return new Cut(unescaped(text));
    if (text !== undefined) return unescaped(text);
    if (word === undefined || this.at === this.body.length) return undefined;
    try {
      return JSON.parse(word);
    } catch {
      this.at = this.body.length;
      return undefined;
    }
  }

  value(depth: number, first: Json = this.token()): Json {
    if (!(first instanceof Mark)) return first;
    if (depth > 100) this.at = this.body.length;
    if (first.text === "[") return this.list(depth + 1);
    return first.text === "{" ? this.object(depth + 1) : undefined;
  }

  list(depth: number): Json[] {
    const items: Json[] = [];
    for (;;) {
      const next = this.token();
      if (next instanceof Mark && next.text === ",") continue;
      const item = this.value(depth, next);
      if (item === undefined) return items;
      items.push(item);
    }
  }

  object(depth: number): Json {
    const members: [string, Json][] = [];
    for (;;) {
      const name = this.token();
      if (name instanceof Mark && name.text === ",") continue;
      if (!isText(name)) break;
      const colon = this.token();
      if (!(colon instanceof Mark) || colon.text !== ":") break;
      const value = this.value(depth);
      if (value === undefined) break;
      members.push([name, value]);
    }
    return Object.fromEntries(members);
  }
}

/** A bracket, comma or colon. */
class Mark {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

function unescaped(text: string): string {
  const valid = text.replace(/[\0-\x1f]/g, (c) => {
    return `\\u${c.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
  // The end of a text may be a part of an escape.
  for (const end of [/$/, /\\u[0-9a-f]{0,3}$/i]) {
    try {
      return JSON.parse(`"${valid.replace(end, "")}"`);
    } catch {}
  }
  return text;
}
