import { texts } from "core/ask";
import { behave } from "core/behave";
import { fetchFragment } from "core/fetch";
import { parse } from "core/swap";
import { word } from "core/words";

const mostKeptAlive = 60_000; // characters; browsers carry 64 KiB past the end of a page
const every = 3_000; // milliseconds; the promise is "within seconds"

/** What the form holds, as it would be sent, without files: those are kept when they are chosen. */
export function written(form: HTMLFormElement): string {
  return texts(new FormData(form)).toString();
}

/** Takes over the edition that was saved, so that another page's newer text is told from one's own; what was sent, with it. */
function edition(sent: string, form: HTMLFormElement, answer: DocumentFragment): string {
  const version = answer.querySelector("[data-version]")?.getAttribute("data-version");
  const field = form.querySelector<HTMLInputElement>("input[name=version]");
  if (!field || version === null || version === undefined) return sent;
  field.value = version;
  const now = new URLSearchParams(sent);
  now.set("version", version);
  return now.toString();
}

behave("form[data-autosave]", HTMLFormElement, (form) => {
  const line = form.querySelector("[data-saved]");
  let kept = written(form);
  let saving = Promise.resolve();
  let sent = false;

  /** One save after the other, so that the last one written is the last one kept. */
  const save = (): Promise<void> => (saving = saving.then(send, send));

  const send = async (): Promise<void> => {
    const now = written(form);
    if (sent || now === kept) return;
    try {
      const response = await fetchFragment(form.getAttribute("data-autosave") ?? "", "saved", { method: "POST", body: new URLSearchParams(now), keepalive: now.length < mostKeptAlive });
      const answered = parse(await response.text());
      const answer = answered.textContent.trim().replace(/\s+/g, " ");
      if (response.ok) kept = edition(now, form, answered);
      if (line) line.textContent = response.ok ? answer : `${word("unsaved")} ${answer}`;
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;
      if (line) line.textContent = word("unsaved");
    }
  };

  let waiting = false;
  const timer = setInterval(() => {
    if (waiting) return;
    waiting = true;
    void save().finally(() => { waiting = false; });
  }, every);
  const hide = (): void => { if (document.visibilityState === "hidden") void save(); };
  const replaced = (): void => {
    if (form.isConnected) return;
    stop();
    void save(); // a form that was taken off the page still knows what was written
  };
  const warn = (event: BeforeUnloadEvent): void => { if (!sent && written(form) !== kept) event.preventDefault(); };
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener("locking", lock);
    document.removeEventListener("visibilitychange", hide);
    document.removeEventListener("swapped", replaced);
    removeEventListener("beforeunload", warn);
  };
  const lock = (): void => { void save(); };
  document.addEventListener("locking", lock);
  document.addEventListener("visibilitychange", hide);
  document.addEventListener("swapped", replaced);
  addEventListener("beforeunload", warn);
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("pageshow", () => { sent = false; }); // back from a refused send
});
