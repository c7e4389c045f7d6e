/** The element to bring up to date when a list may look different, and the address it is asked for at; null when there is none. Beside an opened message that is the list alone. */
export function listPlace(): { readonly target: HTMLElement; readonly url: string; readonly scope: string } | null {
  const list = document.querySelector<HTMLElement>("#main [data-scope]");
  const main = document.getElementById("main");
  if (!list || !main) return null;
  const scope = list.getAttribute("data-scope") ?? "";
  const beside = openMessage() ? document.getElementById("beside") : null;
  return beside ? { target: beside, url: list.getAttribute("data-here-url") ?? "", scope } : { target: main, url: location.href, scope };
}

/** The message that is open beside a list; null for none. */
export function openMessage(): HTMLElement | null {
  return document.querySelector<HTMLElement>("#reading [data-message]");
}
