import { behave } from "core/behave";
import { answersAreSealed, newSeal } from "core/fetch";
import { openEvent } from "core/seal";
import { fetchOwn } from "core/unasked";

/** What became different on the server, as `/events` tells it: our own ids of places, never mail. */
export interface News {
  /** `account-mailbox` of lists where something came, went or changed. */
  readonly changed: readonly string[];
  /** The same of lists that only grew older messages. */
  readonly filled: readonly string[];
  readonly accounts: readonly string[];
  /** Keys of messages new in an inbox. */
  readonly arrived: readonly string[];
}

interface Event {
  readonly name: string;
  readonly place: string;
  readonly data: string;
}

const shortest = 1_000; // milliseconds
const longest = 60_000;
const hearers: ((news: News | null, isHolder: boolean) => void)[] = [];
const others = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pannier-events");
let place = "";

/** `hear` gets what changed, or null when everything is to be looked at again; one tab of the browser is told to be the holder. */
export function onNews(hear: (news: News | null, isHolder: boolean) => void): void {
  hearers.push(hear);
}

/** Null when the text is no news of ours. */
export function readNews(data: string): News | null {
  try {
    const news: unknown = JSON.parse(data);
    if (typeof news !== "object" || news === null) return null;
    const list = (name: string): readonly string[] => {
      const value: unknown = Reflect.get(news, name);
      return Array.isArray(value) ? value.filter((one) => typeof one === "string") : [];
    };
    return { changed: list("changed"), filled: list("filled"), accounts: list("accounts"), arrived: list("arrived") };
  } catch {
    return null;
  }
}

/** How long to wait before the line is tried again; never all browsers at once. */
export function pause(failures: number, chance: number): number {
  return Math.min(shortest * 2 ** failures, longest) * (0.5 + chance / 2);
}

function take(event: Event, isHolder: boolean): void {
  place = event.place;
  if (event.name === "here") return;
  const news = event.name === "news" ? readNews(event.data) : null;
  for (const hear of hearers) hear(news, isHolder);
}

/** Listens for as long as the page is there, from where this browser has come to. */
async function listen(failures: number): Promise<void> {
  const seal = answersAreSealed ? await newSeal() : null;
  const query = new URLSearchParams({ ...(place ? { after: place } : {}), ...(seal ? { seal: seal.header } : {}) });
  const line = new EventSource(query.size > 0 ? `/events?${query.toString()}` : "/events");
  let failed = failures;
  let number = 0;
  let turn = Promise.resolve();
  const again = (): void => {
    line.close(); // by itself it would ask from where the line began
    if (failed === 0) void fetchOwn("/sidebar", "mailboxes"); // which tells whether one is still signed in
    setTimeout(() => { void listen(failed + 1); }, pause(failed, Math.random()));
  };
  const heard = (message: MessageEvent<string>): void => {
    failed = 0;
    const mine = number++;
    turn = turn.then(async () => {
      const data = seal ? await openEvent(seal, mine, message.type, message.lastEventId, message.data) : message.data;
      const event = { name: message.type, place: message.lastEventId, data };
      take(event, true);
      others?.postMessage(event);
    });
    turn.catch(again); // one that does not open: something is lost or wrong, begin anew
  };
  for (const name of ["here", "news", "reload"]) line.addEventListener(name, heard);
  line.addEventListener("error", again);
}

others?.addEventListener("message", (message: MessageEvent<Event>) => { take(message.data, false); });

// The shell of somebody signed in. The lock is held until the tab is gone; then the next tab has it.
behave("#mailboxes", HTMLElement, () => {
  if (!("locks" in navigator) || !others) void listen(0);
  else void navigator.locks.request("pannier-events", () => new Promise<never>(() => { void listen(0); }));
});
