import { word } from "./words";

const cookieNames = /^(__Host-pannier-notices|__Secure-pannier-notices)=/;

/** Long enough to be read twice; what went wrong stays until it is closed. */
const shownFor = 10_000; // milliseconds

/** Shows a line of text in the notices area. */
export function notify(text: string, tone = "done"): void {
  const line = document.createElement("p");
  line.className = "notice";
  if (tone === "trouble") line.dataset["tone"] = tone;
  line.textContent = text;
  show(line);
}

/** Shows an element that came with an answer: a notice goes by itself, an alert has a button to close it. */
export function show(element: Element): void {
  const area = document.getElementById("notices");
  if (!area) return;
  for (const old of area.querySelectorAll(".notice")) old.remove();
  area.append(element);
  keep(element);
}

/** Says that the line is down and offers to do the same again. */
export function offerRetry(again: () => void): void {
  const box = document.createElement("div");
  box.setAttribute("role", "alert");
  box.className = "refusal";
  const text = document.createElement("p");
  text.textContent = word("offline");
  box.append(text, button(word("retry"), () => {
    box.remove();
    again();
  }));
  document.getElementById("notices")?.querySelectorAll("[role=alert]").forEach((old) => { old.remove(); });
  show(box);
}

/** What the notices cookie says, or null: base64url of JSON, then a dot and the server's signature. */
export function readNotice(cookies: string): { text: string; tone: string } | null {
  const cookie = cookies.split("; ").find((one) => cookieNames.test(one));
  const body = cookie?.slice(cookie.indexOf("=") + 1).split(".")[0];
  if (!body) return null;
  try {
    const bytes = Uint8Array.from(atob(body.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
    const note: unknown = JSON.parse(new TextDecoder().decode(bytes));
    if (typeof note !== "object" || note === null || !("text" in note) || typeof note.text !== "string") return null;
    return { text: note.text, tone: "tone" in note && note.tone === "Trouble" ? "trouble" : "done" };
  } catch {
    return null; // not one of ours: the server would drop it as well
  }
}

/** Shows what the last answer left in the cookie, once. */
export function takeNotice(): void {
  const note = readNotice(document.cookie);
  if (note === null) return;
  const domain = document.querySelector<HTMLMetaElement>("meta[name=cookie-domain]")?.content;
  document.cookie = `${domain ? `__Secure-pannier-notices=; Domain=${domain}` : "__Host-pannier-notices="}; Path=/; Secure; SameSite=Lax; Max-Age=0`;
  notify(note.text, note.tone);
}

/** What was done goes by itself; what did not go well has a button to close it. */
function keep(element: Element): void {
  if (element.matches("[role=alert], [data-tone=trouble]")) element.append(button(word("close"), () => { element.remove(); }));
  else fade(element);
}

function fade(element: Element): void {
  setTimeout(() => {
    if (element.matches(":hover, :focus-within")) fade(element);
    else element.remove();
  }, shownFor);
}

function button(text: string, act: () => void): HTMLButtonElement {
  const made = document.createElement("button");
  made.type = "button";
  made.className = "button button-small notice-act";
  made.textContent = text;
  made.addEventListener("click", act);
  return made;
}

document.addEventListener("swapped", takeNotice);
takeNotice();
for (const line of document.querySelectorAll("#notices > .notice")) keep(line);
