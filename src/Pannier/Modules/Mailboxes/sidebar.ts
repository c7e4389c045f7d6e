import { behave } from "core/behave";
import { markPlace } from "core/place";
import { morph } from "core/morph";
import { fetchOwn } from "core/unasked";

const settles = 400; // milliseconds after the last change
const every = 60_000; // milliseconds, while the page is seen

/** Asks for the counts again after something was done or came, and once a minute. A failure leaves what is there. */
behave("#mailboxes", HTMLElement, (sidebar) => {
  let timer = 0;
  const refresh = async (): Promise<void> => {
    if (!sidebar.isConnected) return;
    const fresh = (await fetchOwn("/sidebar", "mailboxes"))?.querySelector("#mailboxes");
    if (!fresh) return;
    morph(sidebar, fresh);
    markPlace();
    document.dispatchEvent(new Event("sidebarchanged"));
  };
  const soon = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => { void refresh(); }, settles);
  };
  document.addEventListener("swapped", (event) => { if (!(event instanceof CustomEvent && event.detail === "unasked")) soon(); });
  document.addEventListener("mailchanged", soon);
  setInterval(() => { if (!document.hidden) void refresh(); }, every);
});
