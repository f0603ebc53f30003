'use strict';
(() => {
const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);
const canvas = $('canvas'), pen = canvas.getContext('2d'), tip = $('tip');

const TYPES = ['run', 'task', 'generator'];
const GUTTER = 172, AXIS = 34, ROW = 38, RIGHT = 30, MOST_LINKS = 2000, BEND = 7;
const HEIGHT = {RUNNING: 16, SLEEPING: 16, CLOSING: 16, WAITING: 8, SUSPENDED: 2};
const MEANING = data.words;
const COLOUR = {
  SENT: 'step', THROWN: 'step', STOPPED: 'cancelled', TIMED_OUT: 'cancelled', LEAKED: 'failed', FELL_BACK: 'muted',
};

// ---- the data: one object per row, with arrays of marks in the order of time ----

const text = place => data.texts[place];
const rows = [];
for (let i = 0; i < data.rows.length; i += 2) {
  rows.push({type: data.rows[i], name: text(data.rows[i + 1]), lanes: [], spans: [], points: [], number: i / 2});
}
const lanes = [];
let nextSpan = 0, nextPoint = 0;
for (let i = 0; i < data.lanes.length; i += 5) {
  const row = rows[data.lanes[i]];
  const lane = {number: i / 5, row, parent: data.lanes[i + 3] - 1, site: text(data.lanes[i + 4])};
  lanes.push(lane);
  row.lanes.push(lane);
  for (let n = data.lanes[i + 1]; n > 0; n--, nextSpan += 4) {
    const [kind, from, length, what] = data.spans.slice(nextSpan, nextSpan + 4);
    row.spans.push({lane, kind: data.spanKinds[kind], from, to: from + length, text: text(what)});
  }
  for (let n = data.lanes[i + 2]; n > 0; n--, nextPoint += 4) {
    const [kind, at, value, stack] = data.points.slice(nextPoint, nextPoint + 4);
    row.points.push({lane, kind: data.pointKinds[kind], from: at, to: at, text: text(value), stack: text(stack)});
  }
}
const links = [];
for (let i = 0; i < data.links.length; i += 5) {
  const [kind, waiter, target, from, length] = data.links.slice(i, i + 5);
  links.push({kind: data.linkKinds[kind], waiter: lanes[waiter], target: lanes[target], from, to: from + length});
}
links.sort((a, b) => a.from - b.from);

// ---- what is shown ----

const whole = Math.max(1, data.length);
const view = {from: 0, to: whole, scroll: 0, query: '', order: 'began'};
let shown = rows, placeOf = new Map(), hovered = null, pinned = false, colours = {}, width = 0, height = 0;
const statistics = {drawn: 0, links: 0, linksLeftOut: 0};

const x = time => GUTTER + (time - view.from) / (view.to - view.from) * (width - GUTTER - RIGHT);
const time = px => view.from + (px - GUTTER) / (width - GUTTER - RIGHT) * (view.to - view.from);
const top = place => AXIS + place * ROW - view.scroll;

function choose() {
  const query = view.query.toLowerCase();
  const has = s => s.toLowerCase().includes(query);
  const first = {generators: 2, tasks: 1}[view.order];
  shown = rows.filter(row => !query || has(row.name) || row.lanes.some(lane => has(lane.site))
      || row.points.some(point => has(point.text)) || row.spans.some(span => has(span.text)));
  if (first) shown = shown.slice().sort((a, b) => (b.type === first) - (a.type === first) || a.number - b.number);
  placeOf = new Map(shown.map((row, place) => [row, place]));
  $('facts').textContent = `${shown.length === rows.length ? '' : shown.length + ' of '}${rows.length} lanes · `
      + `${lanes.length} tasks and generators · ${duration(whole === 1 ? 0 : whole)}`;
  limit();
}

function limit() {
  const most = Math.max(0, shown.length * ROW + AXIS + 8 - height);
  view.scroll = Math.min(most, Math.max(0, view.scroll));
  const span = Math.min(whole, Math.max(view.to - view.from, Math.min(whole, 10)));
  view.from = Math.min(whole - span, Math.max(0, view.from));
  view.to = view.from + span;
}

function zoom(factor, px = (GUTTER + width - RIGHT) / 2) {
  const at = Math.min(view.to, Math.max(view.from, time(px)));
  const span = (view.to - view.from) / factor;
  view.from = at - (at - view.from) / factor;
  view.to = view.from + span;
  redraw();
}

function pan(dx, dy) {
  const moved = dx / (width - GUTTER - RIGHT) * (view.to - view.from);
  view.from += moved;
  view.to += moved;
  view.scroll += dy;
  redraw();
}

// ---- words ----

/** A time in the unit that suits it, or the axis that it stands on; with more digits where the axis needs them. */
function duration(ns, axis = ns) {
  const [unit, name] = ns === 0 || axis >= 1e9 ? [1e9, 's'] : axis >= 1e6 ? [1e6, 'ms'] : axis >= 1e3 ? [1e3, 'µs'] : [1, 'ns'];
  return `${+(ns / unit).toFixed(axis === ns ? 3 : 9)} ${name}`;
}

function roundAbove(least) {
  for (let power = 10 ** Math.floor(Math.log10(least)); ; power *= 10) {
    for (const factor of [1, 2, 5]) if (factor * power > least) return factor * power;
  }
}

// ---- drawing ----

let asked = false;
function redraw() {
  limit();
  if (!asked) {
    asked = true;
    requestAnimationFrame(() => { asked = false; draw(); });
  }
}

function readColours() {
  const style = getComputedStyle(document.documentElement);
  const names = ['paper', 'ink', 'muted', 'grid', 'band', ...data.spanKinds, ...data.linkKinds, 'YIELDED', 'FAILED', 'CANCELLED', 'ENDED'];
  colours = Object.fromEntries(names.map(name => [name.toLowerCase(), style.getPropertyValue('--' + name.toLowerCase()).trim()]));
}
const colourOf = kind => colours[COLOUR[kind] || kind.toLowerCase()];

function resize() {
  const ratio = window.devicePixelRatio || 1;
  width = canvas.clientWidth;
  height = canvas.clientHeight;
  canvas.width = Math.round(width * ratio);
  canvas.height = Math.round(height * ratio);
  pen.setTransform(ratio, 0, 0, ratio, 0, 0);
  redraw();
}

function draw() {
  statistics.drawn = statistics.links = statistics.linksLeftOut = 0;
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, height);
  const first = Math.max(0, Math.floor(view.scroll / ROW));
  const last = Math.min(shown.length, Math.ceil((view.scroll + height - AXIS) / ROW));
  for (let i = first; i < last; i++) {
    if (i % 2 === 0) {
      pen.fillStyle = colours.band;
      pen.fillRect(0, top(i), width, ROW);
    }
  }
  drawGrid(Math.min(height, top(shown.length)));
  pen.save();
  pen.beginPath();
  pen.rect(GUTTER - 8, AXIS, width, height);
  pen.clip();
  for (let i = first; i < last; i++) drawSpans(shown[i], top(i) + ROW / 2);
  drawLinks();
  for (let i = first; i < last; i++) drawPoints(shown[i], top(i) + ROW / 2);
  pen.restore();
  for (let i = first; i < last; i++) drawLabel(shown[i], top(i));
  drawAxis();
  $('note').textContent = [
    statistics.linksLeftOut ? `${statistics.linksLeftOut} links too close to draw: zoom in.` : '',
    data.missed ? `${data.missed} events came after the recorder was full.` : '',
  ].filter(Boolean).join(' ') || 'Ctrl + wheel zooms, drag moves, click keeps.';
}

