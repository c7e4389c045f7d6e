import { isAway, onKey } from "core/keys";

/**
 * j and k walk the rows of a list. The row one stands on is the one whose link has, or last had, the focus; it carries
 * `data-here`, so that acts without a selection know what they are meant for.
 */
function rows(): HTMLElement[] {
  return [...document.querySelectorAll<HTMLElement>("[data-roving] .lists-row")].filter((row) => !isAway(row));
}

let here = -1; // the last row's index, for when that row is gone
let key: string | null = null; // and its message
let place: string | null = ""; // and the page of the list it was in

function stand(row: HTMLElement | null | undefined): boolean {
  if (!row) return false;
  for (const old of document.querySelectorAll("[data-here]")) if (old !== row) old.removeAttribute("data-here");
  row.setAttribute("data-here", "");
  here = rows().indexOf(row);
  key = row.getAttribute("data-key");
  place = pageOf(row);
  return true;
}

function pageOf(row: Element | undefined): string | null {
  return row?.closest("[data-here-url]")?.getAttribute("data-here-url") ?? null;
}

/** The index to go to, kept within the list; from outside, j enters at the top and k at the end. */
export function step(from: number, by: 1 | -1, length: number): number {
  if (from < 0) return by > 0 ? 0 : length - 1;
  return Math.min(Math.max(from + by, 0), length - 1);
}

function go(by: 1 | -1): boolean {
  const all = rows();
  const row = all[step(all.findIndex((one) => one.hasAttribute("data-here")), by, all.length)];
  if (!row) return false;
  row.querySelector<HTMLElement>(".lists-open")?.focus();
  return stand(row);
}

onKey("j", () => go(1));
onKey("k", () => go(-1));

document.addEventListener("focusin", (event) => {
  const row = event.target instanceof Element ? event.target.closest<HTMLElement>("[data-roving] .lists-row") : null;
  if (row) stand(row);
});

// Back in the same list: stand where one stood, or, when an act took that row away, on the one that took its place. Never in
// another list: an act is meant for the row one stands on, and that must be one the person sees marked.
document.addEventListener("swapped", () => {
  const all = rows();
  if (stand(all.find((row) => row.hasAttribute("data-open")))) return;
  if (here < 0 || all.length === 0 || pageOf(all[0]) !== place || all.some((row) => row.hasAttribute("data-here"))) return;
  const row = all.find((one) => one.getAttribute("data-key") === key) ?? all[Math.min(here, all.length - 1)];
  stand(row);
  if (document.activeElement === document.body || document.activeElement?.id === "main") row?.querySelector<HTMLElement>(".lists-open")?.focus();
});
