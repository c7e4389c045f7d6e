import { openMessage } from "core/panes";
import { fetchOwn, renew } from "core/unasked";

/** Where a message is open beside its list: marks its row, keeps that in sight, and has the list follow to the page that holds it. */
let shown = "";

function stand(): void {
  const message = openMessage();
  const list = document.getElementById("beside");
  const key = message?.getAttribute("data-message") ?? "";
  const isOther = key !== shown;
  shown = key;
  if (!list) return;

  const row = mark(list, key);
  list.querySelector("h1")?.[message ? "setAttribute" : "removeAttribute"]("aria-level", "2");
  const next = list.querySelector<HTMLInputElement>("form[data-select] input[name=next]");
  if (next && message) next.value = location.pathname + location.search;
  if (!isOther || !message) return;
  document.getElementById("reading")?.scrollTo(0, 0);
  if (row) row.scrollIntoView({ block: "nearest" });
  else void follow(list, key, message.getAttribute("data-place"));
}

function mark(list: HTMLElement, key: string): HTMLElement | null {
  let open: HTMLElement | null = null;
  for (const row of list.querySelectorAll<HTMLElement>(".lists-row")) {
    const isOpen = key !== "" && row.getAttribute("data-key") === key;
    row.toggleAttribute("data-open", isOpen);
    row.querySelector(".lists-open")?.setAttribute("aria-current", String(isOpen));
    if (isOpen) open = row;
  }
  return open;
}

async function follow(list: HTMLElement, key: string, url: string | null): Promise<void> {
  const fresh = url === null ? null : await fetchOwn(url, list.id);
  if (!fresh || !list.isConnected || shown !== key) return;
  renew(list, fresh);
  mark(list, key)?.scrollIntoView({ block: "nearest" });
}

document.addEventListener("swapped", stand);
stand();
