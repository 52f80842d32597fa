// Tests the output `html` in Chromium: search, links, filters, keyboard, themes, printing, without
// JavaScript, and how fast it is.
//
// usage: node tests/readers/pages.mjs MODULES CHROMIUM SHIPPED RICH LARGE
//
// MODULES has playwright-core and axe-core. SHIPPED, RICH and LARGE are projects in which
// `errcat gen` has written the folder `site`: the shipped catalogs, one with every attribute, and
// one with 10,000 codes.

import assert from "node:assert/strict";
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { createServer } from "node:http";
import { createRequire } from "node:module";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";

const [modules, executablePath, shipped, rich, large] = process.argv.slice(2);
const load = createRequire(resolve(modules, "package.json"));
const { chromium } = load("playwright-core");
const axe = readFileSync(load.resolve("axe-core/axe.min.js"), "utf8");
const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });

const site = (project) => resolve(project, "site");
const address = (project, path = "index.html") => `file://${site(project)}/${path}`;

/** Opens a page that must have no error and load nothing else. */
async function open(url, options = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, ...options });
  const page = await context.newPage();
  page.on("console", (message) => assert.fail(`${url}: ${message.text()}`));
  page.on("pageerror", (error) => assert.fail(`${url}: ${error.message}`));
  page.on("request", (request) => assert.ok(request.isNavigationRequest(), `${url} loads ${request.url()}`));
  await page.goto(url);
  return page;
}
const codes = (page) => page.$$eval("#results article h3 a", (links) => links.map((link) => link.textContent));
const count = (page) => page.textContent("output");
const search = async (page, text) => {
  await page.fill("#q", text);
  return codes(page);
};
const steps = [];
const step = async (name, run) => {
  await run();
  steps.push(name);
};

await step("search", async () => {
  const page = await open(address(shipped));
  assert.equal(await count(page), "300 codes");
  assert.equal((await search(page, "ERR-05-002"))[0], "ERR-05-002");
  assert.equal((await search(page, "err05002"))[0], "ERR-05-002");
  assert.equal((await search(page, "cvmnotfounderror"))[0], "ERR-03-001");
  await search(page, "cvm workspace");
  const both = await page.$$eval("#results article", (all) => all.map((one) => one.textContent.toLowerCase()));
  assert.ok(both.length > 0);
  for (const text of both) {
    assert.ok(text.includes("cvm") && text.includes("workspace"), text);
  }
  // The beginning of a word comes before the middle of one.
  await search(page, "age");
  const isStart = await page.$$eval("#results article", (all) =>
    all
      .filter((one) => !/age/i.test(one.querySelector("b")?.textContent ?? ""))
      .map((one) => /(^|[^a-z0-9])age/i.test(one.textContent)));
  assert.ok(isStart.includes(true) && isStart.includes(false), `${isStart}`);
  assert.ok(isStart.lastIndexOf(true) < isStart.indexOf(false), `${isStart}`);
  assert.deepEqual(await search(page, "no such words"), []);
  assert.match(await page.textContent("#results"), /No code matches/);
  assert.equal(await count(page), "0 of 300 codes");
});

await step("a pasted body or log line", async () => {
  const server = createServer((request, response) => {
    const path = new URL(request.url, "http://x").pathname;
    const file = join(site(shipped), path.endsWith("/") ? `${path}index.html` : path);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.setHeader("content-type", "text/html; charset=utf-8");
    response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, "127.0.0.1", done));
  const base = `http://127.0.0.1:${server.address().port}/`;
  const page = await open(base);
  const pasted = '{"error_code":"ERR-03-001","message":"secret words","request_id":"r-1"}';
  assert.deepEqual(await search(page, pasted), ["ERR-03-001"]);
  assert.equal(new URL(page.url()).search, "?q=ERR-03-001");
  const line = "2030-01-01T00:00:00Z WARN secret: GIT-ERR-18: too large, then ERR-05-002.";
  assert.deepEqual(await search(page, line), ["GIT-ERR-18", "ERR-05-002"]);
  assert.equal(new URL(page.url()).search, "?q=GIT-ERR-18+ERR-05-002");
  await page.reload();
  assert.deepEqual(await codes(page), ["GIT-ERR-18", "ERR-05-002"]);
  await search(page, '{"message":"secret without a code"}');
  assert.equal(new URL(page.url()).search, "");
  server.close();
});

