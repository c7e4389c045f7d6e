import { ownAddress } from "core/place";
import { fetchOwn } from "core/unasked";
import { word } from "core/words";

/** Puts a page of its own in place of what is shown: nothing of the person's mail stays in it, and one button leads back. */
export function rest(): void {
  const main = document.createElement("main");
  main.className = "page resting";
  const head = document.createElement("h1");
  head.textContent = word("rested");
  const why = document.createElement("p");
  why.textContent = word("restedWhy");
  const on = document.createElement("a");
  on.className = "button button-primary";
  on.href = ownAddress();
  on.textContent = word("goOn");
  const waiting = document.createElement("div");
  main.append(head, why, waiting, on);
  document.body.replaceChildren(main);
  document.title = word("rested");
  on.focus();
  const ask = async (): Promise<void> => {
    const count = (await fetchOwn("/waiting", "waiting"))?.querySelector("[data-counts]"); // tells only whom the person has allowed it
    if (count) waiting.replaceChildren(count);
  };
  void ask();
  setInterval(() => void ask(), 60_000);
}
