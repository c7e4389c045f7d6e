import { behave } from "core/behave";
import { morph } from "core/morph";
import { fetchFragment, parse } from "core/swap";
import { finish, unfinished } from "./addressees";

const pause = 120; // milliseconds after the last key

/**
 * Completes addresses from past correspondents (ARIA combobox with a listbox). The server answers `GET url?q=…` with
 * `<li role="option" id="…" data-value="Name &lt;address&gt;">`; without it the field is a plain text field.
 */
behave("input[data-recipients]", HTMLInputElement, (field) => {
  const list = document.getElementById(`${field.id}-suggest`);
  const url = field.getAttribute("data-recipients");
  if (!list || url === null) return;
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
    mark(shown ? options()[0] ?? null : null);
  };
  const close = (): void => {
    clearTimeout(timer);
    asked.abort();
    open(false);
  };
  const choose = (option: HTMLElement): void => {
    field.value = finish(field.value, option.getAttribute("data-value") ?? "");
    close();
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const look = async (): Promise<void> => {
    const q = unfinished(field.value);
    if (q === "" || q.includes(">")) { close(); return; }
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

  // Again whenever it is used: an answer from the server may have put it back as it was written. Its own list of the
  // browser's goes: ours completes every address of the field, not the first alone.
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
    else if (event.key === "ArrowUp") mark(all[(at - 1 + all.length) % all.length] ?? null);
    else if (event.key === "Escape") close();
    else if ((event.key === "Enter" || event.key === "Tab") && chosen && !event.shiftKey) choose(chosen);
    else return;
    event.preventDefault();
  });
  list.addEventListener("mousedown", (event) => {
    event.preventDefault(); // the focus stays in the field
    const option = event.target instanceof Element ? event.target.closest<HTMLElement>("[role=option]") : null;
    if (option) choose(option);
  });
});
