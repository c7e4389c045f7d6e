/** Keeps a storage within its room: what was used least goes first. */
const order = "pannier.order"; // names, the one used last at the end

/** Characters in all; browsers give 5 million. */
export const most = 2_000_000;

/** Sets a value and makes it the one used last. A browser that gives less room begins anew. */
export function put(into: Storage, name: string, value: string): void {
  const names = (into.getItem(order) ?? "").split(" ").filter((one) => one !== "" && one !== name);
  into.removeItem(name);
  let room = most - value.length;
  const kept = names.reverse().filter((one) => (room -= into.getItem(one)?.length ?? most) >= 0);
  for (const one of names) if (!kept.includes(one)) into.removeItem(one);
  try {
    into.setItem(name, value);
    into.setItem(order, [...kept.reverse(), name].join(" "));
  } catch {
    for (const one of [...kept, name, order]) into.removeItem(one); // the browser gives less: begin anew
  }
}
