// The desk by keys alone, without a reload. Every form of it works without this.
import { Sender } from "./sender.js";

const PAUSE = 30_000; // Milliseconds: whoever does nothing for longer is doing something else.
const POLL = 1_000;
const TYPING = "input:not([type=hidden]), select, textarea, [contenteditable]";

class Desk {
  constructor(root) {
    this.root = root;
    this.said = root.querySelector(".who-said");
    this.kept = root.querySelector(".who-kept");
    this.keys = root.querySelector(".who-keys");
    this.body = root.querySelector(".who-body");
    this.isBeside = root.hasAttribute("data-beside");
    this.here = null; // The ref of the card that keys are about.
    this.worked = 0;
    this.last = 0;
    this.sender = new Sender({
      name: `hwalja-who-${root.dataset.user}-${root.dataset.article}`,
      url: root.dataset.do,
      token: () => root.querySelector("[name=csrfmiddlewaretoken]")?.value || "",
      answered: (entry, answer) => this.answered(entry, answer),
      waits: (count, why) => this.waits(count, why),
      renew: () => this.renew(),
    });
    this.listen();
    this.prepare();
    if (this.isBeside) this.openWithPanel();
    else this.stand(this.open()[0], false);
    this.sender.go();
  }

  listen() {
    window.addEventListener("keydown", (event) => this.key(event), true);
    this.root.addEventListener("submit", (event) => this.submit(event));
    this.root.addEventListener("focusin", (event) => this.stand(event.target.closest(".who-card"), false));
    this.root.addEventListener("input", (event) => event.target.matches("[data-search]") && this.search(event.target));
    this.root.addEventListener("click", (event) => this.click(event));
    for (const name of ["pointerdown", "input"]) this.root.addEventListener(name, () => this.work());
    // The editor saved by itself: names that were just written are known now.
    document.addEventListener("w-autosave:success", () => this.root.offsetParent && this.refresh());
  }

  openWithPanel() {
    new IntersectionObserver(async (seen) => {
      if (!seen.some((one) => one.isIntersecting)) return;
      const byToggle = document.activeElement?.matches?.("[data-side-panel-toggle=who]");
      await this.refresh();
      if (byToggle) (this.card() || this.root).focus();
    }).observe(this.root);
  }

  // --- What is shown ----------------------------------------------------------------------

  say(text, isWrong = false) {
    this.said.textContent = text;
    this.said.classList.toggle("who-wrong", isWrong);
  }

  waits(count, why) {
    this.kept.hidden = !count;
    if (count) this.kept.textContent = `${why} 정한 것 ${count}개는 이 브라우저에 남아 있고, 되는 대로 보냅니다.`;
  }

  answered(entry, { ok, text }) {
    this.say(text, !ok);
    if (!ok) this.card(entry.fields.ref)?.classList.remove("who-gone");
    if (this.sender.isEmpty) this.refresh();
  }

  // Put what stands on the server in place of what stands here; later, where somebody is typing.
  async refresh() {
    if (this.isTyping()) return void (this.isStale = true);
    this.isStale = false;
    const turn = (this.turn = (this.turn || 0) + 1);
    const answer = await fetch(`${this.root.dataset.url}?part`).catch(() => null);
    if (!answer?.ok || answer.redirected) return this.poll();
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    if (turn !== this.turn || !this.sender.isEmpty || this.isTyping()) return;
    this.put(page);
  }

  put(page) {
    const hadFocus = this.root.contains(document.activeElement);
    const place = this.open().findIndex((one) => one.dataset.ref === this.here);
    const unfolded = [...this.body.querySelectorAll(".who-fold")].map((one) => one.open && one.querySelector("summary").textContent.replace(/\d/g, ""));
    this.body.replaceChildren(...page.body.childNodes);
    for (const one of this.body.querySelectorAll(".who-fold"))
      if (unfolded.includes(one.querySelector("summary").textContent.replace(/\d/g, ""))) one.open = true;
    this.prepare();
    const all = this.open();
    const card = this.card(this.here) || all[Math.min(Math.max(place, 0), all.length - 1)] || null;
    this.stand(card, hadFocus && card !== null);
    if (hadFocus && !card) this.root.focus({ preventScroll: true });
  }

  prepare() {
    for (const one of this.body.querySelectorAll("[data-plain]")) one.hidden = true;
    for (const one of this.body.querySelectorAll("[data-help]")) one.hidden = false;
    for (const one of this.body.querySelectorAll("[data-search]")) {
      one.setAttribute("role", "combobox");
      one.setAttribute("aria-expanded", "false");
      one.setAttribute("aria-autocomplete", "list");
      one.setAttribute("aria-controls", one.closest("details").querySelector("[data-options]").id);
    }
    for (const one of this.body.querySelectorAll(".who-new, .who-other"))
      one.addEventListener("toggle", () => this.toggled(one));
    this.poll();
  }