function ticks() {
  const step = roundAbove((view.to - view.from) * 95 / Math.max(1, width - GUTTER - RIGHT));
  const all = [];
  for (let at = Math.ceil(view.from / step) * step; at <= view.to; at += step) all.push(at);
  return all;
}

function drawGrid(bottom) {
  pen.strokeStyle = colours.grid;
  pen.lineWidth = 1;
  pen.beginPath();
  for (const at of ticks()) {
    const px = Math.round(x(at)) + .5;
    pen.moveTo(px, AXIS - 5);
    pen.lineTo(px, bottom);
  }
  pen.stroke();
}

function drawAxis() {
  pen.fillStyle = colours.paper;
  pen.fillRect(0, 0, width, AXIS - 5);
  pen.fillStyle = colours.muted;
  pen.font = '11px ui-sans-serif, system-ui, Helvetica, Arial, sans-serif';
  pen.textAlign = 'center';
  for (const at of ticks()) pen.fillText(duration(at, Math.max(at, view.to - view.from)), x(at), AXIS - 14);
}

function drawLabel(row, y) {
  pen.textAlign = 'left';
  pen.fillStyle = hovered && hovered.lane.row === row ? colours.step : colours.ink;
  pen.font = '600 12.5px ui-sans-serif, system-ui, Helvetica, Arial, sans-serif';
  pen.fillText(fitting(row.name, GUTTER - 36), 18, y + 17);
  pen.fillStyle = colours.muted;
  pen.font = '11px ui-sans-serif, system-ui, Helvetica, Arial, sans-serif';
  pen.fillText(TYPES[row.type] + (row.lanes.length === 1 ? '' : ' × ' + row.lanes.length), 18, y + 31);
}

