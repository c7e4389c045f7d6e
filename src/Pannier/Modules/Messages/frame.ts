import { behave } from "core/behave";
import { areOff, press } from "core/keys";

/** No message needs more; a hostile one may ask for it. */
const tallest = 40_000; // CSS pixels

/** The frame's document has an opaque origin: what it says is known to be its own by `event.source` alone. */
behave("iframe[data-frame]", HTMLIFrameElement, (frame) => {
  const listen = (event: MessageEvent<unknown>): void => {
    if (!frame.isConnected) { removeEventListener("message", listen); return; }
    if (event.source !== frame.contentWindow) return;
    const said = readFrame(event.data);
    if (said?.kind === "height") {
      frame.style.blockSize = `${String(Math.min(said.value, tallest))}px`;
      frame.style.inlineSize = "";
    }
    if (said?.kind === "key" && !areOff()) press(said.key, event.timeStamp);
  };
  addEventListener("message", listen);
  frame.style.inlineSize = "calc(100% - 1px)"; // it may have spoken before this script ran: a new width makes it speak again
});

type FrameSaid = { readonly kind: "height"; readonly value: number } | { readonly kind: "key"; readonly key: string };

/** Reads what the frame's script sends; null is anything else. */
export function readFrame(data: unknown): FrameSaid | null {
  if (typeof data !== "object" || data === null || !("pannier" in data)) return null;
  if (data.pannier === "height" && "value" in data && typeof data.value === "number" && Number.isFinite(data.value) && data.value > 0) return { kind: "height", value: Math.ceil(data.value) };
  if (data.pannier === "key" && "key" in data && typeof data.key === "string" && data.key.length < 20) return { kind: "key", key: data.key };
  return null;
}
