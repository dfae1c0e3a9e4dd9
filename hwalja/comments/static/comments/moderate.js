// The queue by keys alone. Every button of the page works without it.
(() => {
  "use strict";
  const form = document.getElementById("mod-form");
  const list = document.getElementById("mod-rows");
  if (!form) return;
  const byId = (id) => document.getElementById(id);
  const said = byId("mod-said"), choose = byId("mod-choose"), keys = byId("mod-keys");
  const beside = byId("mod-beside"), listens = byId("mod-listens"), next = byId("mod-next");
  const LISTENS = "hwalja-mod-keys";
  const WIDE = matchMedia("(min-width: 72rem)");
  // What the next number chooses; none while nothing is asked.
  let asked = null;
  // Deeds go to the server one after another, as they were pressed.
  let line = Promise.resolve();

  const rows = () => (list ? [...list.children] : []);
  const here = () => document.activeElement?.closest?.(".mod-row") || list?.querySelector(".mod-here");
  const say = (text, isWrong) => {
    said.textContent = text;
    said.classList.toggle("mod-wrong", Boolean(isWrong));
  };

  function stand(row) {
    if (!row) return;
    list.querySelector(".mod-here")?.classList.remove("mod-here");
    row.classList.add("mod-here");
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
    look(row);
  }

  function step(by) {
    const all = rows(), now = all.indexOf(here());
    stand(now < 0 ? all[0] : all[Math.min(Math.max(now + by, 0), all.length - 1)]);
  }

  // On to what is not decided yet; after the last, the next page.
  function further(row) {
    const all = rows(), from = all.indexOf(row) + 1;
    const open = (one) => !one.classList.contains("mod-done");
    const found = all.slice(from).find(open) || all.find(open);
    if (found) stand(found);
    else if (next) next.focus();
  }

  let timer = 0, wanted = null;
  function look(row) {
    if (!WIDE.matches) return;
    clearTimeout(timer);
    wanted = row.dataset.pk;
    timer = setTimeout(async () => {
      const answer = await fetch(`${row.querySelector("[data-open]").href}?part`).catch(() => null);
      if (!answer?.ok || answer.redirected || wanted !== row.dataset.pk) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      beside.replaceChildren(...page.body.childNodes);
      beside.hidden = false;
    }, 120);
  }

  const ticked = () => [...form.querySelectorAll("input[name=pk]:checked")];

  function count() {
    const number = ticked().length;
    byId("mod-chosen").textContent = number ? `고른 댓글 ${number}개를` : "고른 댓글을";
  }

  async function send(fields, pks) {
    const data = new URLSearchParams(fields);
    data.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
    for (const pk of pks) data.append("pk", pk);
    let answer = null;
    try {
      answer = await fetch(form.action, { method: "POST", body: data, headers: { Accept: "application/json" } });
    } catch (e) {
      return say("연결되지 않았습니다. 다시 눌러 주십시오.", true);
    }
    const isOurs = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (!isOurs) return say("하지 못했습니다. 다시 로그인했는지 보고 새로 여십시오.", true);
    const told = await answer.json();
    say(told.text, !answer.ok);
    for (const row of told.rows || []) show(row, told.undone);
  }

  function show(state, isUndone) {
    const row = byId(`c${state.pk}`);
    if (!row) return;
    row.classList.toggle("mod-done", !state.queued && !isUndone);
    row.querySelector(".mod-state").textContent = state.state + (state.featured ? ", 추천" : "");
    row.toggleAttribute("data-featured", state.featured);
    if (isUndone) stand(row);
  }

  function act(fields) {
    const chosen = ticked();
    const many = chosen.length && ["approve", "hide"].includes(fields.do);
    const row = here();
    if (fields.do !== "undo" && !many && !row) return say("먼저 j로 댓글을 고르십시오.", true);
    const pks = fields.do === "undo" ? [] : many ? chosen.map((one) => one.value) : [row.dataset.pk];
    for (const pk of pks) byId(`c${pk}`).classList.add("mod-done");
    for (const box of many ? chosen : []) box.checked = false;
    count();
    if (fields.do === "approve" || fields.do === "hide") further(many ? byId(`c${pks.at(-1)}`) : row);
    line = line.then(() => send(fields, pks)).then(() => {
      // Whatever was refused is still to do.
      if (said.classList.contains("mod-wrong")) for (const pk of pks) byId(`c${pk}`).classList.remove("mod-done");
    });
  }

  // Ask for one of a few, by number or by a press.
  function ask(title, template, then) {
    const from = here();
    choose.replaceChildren(byId(template).content.cloneNode(true));
    choose.setAttribute("aria-label", title);
    const head = document.createElement("p");
    head.textContent = title;
    choose.prepend(head);
    choose.hidden = false;
    asked = { then, from };
    for (const button of choose.querySelectorAll("button"))
      button.addEventListener("click", () => answer(button.dataset.value));
    say(`${title}: 번호를 누르십시오. 그만두려면 Esc.`);
  }

  function close() {
    const from = asked?.from;
    asked = null;
    choose.hidden = keys.hidden = true;
    if (from && !from.contains(document.activeElement)) from.focus();
  }

  function answer(value) {
    const { then } = asked;
    close();
    then(value);
  }

  const hide = () => ask("가리는 까닭", "mod-reasons", (reason) => act({ do: "hide", reason }));
  const stop = () => ask("글쓴이", "mod-terms", (term) =>
    ask("까닭", "mod-reasons", (reason) => act({ do: "stand", term, reason })));

  function help() {
    keys.hidden = !keys.hidden;
    if (!keys.hidden) keys.focus();
  }

  function tick() {
    const box = here()?.querySelector("input[name=pk]");
    if (!box) return;
    box.checked = !box.checked;
    count();
  }

  const KEYS = {
    j: () => step(1),
    k: () => step(-1),
    a: () => act({ do: "approve" }),
    h: hide,
    b: stop,
    f: () => act({ do: here()?.hasAttribute("data-featured") ? "unfeature" : "feature" }),
    u: () => act({ do: "undo" }),
    x: tick,
    o: () => here()?.querySelector("[data-open]").click(),
    n: () => next?.click(),
    "?": help,
  };
  // The same keys while the Korean keyboard is on.
  const KOREAN = { ㅓ: "j", ㅏ: "k", ㅁ: "a", ㅗ: "h", ㅠ: "b", ㄹ: "f", ㅕ: "u", ㅌ: "x", ㅐ: "o", ㅜ: "n" };

  function keyOf(event) {
    if (event.key === "?" || /^[0-9]$/.test(event.key) || event.key === "Escape") return event.key;
    // With an input method on, the letter is known only by its place.
    if (event.key === "Process" && event.code.startsWith("Key")) return event.code[3].toLowerCase();
    return KOREAN[event.key] || event.key;
  }

  // Before Wagtail's own keys.
  window.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const typing = event.target.matches?.("input:not([type=checkbox]), select, textarea, [contenteditable]");
    if (typing) return;
    const key = keyOf(event);
    if (key === "Escape" && (asked || !keys.hidden)) close();
    else if (!listens.checked) return;
    else if (asked && /^[0-9]$/.test(key)) {
      const button = choose.querySelector(`[data-key="${key}"]`);
      if (!button) return;
      answer(button.dataset.value);
    } else if (Object.hasOwn(KEYS, key)) {
      if (asked) close();
      KEYS[key]();
    } else return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  list?.addEventListener("focusin", (event) => {
    const row = event.target.closest(".mod-row");
    if (!row || row.classList.contains("mod-here")) return;
    list.querySelector(".mod-here")?.classList.remove("mod-here");
    row.classList.add("mod-here");
    look(row);
  });
  form.addEventListener("change", count);
  // Buttons of the page do in place what they would do by a form.
  form.addEventListener("submit", (event) => {
    const button = event.submitter;
    if (!button) return;
    event.preventDefault();
    if (button.name === "one") {
      const [what, pk] = button.value.split("-");
      const before = ticked();
      for (const box of before) box.checked = false;
      stand(byId(`c${pk}`));
      act({ do: what });
      for (const box of before) box.checked = true;
      count();
    } else if (button.value === "undo") act({ do: "undo" });
    else if (!ticked().length) say("먼저 댓글을 고르십시오.", true);
    else act(button.value === "hide" ? { do: "hide", reason: byId("mod-reason").value } : { do: button.value });
  });
  const opener = form.querySelector("[data-help]");
  opener.hidden = false;
  opener.addEventListener("click", help);
  listens.checked = localStorage.getItem(LISTENS) !== "no";
  listens.addEventListener("change", () => localStorage.setItem(LISTENS, listens.checked ? "yes" : "no"));
})();
