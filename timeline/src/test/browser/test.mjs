// Opens the pages that the tests in Java have left in target/browser, in a real Chromium, and uses them as people do.
// CHROMIUM names the browser's program; without it, /usr/bin/chromium.
import assert from 'node:assert/strict';
import {existsSync, mkdtempSync, rmSync} from 'node:fs';
import {tmpdir} from 'node:os';
import {join, resolve} from 'node:path';
import {pathToFileURL} from 'node:url';
import {chromium} from 'playwright-core';

const PAGES = resolve(import.meta.dirname, '../../../target/browser');
const ARGUMENTS = [
  '--no-sandbox', '--headless', '--disable-gpu', '--disable-quic', '--no-first-run',
  '--disable-background-networking', '--disable-component-update', '--disable-sync',
];

const tests = [];
const test = (name, run) => tests.push({name, run});

/** Opens a page; what it logs, throws or asks of a network fails the test. */
async function open(browser, file, options = {}) {
  const page = await browser.newPage({viewport: {width: 1200, height: 420}, ...options});
  const complaints = [];
  page.on('console', message => complaints.push(message.text()));
  page.on('pageerror', error => complaints.push(String(error)));
  page.on('request', request => {
    if (!/^(file|data):/.test(request.url())) complaints.push('asks for ' + request.url());
  });
  await page.goto(pathToFileURL(join(PAGES, file)).href);
  await page.waitForFunction(() => window.weft && window.weft.statistics.drawn > 0);
  page.complaints = complaints;
  return {page};
}

/** Where the first mark of a kind in a row is, on the page. */
const place = (page, name, kind) => page.evaluate(([name, kind]) => {
  const row = window.weft.rows.find(row => row.name === name);
  const mark = [...row.points, ...row.spans].find(mark => mark.kind === kind);
  const [x, y] = window.weft.place(mark);
  const box = document.querySelector('canvas').getBoundingClientRect();
  return {x: box.left + x, y: box.top + y};
}, [name, kind]);

const frame = page => page.evaluate(() => new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done))));

/** The colour in the corner of the canvas. */
const paper = page => page.evaluate(() => {
  const canvas = document.querySelector('canvas');
  const copy = document.createElement('canvas').getContext('2d', {willReadFrequently: true});
  copy.drawImage(canvas, 3 - canvas.width, 3 - canvas.height);
  return [...copy.getImageData(0, 0, 1, 1).data.slice(0, 3)];
});

test('has a lane for each row, and says so', async browser => {
  const {page} = await open(browser, 'gather.html');
  assert.deepEqual(await page.evaluate(() => window.weft.shown().map(row => row.name)),
      ['run', 'gather.0', 'gather.1', 'left', 'right']);
  assert.match(await page.textContent('#facts'), /^5 lanes · 9 tasks and generators/);
  assert.equal(await page.title(), 'gather');
});

test('draws links between lanes', async browser => {
  const {page} = await open(browser, 'gather.html');
  const statistics = await page.evaluate(() => window.weft.statistics);
  assert.ok(statistics.links >= 8, JSON.stringify(statistics));
});

test('shows the value and the place under the pointer', async browser => {
  const {page} = await open(browser, 'gather.html');
  const {x, y} = await place(page, 'left', 'YIELDED');
  await page.mouse.move(x, y);
  const tip = await page.textContent('#tip');
  assert.match(tip, /left yields/);
  assert.match(tip, /41/);
  assert.match(tip, /made at BrowserPages\.java:\d+ in gather\.0/);
});

test('shows the stack of a failure', async browser => {
  const {page} = await open(browser, 'failure.html');
  const {x, y} = await place(page, 'failing', 'FAILED');
  await page.mouse.move(x, y);
  assert.match(await page.textContent('#tip'), /IllegalStateException: out of paper/);
  assert.match(await page.textContent('#tip pre'), /dev\.weft\.timeline\.BrowserPages/);
});

test('shows a name that looks like markup as it is', async browser => {
  const {page} = await open(browser, 'failure.html');
  const {x, y} = await place(page, '<b>bold</b>', 'YIELDED');
  await page.mouse.move(x, y);
  assert.match(await page.textContent('#tip'), /<b>bold<\/b> yields/);
  assert.match(await page.textContent('#tip .value'), /<script>alert\(1\)<\/script>/);
});

test('keeps the tip after a click, until Escape', async browser => {
  const {page} = await open(browser, 'gather.html');
  const {x, y} = await place(page, 'left', 'YIELDED');
  await page.mouse.click(x, y);
  await page.mouse.move(x + 300, y + 150);
  assert.equal(await page.isVisible('#tip.pinned'), true);
  await page.keyboard.press('Escape');
  assert.equal(await page.isVisible('#tip'), false);
});

