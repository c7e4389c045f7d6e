/**
 * Links and forms with `data-swap` fetch a fragment and put it into the element whose id the attribute names (`main` if
 * empty). A fragment is parsed here and nowhere else: this file holds the only Trusted Types policy of the page.
 *
 * Of a fragment's outermost elements, `.notice` and `role=alert` go to the notices area and those with `data-swap-into` to
 * the element of that id; the rest is the target's new content. A POST answered with notices alone goes on to `Pannier-Next`,
 * the address that the same form without script is redirected to; if one is there already, the page asks for itself again.
 */
import { askOfForm, askOfLink, type Ask } from "./ask";
import { recall } from "./cache";
import { fetchFragment, type Answer } from "./fetch";
import { dropHeld, takeHeld } from "./held";
import { arrive, leave } from "./place";
import { fill, morph, partOf } from "./morph";
import { offerRetry, notify } from "./notices";
import { sendAsPage } from "./resend";
import { spread } from "./spread";
import { word } from "./words";

const policy = window.trustedTypes?.createPolicy("pannier", { createHTML: (html: string) => html });
const running = new Map<string, { readonly abort: AbortController; readonly method: string }>();

/** Parses an answer of our own server. */
export function parse(html: string): DocumentFragment {
  const template = document.createElement("template");
  template.innerHTML = (policy ? policy.createHTML(html) : html) as string;
  return document.importNode(template.content, true);
}

/** What an element holds, as `parse` takes it. */
export const markup = (element: Element): string => element.innerHTML;

export async function swap(ask: Ask): Promise<void> {
  const older = running.get(ask.target);
  if (older?.method === "GET") older.abort.abort(); // a POST is carried out to its end; only its answer may come too late
  const mine = { abort: new AbortController(), method: ask.method };
  running.set(ask.target, mine);
  const target = document.getElementById(ask.target);
  if (ask.method === "POST") dropHeld();
  const ahead = target && ask.navigates ? takeHeld(ask.url, ask.target) : null;
  if (target && ahead) { running.delete(ask.target); spread(ahead, true); come(ask.url, target, ahead); return; }
  target?.setAttribute("data-busy", "");
  try {
    const page = target && ask.navigates ? await recall(ask.url) : null;
    const kept = page === null ? null : partOf(parse(page), ask.target);
    if (target && kept !== null && running.get(ask.target) === mine) come(ask.url, target, kept); // at once, then what is asked for
    const response = await fetchFragment(ask.url, ask.target, { method: ask.method, body: ask.body, signal: mine.abort.signal });
    await take(kept === null ? ask : { ...ask, navigates: false }, response, running.get(ask.target) === mine);
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === "AbortError") return;
    if (!(fault instanceof TypeError)) throw fault;
    offerRetry(() => { void swap(ask); });
  } finally {
    if (running.get(ask.target) === mine) {
      running.delete(ask.target);
      target?.removeAttribute("data-busy");
    }
  }
}

/** Shows the page at `url`; the one that is shown already is asked for once more and morphed. */
export function go(url: string): Promise<void> {
  const { href } = new URL(url, location.href);
  return swap({ url: href, method: "GET", body: null, target: "main", navigates: href !== location.href });
}

async function take(ask: Ask, response: Answer, isLatest: boolean): Promise<void> {
  if (response.status === 401 && ask.body) { sendAsPage(ask.url, ask.body); return; }
  if (!response.headers.get("Content-Type")?.startsWith("text/html")) { notify(word("unreadable")); return; }
  const html = await response.text();
  if (/^\s*<!doctype/i.test(html)) { location.assign(response.url); return; } // a whole page: we are elsewhere now, signed out for one
  const fragment = parse(html);
  spread(fragment, response.ok);
  const target = document.getElementById(ask.target);
  if (!response.ok || !target || !isLatest) return;
  if (ask.method === "POST" && fragment.childElementCount === 0) { await go(response.headers.get("Pannier-Next") ?? location.href); return; }

  if (ask.navigates || response.redirected) { come(response.url, target, fragment); return; }
  morph(target, fragment);
  target.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
}

function come(url: string, target: HTMLElement, fragment: DocumentFragment): void {
  leave(url);
  fill(target, fragment);
  arrive(target);
  target.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || !form.hasAttribute("data-swap")) return;
  const ask = askOfForm(form, event.submitter);
  if (ask) { event.preventDefault(); void swap(ask); }
});
document.addEventListener("click", (event) => {
  const link = event.target instanceof Element ? event.target.closest("a[data-swap]") : null;
  const ask = !event.defaultPrevented && link instanceof HTMLAnchorElement ? askOfLink(link, event) : null;
  if (ask) { event.preventDefault(); void swap(ask); }
});
