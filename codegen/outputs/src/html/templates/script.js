(() => {
  const d = document, $ = (s) => d.querySelector(s), all = (s, el = d) => [...el.querySelectorAll(s)], make = (tag, text) => Object.assign(d.createElement(tag), { textContent: text });
  const main = $("main"), form = $("form"), box = $("#q"), count = $("output"), results = $("#results"), gone = $("#gone"), slash = $("#slash"), filters = all("select");
  const low = (s) => s.toLowerCase(), fold = (s, by) => low(s).replace(/[^\p{L}\p{N}]+/gu, by), bare = (s) => fold(s, ""), split = (s) => s.split(/\s+/).filter(Boolean);
  const byCode = new Map(), byId = new Map();
  const rows = all("article:not(.many)").map((el) => {
    const link = el.querySelector("h3 a"), code = link.textContent, status = el.querySelector(".s")?.textContent[0];
    const row = { el, link, code: low(code), bare: bare(code), name: low(el.querySelector("b")?.textContent ?? ""), text: low(el.textContent), words: fold(" " + el.textContent, " "), catalog: el.closest(".cat").id, family: el.closest(".fam").id, status: status ? status + "xx" : "no status", retry: el.dataset.retry, gone: el.dataset.gone, mark: d.createComment("") };
    byCode.set(code, [...byCode.get(code) ?? [], row]);
    return row;
  });
  for (const filter of filters) {
    const values = [...new Set(rows.map((row) => row[filter.name]).filter(Boolean))];
    if (filter.name === "status") values.sort();
    filter.append(new Option("Any " + filter.name, ""), ...values.map((value) => new Option(d.getElementById(value)?.dataset.title ?? value, value)));
    filter.hidden = values.length < 2;
  }
  for (const el of all("[id]")) byId.set(low(el.id), byId.get(low(el.id)) ?? el);
  for (const el of all(".k")) {
    const text = el.textContent, button = make("button", "Copy");
    button.type = "button";
    button.ariaLabel = "Copy " + text;
    button.value = text;
    el.append(button);
  }
  // Returns the codes in a pasted body or log line.
  const codesIn = (text) => [...new Set((text.match(/[\p{L}\p{N}_.:\/~-]+/gu) ?? []).flatMap((token) => [token, token.replace(/[.:]+$/, ""), ...token.split(/[:\/.]/)]))].filter((part) => byCode.has(part));
  const isPasted = (text) => text.length > 60 || /["{=]|: /.test(text);
  const rowsOf = (codes) => codes.flatMap((code) => byCode.get(code));
  const matching = (query) => {
    const words = split(low(query)), text = words.join(" "), letters = bare(query), codes = split(query);
    if (codes[1] && codes.every((code) => byCode.has(code))) return rowsOf(codes);
    const begun = words.map((word) => fold(" " + word, " "));
    const ranks = [[], [], [], [], []];
    for (const row of rows) {
      const same = letters && row.bare === letters;
      if (same || words.every((word) => row.text.includes(word))) ranks[row.code === text ? 0 : same ? 1 : row.name.includes(text) ? 2 : begun.every((word) => row.words.includes(word)) ? 3 : 4].push(row);
    }
    return ranks.flat();
  };
  let moved = [], shown = [];
  const show = (list, most = 50) => {
    for (const row of moved) row.mark.replaceWith(row.el);
    for (const el of main.children) el.hidden = !!list === (el !== results);
    shown = list ?? [];
    moved = shown.slice(0, most);
    for (const row of moved) row.el.replaceWith(row.mark);
    results.replaceChildren(...moved.map((row) => row.el));
    count.textContent = (list ? list.length + " of " : "") + rows.length + (rows.length === 1 ? " code" : " codes");
    if (list && !list.length) results.append(make("p", "No code matches."));
    if (shown.length > most) {
      const button = make("button", "Show all " + shown.length);
      button.onclick = () => show(list, Infinity);
      results.append(button);
    }
  };
  const update = () => {
    const query = box.value.trim(), pasted = isPasted(query), codes = pasted ? codesIn(query) : [], wanted = filters.filter((filter) => filter.value);
    const list = codes[0] ? rowsOf(codes) : query ? matching(query) : rows;
    show(query || wanted[0] || gone.checked ? list.filter((row) => wanted.every((filter) => row[filter.name] === filter.value) && !(gone.checked && row.gone)) : null);
    const url = new URL(location), kept = pasted ? codes.join(" ") : query;
    kept ? url.searchParams.set("q", kept) : url.searchParams.delete("q");
    try { history.replaceState(null, "", url); } catch {}
  };
  const clear = () => {
    form.reset();
    slash.checked = isOn();
    update();
  };
  const isOn = () => { try { return localStorage.slash !== "off"; } catch { return true; } };
  const follow = () => {
    let id = location.hash.slice(1);
    try { id = decodeURIComponent(id); } catch {}
    const escaped = id.replace(/[^\w.~\/-]/gu, (c) => [...new TextEncoder().encode(c)].map((b) => "~" + b.toString(16).toUpperCase()).join(""));
    const target = id && (d.getElementById(escaped) ?? byId.get(low(escaped)) ?? rows.find((row) => row.name === low(id))?.el);
    if (!target) return;
    if (shown[0] || !results.hidden) clear();
    if (target.id !== id) location.replace("#" + target.id);
    target.scrollIntoView();
  };
  form.hidden = false;
  gone.parentNode.hidden = !rows.some((row) => row.gone);
  slash.checked = isOn();
  slash.onchange = () => { try { localStorage.slash = slash.checked ? "on" : "off"; } catch {} };
  form.onsubmit = (event) => {
    event.preventDefault();
    if (box.value.trim() && shown[0]) location = shown[0].link.href;
  };
  form.oninput = (event) => {
    if (event.target !== slash) update();
  };
  box.onkeydown = (event) => {
    if (event.key === "Escape") {
      event.preventDefault();
      clear();
    }
  };
  onkeydown = (event) => {
    if (event.key === "/" && slash.checked && !event.ctrlKey && !event.metaKey && !event.altKey && !/INPUT|SELECT/.test(event.target.tagName)) {
      event.preventDefault();
      box.select();
    }
  };
  main.onclick = ({ target }) => target.value && navigator.clipboard.writeText(target.value).then(() => { target.textContent = "Copied"; setTimeout(() => { target.textContent = "Copy"; }, 1500); }, () => {});
  onhashchange = follow;
  box.value = new URL(location).searchParams.get("q") ?? "";
  update();
  follow();
})();
