import { morph } from "core/morph";
import { fetchFragment } from "core/fetch";
import { parse } from "core/swap";

const pause = 120; // milliseconds after the last key

export interface Combobox {
  readonly field: HTMLInputElement;
  readonly list: HTMLElement;
  readonly url: string;
  /** What to ask for, of what is typed; null for nothing. */
  readonly ask: (typed: string) => string | null;
  readonly choose: (option: HTMLElement) => void;
  /** Whether the first option is chosen unless another is, or none. */
  readonly begins: "first" | "none";
}

/**
 * A text field with a list of ways to go on (ARIA combobox with a listbox). The server answers `GET url?q=…` with
 * `<li role="option" id="…">`; without it the field is a plain text field.
 */
export function combobox({ field, list, url, ask, choose, begins }: Combobox): void {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();

  const options = (): HTMLElement[] => [...list.querySelectorAll<HTMLElement>("[role=option]")];
  const mark = (chosen: HTMLElement | null): void => {
    for (const option of options()) option.setAttribute("aria-selected", String(option === chosen));
    if (chosen) field.setAttribute("aria-activedescendant", chosen.id);
    else field.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  };
  const open = (shown: boolean): void => {
    list.hidden = !shown;
    field.setAttribute("aria-expanded", String(shown));
    mark(shown && begins === "first" ? options()[0] ?? null : null);
  };
  const close = (): void => {
    clearTimeout(timer);
    asked.abort();
    open(false);
  };
  const take = (option: HTMLElement): void => { close(); choose(option); };
  const look = async (): Promise<void> => {
    const q = ask(field.value);
    if (q === null) { close(); return; }
    asked.abort();
    asked = new AbortController();
    try {
      const response = await fetchFragment(`${url}?${new URLSearchParams({ q }).toString()}`, list.id, { signal: asked.signal });
      if (!response.ok) { open(false); return; }
      morph(list, parse(await response.text()));
      open(options().length > 0 && document.activeElement === field);
    } catch (fault) {
      if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === "AbortError")) return; // no help, no harm
      throw fault;
    }
  };

  // Again whenever it is used: an answer from the server may have put it back as it was written. A list of the browser's
  // own goes.
  const dress = (): void => {
    field.removeAttribute("list");
    for (const [name, value] of [["role", "combobox"], ["aria-autocomplete", "list"], ["aria-controls", list.id], ["aria-expanded", String(!list.hidden)]] as const) field.setAttribute(name, value);
  };
  dress();
  field.addEventListener("focus", dress);
  field.addEventListener("input", () => {
    dress();
    clearTimeout(timer);
    timer = setTimeout(() => { void look(); }, pause);
  });
  field.addEventListener("blur", close);
  field.addEventListener("keydown", (event) => {
    if (list.hidden) return;
    const all = options();
    const at = all.findIndex((option) => option.getAttribute("aria-selected") === "true");
    const chosen = all[at];
    if (event.key === "ArrowDown") mark(all[(at + 1) % all.length] ?? null);
    else if (event.key === "ArrowUp") mark(all[(at < 0 ? all.length : at + all.length) % all.length - 1] ?? all.at(-1) ?? null);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen && !event.shiftKey) take(chosen);
    else { if (event.key === "Enter") close(); return; }
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the focus stays in the field
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    if (option) take(option);
  });
}
