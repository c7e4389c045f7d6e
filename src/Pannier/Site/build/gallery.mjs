// `npm run gallery` serves docs/gallery under the site's own content security policy; `npm run gallery -- --check [folder]`
// opens each page in Chromium at three widths, light and dark, asks axe, and keeps pictures where a folder is named.
import { mkdir, readFile, readdir, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { Browser } from "./browser.mjs";
import { project, repository, sprite, webRoot } from "./places.mjs";

const gallery = join(repository, "docs/gallery");
export const policy = "default-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; frame-src 'self'; require-trusted-types-for 'script'; trusted-types pannier";
export const types = { html: "text/html; charset=utf-8", js: "text/javascript", css: "text/css", svg: "image/svg+xml" };

async function page(name) {
  const body = await readFile(join(gallery, `${name}.html`), "utf8");
  const [, head] = body.match(/^<!-- (.*?) -->/);
  const facts = Object.fromEntries(head.split("; ").map((fact) => fact.split(/: (.*)/, 2)));
  const { js, css } = JSON.parse(await readFile(join(webRoot, "assets.json"), "utf8"));
  const layout = await readFile(join(gallery, `_${facts.layout}.html`), "utf8");
  const fill = {
    title: facts.title,
    notice: facts.notice ? `<p class="notice">${facts.notice}</p>` : "",
    assets: `<link rel="stylesheet" href="${css.path}" integrity="${css.integrity}">\n  <script type="module" src="${js.path}" integrity="${js.integrity}"></script>`,
    sprite: (await readFile(sprite, "utf8")).replace(/^@\*.*\*@\n/, ""),
    main: body,
  };
  return layout.replace(/\{\{(\w+)\}\}/g, (_, key) => fill[key]);
}

export async function answer(path) {
  if (path === "/gallery-frame.html") return readFile(join(gallery, "frame.html"));
  if (/^\/[\w.-]+\.(js|css|svg)$/.test(path)) return readFile(join(webRoot, path));
  return page(path === "/" ? "inbox" : path.slice(1).replace(/\.html$/, ""));
}

export async function serve(port = 0) {
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, "http://localhost");
    try {
      const body = await answer(pathname);
      response.setHeader("Content-Type", types[pathname.split(".").at(-1)] ?? types.html);
      if (pathname !== "/gallery-frame.html") response.setHeader("Content-Security-Policy", policy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return { server, url: `http://127.0.0.1:${server.address().port}` };
}

export async function names() {
  return (await readdir(gallery)).filter((name) => /^[a-z-]+\.html$/.test(name) && name !== "frame.html").map((name) => name.slice(0, -5));
}

async function check(folder) {
  const axe = await readFile(join(project, "node_modules/axe-core/axe.min.js"), "utf8");
  const { server, url } = await serve();
  const browser = await Browser.start();
  let faults = 0;
  const say = (where, what) => { faults += 1; console.error(`${where}: ${what}`); };
  if (folder) await mkdir(folder, { recursive: true });
  const tab = await browser.page();
  for (const name of await names()) {
    for (const [width, height] of [[1440, 900], [800, 1000], [360, 780], [320, 640]]) {
      for (const scheme of ["light", "dark"]) {
        const where = `${name} ${width} ${scheme}`;
        await tab.show(width, height, scheme);
        await tab.open(`${url}/${name}.html`);
        if (folder && width > 320) await writeFile(join(folder, `${name}-${width}-${scheme}.png`), await tab.picture());
        if (await tab.run("document.documentElement.scrollWidth > innerWidth")) say(where, "scrolls sideways");
        await tab.run(`${axe};0`);
        const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
        const found = await tab.run(`axe.run(document, { runOnly: ${JSON.stringify(tags)}, iframes: false }).then(r => r.violations.map(v => v.id + ": " + v.nodes.map(n => n.target.join(" ") + " " + (n.any[0]?.message ?? n.all[0]?.message ?? "")).join(" | ")))`);
        for (const violation of found) say(where, violation);
        for (const complaint of tab.complaints.splice(0)) say(where, complaint);
      }
    }
  }
  await browser.stop();
  server.close();
  console.log(faults ? `${faults} faults` : "no faults");
  process.exitCode = faults ? 1 : 0;
}

if (process.argv[2] === "--check") await check(process.argv[3]);
else if (process.argv[1].endsWith("gallery.mjs")) console.log((await serve(Number(process.env.PORT ?? 8090))).url);
