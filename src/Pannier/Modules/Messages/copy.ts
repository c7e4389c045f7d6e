import { behave } from "core/behave";

/** Copies what a button names; without script there is no such button, and the text stands beside it. */
behave("button[data-copy]", HTMLButtonElement, (button) => {
  button.hidden = false;
  button.addEventListener("click", () => {
    void navigator.clipboard.writeText(button.dataset["copy"] ?? "").then(() => { button.textContent = button.dataset["copied"] ?? ""; }, () => { button.hidden = true; });
  });
});
