// Tests the output `schema` with the real yaml-language-server: every key is explained, every wrong
// key and value is reported, and codes, classes, tags and families are completed.
//
// usage: node tests/readers/schema.mjs SERVER ERRCAT FOLDER
//
// FOLDER is a copy of `tests/readers/schema` in which `errcat gen` has run.

import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { start } from "./language_server.mjs";

const [server, errcat, folder] = process.argv.slice(2).map((path) => resolve(path));
const settings = {
  yaml: { completion: true, hover: true, schemaStore: { enable: false }, validate: true },
};
const client = await start(server, settings);

/** Returns the address of a file of the project, and its text with the comment that names its schema. */
const file = (path, text) => {
  const up = "../".repeat(path.split("/").length - 1);
  const schema = path === "errcat.yaml" ? "config" : "shop";
  const modeline = `# yaml-language-server: $schema=${up}.errcat/${schema}.schema.json\n`;
  return { uri: `file://${folder}/${path}`, text: modeline + text };
};
const indent = (lines, by) => lines.split("\n").map((line) => " ".repeat(by) + line).join("\n");

/** For the maps of the format: the file that holds one, what is above it, and its indentation. */
const PLACES = {
  catalog: ["catalogs/shop/catalog.yaml", "", 0],
  code: ["catalogs/shop/catalog.yaml", "code:\n", 2],
  derive: ["catalogs/shop/catalog.yaml", "derive:\n  -\n", 4],
  class: ["catalogs/shop/catalog.yaml", "classes:\n  -\n", 4],
  when: ["catalogs/shop/catalog.yaml", "classes:\n  - name: ApiError\n    when:\n", 6],
  envelope: ["catalogs/shop/catalog.yaml", "envelope:\n", 2],
  member: ["catalogs/shop/catalog.yaml", "envelope:\n  code: code\n  message:\n", 4],
  is_error: ["catalogs/shop/catalog.yaml", "envelope:\n  code: code\n  is_error:\n", 4],
  family: ["catalogs/shop/orders.yaml", "", 0],
  defaults: ["catalogs/shop/orders.yaml", "defaults:\n", 2],
  error: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n", 4],
  names: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    names:\n", 6],
  fact: ["catalogs/shop/catalog.yaml", "facts:\n  team:\n", 4],
  variant: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    variants:\n      -\n", 8],
  listed_param: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    params:\n      -\n", 8],
  published_name: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    names:\n      go:\n", 8],
  param: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    params:\n      name:\n", 8],
  link: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    links:\n      -\n", 8],
  notice: ["catalogs/shop/orders.yaml", "errors:\n  cart_limit:\n    deprecated:\n", 6],
  locale: ["catalogs/shop/locales/de.yaml", "", 0],
  translation: ["catalogs/shop/locales/de.yaml", "errors:\n  cart_limit:\n", 4],
  config: ["errcat.yaml", "", 0],
  outputs: ["errcat.yaml", "outputs:\n", 2],
};
/** What a file must have beside the map. */
const HEADS = {
  "catalogs/shop/catalog.yaml": { errcat: "1", title: "Shop" },
  "catalogs/shop/orders.yaml": { title: "Orders" },
};

const { definitions } = JSON.parse(execFileSync(errcat, ["print", "schema"], { encoding: "utf8" }));
const place = (map) => {
  if (map in definitions.outputs.properties) return ["errcat.yaml", `outputs:\n  ${map}:\n`, 4];
  assert.ok(map in PLACES, `add a row for ${map} to PLACES`);
  return PLACES[map];
};
const example = (property) => /```yaml\n([^]*)\n```/.exec(property.markdownDescription)[1];

/** Returns a file in which a map has its required keys and these lines, and where they are. */
function withLines(map, key, lines) {
  const [path, above, by] = place(map);
  const { required = [], properties } = definitions[map];
  const others = required.filter((name) => name !== key).map((name) => example(properties[name]));
  if (map === "when" && key === undefined) others.push("code: present");
  const head = above === "" ? {} : (HEADS[path] ?? {});
  const before = Object.entries(head).map(([name, value]) => `${name}: ${value}\n`).join("");
  const siblings = others.length > 0 ? `${indent(others.join("\n"), by)}\n` : "";
  const start = before + above + siblings;
  const whole = file(path, `${start}${indent(lines, by)}\n`);
  return { ...whole, position: { line: start.split("\n").length, character: by + 1 } };
}

const plain = (text) => text.replace(/\\(.)/g, "$1").replace(/\s+/g, " ");
const counts = { explained: 0, refused: 0 };

