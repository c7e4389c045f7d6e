import { behave } from "core/behave";
import { fetchOwn } from "core/unasked";

const every = 60_000; // milliseconds: the server asks no more often either

/** Shows how much mail waits, now and every minute, in a place and in the window's title. */
export function tellOf(place: HTMLElement): void {
  const bare = document.title;
  const ask = async (): Promise<void> => {
    const told = await fetchOwn("/waiting", "waiting");
    const count = told?.querySelector<HTMLElement>("[data-counts]");
    if (!count || !place.isConnected) return;
    place.replaceChildren(count);
    const unread = Number(count.getAttribute("data-waiting"));
    document.title = unread > 0 ? `(${String(unread)}) ${bare}` : bare;
  };
  void ask();
  setInterval(() => { if (place.isConnected) void ask(); }, every);
}

behave("[data-tells]", HTMLElement, tellOf);