test('zooms at the pointer by wheel, and by buttons and keys', async browser => {
  const {page} = await open(browser, 'gather.html');
  const span = () => page.evaluate(() => window.weft.view.to - window.weft.view.from);
  const whole = await span();
  const before = await place(page, 'right', 'YIELDED');
  await page.mouse.move(before.x, before.y);
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -300);
  await page.keyboard.up('Control');
  await frame(page);
  const after = await place(page, 'right', 'YIELDED');
  assert.ok(await span() < whole / 2);
  assert.ok(Math.abs(after.x - before.x) < 2, `${before.x} and ${after.x}`);
  await page.click('#fit');
  assert.equal(await span(), whole);
  await page.click('#in');
  assert.ok(await span() < whole);
  await page.click('#out');
  await page.click('#out');
  assert.equal(await span(), whole);
  await page.focus('canvas');
  await page.keyboard.press('+');
  assert.ok(await span() < whole);
});

test('moves when it is dragged', async browser => {
  const {page} = await open(browser, 'gather.html');
  await page.click('#in');
  const from = await page.evaluate(() => window.weft.view.from);
  await page.mouse.move(700, 200);
  await page.mouse.down();
  await page.mouse.move(500, 200, {steps: 4});
  await page.mouse.up();
  assert.ok(await page.evaluate(() => window.weft.view.from) > from);
});

test('shows the lanes that a search finds, by name, value or place', async browser => {
  const {page} = await open(browser, 'gather.html');
  const shown = () => page.evaluate(() => window.weft.shown().map(row => row.name));
  await page.fill('#search', 'GATHER');
  assert.deepEqual(await shown(), ['run', 'gather.0', 'gather.1']);
  assert.match(await page.textContent('#facts'), /^3 of 5 lanes/);
  await page.fill('#search', '41');
  assert.deepEqual(await shown(), ['left']);
  await page.fill('#search', 'nothing like this');
  assert.deepEqual(await shown(), []);
  await page.fill('#search', '');
  assert.equal((await shown()).length, 5);
});

test('puts generators or tasks first', async browser => {
  const {page} = await open(browser, 'gather.html');
  const first = () => page.evaluate(() => window.weft.shown()[0].name);
  await page.selectOption('#order', 'generators');
  assert.equal(await first(), 'left');
  await page.selectOption('#order', 'tasks');
  assert.equal(await first(), 'gather.0');
});

test('is light or dark as people prefer, also if they change their minds', async browser => {
  const {page} = await open(browser, 'gather.html', {colorScheme: 'light'});
  assert.deepEqual(await paper(page), [255, 255, 255]);
  await page.emulateMedia({colorScheme: 'dark'});
  await frame(page);
  assert.deepEqual(await paper(page), [18, 22, 28]);
  const dark = await open(browser, 'gather.html', {colorScheme: 'dark'});
  assert.deepEqual(await paper(dark.page), [18, 22, 28]);
});

test('draws no more of a large run than can be seen', async browser => {
  const {page} = await open(browser, 'large.html');
  const all = await page.evaluate(() => window.weft.rows.reduce((sum, row) => sum + row.spans.length + row.points.length, 0));
  const drawn = await page.evaluate(() => { window.weft.draw(); return window.weft.statistics; });
  assert.ok(all > 70_000, String(all));
  assert.ok(drawn.drawn < 4000 && drawn.links <= 2000, JSON.stringify(drawn));
  assert.match(await page.textContent('#note'), /\d+ links too close to draw: zoom in/);
  for (let i = 0; i < 25; i++) await page.click('#in');
  await frame(page);
  const close = await page.evaluate(() => window.weft.statistics);
  assert.equal(close.linksLeftOut, 0);
});

test('scrolls through more lanes than there is room for', async browser => {
  const {page} = await open(browser, 'large.html');
  await page.mouse.move(700, 200);
  await page.mouse.wheel(0, 100_000);
  await frame(page);
  const {scroll} = await page.evaluate(() => window.weft.view);
  assert.ok(scroll > 7000, String(scroll));
});

test('shows an empty timeline', async browser => {
  const page = await browser.newPage();
  const complaints = [];
  page.on('pageerror', error => complaints.push(String(error)));
  await page.goto(pathToFileURL(join(PAGES, 'empty.html')).href);
  await frame(page);
  assert.deepEqual(complaints, []);
  assert.match(await page.textContent('#facts'), /^0 lanes/);
});

if (!existsSync(PAGES)) {
  console.error(`There are no pages in ${PAGES}: the tests in Java make them, so do not skip those.`);
  process.exit(1);
}
const profile = mkdtempSync(join(tmpdir(), 'weft-timeline-'));
const browser = await chromium.launchPersistentContext(profile, {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium', args: ARGUMENTS,
});
let failed = 0;
try {
  for (const {name, run} of tests) {
    const opened = [];
    const recording = {
      newPage: async (options = {}) => {
        const {viewport, colorScheme} = options;
        const page = await browser.newPage();
        if (viewport) await page.setViewportSize(viewport);
        if (colorScheme) await page.emulateMedia({colorScheme});
        opened.push(page);
        return page;
      },
    };
    try {
      await run(recording);
      for (const page of opened) assert.deepEqual(page.complaints ?? [], []);
      console.log('ok   ' + name);
    } catch (error) {
      failed++;
      console.log('FAIL ' + name + '\n' + error.stack);
    }
    for (const page of opened) await page.close();
  }
} finally {
  await browser.close();
  rmSync(profile, {recursive: true, force: true});
}
console.log(`${tests.length - failed} of ${tests.length} passed`);
process.exit(failed ? 1 : 0);
