// Tests the output `typescript`: compilers and formatters accept it, bundles are small, Node runs it,
// responses are read as in Rust, and every text comes back.
//
// usage: node tests/readers/typescript.mjs READERS PROJECT HOSTILE
//
// READERS has the tools, and PROJECT what `errcat gen` has written. HOSTILE is a project whose
// `expected.json` says what its catalog contains.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";

const [readers, project, hostile] = process.argv.slice(2).map((path) => resolve(path));

/** Runs a tool, which must succeed. */
function run(tool, path, ...args) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(readers, tool, "node_modules", path), ...args], {
    cwd: project,
    encoding: "utf8",
  });
  assert.equal(status, 0, `${path} ${args.join(" ")}\n${stdout}${stderr}`);
}

const strict = {
  target: "es2024",
  module: "nodenext",
  lib: ["es2024", "dom"],
  types: [],
  strict: true,
  noEmit: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
};
const forTypes = {
  ...strict,
  allowImportingTsExtensions: true,
  erasableSyntaxOnly: true,
  isolatedDeclarations: true,
  declaration: true,
  verbatimModuleSyntax: true,
};
const projects = {
  "types.json": { compilerOptions: forTypes, include: ["ts", "one", "public", "use.ts"] },
  "scripts.json": { compilerOptions: { ...strict, allowJs: true, checkJs: true }, include: ["js/**/*.js"] },
};
for (const [name, config] of Object.entries(projects)) {
  writeFileSync(join(project, name), JSON.stringify(config));
  for (const version of ["typescript-7", "typescript-5"]) run(version, "typescript/bin/tsc", "-p", name);
}

const folders = ["ts", "one", "js", "public"];
run("format", "prettier/bin/prettier.cjs", "--check", ...folders);
run("format", "@biomejs/biome/bin/biome", "check", "--error-on-warnings", ...folders);

// A program bundles only the code that it names.
writeFileSync(
  join(project, "bundled.ts"),
  'import * as codes from "./one/codes.ts";\nconsole.log(codes.CvmNotFound);\n',
);
const load = createRequire(join(readers, "bundle", "package.json"));
const input = join(project, "bundled.ts");
const { outputFiles } = await load("esbuild").build({ entryPoints: [input], bundle: true, minify: true, write: false, format: "esm" });
const bundle = await (await load("rolldown").rolldown({ input })).generate({ minify: true });
const texts = { esbuild: outputFiles[0].text, rolldown: bundle.output[0].code };
for (const [name, text] of Object.entries(texts)) {
  assert.match(text, /ERR-03-001/);
  const size = text.trim().length - "console.log();".length;
  assert.ok(size <= 40, `${name} writes ${size} bytes for one code: ${text}`);
}

// Responses are read as in Rust.
const now = Date.parse("2026-11-21T12:00:00Z");
Date.now = () => now;

const vectors = JSON.parse(readFileSync(join(project, "vectors.json"), "utf8"));
for (const language of ["ts", "js"]) {
  for (const { catalog, name, status, headers, body, expect } of vectors) {
    const folder = join(project, language, catalog);
    const { fromParts } = await import(join(folder, `index.${language}`));
    const { describe } = await import(join(folder, `info.${language}`));
    const told = describe(fromParts(status, new Headers(headers), body));
    const found = {
      code: told.code === undefined ? null : String(told.code),
      known: told.known,
      class: told.class ?? null,
      retry: told.retry,
      message: told.message ?? null,
      help: [...told.help],
      request_id: told.requestId ?? null,
    };
    assert.deepEqual(found, expect, `${catalog}: ${name}`);
  }
}

