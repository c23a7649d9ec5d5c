// Opens one page of every kind in Chromium, at two widths and in both colour schemes, with and
// without JavaScript; fails on accessibility findings, console errors, requests to other hosts
// and sideways scrolling.
import { createServer } from 'node:http';
import { readFileSync, existsSync, statSync, readdirSync } from 'node:fs';
import { join, extname } from 'node:path';
import { createRequire } from 'node:module';
import puppeteer from 'puppeteer-core';

const root = process.argv[2];
const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const types = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.js': 'text/javascript', '.svg': 'image/svg+xml', '.woff2': 'font/woff2', '.json': 'application/json' };

const server = createServer((req, res) => {
  let file = join(root, decodeURIComponent(new URL(req.url, 'http://x').pathname));
  if (existsSync(file) && statSync(file).isDirectory()) file = join(file, 'index.html');
  if (!existsSync(file)) { res.writeHead(404); res.end(); return; }
  res.writeHead(200, { 'content-type': types[extname(file)] ?? 'application/octet-stream' });
  res.end(readFileSync(file));
});
await new Promise(ready => server.listen(0, '127.0.0.1', ready));
const base = `http://127.0.0.1:${server.address().port}`;

// The index of each folder and the heaviest page in it.
function pages() {
  const list = ['/'];
  for (const entry of readdirSync(root, { withFileTypes: true })) {
    if (!entry.isDirectory() || !existsSync(join(root, entry.name))) continue;
    if (existsSync(join(root, entry.name, 'index.html'))) list.push(`/${entry.name}/`);
    const below = readdirSync(join(root, entry.name), { withFileTypes: true })
      .filter(e => e.isDirectory() && existsSync(join(root, entry.name, e.name, 'index.html')))
      .map(e => ({ url: `/${entry.name}/${e.name}/`, size: statSync(join(root, entry.name, e.name, 'index.html')).size }))
      .sort((a, b) => b.size - a.size);
    if (below.length) list.push(below[0].url);
  }
  if (existsSync(join(root, '404.html'))) list.push('/404.html');
  return list;
}

const browser = await puppeteer.launch({
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
let failed = 0, passed = 0;
const fail = (where, what) => { failed++; console.log(`FAIL ${where}: ${what}`); };
for (const url of pages()) {
  for (const width of [390, 1280]) for (const scheme of ['light', 'dark']) {
    const where = `${url} at ${width} px, ${scheme}`;
    const page = await browser.newPage();
    await page.setBypassCSP(true);
    await page.setViewport({ width, height: 900 });
    await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }]);
    page.on('console', m => { if (m.type() === 'error') fail(where, m.text()); });
    page.on('request', r => { if (!r.url().startsWith(base) && !r.url().startsWith('data:')) fail(where, `request to ${r.url()}`); });
    await page.goto(base + url, { waitUntil: 'load' });
    const before = failed;
    if (await page.evaluate(() => document.documentElement.scrollWidth > document.documentElement.clientWidth + 1)) fail(where, 'scrolls sideways');
    await page.evaluate(axe);
    const { violations } = await page.evaluate(() => axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'] }));
    for (const v of violations) fail(where, `${v.id}: ${v.help} (${v.nodes.length}×) ${v.nodes[0].html.slice(0, 160)}`);
    if (failed === before) passed++;
    await page.close();
  }
}
await browser.close();
server.close();
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed ? 1 : 0);
