// Proposes pages under a search box while somebody types. Enter without a choice searches, as it does without script.
const PAUSE = 120;
const SHORTEST = 2;

let lists = 0;

class Suggestions {
  constructor(form) {
    this.form = form;
    this.input = form.querySelector("input[type=search]");
    this.chosen = -1;
    this.options = [];
    lists += 1;
    this.list = this.add("ul", { role: "listbox", id: `suggestions-${lists}`, className: "cg-suggestions" });
    this.list.setAttribute("aria-label", form.dataset.suggestLabel);
    this.list.hidden = true;
    this.said = this.add("p", { role: "status", className: "cg-hidden" });
    for (const [name, value] of Object.entries({
      role: "combobox",
      "aria-autocomplete": "list",
      "aria-controls": this.list.id,
      "aria-expanded": "false",
    })) {
      this.input.setAttribute(name, value);
    }
    this.input.addEventListener("input", () => this.wait());
    this.input.addEventListener("keydown", (event) => this.press(event));
    this.input.addEventListener("blur", () => this.close());
    // A press on the list must not take the focus away before its click arrives.
    this.list.addEventListener("mousedown", (event) => event.preventDefault());
  }

  add(name, { role, ...properties }) {
    const element = Object.assign(document.createElement(name), properties);
    element.setAttribute("role", role);
    this.form.append(element);
    return element;
  }

  wait() {
    clearTimeout(this.timer);
    this.asking?.abort();
    if (this.input.value.trim().length < SHORTEST) this.close();
    else this.timer = setTimeout(() => this.ask(), PAUSE);
  }

  async ask() {
    const { signal } = (this.asking = new AbortController());
    const query = new URLSearchParams({ q: this.input.value });
    try {
      const answer = await fetch(`${this.form.dataset.suggest}?${query}`, { signal });
      if (!answer.ok) throw new Error(`${answer.status} for suggestions`);
      this.show((await answer.json()).suggestions);
    } catch {
      // No network or too many questions: the box still searches. Newer letters have a question of their own.
      if (!signal.aborted) this.close();
    }
  }

  show(found) {
    this.options = found.map((one, number) => this.option(one, number));
    this.list.replaceChildren(...this.options);
    this.choose(-1);
    const { suggestSome, suggestNone } = this.form.dataset;
    this.said.textContent = found.length ? suggestSome.replace("%", found.length) : suggestNone;
    this.open(found.length > 0 && document.activeElement === this.input);
  }

  option({ title, kind, url }, number) {
    const option = document.createElement("li");
    option.id = `${this.list.id}-${number}`;
    option.setAttribute("role", "option");
    option.dataset.url = url;
    const name = Object.assign(document.createElement("span"), { textContent: title });
    const label = Object.assign(document.createElement("span"), { textContent: kind, className: "cg-kind" });
    option.append(name, " ", label);
    option.addEventListener("click", () => location.assign(url));
    return option;
  }

  press(event) {
    const moves = { ArrowDown: 1, ArrowUp: -1 };
    if (event.key in moves && this.options.length) {
      event.preventDefault();
      this.open(true);
      this.choose(this.chosen + moves[event.key]);
    } else if (event.key === "Escape" && !this.list.hidden) {
      // The first press closes the list and keeps the words; the browser's own would empty the field.
      event.preventDefault();
      this.close();
    } else if (event.key === "Enter" && !this.list.hidden && this.chosen >= 0) {
      event.preventDefault();
      location.assign(this.options[this.chosen].dataset.url);
    }
  }

  // From the last option back to the words, and from the words to the last.
  choose(number) {
    const places = this.options.length + 1;
    this.chosen = ((number + 1 + places) % places) - 1;
    for (const [place, option] of this.options.entries()) {
      option.setAttribute("aria-selected", String(place === this.chosen));
    }
    const option = this.options[this.chosen];
    if (option) {
      this.input.setAttribute("aria-activedescendant", option.id);
      option.scrollIntoView({ block: "nearest" });
    } else this.input.removeAttribute("aria-activedescendant");
  }

  open(shown) {
    this.list.hidden = !shown;
    this.input.setAttribute("aria-expanded", String(shown));
  }

  close() {
    clearTimeout(this.timer);
    this.asking?.abort();
    this.choose(-1);
    this.open(false);
    this.said.textContent = "";
  }
}

export function suggestWhileTyping(root) {
  for (const form of root.querySelectorAll("form[data-suggest]:not([data-example] *)")) new Suggestions(form);
}