  poll() {
    clearTimeout(this.timer);
    const state = this.body.querySelector("[data-reading]")?.dataset.reading;
    if (state === "waiting") this.timer = setTimeout(() => this.refresh(), POLL);
  }

  async renew() {
    const answer = await fetch(`${this.root.dataset.url}?part`).catch(() => null);
    if (!answer?.ok || answer.redirected) return;
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const token = page.querySelector("[name=csrfmiddlewaretoken]")?.value;
    for (const one of token ? this.root.querySelectorAll("[name=csrfmiddlewaretoken]") : []) one.value = token;
  }

  // --- Where the desk stands --------------------------------------------------------------

  card(ref = this.here) {
    return ref ? this.body.querySelector(`.who-card[data-ref="${CSS.escape(ref)}"]`) : null;
  }

  shown() {
    return [...this.body.querySelectorAll(".who-card:not(.who-gone)")].filter((one) => one.offsetParent);
  }

  open() {
    return [...this.body.querySelectorAll("[data-doubtful] > .who-card:not(.who-gone)")];
  }

  stand(card, move = true) {
    if (!card) return;
    this.body.querySelector(".who-here")?.classList.remove("who-here");
    card.classList.add("who-here");
    this.here = card.dataset.ref;
    if (!move) return;
    card.focus({ preventScroll: true });
    card.scrollIntoView({ block: "nearest" });
  }

  step(by) {
    const all = this.shown(), now = all.indexOf(this.card());
    this.stand(now < 0 ? all[0] : all[Math.min(Math.max(now + by, 0), all.length - 1)]);
  }

  further(card) {
    const all = [...this.body.querySelectorAll(".who-card")];
    const isDoubtful = Boolean(card.closest("[data-doubtful]"));
    const left = isDoubtful ? this.open() : this.shown();
    const after = left.find((one) => all.indexOf(one) > all.indexOf(card));
    const next = after || left.find((one) => one !== card);
    if (next) this.stand(next);
    else this.root.focus({ preventScroll: true });
  }

  isTyping() {
    return this.root.contains(document.activeElement) && document.activeElement.matches(TYPING);
  }

  // --- What the desk does -----------------------------------------------------------------

  work() {
    const now = performance.now();
    if (this.last && now - this.last <= PAUSE) this.worked += now - this.last;
    this.last = now;
  }

  send(fields) {
    this.work();
    fields.spent = String(Math.round(this.worked));
    this.worked = 0;
    this.sender.add(fields);
  }

  decide(form, submitter, words) {
    const data = new FormData(form, submitter), card = form.closest(".who-card");
    const fields = {};
    for (const name of new Set(data.keys())) if (!["csrfmiddlewaretoken", "key"].includes(name)) fields[name] = data.getAll(name);
    if (card) this.leave(card, words);
    this.send(fields);
  }

  // On to the next; what was decided goes when the server has it.
  leave(card, words) {
    for (const one of card.querySelectorAll("details[open]")) one.open = false;
    card.querySelector("[data-done]").textContent = words;
    card.classList.add("who-gone");
    this.further(card);
  }

  submit(event) {
    const form = event.target;
    event.preventDefault();
    if (form.getAttribute("role") === "search") return this.choose(form);
    this.decide(form, event.submitter, event.submitter.textContent.replace(/^\s*\S+\s/, "").trim());
  }

  click(event) {
    if (event.target.closest("[data-help]")) this.help();
    const again = event.target.closest("[data-again]");
    if (again) {
      event.preventDefault();
      this.refresh();
    }
    const option = event.target.closest("[role=option]");
    if (option) this.pick(option);
  }

  press(key) {
    this.card()?.querySelector(`button[data-key="${key}"]`)?.click();
  }

  unfold(key) {
    const found = this.card()?.querySelector(`details[data-key="${key}"]`);
    if (!found) return;
    found.open = true;
    // At once, so that the next key is the field's; the browser tells of the opening only later.
    this.toggled(found);
  }

  toggled(details) {
    const field = details.querySelector("input:not([type=hidden])");
    if (details.open) {
      if (document.activeElement === field) return;
      this.stand(details.closest(".who-card"), false);
      field.focus();
      if (details.matches(".who-new")) field.select();
      else this.search(field);
    } else if (this.isStale) this.refresh();
  }

  help() {
    this.keys.hidden = !this.keys.hidden;
    if (!this.keys.hidden) this.keys.focus();
  }

