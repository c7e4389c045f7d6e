/**
 * Forms that a passkey fills in. They are hidden until this finds that the browser has passkeys; what stands in for them
 * follows them. When one is sent, the server is asked what to ask the authenticator, and the form goes with the answer.
 */
import { behave } from "core/behave";
import { fetchFragment } from "core/fetch";
import { show as tell } from "core/notices";
import { parse } from "core/swap";
import { make, show } from "./authenticator";
import { isBareAddress, readQuestion } from "./ceremony";

const can = typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential && !isBareAddress(location.hostname);

behave("form[data-passkey]", HTMLFormElement, (form) => {
  if (!can) return;
  form.hidden = false;
  form.parentElement?.querySelector("[data-passkey-else]")?.remove();
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("data-answered")) { form.removeAttribute("data-answered"); return; }
    event.preventDefault();
    if (!form.hasAttribute("data-busy")) void run(form);
  });
});

async function run(form: HTMLFormElement): Promise<void> {
  form.setAttribute("data-busy", "");
  trouble(form, null);
  try {
    await ask(form);
  } catch (fault) {
    if (fault instanceof TypeError) trouble(form, "failed"); // offline, or an answer that is none
    else if (!(fault instanceof DOMException)) throw fault;
    else trouble(form, fault.name === "NotAllowedError" || fault.name === "AbortError" ? "cancelled" : fault.name === "InvalidStateError" ? "known" : "failed");
  } finally {
    form.removeAttribute("data-busy");
  }
}

async function ask(form: HTMLFormElement): Promise<void> {
  const answer = await fetchFragment(form.dataset["begin"] ?? "", "notices", { method: "POST", body: going(form) });
  if (answer.status === 401) { location.reload(); return; } // signed out meanwhile: the page that asks says so
  const fragment = parse(await answer.text());
  const asked = fragment.querySelector<HTMLElement>("[data-passkey-options]");
  if (!answer.ok || !asked) { for (const element of [...fragment.children]) tell(element); return; }

  const question = readQuestion(asked.dataset["passkeyOptions"] ?? "");
  const kind = form.dataset["passkey"];
  const given = await (kind === "make" ? make(question) : show(question));
  if (kind === "open" && given.key === null) { trouble(form, "noKey"); return; }
  fill(form, "credential", given.credential);
  fill(form, "key", given.key ?? "");
  fill(form, "ticket", asked.dataset["ticket"] ?? "");
  form.setAttribute("data-answered", "");
  form.requestSubmit();
}

/** The token, and those fields that the question depends on. */
function going(form: HTMLFormElement): URLSearchParams {
  const names = new Set(["csrf", ...(form.dataset["sends"] ?? "").split(" ")]);
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (names.has(name) && typeof value === "string") fields.append(name, value);
  return fields;
}

function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** Says what went wrong in the form's own words; null says nothing. */
function trouble(form: HTMLFormElement, word: "cancelled" | "known" | "failed" | "noKey" | null): void {
  const line = form.querySelector<HTMLElement>("[data-passkey-trouble]");
  if (!line) return;
  line.hidden = word === null;
  line.textContent = word === null ? "" : form.dataset[word] ?? "";
}
