// Bundles the page's two files into wwwroot under names that carry their hash, and lists them in assets.json.
// Same sources and same tools give the same bytes: nothing here reads a clock, a path or the environment.
import { createHash } from "node:crypto";
import { mkdir, readdir, rm, writeFile, copyFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliCompressSync, constants, gzipSync } from "node:zlib";
import { build } from "esbuild";
import { checkSprite } from "./icons.mjs";
import { site, webRoot } from "./places.mjs";

/** Browsers that know light-dark(), popovers and cascade layers. */
const target = ["chrome123", "firefox125", "safari17.5"];

async function bundle(entry) {
  const result = await build({
    absWorkingDir: site,
    entryPoints: [entry],
    bundle: true,
    charset: "utf8",
    format: "esm",
    legalComments: "none",
    minify: true,
    target,
    tsconfig: join(site, "../tsconfig.json"),
    write: false,
  });
  return result.outputFiles[0].contents;
}

async function put(kind, contents) {
  const hash = createHash("sha256").update(contents).digest("hex").slice(0, 12);
  const name = `site.${hash}.${kind}`;
  await writeFile(join(webRoot, name), contents);
  const br = brotliCompressSync(contents, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } });
  await writeFile(join(webRoot, `${name}.br`), br);
  await writeFile(join(webRoot, `${name}.gz`), gzipSync(contents, { level: 9 }));
  const integrity = `sha384-${createHash("sha384").update(contents).digest("base64")}`;
  return { path: `/${name}`, integrity, bytes: contents.length, brotli: br.length };
}

await checkSprite();
const [js, css] = await Promise.all([bundle("site.ts"), bundle("site.css")]);
await mkdir(webRoot, { recursive: true });
for (const old of await readdir(webRoot)) if (/^site\..*\.(js|css)(\.br|\.gz)?$/.test(old)) await rm(join(webRoot, old));
const assets = { js: await put("js", js), css: await put("css", css) };
for (const icon of ["favicon.svg", "favicon-unread.svg"]) await copyFile(join(site, icon), join(webRoot, icon));
await writeFile(join(webRoot, "assets.json"), `${JSON.stringify(assets, null, 2)}\n`); // last: its time says that all is there
