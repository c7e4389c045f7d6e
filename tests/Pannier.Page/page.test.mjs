// The page's script in a real browser, under the site's own policy.
import assert from "node:assert/strict";
import { existsSync } from "node:fs";
import { after, before, beforeEach, test } from "node:test";
import { Browser } from "../../src/Pannier/Site/build/browser.mjs";
import { Site } from "./site.mjs";

const chromium = process.env.CHROMIUM ?? "/usr/bin/chromium";
const skip = existsSync(chromium) ? false : "no Chromium here";
const row = (key, subject) => `<li class="lists-row" data-key="${key}"><label class="lists-check"><input type="checkbox" name="message" value="${key}"></label><a class="lists-open" href="/message/${key}" data-swap data-swap-url>${subject}</a></li>`;
const list = (...rows) => `<form class="lists" method="post" action="/act" data-swap data-select data-roving><input type="hidden" name="csrf" value="t"><h1>Inbox</h1><input type="checkbox" data-select-all><button name="act" value="archive" data-keys="e">Archive</button><p data-select-count></p><ul>${rows.join("")}</ul></form>`;
const notice = "<p class='notice'>Done.</p>";
let site, browser, tab;

const until = async (expression) => {
  for (let i = 0; i < 100; i += 1) {
    if (await tab.run(expression)) return;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  assert.fail(`never true: ${expression}`);
};
const show = async (html) => {
  site.on("GET", "/inbox", () => ({ body: html }));
  await tab.run("document.querySelector('nav a[href=\"/inbox\"]').click()");
  await until("!document.querySelector('[data-busy]') && document.querySelector('#main h1').textContent === 'Inbox' && !document.querySelector('.lists-note')");
};

before(async () => {
  if (skip) return;
  site = await Site.start();
  browser = await Browser.start(chromium);
}, { timeout: 30_000 });
after(async () => {
  if (skip) return;
  await browser.stop();
  site.stop();
});
beforeEach(async () => {
  if (skip) return;
  tab = await browser.page();
  await tab.show(1200, 800, "light");
  await tab.open(`${site.url}/inbox`);
  site.asked.length = 0;
});

test("A_swapped_link_shows_the_fragment_moves_the_address_and_comes_back", { skip }, async () => {
  site.on("GET", "/flagged", () => ({ body: "<h1>Flagged things</h1><p>none</p>" }));
  await tab.run("document.querySelector('nav a[href=\"/flagged\"]').click()");
  await until("document.querySelector('#main h1').textContent === 'Flagged things'");

  assert.equal(await tab.run("location.pathname"), "/flagged");
  assert.equal(await tab.run("document.title"), "Flagged things · Pannier");
  assert.equal(await tab.run("document.querySelector('nav [aria-current]').pathname"), "/flagged");
  assert.equal(await tab.run("document.activeElement.id"), "main");
  assert.equal(site.asked.find((one) => one.path === "/flagged").swap, "main");

  site.on("GET", "/inbox", () => ({ body: "<h1>Inbox again</h1>" }));
  await tab.run("history.back()");
  await until("document.querySelector('#main h1').textContent === 'Inbox again'");
  assert.equal(await tab.run("location.pathname"), "/inbox");
});

test("A_morph_keeps_rows_focus_ticks_and_typed_text", { skip }, async () => {
  await show(list(row("a", "A"), row("b", "B"), row("c", "C")));
  await tab.run("window.kept = document.querySelector('[data-key=b]'); kept.querySelector('input').click(); kept.querySelector('a').focus(); 0");
  site.on("POST", "/act", () => ({ body: list(row("n", "New"), row("c", "C"), row("b", "B changed")) }));
  await tab.run("document.querySelector('#main [name=act]').click()");
  await until("document.querySelector('[data-key=n]')");

  assert.equal(await tab.run("document.querySelector('[data-key=b]') === kept"), true);
  assert.equal(await tab.run("kept.querySelector('input').checked"), true);
  assert.equal(await tab.run("document.activeElement === kept.querySelector('a')"), true);
  assert.equal(await tab.run("kept.querySelector('a').textContent"), "B changed");
  assert.equal(await tab.run("[...document.querySelectorAll('.lists-row')].map(r => r.dataset.key).join('')"), "ncb");
});

test("An_act_without_a_selection_is_meant_for_the_row_one_stands_on", { skip }, async () => {
  await show(list(row("a", "A"), row("b", "B"), row("c", "C")));
  site.on("POST", "/act", () => ({ headers: { "Pannier-Next": "/inbox" }, body: notice }));
  await tab.press("j");
  await tab.press("j");
  site.on("GET", "/inbox", () => ({ body: list(row("a", "A"), row("c", "C")) }));
  await tab.press("e");
  await until("!document.querySelector('[data-key=b]')");

  const act = site.asked.find((one) => one.method === "POST");
  assert.equal(act.body, "csrf=t&act=archive&message=b");
  assert.equal(await tab.run("document.querySelector('#notices .notice').textContent"), "Done.");
  assert.equal(await tab.run("document.activeElement.closest('.lists-row')?.dataset.key"), "c");
});

test("An_act_that_leads_elsewhere_goes_there", { skip }, async () => {
  await show(list(row("a", "A")));
  site.on("POST", "/act", () => ({ headers: { "Pannier-Next": "/archive" }, body: notice }));
  site.on("GET", "/archive", () => ({ body: "<h1>Archive</h1>" }));
  await tab.run("document.querySelector('#main [name=act]').click()");
  await until("location.pathname === '/archive'");
  await until("document.querySelector('#main h1').textContent === 'Archive'");
});

test("Shift_selects_a_range_and_star_selects_all", { skip }, async () => {
  await show(list(row("a", "A"), row("b", "B"), row("c", "C"), row("d", "D")));
  await tab.run("document.querySelector('[data-key=a] input').click(); document.querySelector('[data-key=c] input').dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey: true })); 0");
  assert.equal(await tab.run("document.querySelector('[data-select-count]').textContent"), "3 selected");
  assert.equal(await tab.run("document.querySelector('[data-select-all]').indeterminate"), true);

  await tab.press("*");
  assert.equal(await tab.run("document.querySelectorAll('[name=message]:checked').length"), 4);
});

test("A_refusal_becomes_an_alert_and_changes_nothing", { skip }, async () => {
  await show(list(row("a", "A")));
  site.on("POST", "/act", () => ({ status: 422, body: "<section class='refusal' role='alert'><h1>That was not done</h1><p>Over quota.</p></section>" }));
  await tab.run("document.querySelector('#main [name=act]').click()");
  await until("document.querySelector('#notices [role=alert]')");

  assert.match(await tab.run("document.querySelector('#notices').textContent"), /Over quota/);
  assert.equal(await tab.run("document.querySelectorAll('.lists-row').length"), 1);
});

test("A_lost_line_offers_a_retry_that_sends_the_same", { skip }, async () => {
  await show(list(row("a", "A")));
  await tab.send("Network.enable");
  await tab.send("Network.emulateNetworkConditions", { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  await tab.run("document.querySelector('[data-key=a] input').click(); document.querySelector('#main [name=act]').click()");
  await until("/offline/.test(document.querySelector('#notices').textContent)");
  await tab.send("Network.emulateNetworkConditions", { offline: false, latency: 0, downloadThroughput: -1, uploadThroughput: -1 });
  site.on("POST", "/act", () => ({ body: list(row("z", "Z")) }));
  await tab.run("document.querySelector('#notices button').click()");
  await until("document.querySelector('[data-key=z]')");

  assert.equal(site.asked.at(-1).body, "csrf=t&act=archive&message=a");
});

test("Keys_are_deaf_while_one_types_and_can_be_turned_off", { skip }, async () => {
  await show(list(row("a", "A")));
  await tab.press("/");
  assert.equal(await tab.run("document.activeElement.id"), "q");
  await tab.press("e");
  await tab.run("document.activeElement.blur(); document.documentElement.setAttribute('data-keys-off', '')");
  await tab.press("e");
  assert.equal(site.asked.some((one) => one.method === "POST"), false);
  await tab.run("document.documentElement.removeAttribute('data-keys-off')");
  site.on("GET", "/sent", () => ({ body: "<h1>Sent</h1>" }));
  await tab.press("g");
  await tab.press("s");
  await until("location.pathname === '/sent'");
});

test("A_fragment_can_change_other_places_too", { skip }, async () => {
  await show(list(row("a", "A")));
  site.on("POST", "/act", () => ({ body: `${list(row("a", "A"))}<div data-swap-into="sidebar"><p>Counted anew</p></div>` }));
  await tab.run("document.querySelector('#main [name=act]').click()");
  await until("document.querySelector('#sidebar').textContent === 'Counted anew'");
});

test("Drafts_save_themselves_and_say_so", { skip }, async () => {
  await tab.open(`${site.url}/compose.html`);
  site.on("POST", "/compose/d1/save", () => ({ body: "<p>Saved at 10:00</p>" }));
  await tab.run("document.querySelector('#text').value = 'Hej & hå'; 0");
  await until("document.querySelector('[data-saved]').textContent === 'Saved at 10:00'");

  const saved = new URLSearchParams(site.asked.find((one) => one.path === "/compose/d1/save").body);
  assert.equal(saved.get("text"), "Hej & hå");
  assert.equal(saved.has("file"), false);
});

test("A_draft_left_by_a_swapped_link_is_saved_on_the_way", { skip }, async () => {
  await tab.open(`${site.url}/compose.html`);
  site.on("POST", "/compose/d1/save", () => ({ body: "<p>Saved</p>" }));
  site.on("GET", "/flagged", () => ({ body: "<h1>Flagged things</h1>" }));
  await tab.run("document.querySelector('#text').value = 'last words'; document.querySelector('nav a[href=\"/flagged\"]').click()");
  await until("document.querySelector('#main h1').textContent === 'Flagged things'");
  for (let i = 0; i < 20 && !site.asked.some((one) => one.method === "POST"); i += 1) await new Promise((resolve) => setTimeout(resolve, 30));

  assert.equal(new URLSearchParams(site.asked.find((one) => one.method === "POST").body).get("text"), "last words");
});

test("Recipients_complete_by_keyboard", { skip }, async () => {
  await tab.open(`${site.url}/compose.html`);
  site.on("GET", "/compose/recipients", () => ({ body: "<li role='option' id='o1' data-value='Noor &lt;noor@c.example&gt;'>Noor</li><li role='option' id='o2' data-value='Nils &lt;nils@c.example&gt;'>Nils</li>" }));
  await tab.run("document.querySelector('#to').focus(); document.querySelector('#to').dispatchEvent(new Event('input')); 0");
  await until("document.querySelector('#to').getAttribute('aria-activedescendant') === 'o1'");
  assert.equal(site.asked.at(-1).path, "/compose/recipients?q=n");
  await tab.press("ArrowDown");
  await tab.press("Enter");

  assert.equal(await tab.run("document.querySelector('#to').value"), "Jonas Eklund <jonas@eklund.example>, Nils <nils@c.example>, ");
  assert.equal(await tab.run("document.querySelector('#to').getAttribute('aria-expanded')"), "false");
});

test("The_frame_grows_to_its_message_and_strangers_are_not_heard", { skip }, async () => {
  await tab.open(`${site.url}/message.html`);
  await until("document.querySelector('[data-frame]').style.blockSize !== ''");
  const height = await tab.run("document.querySelector('[data-frame]').style.blockSize");
  await tab.run("postMessage({ pannier: 'height', value: 9999 }, '*')");
  await new Promise((resolve) => setTimeout(resolve, 100));
  assert.equal(await tab.run("document.querySelector('[data-frame]').style.blockSize"), height);
});

test("Files_go_up_when_chosen_and_the_form_sends_them_no_second_time", { skip }, async () => {
  await tab.open(`${site.url}/compose.html`);
  site.on("POST", "/compose/d1/attach", () => ({ body: "<li class='compose-file' data-key='a1'>varnish-prices.ods</li><li class='compose-file' data-key='a2'>note.txt</li>" }));
  await tab.run("{ const t = new DataTransfer(); t.items.add(new File(['hello'], 'note.txt')); const p = document.querySelector('#files'); p.files = t.files; p.dispatchEvent(new Event('change')); } 0");
  await until("document.querySelector('[data-key=a2]') && !document.querySelector('[data-uploading]')");

  assert.match(site.asked.find((one) => one.path === "/compose/d1/attach").body, /name="draft"\r\n\r\nd1[\s\S]*filename="note\.txt"[\s\S]*hello/);
  assert.equal(await tab.run("document.querySelector('#files').files.length"), 0);
});

test("Nothing_of_it_offends_the_policy", { skip }, async () => {
  await show(list(row("a", "A")));
  assert.deepEqual(tab.complaints, []);
});
