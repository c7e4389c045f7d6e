/** What forms that a passkey fills in have in common: the question, the fields, and what is said when it goes wrong. */
import { fetchFragment } from "core/fetch";
import { show as tell } from "core/notices";
import { parse } from "core/swap";

/** Has an authenticator asked, once at a time, and says in the form what went wrong. */
export async function run(form: HTMLFormElement, act: (form: HTMLFormElement) => Promise<void>): Promise<void> {
  if (form.hasAttribute("data-busy")) return;
  form.setAttribute("data-busy", "");
  trouble(form, null);
  try {
    await act(form);
  } catch (fault) {
    if (fault instanceof TypeError) trouble(form, "failed"); // offline, or an answer that is none
    else if (!(fault instanceof DOMException)) throw fault;
    else trouble(form, fault.name === "NotAllowedError" || fault.name === "AbortError" ? "cancelled" : fault.name === "InvalidStateError" ? "known" : "failed");
  } finally {
    form.removeAttribute("data-busy");
  }
}

/** What the server wants asked, told the token and the fields named in `sends`; null when it refused, which is said, or one was signed out. */
export async function begin(form: HTMLFormElement, url: string | undefined, sends: string): Promise<HTMLElement | null> {
  const answer = await fetchFragment(url ?? "", "notices", { method: "POST", body: going(form, sends) });
  if (answer.status === 401) { location.reload(); return null; } // signed out meanwhile: the page that asks says so
  const fragment = parse(await answer.text());
  const asked = fragment.querySelector<HTMLElement>("[data-passkey-options]");
  if (answer.ok && asked) return asked;
  for (const element of [...fragment.children]) tell(element);
  return null;
}

export function fill(form: HTMLFormElement, name: string, value: string): void {
  const field = form.elements.namedItem(name);
  if (field instanceof HTMLInputElement) field.value = value;
}

/** What was ticked at the door goes with a passkey too, though the ticks stand in another form. */
export function takeWishes(form: HTMLFormElement): void {
  for (const tick of document.querySelectorAll<HTMLInputElement>("[data-wish]:checked")) {
    if (form.elements.namedItem(tick.name)) continue;
    const field = document.createElement("input");
    Object.assign(field, { type: "hidden", name: tick.name, value: tick.value });
    form.append(field);
  }
}

/** Says what went wrong in the form's own words; null says nothing. */
export function trouble(form: HTMLFormElement, word: "cancelled" | "known" | "failed" | "noKey" | null): void {
  const line = form.querySelector<HTMLElement>("[data-passkey-trouble]");
  if (!line) return;
  line.hidden = word === null;
  line.textContent = word === null ? "" : form.dataset[word] ?? "";
}

function going(form: HTMLFormElement, sends: string): URLSearchParams {
  const names = new Set(["csrf", ...sends.split(" ")]);
  const fields = new URLSearchParams();
  for (const [name, value] of new FormData(form)) if (names.has(name) && typeof value === "string") fields.append(name, value);
  return fields;
}
