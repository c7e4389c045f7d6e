import { behave } from "core/behave";
import { combobox } from "core/combobox";
import { fetchFragment } from "core/fetch";
import { listPlace } from "core/panes";
import { markPlace } from "core/place";
import { parse } from "core/swap";
import { fetchOwn, renew } from "core/unasked";

const pause = 150; // milliseconds after the last key until the mirror is searched
const settles = 600; // and until the servers are

let typed = ""; // the address last shown by typing
let following = "";

/** Whether so little is typed that nearly everything would match. A sign beyond ASCII may be a word by itself. */
export function isShort(text: string): boolean {
  return text.length < 2 && /^[\x20-\x7e]*$/u.test(text);
}

function show(fragment: DocumentFragment, into: Element | null): void {
  if (!into) return;
  renew(into, fragment);
  markPlace();
}

/** Shows what the mirror knows of a search that is still being typed. */
behave("form[data-search]", HTMLFormElement, (form) => {
  const field = form.querySelector("input");
  const list = document.getElementById("q-suggest");
  if (!field || !list) return;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let asked = new AbortController();
  const look = async (): Promise<void> => {
    const q = field.value.trim();
    if (isShort(q)) return;
    asked.abort();
    asked = new AbortController();
    const url = `${form.action}?${new URLSearchParams({ q }).toString()}`;
    try {
      const response = await fetchFragment(`${url}&typing=on`, "main", { signal: asked.signal });
      const html = await response.text();
      if (!response.ok || /^\s*<!doctype/iu.test(html) || field.value.trim() !== q) return;
      if (location.href === typed) history.replaceState({ scroll: 0 }, "", url);
      else history.pushState({ scroll: 0 }, "", url);
      typed = location.href;
      show(parse(html), document.getElementById("main"));
    } catch (fault) {
      if (fault instanceof TypeError || (fault instanceof DOMException && fault.name === "AbortError")) return; // Enter says it aloud
      throw fault;
    }
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { void look(); }, pause);
  };
  field.addEventListener("input", soon);
  form.addEventListener("submit", () => { clearTimeout(timer); asked.abort(); });
  combobox({
    field,
    list,
    url: "/search/complete",
    begins: "none",
    ask: (text) => text.trim() === "" ? null : text,
    choose: (option) => {
      field.value = option.getAttribute("data-value") ?? field.value;
      field.dispatchEvent(new Event("input", { bubbles: true }));
    },
  });
});

/** While servers search, asks for what they have found since, as long as the same search is shown. */
async function follow(): Promise<void> {
  const url = document.querySelector("#main [data-search-wait]")?.getAttribute("data-search-wait") ?? "";
  if (url === "" || following !== "") return;
  following = location.href;
  if (following === typed) await new Promise((done) => { setTimeout(done, settles); });
  const target = listPlace()?.target ?? null;
  const fresh = target && location.href === following ? await fetchOwn(url, target.id) : null;
  const isHere = location.href === following && listPlace()?.target === target;
  following = "";
  if (fresh && isHere) show(fresh, target);
  else if (!isHere) void follow();
}

document.addEventListener("swapped", () => {
  const field = document.querySelector<HTMLInputElement>("[data-search] input");
  if (field && field !== document.activeElement) field.value = new URL(location.href).searchParams.get("q") ?? "";
  void follow();
});
behave("[data-search-wait]", HTMLElement, () => { void follow(); });
