// Lists every NuGet and npm package of the product (not of the tests) with its licence, and compares with docs/LICENCES.txt.
// UPDATE=1 rewrites the list. A licence outside the set below fails: it needs a decision first.
import { existsSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";

const allowed = /^(MIT|Apache-2\.0|BSD-2-Clause|BSD-3-Clause|ISC|0BSD|MS-PL|PostgreSQL|MPL-2\.0|Unicode-3\.0|\(MIT OR Apache-2\.0\)|Apache-2\.0 OR MIT|MIT OR Apache-2\.0)$/;
const known = {
  // Packages whose manifest names a licence file instead of an identifier, read by hand.
  "SQLitePCLRaw.bundle_e_sqlite3": "Apache-2.0", "SQLitePCLRaw.core": "Apache-2.0", "SQLitePCLRaw.lib.e_sqlite3": "Apache-2.0", "SQLitePCLRaw.provider.e_sqlite3": "Apache-2.0",
  "NSec.Cryptography": "MIT", "Otp.NET": "MIT", "libsodium": "ISC",
};
const list = [];

for (const project of ["Pannier", "Pannier.Core", "Pannier.Mail", "Pannier.Demo"]) {
  const lock = JSON.parse(readFileSync(`src/${project}/packages.lock.json`, "utf8"));
  for (const packages of Object.values(lock.dependencies))
    for (const [name, { resolved, type }] of Object.entries(packages))
      if (type !== "Project" && resolved && !name.includes("BannedApiAnalyzers")) list.push(`nuget ${name} ${resolved} ${nuget(name, resolved)}`);
}

const npm = JSON.parse(readFileSync("src/Pannier/package-lock.json", "utf8"));
for (const [path, { version, license, optional }] of Object.entries(npm.packages))
  if (path && !optional) list.push(`npm ${path.replace(/^node_modules\//, "")} ${version} ${license ?? "unknown"}`);

function nuget(name, version) {
  if (known[name]) return known[name];
  const root = process.env.NUGET_PACKAGES ?? join(homedir(), ".nuget", "packages");
  const folder = join(root, name.toLowerCase(), version.toLowerCase());
  const file = existsSync(folder) ? readdirSync(folder).find((entry) => entry.endsWith(".nuspec")) : undefined;
  if (!file) return "unknown";
  const nuspec = readFileSync(join(folder, file), "utf8");
  return nuspec.match(/<license type="expression">([^<]+)</)?.[1] ?? (/licenses\.nuget\.org\/MIT|opensource\.org\/licenses\/MIT/.test(nuspec) ? "MIT" : "unknown");
}

const text = [...new Set(list)].sort().join("\n") + "\n";
const path = "docs/LICENCES.txt";
if (process.env.UPDATE) writeFileSync(path, text);
const refused = text.split("\n").filter((line) => line && !allowed.test(line.split(" ").slice(3).join(" ")));
if (refused.length > 0) console.error("licences not in the allowed set:\n" + refused.join("\n"));
const same = existsSync(path) && readFileSync(path, "utf8") === text;
if (!same) console.error(`${path} does not match the lock files: run UPDATE=1 node tools/licences.mjs and read the difference`);
process.exit(refused.length === 0 && same ? 0 : 1);
