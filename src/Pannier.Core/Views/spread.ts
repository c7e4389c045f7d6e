import { put } from "./morph";
import { show } from "./notices";

/** Takes out of a fragment what goes elsewhere: notices, all of it where it is a refusal, and what names another place. */
export function spread(fragment: DocumentFragment, ok: boolean): void {
  for (const element of [...fragment.children]) {
    const into = element.getAttribute("data-swap-into");
    if (!ok || element.matches(".notice, [role=alert]")) show(element);
    else if (into !== null) put(into, element);
  }
}