function fitting(s, most) {
  if (pen.measureText(s).width <= most) return s;
  let n = s.length;
  while (n > 1 && pen.measureText(s.slice(0, n) + '…').width > most) n--;
  return s.slice(0, n) + '…';
}

/** The place of the first mark that ends at or after a time. */
function firstAfter(marks, at) {
  let low = 0, high = marks.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (marks[middle].to < at) low = middle + 1; else high = middle;
  }
  return low;
}

/** Draws the spans of a row; those narrower than a pixel as one, so that there are no more than pixels. */
function drawSpans(row, y) {
  const {spans} = row;
  for (let i = firstAfter(spans, view.from); i < spans.length && spans[i].from <= view.to;) {
    const span = spans[i];
    const begin = Math.max(GUTTER - 10, x(span.from)), end = Math.min(width + 10, x(span.to));
    const wide = Math.max(1, end - begin - (end - begin > 4 ? .6 : 0)), tall = HEIGHT[span.kind];
    pen.globalAlpha = faded(span) ? .25 : 1;
    pen.fillStyle = colourOf(span.kind);
    pen.beginPath();
    pen.roundRect(begin, y - tall / 2, wide, tall, Math.min(3, tall / 2, wide / 2));
    pen.fill();
    statistics.drawn++;
    i = end - begin >= 1 ? i + 1 : Math.max(i + 1, firstAfter(spans, time(begin + 1)));
  }
  pen.globalAlpha = 1;
}

function faded(mark) {
  return view.query && !mark.text.toLowerCase().includes(view.query.toLowerCase())
      && !mark.lane.row.name.toLowerCase().includes(view.query.toLowerCase())
      && !mark.lane.site.toLowerCase().includes(view.query.toLowerCase());
}

function drawPoints(row, y) {
  const {points} = row;
  for (let i = firstAfter(points, view.from); i < points.length && points[i].from <= view.to;) {
    const px = x(points[i].from);
    let next = i + 1, worst = points[i], value = worst.kind === 'YIELDED' ? worst.text : '';
    const after = firstAfter(points, time(px + 4));
    for (; next < after && next < i + 50; next++) {
      if (badness(points[next]) > badness(worst)) worst = points[next];
      value = value || (points[next].kind === 'YIELDED' ? points[next].text : '');
    }
    next = Math.max(next, after);
    pen.globalAlpha = faded(worst) ? .25 : 1;
    drawPoint(worst.kind, px, y);
    const room = (next < points.length ? x(points[next].from) : width) - px;
    drawValue(value || (worst.kind === 'FAILED' || worst.kind === 'SENT' ? worst.text : ''), px, y, room);
    statistics.drawn++;
    i = next;
  }
  pen.globalAlpha = 1;
}

