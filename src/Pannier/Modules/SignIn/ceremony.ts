/** What passes between the server, this page and an authenticator (WebAuthn level 3), without the page's elements. */
import { decode, encode } from "core/seal";

const info = new TextEncoder().encode("pannier/1/passkey key");

/** What the server wants an authenticator asked. */
export interface Question {
  /** As the browser's own parser takes it, without extensions. */
  readonly options: Record<string, unknown>;
  /** What the passkey's pseudo-random function is to be asked for; null for nothing. */
  readonly input: Uint8Array<ArrayBuffer> | null;
  /** Whether it matters that the passkey has such a function. */
  readonly wantsPrf: boolean;
}

/** Reads the server's options; throws when they are none. */
export function readQuestion(json: string): Question {
  const all: unknown = JSON.parse(json);
  if (typeof all !== "object" || all === null) throw new TypeError("no options");
  const { extensions, ...options } = all as Record<string, unknown>;
  const prf = field(extensions, "prf");
  const first = field(field(prf, "eval"), "first");
  return { options, input: typeof first === "string" ? decode(first) : null, wantsPrf: prf !== undefined };
}

/** The key made of what a passkey's function gave: that itself leaves the page never (HKDF, RFC 5869). */
export async function keyOf(output: BufferSource): Promise<string> {
  const base = await crypto.subtle.importKey("raw", output, "HKDF", false, ["deriveBits"]);
  return encode(new Uint8Array(await crypto.subtle.deriveBits({ name: "HKDF", hash: "SHA-256", salt: new Uint8Array(0), info }, base, 256)));
}

/** A credential as it is sent: without what its extensions gave. */
export function sendable(credential: object): string {
  return JSON.stringify({ ...credential, clientExtensionResults: {} });
}

/** What the function gave for the first input; null when it gave nothing. */
export function outputOf(extensions: unknown): BufferSource | null {
  const first = field(field(field(extensions, "prf"), "results"), "first");
  return first instanceof ArrayBuffer || ArrayBuffer.isView(first) ? first as BufferSource : null;
}

/** Whether a new passkey says that it has such a function. */
export function hasPrf(extensions: unknown): boolean {
  return field(field(extensions, "prf"), "enabled") === true;
}

/** Browsers ask for passkeys by a site's name only. */
export function isBareAddress(host: string): boolean {
  return /^[\d.]+$/u.test(host) || host.startsWith("[");
}

function field(of: unknown, name: string): unknown {
  return typeof of === "object" && of !== null ? Reflect.get(of, name) : undefined;
}
