// Bundles the tests of the page's script and runs them by node; those that need a browser say so where there is none.
import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, rm } from "node:fs/promises";
import { join } from "node:path";
import { build } from "esbuild";
import { project, repository } from "./places.mjs";

const tests = join(repository, "tests/Pannier.Page");
const names = (await readdir(tests)).filter((name) => name.endsWith(".test.ts"));
await mkdir(join(project, "obj"), { recursive: true });
const out = await mkdtemp(join(project, "obj/page-tests-"));
await build({
  entryPoints: names.map((name) => join(tests, name)),
  bundle: true,
  format: "esm",
  inject: [join(tests, "stage.ts")],
  outdir: out,
  outExtension: { ".js": ".mjs" },
  platform: "node",
  tsconfig: join(project, "tsconfig.json"),
});
const bundled = (await readdir(out)).map((name) => join(out, name));
const browser = (await readdir(tests)).filter((name) => name.endsWith(".test.mjs")).map((name) => join(tests, name));
const { status } = spawnSync(process.execPath, ["--test", ...bundled, ...browser], { stdio: "inherit" });
await rm(out, { recursive: true });
process.exitCode = status ?? 1;
