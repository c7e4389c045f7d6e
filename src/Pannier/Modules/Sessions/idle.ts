import { behave } from "core/behave";
import { wipeCache } from "core/cache";
import { fetchFragment } from "core/fetch";
import { ownAddress } from "core/place";
import { fetchOwn } from "core/unasked";
import { word } from "core/words";
import { inWords, isUnderWay, nextStep } from "./idling";
import { rest } from "./rest";
import { warnBox, type Warning } from "./warning";

const every = 1_000; // milliseconds
const againAfter = 2_000;

/** Another tab says until when the session lasts (milliseconds since 1970), or that somebody has signed out. */
type Told = number | "ended";

behave("meta[name=idle]", HTMLMetaElement, (meta) => {
  const others = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pannier-idle");
  const whole = Number(meta.content);
  if (!(whole > 0)) return; // no time is known: what leaves by mistake loses what is shown
  let endsAt = Date.now() + whole * 1_000;
  let active = false;
  let warning: Warning | null = null;

  const unwarn = (): void => {
    warning?.box.remove();
    warning = null;
  };
  const learn = (seconds: number): void => {
    endsAt = Date.now() + seconds * 1_000;
    active = false;
    others?.postMessage(endsAt satisfies Told);
    if (nextStep(seconds, whole, false) === "wait") unwarn();
  };
  const stay = async (): Promise<void> => {
    active = false;
    const csrf = document.querySelector<HTMLMetaElement>("meta[name=csrf]")?.content ?? "";
    await fetchFragment("/sessions/stay", "notices", { method: "POST", body: new URLSearchParams({ csrf }) }).catch(() => null);
  };
  const rests = meta.dataset["rests"] !== undefined; // the person stays signed in: the session only sleeps
  let over = false;
  const leave = (): void => {
    wipeCache();
    if (!rests) again(); // the server knows: it asks to sign in, or shows the page again
    else if (!over) rest(); // to ask for the page again would be to use it
    over = true;
  };
  const warn = (left: number): void => {
    const text = `${word(rests ? "resting" : "leaving")} ${inWords(left, document.documentElement.lang)}.`;
    if (warning?.box.isConnected) {
      if (warning.text.data !== text) warning.text.data = text;
      return;
    }
    document.dispatchEvent(new CustomEvent("locking")); // while the session still takes it
    warning = warnBox(text, () => { unwarn(); void stay(); });
  };

  const timer = setInterval(() => {
    const left = (endsAt - Date.now()) / 1_000;
    switch (nextStep(left, whole, active)) {
      case "stay": void stay(); break;
      case "warn": warn(left); break;
      case "leave": clearInterval(timer); leave(); break;
      case "wait": break;
    }
  }, every);

  for (const act of ["keydown", "pointerdown", "wheel", "touchmove"]) addEventListener(act, (event) => { if (event.isTrusted) active = true; }, { passive: true, capture: true });
  document.addEventListener("answered", (event) => {
    const seconds = event instanceof CustomEvent && typeof event.detail === "string" ? Number(event.detail) : NaN;
    if (Number.isFinite(seconds)) learn(seconds);
  });
  let sentAt = -Infinity; // a form that the browser sends itself: its answer is the next page
  document.addEventListener("ended", () => {
    // What is under way may have ended the session, and brings what comes after it: to leave now would lose that.
    if (isUnderWay(document.querySelector("[data-busy]") !== null, sentAt, Date.now())) setTimeout(() => { void fetchOwn("/sidebar", "mailboxes"); }, againAfter);
    else leave();
  });
  document.addEventListener("submit", (event) => {
    if (event.defaultPrevented || !(event.target instanceof HTMLFormElement)) return;
    sentAt = Date.now();
    if (event.target.getAttribute("action") === "/sign-out") others?.postMessage("ended" satisfies Told);
  });
  others?.addEventListener("message", (message: MessageEvent<Told>) => {
    if (message.data === "ended") setTimeout(again, 500); // once the server has heard of it
    else if (typeof message.data === "number") {
      endsAt = message.data;
      if (nextStep((endsAt - Date.now()) / 1_000, whole, false) === "wait") unwarn();
    }
  });
});

function again(): void {
  location.replace(ownAddress());
}
