// Makes the sprite that the layout carries once, from the icons that icons.txt names.
// `npm run icons` writes it after a change of the list; the build refuses a sprite that is not the list's.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { project, site, sprite } from "./places.mjs";

async function symbol(line) {
  const [name, lucide = name] = line.split(/\s*=\s*/);
  const svg = await readFile(join(project, "node_modules/lucide-static/icons", `${lucide}.svg`), "utf8");
  const shapes = svg.match(/<svg[^>]*>([\s\S]*)<\/svg>/)[1].replace(/\s*\n\s*/g, "").replace(/ \/>/g, "/>");
  return `<symbol id="icon-${name}" viewBox="0 0 24 24">${shapes}</symbol>`;
}

async function make() {
  const lines = (await readFile(join(site, "icons.txt"), "utf8")).split("\n").map((line) => line.trim());
  const symbols = await Promise.all(lines.filter((line) => line && !line.startsWith("#")).map(symbol));
  const logo = (await readFile(join(site, "favicon.svg"), "utf8")).replace(/^<svg[^>]*>|<\/svg>\s*$/g, "");
  symbols.unshift(`<symbol id="icon-logo" viewBox="0 0 32 32">${logo}</symbol>`);
  return `@* Written by \`npm run icons\` from Site/icons.txt; lucide icons, ISC licence. *@\n<svg class="sprite" width="0" height="0" aria-hidden="true">\n${symbols.join("\n")}\n</svg>\n`;
}

export async function checkSprite() {
  if ((await readFile(sprite, "utf8")) === (await make())) return;
  throw new Error("Sprite.razor is not what Site/icons.txt says: run `npm run icons` in src/Pannier and commit the result");
}

if (process.argv.includes("--write")) await writeFile(sprite, await make());
