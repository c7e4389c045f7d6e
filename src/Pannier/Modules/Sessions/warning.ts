import { show } from "core/notices";
import { word } from "core/words";

export interface Warning {
  readonly box: HTMLElement;
  readonly text: Text;
}

/** Shows that the session is about to end, with one button to go on. */
export function warnBox(text: string, stay: () => void): Warning {
  const box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.className = "notice";
  const line = document.createElement("p");
  const shown = document.createTextNode(text);
  line.append(shown);
  const button = document.createElement("button");
  button.type = "button";
  button.className = "button button-small button-primary";
  button.textContent = word("stay");
  button.addEventListener("click", stay);
  box.append(line, button);
  show(box);
  return { box, text: shown };
}
