import { behave } from "core/behave";
import { isAway, onKey } from "core/keys";

/** The indices from one row to another, both included, in either direction. */
export function between(from: number, to: number): readonly number[] {
  const low = Math.min(from, to);
  return Array.from({ length: Math.abs(from - to) + 1 }, (_, i) => low + i);
}

function boxes(form: ParentNode): HTMLInputElement[] {
  return [...form.querySelectorAll<HTMLInputElement>("input[name=message][type=checkbox]")];
}

/** Brings the "all" box and the count in line with the boxes. */
function tell(form: Element): void {
  const all = boxes(form);
  const count = all.filter((box) => box.checked).length;
  const master = form.querySelector<HTMLInputElement>("[data-select-all]");
  if (master) {
    master.checked = count > 0 && count === all.length;
    master.indeterminate = count > 0 && count < all.length;
  }
  form.toggleAttribute("data-keys-first", count > 0); // before what a message beside it has
  const line = form.querySelector("[data-select-count]");
  if (line) line.textContent = count === 0 ? "" : (line.getAttribute("data-select-count") || "{count} selected").replace("{count}", String(count));
}

behave("form[data-select]", HTMLFormElement, (form) => {
  let anchor: HTMLInputElement | null = null;
  form.addEventListener("click", (event) => {
    const box = event.target;
    if (!(box instanceof HTMLInputElement) || box.type !== "checkbox") return;
    const all = boxes(form);
    if (box.hasAttribute("data-select-all")) {
      for (const one of all) one.checked = box.checked;
    } else if (event.shiftKey && anchor?.isConnected) {
      for (const i of between(all.indexOf(anchor), all.indexOf(box))) all[i]!.checked = box.checked; // between stays within the two
    }
    if (box.name === "message") anchor = box;
    tell(form);
  });

  // With nothing ticked, an act is meant for the row one stands on.
  form.addEventListener("submit", (event) => {
    if (event.submitter?.getAttribute("name") !== "act" || boxes(form).some((box) => box.checked)) return;
    const row = form.querySelector("[data-here]")?.querySelector("input");
    if (row) row.checked = true;
  });
  tell(form);
});

document.addEventListener("swapped", () => {
  for (const form of document.querySelectorAll("form[data-select]")) tell(form);
});

onKey("x", () => click("[data-here] input[name=message]"));
onKey("*", () => click("[data-select-all]"));

function click(selector: string): boolean {
  const box = document.querySelector<HTMLInputElement>(`form[data-select] ${selector}`);
  if (!box || isAway(box)) return false;
  box.click();
  return true;
}
