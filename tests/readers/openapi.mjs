// Tests clients for TypeScript that other tools made from the output `openapi`: each offers a
// constant by name, and returns a code that the document does not list.
//
// usage: node tests/readers/openapi.mjs READERS PROJECT
//
// READERS has the compiler, and PROJECT the clients.

import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";

const [readers, project] = process.argv.slice(2).map((path) => resolve(path));

// Some clients contain enums, which Node does not run.
const config = {
  compilerOptions: {
    target: "es2024",
    module: "esnext",
    moduleResolution: "bundler",
    lib: ["es2024", "dom", "dom.iterable"],
    types: [],
    strict: true,
    rootDir: ".",
    rewriteRelativeImportExtensions: true,
    outDir: "out",
  },
  include: ["types.ts", "use.ts", "hey", "orval"],
};
writeFileSync(join(project, "tsconfig.json"), JSON.stringify(config));
const compiler = join(readers, "openapi/node_modules/typescript/bin/tsc");
const compiled = spawnSync(process.execPath, [compiler, "-p", "."], { cwd: project, encoding: "utf8" });
assert.equal(compiled.status, 0, compiled.stdout);

// The modules import each other without an ending, so they are bundled.
const { build } = (await import(pathToFileURL(join(readers, "bundle/node_modules/esbuild/lib/main.js")))).default;
async function load(path) {
  const outfile = join(project, "bundles", `${path.replaceAll("/", "-")}.mjs`);
  await build({ entryPoints: [join(project, "out", path)], outfile, bundle: true, format: "esm", platform: "node" });
  return import(outfile);
}

const known = "ERR-03-001";
const later = "ERR-99-999";
const body = JSON.stringify({ error_code: later, message: "Of a later version.", suggestions: ["Wait."] });
const server = createServer((request, response) => {
  response.writeHead(request.url === "/cvms/later" ? 404 : 418, { "content-type": "application/json" });
  response.end(body);
});
await new Promise((ready) => server.listen(0, "127.0.0.1", ready));
const base = `http://127.0.0.1:${server.address().port}`;

const types = await load("types.js");
assert.equal(types.PhalaCloudErrorCode.CvmNotFound, known, "openapi-typescript");

const hey = await load("hey/index.js");
const { client } = await load("hey/client.gen.js");
client.setConfig({ baseUrl: base });
for (const id of ["later", "other"]) {
  const { error } = await hey.getCvm({ client, path: { id } });
  assert.deepEqual([error.error_code, error.suggestions], [later, ["Wait."]], `hey-api: ${id}`);
}
assert.equal(hey.PhalaCloudErrorCode.CVM_NOT_FOUND, known, "hey-api");

const orval = await load("orval/client.js");
const plain = globalThis.fetch;
globalThis.fetch = (url, options) => plain(`${base}${url}`, options);
for (const id of ["later", "other"]) {
  const { data } = await orval.getCvm(id);
  assert.deepEqual([data.error_code, data.suggestions], [later, ["Wait."]], `orval: ${id}`);
}
assert.equal(orval.PhalaCloudErrorCode.CvmNotFound, known, "orval");
server.close();
