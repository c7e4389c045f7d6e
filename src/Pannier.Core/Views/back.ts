import { recall } from "./cache";
import { fill } from "./morph";
import { arrive } from "./place";
import { go, parse } from "./swap";

/** Back and forth: what is kept stands at once where it stood. */
async function comeBack(): Promise<void> {
  const url = location.href;
  const kept = await recall(url);
  const main = document.getElementById("main");
  if (kept !== null && main && location.href === url) {
    fill(main, parse(kept));
    arrive(null);
  }
  await go(location.href);
  if (kept === null) arrive(null);
}

addEventListener("popstate", () => { void comeBack(); });
