/** Unread mail of the inboxes, in the window's title and on its icon. */
const plain = "/favicon.svg";
const marked = "/favicon-unread.svg";

/** The title with its count, whatever count it had before. */
export function titled(title: string, unread: number): string {
  const bare = title.replace(/^\(\d+\) /, "");
  return unread > 0 ? `(${String(unread)}) ${bare}` : bare;
}

function show(): void {
  const count = document.querySelector("#mailboxes [data-unread-inbox]");
  if (!document.getElementById("mailboxes")) return;
  const unread = Number(count?.getAttribute("data-unread-inbox") ?? 0);
  const title = titled(document.title, unread);
  if (title !== document.title) document.title = title;
  const icon = document.querySelector<HTMLLinkElement>("link[rel=icon]");
  const href = unread > 0 ? marked : plain;
  if (icon && icon.getAttribute("href") !== href) icon.setAttribute("href", href);
}

document.addEventListener("swapped", show);
document.addEventListener("sidebarchanged", show);
show();
