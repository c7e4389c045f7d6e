import { behave } from "core/behave";
import { exchange } from "./exchange";

/** Another sender, another signature, unless it was touched. */
behave("select[data-signatures]", HTMLSelectElement, (select) => {
  const text = document.querySelector<HTMLTextAreaElement>(select.getAttribute("data-signatures") ?? "");
  const chosen = (): string => select.selectedOptions[0]?.getAttribute("data-signature") ?? "";
  let before = chosen();
  select.addEventListener("change", () => {
    const after = chosen();
    if (text) text.value = exchange(text.value, before, after);
    before = after;
  });
});
