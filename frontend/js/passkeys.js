// Passkeys. A form with data-passkey asks the browser for one when it is sent, and sends the answer along.
// Without script, or in a browser without passkeys, such a form stays hidden.
const BINARY = ["challenge", "id"];

function bytes(text) {
  const plain = atob(text.replaceAll("-", "+").replaceAll("_", "/"));
  return Uint8Array.from(plain, (letter) => letter.charCodeAt(0));
}

function text(buffer) {
  const plain = String.fromCharCode(...new Uint8Array(buffer));
  return btoa(plain).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

// The server's options with bytes where the browser wants bytes.
function decoded(value) {
  if (Array.isArray(value)) return value.map(decoded);
  if (value === null || typeof value !== "object") return value;
  const pairs = Object.entries(value).map(([name, part]) => [
    name,
    BINARY.includes(name) && typeof part === "string" ? bytes(part) : decoded(part),
  ]);
  return Object.fromEntries(pairs);
}

// rp.id is the one id that is a name.
function publicKey(options) {
  const { rp, ...rest } = options.publicKey;
  return { ...decoded(rest), ...(rp ? { rp } : {}) };
}

function encoded(credential) {
  const names = ["attestationObject", "authenticatorData", "clientDataJSON", "signature", "userHandle"];
  const given = names.filter((name) => credential.response[name]);
  const response = Object.fromEntries(given.map((name) => [name, text(credential.response[name])]));
  if (credential.response.getTransports) response.transports = credential.response.getTransports();
  return {
    id: credential.id,
    rawId: text(credential.rawId),
    type: credential.type,
    clientExtensionResults: credential.getClientExtensionResults(),
    authenticatorAttachment: credential.authenticatorAttachment ?? undefined,
    response,
  };
}

async function optionsFor(form) {
  const held = form.dataset.passkeyOptions;
  if (held.startsWith("#")) return JSON.parse(document.querySelector(held).textContent);
  const answer = await fetch(held, { headers: { Accept: "application/json" } });
  if (!answer.ok) throw new Error(`${answer.status} for the options of a passkey`);
  return (await answer.json()).request_options;
}

async function create(form) {
  const options = publicKey((await optionsFor(form)).creation_options);
  const alone = form.elements.passwordless?.checked ?? false;
  options.authenticatorSelection = {
    ...options.authenticatorSelection,
    residentKey: alone ? "required" : "discouraged",
    requireResidentKey: alone,
    ...(alone ? { userVerification: "required" } : {}),
  };
  return navigator.credentials.create({ publicKey: options });
}

async function use(form) {
  const options = await optionsFor(form);
  return navigator.credentials.get({ publicKey: publicKey(options.request_options ?? options) });
}

const ceremonies = { create, use };

async function send(form) {
  const trouble = form.querySelector("[data-passkey-trouble]");
  trouble.hidden = true;
  try {
    const credential = await ceremonies[form.dataset.passkey](form);
    form.elements.credential.value = JSON.stringify(encoded(credential));
    form.submit();
  } catch (error) {
    // Closing the browser's window is everyday life; its reason is nobody's secret but of no use here.
    trouble.hidden = false;
    trouble.focus();
  }
}

if (window.PublicKeyCredential) {
  for (const without of document.querySelectorAll("[data-without-passkeys]")) without.remove();
  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      send(form);
    });
  }
}
