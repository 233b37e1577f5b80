// Sends an answer to the server while somebody gives it, and says whether it is saved.
//
// One request at a time, always with the newest of the form. Each names its page and its number and what its page knew,
// so that the server refuses what is older than what it keeps. What isn't acknowledged stays in the tab's own
// storage: reloading the page or coming back to it finds it there.
const PAUSE = 700;
const PATIENCE = 15_000;
const FIRST_RETRY = 1_000;
const LAST_RETRY = 30_000;

// None where a browser keeps nothing: the server still does.
function tabStorage() {
  try {
    return sessionStorage;
  } catch {
    return undefined;
  }
}

class Trouble extends Error {
  constructor(state, { words, link } = {}) {
    super(state);
    Object.assign(this, { state, words, link });
  }
}

class Saving {
  constructor(form) {
    this.form = form;
    this.storage = tabStorage();
    this.place = form.querySelector("[data-saving-state]");
    this.key = `answer ${location.pathname}`;
    this.page = crypto.getRandomValues(new Uint32Array(3)).reduce((text, part) => text + part.toString(36), "");
    this.number = 0;
    this.seen = form.dataset.stamp;
    this.retry = FIRST_RETRY;
    this.place.hidden = false;
    form.addEventListener("input", () => this.changed());
    form.addEventListener("submit", () => this.leave());
    addEventListener("online", () => this.pending && this.send());
    addEventListener("pagehide", () => this.pending && !this.left && this.post().catch(() => {}));
    // A page that the browser kept whole would know nothing of what happened since.
    addEventListener("pageshow", (event) => event.persisted && location.reload());
    addEventListener("beforeunload", (event) => this.state === "trying" && !this.left && event.preventDefault());
    if (!this.restore() && "unsaved" in form.dataset) this.changed();
  }

  // What the form would send of its answer: nothing else of it is kept in the tab.
  get typed() {
    return [...new FormData(this.form)].filter(([name]) => name.startsWith("answer"));
  }

  changed() {
    this.pending = true;
    this.store();
    this.show(this.state === "signed-out" ? "signed-out" : "waiting");
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), PAUSE);
  }

  async send() {
    clearTimeout(this.timer);
    this.due = this.sending;
    if (this.sending || this.left) return;
    this.sending = true;
    this.pending = false;
    try {
      const { stamp, finished } = await this.post();
      this.seen = stamp;
      this.retry = FIRST_RETRY;
      if (!this.pending) {
        this.forget();
        this.show(finished ? "saved" : "unfinished");
      }
    } catch (error) {
      this.fail(error instanceof Trouble ? error : new Trouble("trying"));
    }
    this.sending = false;
    if (this.due) this.send();
  }

  async post() {
    this.number += 1;
    const body = new FormData(this.form);
    body.set("then", "keep");
    body.set("seen", this.seen);
    body.set("stamp", `${this.page}.${this.number}`);
    const reply = await fetch(location.href, {
      method: "POST",
      body: new URLSearchParams(body),
      headers: { Accept: "application/json" },
      redirect: "manual",
      keepalive: true, // what is on its way arrives, whether or not the page is left
      signal: AbortSignal.timeout(PATIENCE),
    });
    if (reply.ok) return reply.json();
    if (reply.status === 401) throw new Trouble("signed-out", { link: (await reply.json()).sign_in });
    if (reply.status === 409) throw new Trouble("refused", { words: (await reply.json()).refused });
    if (reply.status >= 500 || reply.status === 429) throw new Trouble("trying");
    throw new Trouble("reload");
  }

  fail(trouble) {
    this.pending = true;
    this.show(trouble.state, trouble);
    if (trouble.state === "refused") this.forget();
    if (trouble.state !== "trying") return;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.send(), this.retry);
    this.retry = Math.min(this.retry * 2, LAST_RETRY);
  }

  // The button's own request goes now. What the tab keeps is for the case that it doesn't arrive.
  leave() {
    this.left = true;
    clearTimeout(this.timer);
    if (this.pending) this.store();
  }

  store() {
    const { typed, seen, page, left } = this;
    try {
      this.storage?.setItem(this.key, JSON.stringify({ typed, seen, page, left }));
    } catch {
      // It is full.
    }
  }

  forget() {
    this.storage?.removeItem(this.key);
  }

  // True where the tab kept something that the server doesn't have.
  restore() {
    const kept = JSON.parse(this.storage?.getItem(this.key) ?? "null");
    const same = kept && JSON.stringify(kept.typed) === JSON.stringify(this.typed);
    const arrived = kept?.left && kept.seen !== this.seen;
    if (!kept || same || arrived) {
      this.forget();
      return false;
    }
    this.fill(kept.typed);
    // Somebody saved since: unless it was this very page, the server refuses and says so.
    if (!this.seen.startsWith(`${kept.page}.`)) this.seen = kept.seen;
    this.changed();
    return true;
  }

  fill(typed) {
    for (const control of this.form.elements) {
      if (!control.name.startsWith("answer")) continue;
      const values = typed.filter(([name]) => name === control.name).map(([, value]) => value);
      if (control.type === "radio" || control.type === "checkbox") control.checked = values.includes(control.value);
      else control.value = values[0] ?? "";
    }
  }

  // Said when it changes, not at every letter; shown at once.
  show(state, { words, link } = {}) {
    this.state = state;
    const text = words ?? this.place.querySelector(`[data-state="${state}"]`).content.textContent;
    this.place.querySelector("[data-saving-shown]").textContent = text;
    const said = this.place.querySelector("[data-saving-said]");
    if (state !== "waiting" && said.textContent !== text) said.textContent = text;
    for (const one of this.place.querySelectorAll("[data-saving-link]")) {
      one.hidden = one.dataset.savingLink !== state;
      if (!one.hidden && link) one.href = link;
    }
  }
}

export function saveWhileAnswering(root) {
  for (const form of root.querySelectorAll("form[data-saving]:not([data-example] *)")) new Saving(form);
}