const badness = point => point.kind === 'ENDED' ? -1 : data.pointKinds.indexOf(point.kind);

function drawPoint(kind, px, y) {
  pen.fillStyle = pen.strokeStyle = colourOf(kind);
  pen.beginPath();
  if (kind === 'YIELDED') {
    pen.moveTo(px, y - 6); pen.lineTo(px + 6, y); pen.lineTo(px, y + 6); pen.lineTo(px - 6, y);
  } else if (kind === 'ENDED') {
    pen.rect(px - 1, y - 8, 2, 16);
  } else if (kind === 'FAILED' || kind === 'CANCELLED') {
    pen.lineWidth = 2.6;
    pen.moveTo(px - 5, y - 5); pen.lineTo(px + 5, y + 5); pen.moveTo(px + 5, y - 5); pen.lineTo(px - 5, y + 5);
    pen.stroke();
    return;
  } else {
    pen.moveTo(px, y - 6); pen.lineTo(px + 6, y + 5); pen.lineTo(px - 6, y + 5);
  }
  pen.closePath();
  pen.fill();
}

function drawValue(value, px, y, room) {
  if (!value || room < 16) return;
  const s = value.length > 24 ? value.slice(0, 23) + '…' : value;
  pen.font = '600 11px ui-sans-serif, system-ui, Helvetica, Arial, sans-serif';
  if (pen.measureText(s).width + 14 > room) return;
  pen.textAlign = 'left';
  pen.lineWidth = 3;
  pen.lineJoin = 'round';
  pen.strokeStyle = colours.paper;
  pen.strokeText(s, px + 8, y - 7);
  pen.fillStyle = colours.ink;
  pen.fillText(s, px + 8, y - 7);
}

/** Draws who asked whom, and when it was answered; of curves that cover one another only the first. */
function drawLinks() {
  const taken = new Set();
  for (const link of links) {
    if (link.from > view.to) break;
    if (link.to < view.from) continue;
    const from = placeOf.get(link.waiter.row), to = placeOf.get(link.target.row);
    if (from === undefined || to === undefined || from === to) continue;
    if (statistics.links >= MOST_LINKS) { statistics.linksLeftOut++; continue; }
    const own = hovered && (hovered.lane === link.waiter || hovered.lane === link.target);
    const drew = curve(link, link.from, from, to, BEND, own, taken)
        + (link.to > link.from ? curve(link, link.to, to, from, -BEND, own, taken) : 0);
    statistics.links += drew;
    if (!drew) statistics.linksLeftOut++;
  }
  pen.globalAlpha = 1;
  pen.setLineDash([]);
}

function curve(link, at, from, to, bend, own, taken) {
  const px = x(at), key = `${link.kind}${Math.round(px / 2)},${from},${to}`;
  if (taken.has(key) && !own) return 0;
  taken.add(key);
  const begin = top(from) + ROW / 2, end = top(to) + ROW / 2, down = Math.sign(end - begin);
  pen.globalAlpha = hovered ? (own ? 1 : .18) : .55;
  pen.strokeStyle = pen.fillStyle = colourOf(link.kind);
  pen.lineWidth = own ? 1.8 : 1.2;
  pen.setLineDash(link.kind === 'DELEGATION' ? [4, 3] : []);
  pen.beginPath();
  pen.moveTo(px, begin);
  pen.quadraticCurveTo(px + bend * 1.6, (begin + end) / 2, px, end - 9 * down);
  pen.stroke();
  pen.setLineDash([]);
  pen.beginPath();
  pen.moveTo(px, end - 7 * down);
  pen.lineTo(px + 3.4, end - 13 * down);
  pen.lineTo(px - 3, end - 13.5 * down);
  pen.fill();
  return 1;
}

// ---- what is under the pointer ----

