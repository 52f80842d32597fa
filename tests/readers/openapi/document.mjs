// Adds an operation to the output `openapi`, because the tools ignore documents without one.
//
// usage: node tests/readers/openapi/document.mjs ERRORS DOCUMENT

import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";

const [errors, document] = process.argv.slice(2);
const paths = readFileSync(new URL("paths.yaml", import.meta.url), "utf8");
const cvm = "    Cvm: { type: object, required: [id], properties: { id: { type: string } } }\n";
const parts = readFileSync(errors, "utf8").split("\npaths: {}\n");
assert.equal(parts.length, 2);
const [head, components] = parts;
writeFileSync(document, `${head}\n${paths}${components.replace("\n  schemas:\n", `\n  schemas:\n${cvm}`)}`);
