/** Where the address that one is writing begins: after the last comma that is not inside quotes. */
function start(text: string): number {
  let quoted = false;
  let at = 0;
  for (let i = 0; i < text.length; i += 1) {
    if (text[i] === "\\" && quoted) i += 1;
    else if (text[i] === '"') quoted = !quoted;
    else if (!quoted && (text[i] === "," || text[i] === ";")) at = i + 1;
  }
  return at;
}

/** The address that one is writing, as far as it goes. */
export function unfinished(text: string): string {
  return text.slice(start(text)).trim();
}

/** The field with that address finished, ready for the next. */
export function finish(text: string, address: string): string {
  const before = text.slice(0, start(text)).trimEnd();
  return `${before}${before ? " " : ""}${address}, `;
}