await step("filters", async () => {
  const page = await open(address(shipped));
  await page.selectOption("select[name=catalog]", "novita");
  assert.equal(await count(page), "96 of 300 codes");
  await page.selectOption("select[name=status]", "5xx");
  const statuses = await page.$$eval("#results .s", (all) => all.map((one) => one.textContent[0]));
  assert.ok(statuses.length > 0 && statuses.every((status) => status === "5"));
  // A link wins over the filters.
  await page.evaluate(() => { location.hash = "#err-05-002"; });
  await page.waitForFunction(() => location.hash === "#ERR-05-002");
  assert.equal(await page.inputValue("select[name=catalog]"), "");
  assert.ok(await page.isVisible("#ERR-05-002"));
  const other = await open(address(rich));
  assert.ok((await other.locator("label", { hasText: "hide retired" }).isVisible()));
  await other.check("#gone");
  assert.ok(!(await codes(other)).includes("gone_code"));
  await other.selectOption("select[name=retry]", "never");
  assert.deepEqual(await codes(other), ["out_of_stock"]);
});

await step("links", async () => {
  for (const [project, hash, code] of [
    [shipped, "ERR-05-002", "ERR-05-002"],
    [shipped, "err-05-002", "ERR-05-002"],
    [shipped, "CvmNotFoundError", "ERR-03-001"],
    [shipped, "INVALID_API_KEY", "INVALID_API_KEY"],
    [rich, "too_many", "rate_limited"],
    [rich, "gone_code", "gone_code"],
    [rich, "two%20words", "two words"],
    [rich, "TWO WORDS", "two words"],
  ]) {
    const page = await open(address(project, `index.html#${hash}`));
    await page.waitForTimeout(100);
    const target = await page.evaluate(() => {
      const target = document.querySelector(":target").closest("article");
      const { top } = target.getBoundingClientRect();
      return { code: target.querySelector("h3 a").textContent, isSeen: top >= 0 && top < innerHeight };
    });
    assert.deepEqual(target, { code, isSeen: true }, hash);
    await page.context().close();
  }
  for (const project of [shipped, rich]) {
    for (const file of readdirSync(site(project), { recursive: true, encoding: "utf8" })) {
      if (!file.endsWith(".html")) continue;
      const text = readFileSync(join(site(project), file), "utf8");
      for (const [, href] of text.matchAll(/(?:href)="([^"]*)"/g)) {
        const [path, hash] = href.split("#");
        if (/^https?:/.test(path)) continue;
        const target = path === "" ? file : join(dirname(file), path);
        assert.ok(existsSync(join(site(project), target)), `${file}: ${href}`);
        if (hash) assert.ok(readFileSync(join(site(project), target), "utf8").includes(`id="${hash}"`), `${file}: ${href}`);
      }
    }
  }
});

await step("keyboard", async () => {
  const page = await open(address(shipped));
  await page.keyboard.press("/");
  assert.equal(await page.evaluate(() => document.activeElement.id), "q");
  await page.keyboard.type("ERR-05-001");
  await page.keyboard.press("Escape");
  assert.deepEqual([await page.inputValue("#q"), await count(page)], ["", "300 codes"]);
  await page.keyboard.type("ERR-05-001");
  await page.keyboard.press("Enter");
  await page.waitForURL(/phala-cloud\/ERR-05-001\/index\.html$/);
  assert.equal(await page.textContent("h1 code"), "ERR-05-001");
  await page.goto(address(shipped));
  await page.uncheck("#slash");
  await page.locator("h1").click();
  await page.keyboard.press("/");
  assert.notEqual(await page.evaluate(() => document.activeElement.id), "q");
  await page.reload();
  assert.ok(!(await page.isChecked("#slash")), "the choice stays");
  const seen = new Set();
  for (let at = 0; at < 40; at += 1) {
    await page.keyboard.press("Tab");
    seen.add(await page.evaluate(() => document.activeElement.tagName + (document.activeElement.name ?? "")));
  }
  for (const wanted of ["INPUT", "SELECTcatalog", "SELECTstatus", "A", "BUTTON"]) assert.ok([...seen].some((one) => one.startsWith(wanted)), `${wanted}: ${[...seen]}`);
});

