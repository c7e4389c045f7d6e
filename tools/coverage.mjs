// Reads Cobertura reports and compares the line coverage of each assembly, or of a folder of one, with the committed figure.
import { readFileSync, readdirSync, statSync } from "node:fs";
import { join } from "node:path";

const [results, committed] = process.argv.slice(2);

function* reports(directory) {
  for (const name of readdirSync(directory)) {
    const path = join(directory, name);
    if (statSync(path).isDirectory()) yield* reports(path);
    else if (name.endsWith(".cobertura.xml")) yield path;
  }
}

// Lines by assembly and file: a line is covered when any report saw it run.
const assemblies = new Map();
for (const path of reports(results)) {
  const xml = readFileSync(path, "utf8");
  for (const [, name, body] of xml.matchAll(/<package [^>]*name="([^"]+)"[^>]*>([\s\S]*?)<\/package>/g)) {
    const lines = assemblies.get(name) ?? new Map();
    assemblies.set(name, lines);
    for (const [, file, inner] of body.matchAll(/<class [^>]*filename="([^"]+)"[^>]*>([\s\S]*?)<\/class>/g)) {
      if (file.includes("/obj/")) continue;
      for (const [, number, hits] of inner.matchAll(/<line number="(\d+)" hits="(\d+)"/g)) {
        const key = `${file}:${number}`;
        lines.set(key, Math.max(lines.get(key) ?? 0, Number(hits)));
      }
    }
  }
}

if (assemblies.size === 0) {
  console.error(`no coverage report under ${results}`);
  process.exit(1);
}

const floors = new Map(
  readFileSync(committed, "utf8").split("\n").filter((line) => line && !line.startsWith("#")).map((line) => {
    const [name, figure] = line.split(/\s+/);
    return [name, Number(figure)];
  }),
);

let failed = false;
for (const [name, floor] of floors) {
  const [assembly, ...folder] = name.split("/");
  const within = `/${name}/`;
  const lines = folder.length === 0 ? assemblies.get(assembly) : new Map([...assemblies.get(assembly) ?? []].filter(([key]) => key.includes(within)));
  const covered = lines ? [...lines.values()].filter((hits) => hits > 0).length : 0;
  const percent = lines?.size ? (covered * 100) / lines.size : 0;
  const verdict = percent >= floor ? "ok" : "BELOW";
  failed ||= percent < floor;
  console.log(`${name.padEnd(22)} ${percent.toFixed(2)} % of ${lines?.size ?? 0} lines, committed ${floor} %: ${verdict}`);
  if (process.env.WORST && lines) {
    const byFile = new Map();
    for (const [key, hits] of lines) {
      const file = key.slice(0, key.lastIndexOf(":"));
      const entry = byFile.get(file) ?? { missed: 0, all: 0 };
      entry.all += 1;
      entry.missed += hits > 0 ? 0 : 1;
      byFile.set(file, entry);
    }
    for (const [file, { missed, all }] of [...byFile].sort((a, b) => b[1].missed - a[1].missed).slice(0, Number(process.env.WORST))) console.log(`    ${missed}/${all}  ${file}`);
  }
}
process.exit(failed ? 1 : 0);