  sure() {
    const fold = this.body.querySelector("[data-sure]");
    if (!fold) return;
    fold.open = !fold.open;
    if (fold.open) (fold.querySelector("button[name=do]") || fold.querySelector("summary")).focus();
  }

  again() {
    this.body.querySelector("button[name=do][value=read]")?.click();
  }

  close() {
    if (!this.keys.hidden) return this.help();
    const details = document.activeElement.closest?.("details[open]:not(.who-fold)");
    if (!details) return;
    const card = details.closest(".who-card");
    details.open = false;
    this.stand(card);
  }

  // --- Finding somebody -------------------------------------------------------------------

  search(field) {
    clearTimeout(this.asking);
    this.found = new Promise((done) => {
      this.asking = setTimeout(() => done(this.ask(field)), 100);
    });
  }

  async ask(field) {
    const answer = await fetch(`${this.root.dataset.find}?q=${encodeURIComponent(field.value)}`).catch(() => null);
    const list = field.closest("details").querySelector("[data-options]");
    if (!answer?.ok || answer.redirected) return this.say("찾지 못했습니다. 연결을 보고 다시 쳐 주십시오.", true);
    const page = new DOMParser().parseFromString(await answer.text(), "text/html");
    const isNone = field.value.trim() && !page.querySelector("[role=option]");
    list.replaceChildren(...page.body.childNodes);
    if (isNone) list.textContent = "인물 사전에 없습니다.";
    this.point(field, 0);
  }

  options(field) {
    return [...field.closest("details").querySelectorAll("[role=option]")];
  }

  point(field, number) {
    const all = this.options(field);
    const at = Math.min(Math.max(number, 0), all.length - 1);
    all.forEach((one, n) => {
      one.setAttribute("aria-selected", String(n === at));
      if (n === at) one.scrollIntoView({ block: "nearest" });
    });
    field.setAttribute("aria-expanded", String(all.length > 0));
    if (all[at]) field.setAttribute("aria-activedescendant", all[at].id);
    else field.removeAttribute("aria-activedescendant");
  }

  move(field, by) {
    const at = this.options(field).findIndex((one) => one.getAttribute("aria-selected") === "true");
    this.point(field, at + by);
  }

  async choose(form) {
    const field = form.querySelector("[data-search]");
    await this.found;
    const option = this.options(field).find((one) => one.getAttribute("aria-selected") === "true");
    if (option) this.pick(option);
  }

  pick(option) {
    const details = option.closest("details"), card = details.closest(".who-card");
    const fields = { do: "change", ref: card.dataset.ref, side: details.dataset.side, profile: option.dataset.profile };
    this.leave(card, option.firstChild.textContent.trim());
    this.send(fields);
  }

  // --- Keys, by their place: the Korean keyboard may be on --------------------------------

  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const target = event.target, isInside = this.root.contains(target);
    if (!isInside && (this.isBeside || target !== document.body)) return;
    this.work();
    if (target.matches(TYPING)) {
      if (!this.typed(event)) return;
    } else if (!this.pressed(event)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  // In a field only what no writing needs; an input method keeps its own Enter and Escape.
  typed(event) {
    if (event.isComposing) return false;
    if (event.code === "Escape") return this.close() || true;
    if (!event.target.matches("[data-search]")) return false;
    if (event.code === "ArrowDown") return this.move(event.target, 1) || true;
    if (event.code === "ArrowUp") return this.move(event.target, -1) || true;
    return false;
  }

  pressed(event) {
    const name = event.shiftKey ? `Shift+${event.code}` : event.code;
    if (event.code.startsWith("Digit") && !event.shiftKey) return this.press(event.code[5]) || true;
    if (name === "Enter") return event.target.matches(".who-card") && (this.press("a") || true);
    const act = this.constructor.KEYS[name];
    if (act) act(this);
    return Boolean(act);
  }

  static KEYS = {
    KeyJ: (desk) => desk.step(1),
    KeyK: (desk) => desk.step(-1),
    ArrowDown: (desk) => desk.step(1),
    ArrowUp: (desk) => desk.step(-1),
    KeyA: (desk) => desk.press("a"),
    KeyX: (desk) => desk.press("x"),
    KeyO: (desk) => desk.unfold("o"),
    KeyP: (desk) => desk.unfold("p"),
    KeyN: (desk) => desk.unfold("n"),
    KeyU: (desk) => desk.body.querySelector("button[name=do][value=undo]")?.click(),
    KeyS: (desk) => desk.sure(),
    KeyR: (desk) => desk.again(),
    "Shift+Slash": (desk) => desk.help(),
    Escape: (desk) => desk.close(),
  };
}

const root = document.getElementById("who");
if (root) new Desk(root);
