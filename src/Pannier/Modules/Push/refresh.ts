import { listPlace } from "core/panes";
import { fetchOwn, renew } from "core/unasked";
import { onNews, type News } from "./events";

const settles = 250; // milliseconds: a list is asked for at once, but at most four times a second

/** Whether a list of this scope, `account-mailbox` or a view's name, may look different now. */
export function concerns(scope: string, news: News | null): boolean {
  if (news === null || !scope.includes("-")) return true;
  return news.changed.includes(scope) || news.filled.includes(scope) || news.accounts.includes(scope.split("-")[0] ?? "");
}

let timer = 0;
let last = 0;
let isDue = false;

function soon(): void {
  isDue = true;
  if (document.hidden || timer !== 0) return; // a page nobody sees is brought up to date when it is seen
  timer = setTimeout(() => { timer = 0; void refresh(); }, Math.max(0, last + settles - Date.now()));
}

/** Asks for the shown list again and changes what is different; selection, focus and scroll stay, and a message open beside it too. */
async function refresh(): Promise<void> {
  const main = document.getElementById("main");
  const place = listPlace();
  if (!main || !place || document.hidden) return;
  if (main.hasAttribute("data-busy")) { soon(); return; } // the person asked for something else: after that
  isDue = false;
  last = Date.now();
  const here = location.href;
  const fresh = await fetchOwn(place.url, place.target.id);
  if (!fresh || location.href !== here || main.hasAttribute("data-busy") || listPlace()?.target !== place.target) return;
  renew(place.target, fresh);
}

onNews((news) => {
  document.dispatchEvent(new Event("mailchanged"));
  const place = listPlace();
  if (place && concerns(place.scope, news)) soon();
});
document.addEventListener("visibilitychange", () => { if (isDue) soon(); });