function under(px, py) {
  const row = shown[Math.floor((py - AXIS + view.scroll) / ROW)];
  if (!row || py < AXIS) return null;
  if (px < GUTTER - 8) return {lane: row.lanes[0], label: true, kind: '', text: '', from: 0, to: 0};
  let best = null, distance = 8;
  const {points, spans} = row;
  for (let i = firstAfter(points, time(px - 8)); i < points.length; i++) {
    const off = x(points[i].from) - px;
    if (off > 8) break;
    if (Math.abs(off) < distance || (Math.abs(off) === distance && badness(points[i]) > badness(best || points[i]))) {
      best = points[i];
      distance = Math.abs(off);
    }
  }
  const span = spans[firstAfter(spans, time(px))];
  return best || (span && span.from <= time(px + 1) ? span : null);
}

function line(className, ...parts) {
  const p = document.createElement('p');
  p.className = className;
  p.append(...parts);
  return p;
}

function bold(s) {
  const b = document.createElement('b');
  b.textContent = s;
  return b;
}

function describe(mark) {
  const {lane} = mark, row = lane.row;
  const lines = [line('', bold(row.name), mark.kind ? ' ' + MEANING[mark.kind] : '')];
  if (mark.text) lines.push(line('value', (mark.kind === 'WAITING' || mark.kind === 'SLEEPING' ? 'for ' : '') + mark.text));
  if (mark.label) {
    const count = row.lanes.length;
    lines.push(line('quiet', count === 1 ? TYPES[row.type] : `${count} of type ${TYPES[row.type]}, one after the other`));
  } else {
    const when = mark.to > mark.from ? `${duration(mark.from)} to ${duration(mark.to)}, ${duration(mark.to - mark.from)}` : `at ${duration(mark.from)}`;
    lines.push(line('quiet', when));
  }
  const others = mark.label || mark.stack === undefined ? [] : row.points.filter(p => p !== mark && Math.abs(x(p.from) - x(mark.from)) < 4);
  for (const other of others.slice(0, 5)) {
    lines.push(line('quiet', `${MEANING[other.kind]}${other.text ? ' ' + other.text : ''} at ${duration(other.from)}`));
  }
  const parent = lanes[lane.parent];
  if (lane.site || parent) {
    lines.push(line('quiet', `${lane.site ? 'made at ' + lane.site : ''}${parent ? ' in ' + parent.row.name : ''}`.trim()));
  }
  if (mark.stack) {
    const pre = document.createElement('pre');
    pre.textContent = mark.stack;
    lines.push(pre);
  }
  return lines;
}

function showTip(mark, px, py) {
  tip.hidden = !mark;
  if (!mark) return;
  tip.replaceChildren(...describe(mark));
  const box = tip.getBoundingClientRect();
  tip.style.left = Math.max(8, Math.min(px + 14, innerWidth - box.width - 8)) + 'px';
  tip.style.top = (py + 18 + box.height < innerHeight ? py + 18 : Math.max(8, py - box.height - 12)) + 'px';
}

function hover(event) {
  if (pinned) return;
  const box = canvas.getBoundingClientRect();
  const mark = event && under(event.clientX - box.left, event.clientY - box.top);
  if (mark || !event) showTip(mark, event ? event.clientX : 0, event ? event.clientY : 0); else showTip(null);
  const changed = (hovered && hovered.lane) !== (mark && mark.lane);
  hovered = mark || null;
  if (changed) redraw();
}

function release() {
  pinned = false;
  tip.classList.remove('pinned');
  showTip(null);
}

// ---- what people do ----

