/** One page that was fetched before anybody asked for it: in memory alone, until it is shown, grows old, or an act may have changed what it says. */
const life = 100_000; // ms; the frame of a message lives two minutes at the server

let held: { readonly url: string; readonly target: string; readonly fragment: DocumentFragment; readonly until: number } | null = null;

/** Keeps what goes into the element `target` names. */
export function hold(url: string, target: string, fragment: DocumentFragment): void {
  held = { url, target, fragment, until: performance.now() + life };
}

/** What was fetched of an address for this element, once; null for nothing. */
export function takeHeld(url: string, target: string): DocumentFragment | null {
  const found = held?.url === url && held.target === target && performance.now() < held.until ? held.fragment : null;
  if (found) held = null;
  return found;
}

export function dropHeld(): void {
  held = null;
}
