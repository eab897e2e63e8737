// Single keys as commands. Each does what a link or a button on the page does too.
// They are off while somebody writes, with Ctrl, Alt or Meta, and where the account says so.
"use strict";
(() => {
  const all = (what) => [...document.querySelectorAll(what)];
  const one = (what) => document.querySelector(what);
  const help = one("#keys"), form = one("#moves"), said = one("#said");
  const entries = () => all("a[data-row]");
  const current = () => document.activeElement.closest("tr[data-entry]");
  const ticked = () => all("input[name=chosen]:checked");
  const say = (what) => { said.textContent = said.dataset[what] || ""; };
  let goes = 0, wanted = null, sent = false;

  function step(by) {
    const list = entries(), row = current();
    const at = row ? list.findIndex((link) => row.contains(link)) : by > 0 ? -1 : list.length;
    const next = list[at + by];
    if (next) next.focus();
    else one(by > 0 ? "a[rel=next]" : "a[rel=prev]")?.click();
  }

  function tick() {
    const box = current()?.querySelector("input[name=chosen]");
    if (box) { box.checked = !box.checked; show(); }
  }

  function move(stage) {
    const button = form?.querySelector(`button[value=${stage}]`);
    if (!form) return;
    if (one("input[name=chosen]") && !ticked().length) {
      if (!current()) return say("nothing");
      tick();
    }
    if (!button || button.disabled) return say("cannot");
    wanted = button;
    if (!button.formNoValidate && !form.elements.why.value.trim()) {
      form.elements.why.focus();
      return say("why");
    }
    send();
  }

  function send() {
    const row = current() || ticked()[0]?.closest("tr");
    const list = entries();
    if (row) sessionStorage.setItem("row", list.findIndex((link) => row.contains(link)));
    form.requestSubmit(wanted);
  }

  // A stage that one of those that are ticked cannot reach is not offered.
  function show() {
    const boxes = ticked();
    for (const button of form.querySelectorAll("button[name=stage]"))
      button.disabled = boxes.some((box) => !box.dataset.moves.split(" ").includes(button.value));
    const link = one("[data-all]"), full = boxes.length === all("input[name=chosen]").length;
    link.dataset.all ||= link.textContent;
    link.textContent = full ? link.dataset.none : link.dataset.all;
  }

  const COMMANDS = {
    j: () => step(1),
    k: () => step(-1),
    x: tick,
    o: () => current()?.querySelector("a[data-row]").click(),
    s: () => move("shortlisted"),
    d: () => move("declined"),
    u: () => one("#flash form")?.requestSubmit(),
    "/": () => { const box = one("input[type=search]"); box ? box.focus() : one("a[data-search]")?.click(); },
    "?": () => help.showModal(),
    g: () => { goes = Date.now(); },
  };
  const GOES = { o: () => one("a.brand").click(), q: () => one("a[data-queue]")?.click() };

  function command(event) {
    const table = Date.now() - goes < 1500 ? GOES : COMMANDS;
    goes = 0;
    if (sent || !Object.hasOwn(table, event.key)) return;
    event.preventDefault();
    table[event.key]();
  }

  const writes = (field) => field.matches("textarea, select, input:not([type=checkbox], [type=radio])") || field.isContentEditable;

  function leave(field) {
    wanted = null;
    say("");
    field.blur();
    ticked()[0]?.closest("tr").querySelector("a[data-row]").focus();
  }

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.defaultPrevented || help?.open) return;
    if (writes(event.target)) {
      if (event.key === "Escape") leave(event.target);
      if (event.key === "Enter" && wanted && event.target.name === "why") { event.preventDefault(); send(); }
    } else if ("keys" in document.body.dataset) command(event);
  });

  // A key that is pressed twice sends once.
  document.addEventListener("submit", (event) => { sent ||= event.target.matches("#moves, #flash form"); });
  addEventListener("pageshow", () => { sent = false; });
  one("a[data-help]")?.addEventListener("click", (event) => { event.preventDefault(); help.showModal(); });
  if (one("input[name=chosen]")) {
    document.addEventListener("change", (event) => { if (event.target.name === "chosen") show(); });
    one("[data-all]").addEventListener("click", (event) => {
      event.preventDefault();
      const full = ticked().length === all("input[name=chosen]").length;
      for (const box of all("input[name=chosen]")) box.checked = !full;
      show();
    });
    show();
    const at = sessionStorage.getItem("row");
    sessionStorage.removeItem("row");
    if (at !== null) { const list = entries(); list[Math.min(at, list.length - 1)]?.focus(); }
  }
})();
