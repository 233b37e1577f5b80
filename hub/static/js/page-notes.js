// What could be mended in a page stands beside its fields while somebody writes in the CMS, and all
// of it in the side panel for checks. Asks once a change has stood still for a second.
const script = document.querySelector("script[data-page-notes]");
const form = document.querySelector("form[data-edit-form]");
const panel = document.querySelector('[data-side-panel="checks"]');
const SECOND = 1000;
// Change by themselves whenever the editor saves, and hold nothing of the text.
const OF_SAVING = /^(?:loaded_revision|comments-|csrfmiddlewaretoken)/;

const ICON = '<svg class="icon icon-glasses icon" aria-hidden="true"><use href="#icon-glasses"></use></svg>';

const section = document.createElement("section");
const title = document.createElement("h2");
const status = document.createElement("p");
const list = document.createElement("div");
let seen = "";
let asked = "";
let busy = false;

function element(name, text, className) {
  const made = document.createElement(name);
  made.textContent = text;
  made.className = className;
  return made;
}

function fieldOf(path) {
  const [field, block] = path.split(".");
  const whole = form.querySelector(`[data-contentpath="${CSS.escape(field)}"]`);
  return (block && whole?.querySelector(`[data-contentpath="${CSS.escape(block)}"]`)) || whole;
}

function putBesideFields() {
  form.querySelectorAll("[data-page-note]").forEach((note) => note.remove());
  for (const link of list.querySelectorAll("[data-note]")) {
    const field = fieldOf(link.dataset.note);
    const note = element("div", "", "help-block help-info");
    note.dataset.pageNote = "";
    note.innerHTML = ICON;
    note.append(element("strong", link.dataset.kind, ""), `: ${link.nextElementSibling.textContent}`);
    field?.append(note);
  }
}

function lead(event) {
  const link = event.target.closest("[data-note]");
  const field = link && fieldOf(link.dataset.note);
  if (!field) return;
  event.preventDefault();
  const tab = field.closest('[role="tabpanel"][hidden]');
  // On a phone the panel lies over the fields.
  if (matchMedia("(width < 50rem)").matches) document.querySelector("[data-form-side-close-button]")?.click();
  if (tab) document.querySelector(`[role="tab"][aria-controls="${tab.id}"]`)?.click();
  field.scrollIntoView({ block: "center" });
  field.querySelector("input:not([type=hidden]), textarea, [contenteditable=true]")?.focus({ preventScroll: true });
}

async function ask(address, sent) {
  const body = new URLSearchParams(sent);
  body.set("csrfmiddlewaretoken", form.elements.csrfmiddlewaretoken.value);
  try {
    const answer = await fetch(address, { method: "POST", body, redirect: "error" });
    if (!answer.ok) throw new Error(answer.status);
    list.innerHTML = await answer.text();
    const count = list.querySelector("p");
    if (status.textContent !== count.textContent) status.textContent = count.textContent;
    count.remove();
    putBesideFields();
  } catch {
    status.textContent = script.dataset.failed;
  }
}

async function look() {
  const address = form.action.replace(/\/edit\/.*$/, "/checks/");
  if (busy || document.hidden || address === form.action) return;
  const fields = [...new FormData(form)].filter(([name, value]) => typeof value === "string" && !OF_SAVING.test(name));
  const now = new URLSearchParams(fields).toString();
  const stands = now === seen;
  seen = now;
  if (!stands || now === asked) return;
  busy = true;
  asked = now;
  await ask(address, now);
  busy = false;
}

if (script && form) {
  title.textContent = script.dataset.title;
  title.className = "w-my-5 w-text-16 w-font-bold";
  status.setAttribute("role", "status");
  section.className = "w-py-6 w-pl-2 lg:w-pl-8";
  section.append(title, status, list);
  panel?.querySelector("h2").after(section);
  section.addEventListener("click", lead);
  setInterval(look, SECOND);
}
