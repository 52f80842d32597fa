// A client of a language server over standard input and output.

import { spawn } from "node:child_process";

/** Starts `node SERVER --stdio` with these settings. */
export async function start(server, settings) {
  const child = spawn(process.execPath, [server, "--stdio"], { stdio: ["pipe", "pipe", "inherit"] });
  const waiting = new Map();
  const published = new Map();
  let received = Buffer.alloc(0);
  let id = 0;

  const send = (message) => {
    const text = JSON.stringify({ jsonrpc: "2.0", ...message });
    child.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  };
  const request = (method, params) => {
    id += 1;
    send({ id, method, params });
    return new Promise((resolve, reject) => waiting.set(id, { resolve, reject }));
  };
  const receive = (message) => {
    if (message.method === "workspace/configuration") {
      const values = message.params.items.map((item) => settings[item.section] ?? null);
      send({ id: message.id, result: values });
    } else if (message.method === "textDocument/publishDiagnostics") {
      const { uri, diagnostics } = message.params;
      published.get(uri)?.(diagnostics);
      published.delete(uri);
    } else if (message.method !== undefined && message.id !== undefined) {
      send({ id: message.id, result: null });
    } else if (message.id !== undefined) {
      const { resolve, reject } = waiting.get(message.id);
      waiting.delete(message.id);
      if (message.error) reject(new Error(message.error.message));
      else resolve(message.result);
    }
  };
  child.stdout.on("data", (chunk) => {
    received = Buffer.concat([received, chunk]);
    for (;;) {
      const end = received.indexOf("\r\n\r\n");
      if (end < 0) return;
      const length = Number(/Content-Length: (\d+)/i.exec(received.toString("latin1", 0, end))[1]);
      if (received.length < end + 4 + length) return;
      const body = received.toString("utf8", end + 4, end + 4 + length);
      received = received.subarray(end + 4 + length);
      receive(JSON.parse(body));
    }
  });

  await request("initialize", {
    processId: process.pid,
    rootUri: null,
    capabilities: {
      workspace: { configuration: true },
      textDocument: { completion: { completionItem: { documentationFormat: ["markdown"] } } },
    },
  });
  send({ method: "initialized", params: {} });
  send({ method: "workspace/didChangeConfiguration", params: { settings } });

  const open = new Set();
  let version = 0;
  return {
    /** Sets the text of a file, and returns the diagnostics. */
    async diagnostics(uri, text) {
      const found = new Promise((resolve) => published.set(uri, resolve));
      version += 1;
      if (open.has(uri)) {
        const textDocument = { uri, version };
        send({ method: "textDocument/didChange", params: { textDocument, contentChanges: [{ text }] } });
      } else {
        open.add(uri);
        const textDocument = { uri, version, languageId: "yaml", text };
        send({ method: "textDocument/didOpen", params: { textDocument } });
      }
      return found;
    },
    /** Returns the text that is shown about a place, or null. */
    async hover(uri, position) {
      const hover = await request("textDocument/hover", { textDocument: { uri }, position });
      return hover && [hover.contents].flat().map((part) => part.value ?? part).join("\n");
    },
    /** Returns the completions of a place. */
    async complete(uri, position) {
      const list = await request("textDocument/completion", { textDocument: { uri }, position });
      return (list.items ?? list).map((item) => ({
        label: item.label,
        documentation: item.documentation?.value ?? item.documentation ?? "",
      }));
    },
    async stop() {
      await request("shutdown", null);
      send({ method: "exit" });
    },
  };
}
