import { behave } from "core/behave";
import { markPlace } from "core/place";
import { morph } from "core/morph";
import { parse } from "core/swap";
import { fetchUnasked } from "core/unasked";

const settles = 400; // milliseconds after the last change
const every = 60_000; // milliseconds, while the page is seen

/** Asks for the counts again after something was done, and once a minute. A failure leaves what is there. */
behave("#mailboxes", HTMLElement, (sidebar) => {
  let timer = 0;
  const refresh = async (): Promise<void> => {
    if (document.hidden || !sidebar.isConnected) return;
    const response = await fetchUnasked("/sidebar", "mailboxes").catch(() => null);
    if (!response?.ok || !response.headers.get("Content-Type")?.startsWith("text/html")) return;
    const html = await response.text();
    if (/^\s*<!doctype/i.test(html)) return; // signed out meanwhile: the next click says so
    const fresh = parse(html).querySelector("#mailboxes");
    if (fresh) morph(sidebar, fresh);
    markPlace();
  };
  document.addEventListener("swapped", () => {
    clearTimeout(timer);
    timer = setTimeout(() => { void refresh(); }, settles);
  });
  setInterval(() => { void refresh(); }, every);
});
