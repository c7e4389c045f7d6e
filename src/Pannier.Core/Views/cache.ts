/**
 * Keeps lists and opened messages in the tab's session storage, sealed (AES-256-GCM) and compressed, the least used going first;
 * never a message's own HTML document. The key is the session's, given by the server in a sealed answer and held in memory
 * alone: what lies in the storage opens for a page of the live session only. Addresses hold what was searched for, so entries
 * are named by a keyed hash. All goes with another build, with the session, and when a page shows that nobody is signed in.
 */
import { dropHeld } from "./held";
import { put } from "./room";
import { decode, encode, inflate, unseal } from "./seal";

const prefix = "pannier.";
const largest = 300_000; // characters of one entry
const build = document.querySelector("meta[name=seal]")?.getAttribute("data-cache") ?? null;
const storage = typeof sessionStorage === "undefined" ? null : sessionStorage;
const others = typeof BroadcastChannel === "undefined" ? null : new BroadcastChannel("pannier-cache");
const text = new TextEncoder();
let keys: Promise<CacheKeys | null> | null = null;

export interface CacheKeys {
  readonly sealing: CryptoKey;
  readonly naming: CryptoKey;
}

/** Whether anything is kept here. */
export const keeps = build !== null;

/** Sets where the key comes from, asked for once; null when there is none. */
export function keyedBy(ask: () => Promise<string | null>): void {
  if (keeps) keys ??= ask().then((secret) => secret === null ? null : keysOf(secret)).catch(() => null);
}

export async function keysOf(secret: string): Promise<CacheKeys> {
  const base = await crypto.subtle.importKey("raw", decode(secret), "HKDF", false, ["deriveKey"]);
  const salt = new Uint8Array(0);
  const sealing = await crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info: text.encode("content") }, base, { name: "AES-GCM", length: 256 }, false, ["encrypt", "decrypt"]);
  const naming = await crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt, info: text.encode("name") }, base, { name: "HMAC", hash: "SHA-256", length: 256 }, false, ["sign"]);
  return { sealing, naming };
}

/** Keeps what a page shows at an address, without its frames. */
export async function keep(url: string, html: string): Promise<void> {
  const own = await keys;
  if (!own || !storage) return;
  const plain = html.replace(/<iframe\b[^>]*>\s*<\/iframe>/gu, "");
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const packed = await new Response(new Blob([plain]).stream().pipeThrough(new CompressionStream("deflate-raw"))).arrayBuffer();
  const box = await crypto.subtle.encrypt({ name: "AES-GCM", iv, additionalData: text.encode(bound(url)) }, own.sealing, packed);
  const value = encode(new Uint8Array([...iv, ...new Uint8Array(box)]));
  const name = await nameOf(own, url);
  if (!await keys || value.length > largest) return; // wiped meanwhile
  put(storage, name, value);
}

/** What was kept of an address; null for nothing. */
export async function recall(url: string): Promise<string | null> {
  const own = await keys;
  const name = own && await nameOf(own, url);
  const value = name && storage?.getItem(name);
  if (!own || !name || !value || !storage) return null;
  try {
    const html = await inflate(await unseal(own.sealing, bound(url), decode(value)));
    put(storage, name, value); // used last
    return html;
  } catch {
    storage.removeItem(name); // cut short, changed, or of another session
    return null;
  }
}

/** Throws away all that is kept in this browser, and the key; the other tabs do the same. */
export function wipeCache(): void {
  wipe();
  others?.postMessage("wipe");
}

function wipe(): void {
  dropHeld();
  if (keys) keys = Promise.resolve(null);
  for (const name of storage ? Object.keys(storage) : []) if (name.startsWith(prefix)) storage?.removeItem(name);
}

async function nameOf(own: CacheKeys, url: string): Promise<string> {
  return prefix + encode(new Uint8Array(await crypto.subtle.sign("HMAC", own.naming, text.encode(url)))).slice(0, 22);
}

function bound(url: string): string {
  return `pannier cache 1\n${build ?? ""}\n${url}`;
}

others?.addEventListener("message", wipe);
if (storage?.getItem(`${prefix}build`) !== build) {
  wipe();
  if (build !== null) storage?.setItem(`${prefix}build`, build);
}