// A definition without keys is a kind of value.
const maps = Object.entries(definitions).filter(([, { properties }]) => properties !== undefined);
for (const [map, { properties, additionalProperties }] of maps) {
  for (const [key, property] of Object.entries(properties)) {
    const name = `${map}.${key}`;
    const right = withLines(map, key, example(property));
    const found = await client.diagnostics(right.uri, right.text);
    assert.deepEqual(found.map((one) => one.message), [], `${name}\n${right.text}`);
    const shown = await client.hover(right.uri, right.position);
    assert.ok(plain(shown ?? "").includes(plain(property.description)), `${name}: ${shown}`);
    counts.explained += 1;
  }
  if (additionalProperties !== false) continue;
  const wrong = withLines(map, undefined, "no_such_key: 1");
  const found = await client.diagnostics(wrong.uri, wrong.text);
  const at = found.filter((one) => one.range.start.line === wrong.position.line);
  assert.deepEqual([found.length, at.length], [1, 1], `${map}\n${wrong.text}${JSON.stringify(found)}`);
  assert.match(at[0].message, /no_such_key is not allowed/, map);
  counts.refused += 1;
}

const orders = "catalogs/shop/orders.yaml";
const body = (lines) => `title: Orders\nerrors:\n  cart_limit:\n${indent(lines, 4)}\n`;

// Values that the catalog does not declare, codes without the pattern, and a wrong kind.
for (const [path, text, line, reason] of [
  [orders, body("mask: cart_gone"), 4, /Valid values: .*"cart_not_found"/],
  [orders, body("class: ApiErro"), 4, /Valid values: "ShopError", "ApiError"/],
  [orders, body("tags: [mony]"), 4, /Valid values: "money"/],
  [orders, body("retry: sometimes"), 4, /Valid values: .*"backoff"/],
  [orders, body("status: 4040"), 4, /maximum of 599/],
  [orders, body("severity: pages"), 4, /Valid values: "page", "ticket"/],
  [orders, body("vendor: 65536"), 4, /maximum of 65535/],
  [orders, body("vendors: 1"), 4, /vendors is not allowed/],
  [orders, body("deprecated: { use: cart_gone }"), 4, /Valid values: .*"cart_limit"/],
  [orders, body("allow: { missing-txt: because }\nmessage: [a]"), 5, /type/],
  [orders, "title: Orders\nerrors:\n  E-1: Wrong.\n", 3, /E-1 is not allowed/],
  ["catalogs/shop/catalog.yaml", "errcat: 1\ntitle: Shop\nfamilies: [order]\n", 3, /Valid values: "orders"/],
  ["errcat.yaml", "rules: { missing-helb: warn }\n", 1, /missing-helb is not allowed/],
  ["errcat.yaml", "outputs: { jsn: { path: a } }\n", 1, /jsn is not allowed/],
]) {
  const wrong = file(path, text);
  const found = await client.diagnostics(wrong.uri, wrong.text);
  const at = found.filter((one) => one.range.start.line === line && reason.test(one.message));
  assert.deepEqual([found.length, at.length], [1, 1], `${wrong.text}${JSON.stringify(found)}`);
  counts.refused += 1;
}

// Codes that YAML reads as numbers, with and without quotes.
for (const code of ["22003", '"22003"', "0E000", '"0E000"', "UNKNOWN"]) {
  const right = file(orders, body(`mask: ${code}`) + `  ${code}: As a key.\n`);
  assert.deepEqual(await client.diagnostics(right.uri, right.text), [], code);
}

// Completions, each with its explanation.
const completions = [
  [orders, body("mask: "), 4, 10, "cart_not_found", /There is no such cart.*HTTP 404.*CartNotFoundError/],
  [orders, body("deprecated:\n  use: "), 5, 11, "cart_not_found", /There is no such cart/],
  [orders, body("class: "), 4, 11, "ApiError", /extends `ShopError`/],
  [orders, body("tags: [ ]"), 4, 11, "money", /The request moves money/],
  [orders, body("retry: "), 4, 11, "backoff", /^/],
  [orders, body(""), 4, 4, "mask", /to hide that a thing exists/],
  ["catalogs/shop/catalog.yaml", "errcat: 1\ntitle: Shop\nfamilies: [ ]\n", 3, 12, "payments", /Payments/],
  ["catalogs/shop/locales/de.yaml", "errors:\n  ", 2, 2, "cart_not_found", /There is no such cart/],
  ["errcat.yaml", "rules:\n  ", 2, 2, "missing-help", /Level: `off`/],
  ["errcat.yaml", "outputs:\n  ", 2, 2, "schema", /JSON Schema/],
];
for (const [path, text, line, character, label, about] of completions) {
  const open = file(path, text);
  await client.diagnostics(open.uri, open.text);
  const offered = await client.complete(open.uri, { line, character });
  const item = offered.find((one) => one.label === label || one.label === `"${label}"`);
  assert.ok(item, `${label} after\n${text}\nonly ${offered.map((one) => one.label)}`);
  assert.match(plain(item.documentation), about, label);
}

// The files of the project itself have no findings.
for (const path of ["catalogs/shop/catalog.yaml", orders, "catalogs/shop/payments.yaml", "errcat.yaml"]) {
  const own = file(path, readFileSync(`${folder}/${path}`, "utf8"));
  assert.deepEqual(await client.diagnostics(own.uri, own.text), [], path);
}

await client.stop();
console.log(`${counts.explained} keys explained, ${counts.refused} mistakes reported, completions found`);
process.exit(0);
