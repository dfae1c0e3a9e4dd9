// Comments in place: the form opens where it was asked for, counts while one types, sends without
// a new page, and keeps what was typed on this device until it has arrived. Every link and form
// here works without it.
(function () {
  "use strict";
  const root = document.querySelector("[data-comments]");
  if (!root) return;
  const base = root.dataset.comments;
  const AGAIN = "적은 글은 이 기기에 두었습니다. ";

  const store = {
    get(name) {
      try { return JSON.parse(localStorage.getItem(name)) || {}; } catch (e) { return {}; }
    },
    set(name, value) {
      try {
        if (value) localStorage.setItem(name, JSON.stringify(value));
        else localStorage.removeItem(name);
      } catch (e) {
        // Storage is switched off or full: the text stays in the form.
      }
    },
  };

  // As hangul/length.py counts: composed; ASCII one byte, the basic plane two, beyond it four.
  function measure(text) {
    let characters = 0, bytes = 0;
    for (const character of text.replace(/\r\n?/g, "\n").normalize("NFC")) {
      const code = character.codePointAt(0);
      characters += 1;
      bytes += code < 0x80 ? 1 : code < 0x10000 ? 2 : 4;
    }
    return [characters, bytes];
  }
  window.hwaljaMeasure = measure;

  function say(form, text, isWrong) {
    let line = form.querySelector(".comment-said");
    if (!line) {
      line = document.createElement("p");
      form.querySelector(".comment-send").append(line);
    }
    line.className = "comment-said" + (isWrong ? " comment-wrong" : "");
    line.setAttribute("role", isWrong ? "alert" : "status");
    line.textContent = text;
  }

  const nameOf = (form) => "hwalja.comment " + base + " " + form.elements.reply.value;

  function keep(form) {
    const { body, key } = form.elements;
    store.set(nameOf(form), body.value ? { body: body.value, key: key.value } : null);
  }

  function count(form) {
    const output = form.querySelector("output");
    const [characters, bytes] = measure(form.elements.body.value);
    const most = [Number(form.dataset.characters), Number(form.dataset.bytes)];
    output.textContent = [[characters, most[0], "자"], [bytes, most[1], "바이트"]]
      .filter(([, limit]) => limit)
      .map(([number, limit, unit]) => `현재 ${number}${unit} / 최대 ${limit}${unit}`)
      .join(", ");
    output.classList.toggle("over", Boolean((most[0] && characters > most[0]) || (most[1] && bytes > most[1])));
  }

  function wake(form) {
    if (form.dataset.awake) return form;
    form.dataset.awake = "1";
    const { body, key, name } = form.elements;
    const kept = store.get(nameOf(form));
    if (kept.body && !body.value.trim()) {
      body.value = kept.body;
      // The key it was sent under before: if it has arrived after all, it is not there twice.
      if (kept.key) key.value = kept.key;
      say(form, "쓰다 둔 글을 되살렸습니다.");
    }
    const me = store.get("hwalja.commenter");
    if (name && !name.value && me.name) name.value = me.name;
    body.addEventListener("input", () => { count(form); keep(form); });
    form.addEventListener("submit", (event) => { event.preventDefault(); send(form); });
    addEventListener("pageshow", () => count(form));
    count(form);
    return form;
  }

  async function page(address, options) {
    const response = await fetch(address, Object.assign({ credentials: "same-origin" }, options));
    const text = await response.text();
    return { response, found: new DOMParser().parseFromString(text, "text/html") };
  }

  const formOf = (found) => found.querySelector("form.comment-form[data-characters]");

  // A form from the server in the place of one here, with all that was typed.
  function replace(old, fresh, keepsKey) {
    const form = document.importNode(fresh, true);
    for (const name of ["body", "name", "password"]) {
      if (old.elements[name] && form.elements[name]) form.elements[name].value = old.elements[name].value;
    }
    if (keepsKey) form.elements.key.value = old.elements.key.value;
    if (old.dataset.inPlace) form.dataset.inPlace = "1";
    old.replaceWith(form);
    keep(form);
    return wake(form);
  }

  async function send(form, isSecond) {
    const button = form.querySelector("button");
    keep(form);
    button.disabled = true;
    say(form, "보내고 있습니다.");
    let answer;
    try {
      answer = await page(form.action, { method: "POST", body: new URLSearchParams(new FormData(form)) });
    } catch (e) {
      button.disabled = false;
      say(form, AGAIN + "연결되면 다시 보내 주십시오.", true);
      addEventListener("online", () => say(form, "다시 연결되었습니다. 보내기를 눌러 주십시오."), { once: true });
      return;
    }
    button.disabled = false;
    const { response, found } = answer;
    const fresh = formOf(found);
    if (response.ok && found.querySelector(".comment-state")) return arrived(form, response, found);
    if (response.status === 403 && fresh && !isSecond && !found.querySelector(".comment-wrong mark")) {
      const again = replace(form, fresh, true);
      // Only the token was too old; the text has not been looked at.
      if (found.querySelector("[data-expired]")) return send(again, true);
      return again.elements.body.focus();
    }
    if (fresh) {
      const again = replace(form, fresh, response.status === 429);
      const wrong = again.querySelector(".comment-wrong");
      if (wrong) wrong.scrollIntoView({ block: "nearest" });
      again.elements.body.focus();
      return;
    }
    const wait = response.headers.get("Retry-After");
    say(form, AGAIN + (wait ? wait + "초 뒤에 " : "잠시 뒤 ") + "다시 보내 주십시오.", true);
  }

  function arrived(form, response, found) {
    store.set(nameOf(form), null);
    if (form.elements.name) store.set("hwalja.commenter", { name: form.elements.name.value });
    const box = document.createElement("div");
    box.className = "comment-note comment-mine";
    box.tabIndex = -1;
    const state = document.importNode(found.querySelector(".comment-state"), true);
    const text = document.createElement("p");
    text.className = "comment-body";
    text.textContent = form.elements.body.value.trim();
    const link = document.createElement("a");
    link.href = response.url;
    link.textContent = "내 댓글 보기 · 지우기";
    box.append(state, text, link);
    if (form.dataset.inPlace) form.replaceWith(box);
    else location.assign(response.url);
    box.focus();
  }

  async function open(link) {
    const place = link.closest(".comment-write") || link.closest(".comment-do");
    const next = place.nextElementSibling;
    if (next && next.matches("form.comment-form")) return next.elements.body.focus();
    try {
      const fresh = formOf((await page(link.href)).found);
      if (!fresh) throw new Error("no form");
      const form = document.importNode(fresh, true);
      form.dataset.inPlace = "1";
      place.after(form);
      wake(form);
      (form.elements.name && !form.elements.name.value ? form.elements.name : form.elements.body).focus();
    } catch (e) {
      location.assign(link.href);
    }
  }

  async function vote(link) {
    const address = link.href.split("#")[0];
    try {
      const form = (await page(address)).found.querySelector("form.comment-vote");
      if (!form) return location.assign(link.href);
      const data = new URLSearchParams(new FormData(form));
      data.set("value", link.dataset.vote);
      const { found } = await page(address + "vote", { method: "POST", body: data });
      const said = document.querySelector("#said");
      said.textContent = found.querySelector(".comment-state").textContent;
      setTimeout(() => { said.textContent = ""; }, 5000);
    } catch (e) {
      location.assign(link.href);
    }
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[data-write], a[data-vote]");
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    if (link.dataset.vote) vote(link);
    else open(link);
  });
  document.querySelectorAll("form.comment-form[data-characters]").forEach(wake);
})();
