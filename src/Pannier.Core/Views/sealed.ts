/**
 * Where answers are sealed a document is an empty shell: this asks for what belongs in it, and sends the forms that a browser
 * would send by itself, since what it would be answered could not be opened. Also what begins and fills the cache.
 */
import { askOf, type Ask } from "./ask";
import { keep, keeps, keyedBy, recall } from "./cache";
import { answersAreSealed, fetchFragment, fetchSealed, type Answer } from "./fetch";
import { notify, offerRetry, show } from "./notices";
import { morph } from "./morph";
import { arrive } from "./place";
import { markup, parse } from "./swap";
import { word } from "./words";

const main = document.querySelector<HTMLElement>("main[data-sealed]");
let latest: Ask | null = null;
let sending: HTMLFormElement | null = null;

async function load(): Promise<void> {
  const kept = await recall(location.href);
  if (main && kept !== null) come(main, parse(kept));
  await send({ url: location.href, method: "GET", body: null, target: "page", navigates: false }, kept !== null);
}

async function send(ask: Ask, isShown: boolean): Promise<void> {
  latest = ask;
  const busy = document.getElementById("main");
  busy?.setAttribute("data-busy", "");
  try {
    const answer = await fetchFragment(ask.url, "page", { method: ask.method, body: ask.body });
    if (latest === ask) await take(ask, answer, isShown); // what was asked for last is shown, as browsers do
  } catch (fault) {
    if (!(fault instanceof TypeError)) throw fault;
    offerRetry(() => { void send(ask, isShown); });
  } finally {
    if (latest === ask) busy?.removeAttribute("data-busy");
  }
}

async function take(ask: Ask, answer: Answer, isShown: boolean): Promise<void> {
  const next = answer.headers.get("Pannier-Next");
  if (next !== null) { if (ask.method === "POST") location.assign(next); else location.replace(next); return; }
  if (!answer.headers.get("Content-Type")?.startsWith("text/html")) { notify(word("unreadable"), "trouble"); return; }
  const page = parse(await answer.text());
  const shell = page.querySelector(".shell");
  const fresh = page.querySelector("#main");
  const target = document.getElementById("main");
  if (!shell || !fresh || !target) { // refused before a session was open
    for (const element of [...page.children]) if (element.matches("[role=alert]")) show(element);
    return;
  }
  document.title = page.querySelector("title")?.textContent ?? document.title;
  for (const part of [".shell-header", ".shell-sidebar"]) {
    const [old, wanted] = [document.querySelector(part), shell.querySelector(part)];
    if (old && wanted) morph(old, wanted);
  }
  for (const notice of [...page.querySelectorAll("#notices > *")]) show(notice);
  const fragment = document.createDocumentFragment();
  fragment.append(...fresh.childNodes);
  if (isShown) changed(target, () => { morph(target, fragment); });
  else come(target, fragment);
}

function come(target: HTMLElement, fragment: DocumentFragment): void {
  changed(target, () => { target.replaceChildren(fragment); });
  arrive(null);
  target.querySelector<HTMLElement>("[autofocus]")?.focus();
}

function changed(target: HTMLElement, change: () => void): void {
  target.removeAttribute("data-sealed");
  change();
  target.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
}

function keepShown(): void {
  const shown = document.getElementById("main");
  if (shown?.firstElementChild?.hasAttribute("data-kept")) void keep(location.href, markup(shown));
}

if (keeps) {
  keyedBy(async () => {
    const answer = await fetchSealed("/sealing/key", "key", { headers: { "Pannier-Unattended": "1" } });
    return answer.ok ? parse(await answer.text()).querySelector("[data-cache-key]")?.getAttribute("data-cache-key") ?? null : null;
  });
  document.addEventListener("swapped", keepShown);
  keepShown();
}
if (answersAreSealed) {
  document.addEventListener("submit", (event) => {
    const form = event.target;
    if (event.defaultPrevented || !(form instanceof HTMLFormElement)) return;
    const ask = askOf(form, event.submitter);
    if (ask?.method !== "POST") return;
    event.preventDefault();
    if (form === sending) return; // pressed twice
    sending = form;
    void send(ask, false).finally(() => { if (sending === form) sending = null; });
  });
}
if (main) void load();