// What a rich catalog says.
const rich = await import(join(project, "ts/rich/index.ts"));
const codes = await import(join(project, "ts/rich/codes.ts"));
const info = await import(join(project, "ts/rich/info.ts"));
const none = new Headers();
const body = {
  ok: false,
  trace: "t-1",
  wait: 1500,
  fields: { title: ["is missing", "is short"] },
  errors: [{ note: "first" }, { code: "quota_exceeded", text: "[quota_exceeded] Too many.", info: [{ field: "odd-name", value: true }] }],
};
const quota = rich.fromParts(429, none, JSON.stringify(body));
assert.ok(quota.is(codes.QuotaUsed) && quota.isA("RichError") && quota instanceof Error);
assert.deepEqual(
  [quota.class, quota.retry, quota.retryAfterMs, quota.detail, quota.requestId, quota.details, quota.fieldErrors],
  ["Quota", "retry-after", 1500, "Too many.", "t-1", { "odd-name": true }, [
    { field: "title", message: "is missing" },
    { field: "title", message: "is short" },
  ]],
);
assert.equal(quota.message, "quota_exceeded: Too many. (HTTP 429)");
assert.deepEqual(info.describe(quota).help, ["Delete a CVM."]);
const fields = rich.fromParts(422, none, JSON.stringify({ fields: body.fields, delay: "PT1M30S" }));
assert.deepEqual([fields.detail, fields.retryAfterMs], ["title: is missing is short", 90_000]);
const flood = rich.fromParts(420, none, '{"errors":[{"code":"flood_wait_42","text":"t"}]}');
assert.ok(flood.is(codes.FloodWaitSeconds));
assert.deepEqual([flood.code, info.describe(flood).known, info.describe(flood).retry], ["flood_wait_42", true, "retry-after"]);
const special = rich.fromParts(400, none, '{"errors":[{"code":"special","text":"t"}]}');
assert.deepEqual([special.class, special.retry, info.describe(special).retry], ["Quota", "backoff", "never"]);
const several = '{"errors":[{"note":1},{"code":"special","text":"[special] One."},{"code":"later","text":"[later] Two."},{"text":"Three."}]}';
assert.deepEqual(rich.fromParts(400, none, several).errors(), [
  { code: "special", message: "One.", json: { code: "special", text: "[special] One." } },
  { json: { note: 1 } },
  { code: "later", message: "Two.", json: { code: "later", text: "[later] Two." } },
  { message: "Three.", json: { text: "Three." } },
]);
assert.deepEqual(rich.fromParts(400, none, '{"ok":false}').errors(), [{ json: { ok: false } }]);
const challenge = new Headers({ "x-trace": 'Bearer realm="x", id="a\\"b"' });
assert.equal(rich.fromParts(500, challenge, "").requestId, 'a"b');
const paged = '{"type":"https://rich.example/errors/special","title":"Special"}';
assert.equal(rich.fromParts(400, none, paged).code, "special");
assert.ok(rich.isError(200, none, '{"ok":false}') && !rich.isError(200, none, '{"ok":true}'));
const late = rich.fromCause(new DOMException("late", "TimeoutError"));
assert.deepEqual([late.kind, late.class, late.isA("RichError"), late.cause.message], ["timeout", "Offline", true, "late"]);
assert.equal(rich.undecodable(200, "x").class, "Unreadable");
const numbers = await import(join(project, "ts/numbers/index.ts"));
for (const text of ["404", '"404"', "404.0", "40400"]) {
  const error = numbers.fromParts(404, none, `{"code":${text},"msg":"m"}`);
  assert.ok(error.is(404), text);
}
assert.equal(numbers.fromParts(500, none, '{"code":-1}').code, -1);

// Translations contain the parameters of the response.
for (const language of ["ts", "js"]) {
  const folder = join(project, language, "translated");
  const { fromParts } = await import(join(folder, `index.${language}`));
  const { translate } = await import(join(folder, `translate.${language}`));
  const { translation } = await import(join(folder, `locales/de.${language}`));
  const translated = (body) => translate(fromParts(409, none, JSON.stringify(body)), translation);
  assert.equal(translated({ code: "many_items", details: { count: 7, limit: 5 } }).message, "Von 5 sind es 7.");
  assert.equal(translated({ code: "items_many", details: { count: 7 } }).message, undefined);
  assert.deepEqual(translated({ code: "item_odd" }), { message: "Ungerade, weil…", description: "Nimm ein gerades." });
  for (const code of ["item_plain", "__proto__", "toString", undefined]) {
    assert.deepEqual(translated({ code }), { message: undefined, description: undefined });
  }
}
const chinese = await import(join(project, "ts/csghub/locales/zh.ts"));
assert.equal(chinese.translation.texts["AUTH-ERR-1"].description, "找不到指定的用户帐户。");

// The texts of a file of constants are comments that say why a code should not be used.
const constants = readFileSync(join(project, "ts/rich/codes.ts"), "utf8");
assert.match(constants, /\/\*\* @deprecated retired in 1\.5: use \{@link Special\}; see \*\\\/ the page &#64;there \*\//);
assert.match(constants, /\/\*\* @deprecated use \{@link OlderCode\} \*\/\nexport const OldestCode = "older_code";/);
assert.equal(codes.OldestCode, "older_code");
// Outsiders learn nothing of what is internal.
for (const name of ["codes.ts", "index.ts", "info.ts"]) {
  assert.doesNotMatch(readFileSync(join(project, "public", name), "utf8"), /secret|masked/i);
}

// Hostile texts and codes come back as they were.
const expected = JSON.parse(readFileSync(join(hostile, "expected.json"), "utf8"));
for (const language of ["ts", "js"]) {
  const { all } = await import(join(hostile, language, "hostile", `info.${language}`));
  const constants = await import(join(hostile, language, "hostile", `codes.${language}`));
  assert.deepEqual(
    all.map(({ code, message = "", description = "" }) => [code, message, description]),
    expected.map(({ code, message, description }) => [code, message, description]),
  );
  assert.deepEqual(new Set(Object.values(constants)), new Set(expected.map(({ code }) => code)));
  const folder = join(hostile, language, "translated");
  const { fromParts } = await import(join(folder, `index.${language}`));
  const { translate } = await import(join(folder, `translate.${language}`));
  const { translation } = await import(join(folder, `locales/de.${language}`));
  const texts = expected.map((_, at) => translate(fromParts(400, none, `{"code":"text_${at}"}`), translation));
  // An empty text translates nothing.
  const said = ({ message, description }) => ({ message: message || undefined, description: description || undefined });
  assert.deepEqual(texts, expected.map(said));
}
writeFileSync(join(hostile, "types.json"), JSON.stringify({ compilerOptions: forTypes, include: ["ts"] }));
run("typescript-7", "typescript/bin/tsc", "-p", join(hostile, "types.json"));
run("format", "prettier/bin/prettier.cjs", "--check", join(hostile, "ts"), join(hostile, "js"));
console.log(`${vectors.length} vectors, ${expected.length} hostile errors, ${JSON.stringify(texts)}`);
