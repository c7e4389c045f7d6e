import { texts } from "core/ask";
import { behave } from "core/behave";
import { fetchFragment, parse } from "core/swap";
import { word } from "core/words";

const every = 3_000; // milliseconds; the promise is "within seconds"

/** What the form holds, as it would be sent, without files: those are kept when they are chosen. */
export function written(form: HTMLFormElement): string {
  return texts(new FormData(form)).toString();
}

behave("form[data-autosave]", HTMLFormElement, (form) => {
  const line = form.querySelector("[data-saved]");
  let kept = written(form);
  let saving = false;
  let sent = false;

  const save = async (keepalive: boolean): Promise<void> => {
    const now = written(form);
    if (saving || sent || now === kept) return;
    saving = true;
    try {
      const response = await fetchFragment(form.getAttribute("data-autosave") ?? "", "saved", { method: "POST", body: new URLSearchParams(now), keepalive });
      const answer = parse(await response.text()).textContent.trim().replace(/\s+/g, " ");
      if (response.ok) kept = now;
      if (line) line.textContent = response.ok ? answer : `${word("unsaved")} ${answer}`;
    } catch (fault) {
      if (!(fault instanceof TypeError)) throw fault;
      if (line) line.textContent = word("unsaved");
    } finally {
      saving = false;
    }
  };

  const timer = setInterval(() => {
    if (form.isConnected) void save(false);
    else stop();
  }, every);
  const hide = (): void => { if (document.visibilityState === "hidden") void save(true); };
  const warn = (event: BeforeUnloadEvent): void => { if (!sent && written(form) !== kept) event.preventDefault(); };
  const stop = (): void => {
    clearInterval(timer);
    document.removeEventListener("visibilitychange", hide);
    removeEventListener("beforeunload", warn);
  };
  document.addEventListener("visibilitychange", hide);
  addEventListener("beforeunload", warn);
  form.addEventListener("submit", () => { sent = true; });
  addEventListener("pageshow", () => { sent = false; }); // back from a refused send
});
