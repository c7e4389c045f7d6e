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
  on.href = location.href;
  on.textContent = word("goOn");
  main.append(head, why, on);
  document.body.replaceChildren(main);
  document.title = word("rested");
  on.focus();
}
