/** A form that the browser sends itself goes once, though somebody clicks twice: the second answer would hide the first, which may show a key that is shown once. */
const apart = 5_000; // milliseconds; after that it is meant, as it is when the page comes back
let sent = new WeakMap<HTMLFormElement, number>();

/** Whether a form that was sent before, in milliseconds, is sent again too soon to be meant. */
export function isTwice(before: number | undefined, now: number): boolean {
  return before !== undefined && now - before < apart;
}

document.addEventListener("submit", (event) => {
  const form = event.target;
  if (event.defaultPrevented || !(form instanceof HTMLFormElement) || form.method !== "post") return;
  if (isTwice(sent.get(form), event.timeStamp)) event.preventDefault();
  else sent.set(form, event.timeStamp);
});
addEventListener("pageshow", () => { sent = new WeakMap(); });
