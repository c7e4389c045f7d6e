/** Where one is: the address, the title, the marked link, the scroll. */

/** Remembers the scroll of the page that is left, and goes to `url`. */
export function leave(url: string): void {
  history.replaceState({ scroll: scrollY }, "");
  if (url === location.href) return;
  history.pushState({ scroll: 0 }, "", url);
  delete document.documentElement.dataset["acted"];
}

/** Where the page can be asked for again; one that answered a form may have no address of its own, and the start page stands for it. */
export function ownAddress(): string {
  return document.documentElement.dataset["acted"] === undefined ? location.href : "/";
}

/** After new content: marks the link to it, titles the window by its heading, and stands at its top or where one was. */
export function arrive(focus: HTMLElement | null): void {
  markPlace();
  const heading = (document.querySelector("#reading h1") ?? document.querySelector("#main h1"))?.textContent.trim();
  if (heading) document.title = `${heading} · ${document.title.split(" · ").at(-1) ?? ""}`;
  const state: unknown = history.state;
  const scroll = typeof state === "object" && state !== null && "scroll" in state ? Number(state.scroll) : 0;
  scrollTo({ top: focus ? 0 : scroll, behavior: "instant" });
  const first = focus?.querySelector<HTMLElement>("[autofocus]") ?? focus; // browsers heed autofocus on whole pages alone
  first?.focus({ preventScroll: true });
}

/** Marks the links that lead to where one is. */
export function markPlace(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>("nav a[href]")) {
    if (link.pathname === location.pathname) link.setAttribute("aria-current", "page");
    else if (link.getAttribute("aria-current") === "page") link.removeAttribute("aria-current");
  }
}
