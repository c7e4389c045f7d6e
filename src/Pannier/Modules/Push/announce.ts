import { go } from "core/swap";
import { fetchOwn } from "core/unasked";
import { onNews } from "./events";

/** Tells of new mail by the desktop while one looks elsewhere. The tab that holds the line asks who wrote; the others keep still. */
onNews((news, isHolder) => {
  if (!isHolder || !news || news.arrived.length === 0 || document.hasFocus() || !mayNotify()) return;
  void announce(news.arrived);
});

async function announce(messages: readonly string[]): Promise<void> {
  const asked = new URLSearchParams(messages.map((key) => ["message", key]));
  const answer = await fetchOwn(`/events/arrived?${asked.toString()}`, "arrived");
  const list = answer?.querySelector("[data-announce]");
  const links = [...(list?.querySelectorAll("a") ?? [])];
  for (const link of links) {
    const url = link.href;
    const shown = new Notification(link.querySelector("b")?.textContent ?? "", { body: link.querySelector("span")?.textContent ?? "", tag: url, icon: "/favicon.svg" });
    shown.addEventListener("click", () => {
      window.focus();
      shown.close();
      void go(url);
    });
  }
  if (links.length > 0 && list?.getAttribute("data-announce") === "heard") chime();
}

function mayNotify(): boolean {
  return "Notification" in window && Notification.permission === "granted";
}

/** Two short notes, made here: no file to fetch. */
function chime(): void {
  const audio = new AudioContext();
  const end = [660, 880].reduce((at, pitch) => {
    const note = new OscillatorNode(audio, { frequency: pitch, type: "sine" });
    const loud = new GainNode(audio, { gain: 0 });
    loud.gain.linearRampToValueAtTime(0.12, at + 0.02);
    loud.gain.linearRampToValueAtTime(0, at + 0.18);
    note.connect(loud).connect(audio.destination);
    note.start(at);
    note.stop(at + 0.2);
    return at + 0.14;
  }, audio.currentTime + 0.05);
  setTimeout(() => { void audio.close(); }, (end - audio.currentTime + 0.5) * 1_000);
}

// A browser asks for leave only after a click: choosing it in the settings is one.
document.addEventListener("change", (event) => {
  const field = event.target;
  if (field instanceof HTMLSelectElement && field.name === "push.announce" && field.value !== "off" && "Notification" in window && Notification.permission === "default") void Notification.requestPermission();
});
