/** Asks the browser, and it an authenticator. */
import { hasPrf, keyOf, outputOf, sendable, type Question } from "./ceremony";

/** What goes to the server. */
export interface Given {
  readonly credential: string;
  /** Null when the passkey gave none. */
  readonly key: string | null;
}

/** Makes a passkey. One that has the function but does not use it while it is made is touched once more. */
export async function make({ options, input, wantsPrf }: Question): Promise<Given> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options as unknown as PublicKeyCredentialCreationOptionsJSON);
  if (wantsPrf) publicKey.extensions = { prf: input ? { eval: { first: input } } : {} };
  const made = credential(await navigator.credentials.create({ publicKey }));
  const extensions = made.getClientExtensionResults();
  let output = input ? outputOf(extensions) : null;
  if (input && output === null && hasPrf(extensions)) output = await touch(made.rawId, publicKey.rp.id, input);
  return { credential: sendable(made.toJSON() as object), key: output && await keyOf(output) };
}

/** Has a passkey sign. */
export async function show({ options, input }: Question): Promise<Given> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options as unknown as PublicKeyCredentialRequestOptionsJSON);
  if (input) publicKey.extensions = { prf: { eval: { first: input } } };
  const shown = credential(await navigator.credentials.get({ publicKey }));
  const output = input ? outputOf(shown.getClientExtensionResults()) : null;
  return { credential: sendable(shown.toJSON() as object), key: output && await keyOf(output) };
}

/** Only for the function's output: the server sees nothing of this, so the challenge is nobody's. */
async function touch(id: ArrayBuffer, rpId: string | undefined, input: Uint8Array<ArrayBuffer>): Promise<BufferSource | null> {
  const publicKey: PublicKeyCredentialRequestOptions = {
    allowCredentials: [{ type: "public-key", id }],
    challenge: crypto.getRandomValues(new Uint8Array(32)),
    extensions: { prf: { eval: { first: input } } },
    userVerification: "required",
    ...(rpId === undefined ? {} : { rpId }),
  };
  return outputOf(credential(await navigator.credentials.get({ publicKey })).getClientExtensionResults());
}

function credential(found: Credential | null): PublicKeyCredential {
  if (!(found instanceof PublicKeyCredential)) throw new DOMException("", "NotAllowedError");
  return found;
}
