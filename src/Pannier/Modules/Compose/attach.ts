import { behave } from "core/behave";
import { answersAreSealed, newSeal, read } from "core/fetch";
import { morph } from "core/morph";
import { notify, offerRetry, show } from "core/notices";
import type { Seal } from "core/seal";
import { parse } from "core/swap";
import { word } from "core/words";

/** Files go up as soon as they are chosen, or dropped anywhere on the form, one after the other; the answer is the list of what is attached. */
behave("[data-attach]", HTMLElement, (place) => {
  const picker = place.querySelector<HTMLInputElement>("input[type=file]");
  const list = place.querySelector("[data-attached]");
  const form = place.closest("form");
  const url = place.getAttribute("data-attach");
  if (!picker || !list || !form || url === null) return;

  let queue = Promise.resolve();
  const add = (files: Iterable<File>): void => {
    for (const file of files) {
      const row = rowOf(file);
      list.append(row);
      queue = queue.then(() => send(file, row));
    }
  };

  const send = async (file: File, row: HTMLElement): Promise<void> => {
    const seal = answersAreSealed ? await newSeal() : null;
    await new Promise<void>((done) => {
      const body = new FormData();
      for (const field of form.querySelectorAll<HTMLInputElement>("input[type=hidden]")) body.append(field.name, field.value);
      body.append(picker.name, file);
      const request = new XMLHttpRequest(); // fetch tells nothing of an upload's progress
      request.open("POST", url);
      request.setRequestHeader("Pannier-Swap", "attached");
      request.responseType = "arraybuffer";
      if (seal) request.setRequestHeader("Pannier-Seal", seal.header);
      const bar = row.querySelector("progress");
      request.upload.addEventListener("progress", (event) => { if (bar && event.lengthComputable) bar.value = event.loaded / event.total; });
      request.addEventListener("load", () => {
        void take(request, seal).finally(() => { row.remove(); done(); });
      });
      request.addEventListener("error", () => {
        row.remove();
        offerRetry(() => { add([file]); });
        done();
      });
      request.send(body);
    });
  };

  const take = async (request: XMLHttpRequest, seal: Seal | null): Promise<void> => {
    const body = request.response as ArrayBuffer; // as asked for above
    const said = seal ? await read(seal, body, request.getResponseHeader("Content-Type"), "POST", request.responseURL, request.status) : { body: new TextDecoder().decode(body) };
    if (!said) { notify(word("unreadable"), "trouble"); return; }
    const fragment = parse(said.body);
    for (const element of [...fragment.children]) if (element.matches("[role=alert], .notice")) show(element);
    if (request.status >= 300) return;
    const waiting = [...list.querySelectorAll("[data-uploading]")];
    morph(list, fragment);
    list.append(...waiting);
    list.dispatchEvent(new CustomEvent("swapped", { bubbles: true }));
  };

  picker.addEventListener("change", () => {
    add([...picker.files ?? []]);
    picker.value = ""; // else the form would send them again
  });
  form.addEventListener("dragover", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    place.setAttribute("data-over", "");
  });
  form.addEventListener("dragleave", (event) => {
    if (!(event.relatedTarget instanceof Node && form.contains(event.relatedTarget))) place.removeAttribute("data-over");
  });
  form.addEventListener("drop", (event) => {
    if (!event.dataTransfer?.types.includes("Files")) return; // text that is moved about
    event.preventDefault();
    place.removeAttribute("data-over");
    add(event.dataTransfer.files);
  });
});

function rowOf(file: File): HTMLElement {
  const row = document.createElement("li");
  row.className = "compose-file";
  row.setAttribute("data-uploading", "");
  row.setAttribute("data-key", `uploading-${crypto.randomUUID()}`);
  const name = document.createElement("span");
  name.className = "clip";
  name.textContent = file.name;
  const bar = document.createElement("progress");
  bar.className = "progress";
  bar.setAttribute("aria-label", file.name);
  bar.value = 0;
  row.append(name, bar);
  return row;
}