let drag = null;
canvas.addEventListener('pointerdown', event => {
  drag = {px: event.clientX, py: event.clientY, moved: false};
  canvas.setPointerCapture(event.pointerId);
});
canvas.addEventListener('pointermove', event => {
  if (!drag) { hover(event); return; }
  const dx = drag.px - event.clientX, dy = drag.py - event.clientY;
  if (!drag.moved && Math.hypot(dx, dy) < 4) return;
  canvas.classList.add('dragged');
  release();
  pan(dx, dy);
  drag = {px: event.clientX, py: event.clientY, moved: true};
});
canvas.addEventListener('pointerup', event => {
  const clicked = drag && !drag.moved;
  drag = null;
  canvas.classList.remove('dragged');
  if (!clicked) return;
  release();
  hover(event);
  pinned = hovered !== null;
  tip.classList.toggle('pinned', pinned);
});
canvas.addEventListener('pointerleave', () => { if (!drag) hover(null); });
canvas.addEventListener('wheel', event => {
  event.preventDefault();
  const box = canvas.getBoundingClientRect();
  if (event.ctrlKey || event.metaKey) zoom(Math.exp(-event.deltaY / 250), event.clientX - box.left);
  else if (event.shiftKey) pan(event.deltaY, 0);
  else pan(event.deltaX, event.deltaY);
}, {passive: false});
document.addEventListener('keydown', event => {
  if (event.key === 'Escape') { release(); return; }
  if (event.target !== document.body && event.target !== canvas) return;
  const step = (width - GUTTER) / 8;
  const actions = {
    '+': () => zoom(1.5), '=': () => zoom(1.5), '-': () => zoom(1 / 1.5), '0': fit,
    ArrowLeft: () => pan(-step, 0), ArrowRight: () => pan(step, 0), ArrowUp: () => pan(0, -ROW), ArrowDown: () => pan(0, ROW),
    '/': () => { $('search').focus(); event.preventDefault(); },
  };
  if (actions[event.key]) actions[event.key]();
});
function fit() {
  view.from = 0;
  view.to = whole;
  redraw();
}
$('in').onclick = () => zoom(1.5);
$('out').onclick = () => zoom(1 / 1.5);
$('fit').onclick = fit;
$('search').oninput = event => { view.query = event.target.value.trim(); choose(); redraw(); };
$('order').onchange = event => { view.order = event.target.value; choose(); redraw(); };
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => { readColours(); legend(); redraw(); });
new ResizeObserver(resize).observe(canvas);

function legend() {
  const used = new Set([...rows.flatMap(row => row.spans.map(span => span.kind)), ...links.map(link => link.kind)]);
  const bar = kind => `<rect x="0" y="${8 - HEIGHT[kind] / 2}" width="22" height="${HEIGHT[kind]}" rx="2" fill="${colourOf(kind)}"/>`;
  const arc = kind => `<path d="M1 8h20" stroke="${colourOf(kind)}" stroke-width="1.6" ${kind === 'DELEGATION' ? 'stroke-dasharray="4 3"' : ''}/>`;
  const items = [...data.spanKinds.map(kind => [kind, bar]), ...data.linkKinds.map(kind => [kind, arc])]
      .filter(([kind]) => used.has(kind))
      .map(([kind, shape]) => `<li><svg width="22" height="16" aria-hidden="true">${shape(kind)}</svg>${MEANING[kind]}</li>`);
  const points = new Set(rows.flatMap(row => row.points.map(point => point.kind)));
  const marks = data.pointKinds.filter(kind => points.has(kind))
      .map(kind => `<li><svg width="16" height="16" aria-hidden="true">${sign(kind)}</svg>${MEANING[kind]}</li>`);
  $('legend').innerHTML = items.concat(marks).join('');
}

function sign(kind) {
  const cross = kind === 'FAILED' || kind === 'CANCELLED';
  const d = kind === 'YIELDED' ? 'M8 2l6 6l-6 6l-6 -6z' : kind === 'ENDED' ? 'M7 1h2v14h-2z' : cross ? 'M3 3l10 10M13 3l-10 10' : 'M8 2l6 11h-12z';
  return `<path d="${d}" ${cross ? `stroke="${colourOf(kind)}" stroke-width="2.4"` : `fill="${colourOf(kind)}"`}/>`;
}

/** For tests: what is shown, and how much was drawn. */
window.weft = {view, statistics, rows, links, shown: () => shown, place: mark => [x(mark.from), top(placeOf.get(mark.lane.row)) + ROW / 2], draw};

readColours();
legend();
choose();
resize();
})();
