/**
 * Opens what the server seals to this page: AES-256-GCM under a key agreed by ECDH over P-256 (ADR 24). The keys live in this
 * page's memory, where no script can take them out, and nowhere else.
 */
const text = new TextEncoder();
const curve = { name: "ECDH", namedCurve: "P-256" };

export const sealedType = "application/vnd.pannier.sealed";

/** The page's public half in base64url, and the key it shares with the session. */
export interface Agreed {
  readonly half: string;
  readonly key: CryptoKey;
}

/** What a request carries, and what its answer is bound to. */
export interface Seal {
  readonly header: string;
  readonly nonce: string;
  readonly key: CryptoKey;
}

/** What is inside a sealed answer. */
export interface Opened {
  readonly type: string;
  readonly next: string | null;
  readonly body: string;
}

export function makePair(): Promise<CryptoKeyPair> {
  return crypto.subtle.generateKey(curve, false, ["deriveBits"]);
}

export async function agree(pair: CryptoKeyPair, sessionHalf: string): Promise<Agreed> {
  const own = new Uint8Array(await crypto.subtle.exportKey("raw", pair.publicKey));
  const theirs = decode(sessionHalf);
  const point = await crypto.subtle.importKey("raw", theirs, curve, false, []);
  const shared = await crypto.subtle.deriveBits({ name: "ECDH", public: point }, pair.privateKey, 256);
  const base = await crypto.subtle.importKey("raw", shared, "HKDF", false, ["deriveKey"]);
  const info = new Uint8Array([...text.encode("pannier seal 1"), ...own, ...theirs]);
  const key = await crypto.subtle.deriveKey({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info }, base, { name: "AES-GCM", length: 256 }, false, ["decrypt"]);
  return { half: encode(own), key };
}

export function sealOf(agreed: Agreed): Seal {
  const nonce = encode(crypto.getRandomValues(new Uint8Array(16)));
  return { header: `${agreed.half}.${nonce}`, nonce, key: agreed.key };
}

/** Opens an answer; throws when it is not the one to this request. `url` is the one that was answered, after redirects. */
export async function openAnswer(seal: Seal, box: ArrayBuffer, method: string, url: string, status: number): Promise<Opened> {
  const { pathname, search } = new URL(url);
  const plain = await unseal(seal.key, `pannier seal 1\nanswer\n${method}\n${pathname}${search}\n${String(status)}\n${seal.nonce}`, new Uint8Array(box));
  const inside = await inflate(plain.subarray(1 + (plain[0] ?? 0)));
  const end = inside.indexOf("\n");
  const head: unknown = JSON.parse(inside.slice(0, end));
  const field = (name: string): string | null => {
    const value: unknown = typeof head === "object" && head !== null ? Reflect.get(head, name) : null;
    return typeof value === "string" ? value : null;
  };
  return { type: field("type") ?? "", next: field("next"), body: inside.slice(end + 1) };
}

/** Opens the `number`th event of a stream; throws when it is another one. */
export async function openEvent(seal: Seal, number: number, name: string, id: string, data: string): Promise<string> {
  return new TextDecoder().decode(await unseal(seal.key, `pannier seal 1\nevent\n${String(number)}\n${name}\n${id}\n${seal.nonce}`, decode(data)));
}

/** Twelve octets of IV, the ciphertext, sixteen of tag. */
export async function unseal(key: CryptoKey, bound: string, box: Uint8Array<ArrayBuffer>): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await crypto.subtle.decrypt({ name: "AES-GCM", iv: box.subarray(0, 12), additionalData: text.encode(bound) }, key, box.subarray(12)));
}

export function inflate(bytes: Uint8Array<ArrayBuffer>): Promise<string> {
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"))).text();
}

/** Base64url. */
export function encode(bytes: Uint8Array): string {
  let letters = "";
  for (const one of bytes) letters += String.fromCharCode(one);
  return btoa(letters).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/u, "");
}

/** Of either alphabet. */
export function decode(base64: string): Uint8Array<ArrayBuffer> {
  return Uint8Array.from(atob(base64.replaceAll("-", "+").replaceAll("_", "/")), (letter) => letter.charCodeAt(0));
}
