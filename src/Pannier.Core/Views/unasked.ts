import { fetchFragment } from "./fetch";
import { morph } from "./morph";
import { parse } from "./swap";

/** Fetches a fragment that nobody asked for by hand: the session's idle time goes on. Null when there is none, whyever; an `ended` event tells of a session that is over. */
export async function fetchOwn(url: string, target: string): Promise<DocumentFragment | null> {
  const response = await fetchFragment(url, target, { headers: { "Pannier-Unattended": "1" } }).catch(() => null);
  if (response?.status === 401) document.dispatchEvent(new CustomEvent("ended"));
  if (!response?.ok || !response.headers.get("Content-Type")?.startsWith("text/html")) return null;
  const html = await response.text();
  return /^\s*<!doctype/i.test(html) ? null : parse(html); // a whole page: signed out meanwhile; the next click says so
}

/** Brings an element up to date though nobody asked for it by hand: selection, focus and scroll stay. */
export function renew(target: Element, fresh: DocumentFragment): void {
  morph(target, fresh);
  target.dispatchEvent(new CustomEvent("swapped", { bubbles: true, detail: "unasked" }));
}
