import { wipeCache } from "./cache";
import { agree, makePair, openAnswer, sealedType, sealOf, type Agreed, type Seal } from "./seal";

/** As much of a response as anybody asks for; a sealed one is open here. */
export type Answer = Pick<Response, "ok" | "status" | "url" | "redirected" | "headers" | "text">;

const meta = document.querySelector<HTMLMetaElement>("meta[name=seal]");
let pair: Promise<CryptoKeyPair> | null = null;
let agreeing: Promise<Agreed> | null = null;
let agreed: Agreed | null = null;

/** Whether this session's answers are sealed. What comes open nonetheless is not shown. */
export const answersAreSealed = meta?.hasAttribute("data-answers") ?? false;

/** Fetches a fragment from our own server; tells in an `answered` event how long the session lasts unused. */
export async function fetchFragment(url: string, target: string, init: RequestInit = {}): Promise<Answer> {
  const seal = answersAreSealed ? agreed ? sealOf(agreed) : await newSeal() : null; // a page that is going away has no time to wait
  return ask(url, target, init, seal);
}

/** The same where the answer is sealed whatever the site does with others. */
export async function fetchSealed(url: string, target: string, init: RequestInit = {}): Promise<Answer> {
  return ask(url, target, init, await newSeal());
}

/** What the next request carries. */
export async function newSeal(): Promise<Seal> {
  pair ??= makePair();
  agreeing ??= pair.then((own) => agree(own, meta?.content ?? ""));
  agreed = await agreeing;
  return sealOf(agreed);
}

/** What an answer says: its type, where to go on, its body. Null when it cannot be opened, or ought to have been sealed. */
export async function read(seal: Seal, body: ArrayBuffer, type: string | null, method: string, url: string, status: number): Promise<{ headers: Headers; body: string } | null> {
  if (type !== sealedType) return status < 400 ? null : { headers: new Headers({ "Content-Type": type ?? "" }), body: new TextDecoder().decode(body) };
  try {
    const opened = await openAnswer(seal, body, method, url, status);
    const headers = new Headers({ "Content-Type": opened.type });
    if (opened.next !== null) headers.set("Pannier-Next", opened.next);
    return { headers, body: opened.body };
  } catch (fault) {
    if (fault instanceof DOMException || fault instanceof TypeError || fault instanceof SyntaxError) return null;
    throw fault;
  }
}

async function ask(url: string, target: string, init: RequestInit, seal: Seal | null): Promise<Answer> {
  const headers = { ...init.headers, "Pannier-Swap": target, ...(seal ? { "Pannier-Seal": seal.header } : {}) };
  const response = await fetch(url, { ...init, credentials: "same-origin", mode: "same-origin", headers });
  if (response.status === 401) wipeCache();
  document.dispatchEvent(new CustomEvent("answered", { detail: response.headers.get("Pannier-Idle") }));
  if (!seal) return response;

  const method = response.redirected ? "GET" : init.method ?? "GET";
  const said = await read(seal, await response.arrayBuffer(), response.headers.get("Content-Type"), method, response.url, response.status);
  const { ok, status, redirected } = response;
  return { ok, status, url: response.url, redirected, headers: said?.headers ?? new Headers(), text: () => Promise.resolve(said?.body ?? "") };
}
