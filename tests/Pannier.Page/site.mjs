// A small site for the page's script to talk to: the gallery's pages, and answers that a test chooses.
import { createServer } from "node:http";
import { answer, policy, types } from "../../src/Pannier/Site/build/gallery.mjs";

export class Site {
  /** What was asked for, in turn: method, path with query, the Pannier-Swap header and the body. */
  asked = [];
  #answers = new Map();

  static async start() {
    const site = new Site();
    site.server = createServer((request, response) => void site.#serve(request, response));
    await new Promise((resolve) => site.server.listen(0, "127.0.0.1", resolve));
    site.url = `http://localhost:${site.server.address().port}`;
    return site;
  }

  stop() {
    this.server.closeAllConnections();
    this.server.close();
  }

  /** `make` gets the request's facts and gives { status, headers, body }. */
  on(method, path, make) {
    this.#answers.set(`${method} ${path}`, make);
  }

  async #serve(request, response) {
    const { pathname } = new URL(request.url, "http://localhost");
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const facts = { method: request.method, path: request.url, swap: request.headers["pannier-swap"], body: Buffer.concat(chunks).toString() };
    this.asked.push(facts);
    const make = this.#answers.get(`${request.method} ${pathname}`);
    if (make && (request.method === "POST" || facts.swap !== undefined)) {
      const { status = 200, headers = {}, body = "" } = await make(facts);
      response.writeHead(status, { "Content-Type": "text/html; charset=utf-8", ...headers }).end(body);
      return;
    }
    try {
      const body = await answer(pathname);
      response.setHeader("Content-Type", types[pathname.split(".").at(-1)] ?? types.html);
      if (pathname !== "/gallery-frame.html") response.setHeader("Content-Security-Policy", policy);
      response.end(body);
    } catch {
      response.writeHead(404).end();
    }
  }
}
