import { behave } from "core/behave";
import { morph } from "core/morph";
import { offerRetry, show } from "core/notices";
import { parse } from "core/swap";

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

  const send = (file: File, row: HTMLElement): Promise<void> => new Promise((done) => {
    const body = new FormData();
    for (const field of form.querySelectorAll<HTMLInputElement>("input[type=hidden]")) body.append(field.name, field.value);
    body.append(picker.name, file);
    const request = new XMLHttpRequest(); // fetch tells nothing of an upload's progress
    request.open("POST", url);
    request.setRequestHeader("Pannier-Swap", "attached");
    const bar = row.querySelector("progress");
    request.upload.addEventListener("progress", (event) => { if (bar && event.lengthComputable) bar.value = event.loaded / event.total; });
    request.addEventListener("load", () => {
      row.remove();
      take(request);
    });
    request.addEventListener("error", () => {
      row.remove();
      offerRetry(() => { add([file]); });
    });
    request.addEventListener("loadend", () => { done(); });
    request.send(body);
  });

  const take = (request: XMLHttpRequest): void => {
    const fragment = parse(request.responseText);
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
