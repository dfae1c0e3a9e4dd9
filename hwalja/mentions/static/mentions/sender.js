// Sends decisions one after another, and keeps what cannot be sent until it can: in the browser,
// so that neither a lost connection nor a closed window loses one. What is sent twice is done once.
const SLOWEST = 30_000; // Milliseconds between tries.

const fresh = () =>
  [...crypto.getRandomValues(new Uint8Array(16))].map((one) => one.toString(16).padStart(2, "0")).join("");

export class Sender {
  // `answered(entry, {ok, text})`, `waits(count, why)`: what to show; `renew()`: get another token.
  constructor({ name, url, token, answered, waits, renew }) {
    Object.assign(this, { name, url, token, answered, waits, renew });
    this.line = this.load();
    this.isAtWork = false;
    this.pause = 1_000;
    window.addEventListener("online", () => this.go());
  }

  get isEmpty() {
    return this.line.length === 0;
  }

  load() {
    try {
      return JSON.parse(localStorage.getItem(this.name)) || [];
    } catch {
      return [];
    }
  }

  keep() {
    try {
      if (this.isEmpty) localStorage.removeItem(this.name);
      else localStorage.setItem(this.name, JSON.stringify(this.line));
    } catch {
      // No room or not allowed: they are kept as long as the window is open.
    }
  }

  add(fields) {
    this.line.push({ key: fresh(), fields });
    this.keep();
    this.go();
  }

  async go() {
    if (this.isAtWork || this.isEmpty) return;
    this.isAtWork = true;
    clearTimeout(this.timer);
    let why = "";
    while (!this.isEmpty && !(why = await this.one(this.line[0])));
    this.isAtWork = false;
    this.waits(this.line.length, why);
    if (this.isEmpty) return;
    this.timer = setTimeout(() => this.go(), this.pause);
    this.pause = Math.min(this.pause * 2, SLOWEST);
  }

  // Why it could not be sent, or nothing where it was answered.
  async one(entry) {
    const answer = await this.post(entry).catch(() => null);
    if (!answer) return "연결이 끊겼습니다.";
    const isOurs = (answer.headers.get("Content-Type") || "").startsWith("application/json");
    if (answer.redirected) return "다시 로그인해 주십시오.";
    if (!isOurs || answer.status >= 500) {
      if (answer.status === 403) await this.renew();
      return "서버가 받지 못했습니다.";
    }
    const { text } = await answer.json();
    this.pause = 1_000;
    this.line.shift();
    this.keep();
    this.answered(entry, { ok: answer.ok, text });
    return "";
  }

  post({ key, fields }) {
    const data = new URLSearchParams({ key, csrfmiddlewaretoken: this.token() });
    for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one);
    return fetch(this.url, { method: "POST", body: data, headers: { Accept: "application/json" } });
  }
}
