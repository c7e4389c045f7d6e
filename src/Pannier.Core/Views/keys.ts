/**
 * Keys declared in markup: `data-keys="e"` or `data-keys="g i"` on a link, a button or a field, and by script with `onKey`.
 * A name is what the key types (`e`, `U`, `?`) or is called (`Escape`), with `Mod+` before it for Ctrl or Command.
 * Of elements with the same key the one within `data-keys-first` is meant, else the first in the page's content; none in a `data-region` that is out of sight.
 * Without `Mod+` they are deaf while one types, and off altogether under `<html data-keys-off>` (WCAG 2.1.4).
 */
const patience = 1_200; // milliseconds between the keys of a sequence
const acts = new Map<string, () => boolean>();
let pressed = "";
let last = 0;

/** `act` says whether it did anything; what the markup declares goes first. */
export function onKey(name: string, act: () => boolean): void {
  acts.set(name, act);
}

/** What to do after `key`: the sequence to act on, or the one to wait with. */
export function resolve(before: string, key: string, declared: readonly string[]): { readonly act: string | null; readonly wait: string } {
  for (const sequence of before ? [`${before} ${key}`, key] : [key]) {
    if (declared.includes(sequence)) return { act: sequence, wait: "" };
    if (declared.some((one) => one.startsWith(`${sequence} `))) return { act: null, wait: sequence };
  }
  return { act: null, wait: "" };
}

/** Takes a key as if it were pressed on the page; says whether it meant anything. */
export function press(key: string, now: number): boolean {
  const marked = [...document.querySelectorAll<HTMLElement>("#main [data-keys], [data-keys]")];
  const { act, wait } = resolve(now - last < patience ? pressed : "", key, [...marked.map(keysOf), ...acts.keys()]);
  pressed = wait;
  last = now;
  if (act === null) return wait !== "";
  const able = marked.filter((element) => keysOf(element) === act && !element.matches(":disabled") && !isAway(element));
  const element = able.find((one) => one.closest("[data-keys-first]")) ?? able.find((one) => one.closest("#main")) ?? able[0];
  if (!element) return acts.get(act)?.() ?? false;
  if (element instanceof HTMLInputElement || element instanceof HTMLTextAreaElement) {
    element.focus();
    element.select();
  } else {
    element.click();
  }
  return true;
}

/** Whether an element stands where the window has no room for it now: a list under an opened message. A closed menu is not away. */
export function isAway(element: Element): boolean {
  return element.closest("[data-region]")?.getClientRects().length === 0;
}

export function typesText(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit", "reset", "range", "color", "file"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

export function areOff(): boolean {
  return document.documentElement.hasAttribute("data-keys-off");
}

function keysOf(element: HTMLElement): string {
  return element.getAttribute("data-keys") ?? "";
}

document.addEventListener("keydown", (event) => {
  if (event.defaultPrevented || event.isComposing || event.altKey || event.repeat && event.key !== "j" && event.key !== "k") return;
  const mod = event.ctrlKey || event.metaKey;
  if (!mod && (areOff() || typesText(event.target) || document.querySelector("dialog[open]:modal"))) return;
  if (["Shift", "Control", "Meta"].includes(event.key)) return;
  if (press(mod ? `Mod+${event.key}` : event.key, event.timeStamp)) event.preventDefault();
});
