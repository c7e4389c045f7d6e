/** The first number which, as salt of PBKDF2-SHA-256 over the puzzle's text, gives a key that begins with as many zero bits. */
export async function solve(puzzle: string, bits: number, rounds: number): Promise<number> {
  const text = new TextEncoder();
  const key = await crypto.subtle.importKey("raw", text.encode(puzzle), "PBKDF2", false, ["deriveBits"]);
  for (let number = 0; ; number++) {
    const derived = await crypto.subtle.deriveBits({ name: "PBKDF2", hash: "SHA-256", salt: text.encode(String(number)), iterations: rounds }, key, 32);
    if (Math.clz32(new DataView(derived).getUint32(0)) >= bits) return number;
  }
}
