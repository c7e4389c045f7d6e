import { behave } from "core/behave";

/** The text with another signature at its end; the same text when the old one was touched. */
export function exchange(text: string, before: string, after: string): string {
  return text.endsWith(before) ? text.slice(0, text.length - before.length) + after : text;
}

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
