/**
 * Forms that a passkey fills in. They are hidden until this finds that the browser has passkeys; what stands in for them
 * follows them. When one is sent, the server is asked what to ask the authenticator, and the form goes with the answer. A
 * button in one that makes a passkey may have another shown first, whose answer goes along in the password's place.
 */
import { behave } from "core/behave";
import { make, show } from "./authenticator";
import { isBareAddress, readQuestion } from "./ceremony";
import { begin, fill, run, takeWishes, trouble } from "./asking";

const can = typeof PublicKeyCredential === "function" && "parseRequestOptionsFromJSON" in PublicKeyCredential && !isBareAddress(location.hostname);

behave("form[data-passkey]", HTMLFormElement, (form) => {
  if (!can) return;
  form.hidden = false;
  form.parentElement?.querySelector("[data-passkey-else]")?.remove();
  form.addEventListener("submit", (event) => {
    if (form.hasAttribute("data-answered")) { form.removeAttribute("data-answered"); return; }
    event.preventDefault();
    void run(form, () => ask(form));
  });
});

behave("[data-passkey-opener]", HTMLButtonElement, (button) => {
  button.addEventListener("click", () => { if (button.form) void run(button.form, open); });

  async function open(form: HTMLFormElement): Promise<void> {
    const asked = await begin(form, button.dataset["passkeyOpener"], "");
    if (!asked) return;

    const given = await show(readQuestion(asked.dataset["passkeyOptions"] ?? ""));
    if (given.key === null) { trouble(form, "noKey"); return; }
    fill(form, "opener", given.credential);
    fill(form, "opener-key", given.key);
    fill(form, "opener-ticket", asked.dataset["ticket"] ?? "");
    const said = form.querySelector<HTMLElement>("[data-passkey-opened]");
    if (said) { said.hidden = false; said.textContent = said.dataset["passkeyOpened"] ?? ""; }
  }
});

async function ask(form: HTMLFormElement): Promise<void> {
  const asked = await begin(form, form.dataset["begin"], form.dataset["sends"] ?? "");
  if (!asked) return;

  const question = readQuestion(asked.dataset["passkeyOptions"] ?? "");
  const kind = form.dataset["passkey"];
  const given = await (kind === "make" ? make(question) : show(question));
  if (kind === "open" && given.key === null) { trouble(form, "noKey"); return; }
  fill(form, "credential", given.credential);
  fill(form, "key", given.key ?? "");
  fill(form, "ticket", asked.dataset["ticket"] ?? "");
  if (kind === "open") takeWishes(form);
  form.setAttribute("data-answered", "");
  form.requestSubmit();
}