await step("copy", async () => {
  const page = await open(address(shipped), { permissions: ["clipboard-read", "clipboard-write"] });
  await page.locator("#ERR-03-001 button").click();
  assert.equal(await page.evaluate(() => navigator.clipboard.readText()), "phala_cloud::Code::CvmNotFound");
});

await step("without JavaScript", async () => {
  const page = await open(address(shipped), { javaScriptEnabled: false });
  assert.ok(!(await page.locator("form").isVisible()));
  assert.equal(await page.locator("article:not(.many):visible").count(), 300);
});

await step("accessibility", async () => {
  const pages = [[shipped], [rich], [shipped, "phala-cloud/ERR-03-001/index.html"], [rich, "shop/rate_limited/index.html"], [rich, "shop/gone_code/index.html"], [shipped, "novita/UNKNOWN/index.html"]];
  for (const [project, path] of pages) {
    for (const colorScheme of ["light", "dark"]) {
      for (const width of [360, 1280]) {
        const page = await open(address(project, path), { colorScheme, viewport: { width, height: 900 }, bypassCSP: true });
        await page.evaluate(axe);
        const { violations } = await page.evaluate(() => window.axe.run({ rules: { "target-size": { enabled: true } } }));
        const found = violations.map((one) => `${one.id}: ${one.nodes.slice(0, 3).map((node) => `${node.html} ${node.failureSummary}`).join("; ")}`);
        assert.deepEqual(found, [], `${path ?? "index"} ${colorScheme} ${width}`);
        const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
        assert.ok(wide <= 0, `${path ?? "index"} is ${wide} pixels too wide at ${width}`);
        await page.context().close();
      }
    }
  }
});

await step("print", async () => {
  const page = await open(address(shipped));
  const pdf = (await page.pdf({ format: "A4" })).toString("latin1");
  assert.ok(pdf.match(/\/Type\s*\/Page\b/g).length > 10);
  await page.emulateMedia({ media: "print" });
  assert.ok(!(await page.isVisible("form")));
});

const sizes = {};
await step("sizes", async () => {
  const index = readFileSync(join(site(shipped), "index.html"));
  const script = /<script>([^]*)<\/script>/.exec(index.toString())[1];
  sizes.index = index.length;
  sizes.zipped = gzipSync(index).length;
  sizes.script = script.length;
  sizes.code = 0;
  for (const file of readdirSync(site(shipped), { recursive: true, encoding: "utf8" })) {
    if (!file.endsWith("/index.html")) continue;
    const text = readFileSync(join(site(shipped), file));
    sizes.code = Math.max(sizes.code, text.length);
    assert.ok(!text.includes("<script"), file);
  }
  assert.ok(sizes.index <= 150_000 && sizes.zipped <= 30_000 && sizes.script <= 6_000 && sizes.code <= 12_000, JSON.stringify(sizes));
});

await step("10,000 codes", async () => {
  const page = await open(address(large));
  assert.equal(await count(page), "10000 codes");
  const typed = () => page.evaluate(async () => {
    const box = document.querySelector("#q"), times = [];
    for (const text of ["the quota of the", "E-0421"]) {
      for (let end = 1; end <= text.length && times.length < 20; end += 1) {
        await new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
        const start = performance.now();
        box.value = text.slice(0, end);
        box.dispatchEvent(new InputEvent("input", { bubbles: true }));
        document.body.getBoundingClientRect();
        times.push(performance.now() - start);
      }
    }
    return times.sort((a, b) => a - b);
  });
  // Other programs on the machine make some rounds slower.
  const rounds = [];
  for (let round = 0; round < 5; round += 1) rounds.push(await typed());
  assert.ok(rounds.every((times) => times.length === 20));
  sizes.milliseconds = Math.min(...rounds.map((times) => Math.round(times[10] * 10) / 10));
  assert.ok(sizes.milliseconds <= 50, rounds.join("\n"));
});

await browser.close();
console.log(`${steps.join(", ")}: ${JSON.stringify(sizes)}`);
