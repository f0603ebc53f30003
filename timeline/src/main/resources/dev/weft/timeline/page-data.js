const data = JSON.parse(document.getElementById('data').textContent);
const $ = id => document.getElementById(id);
const canvas = $('canvas'), pen = canvas.getContext('2d'), tip = $('tip');

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
  rows.push({type: text(data.rows[i]), name: text(data.rows[i + 1]), lanes: [], spans: [], points: [], number: i / 2});
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
    row.spans.push({lane, kind: text(kind), from, to: from + length, text: text(what)});
  }
  for (let n = data.lanes[i + 2]; n > 0; n--, nextPoint += 4) {
    const [kind, at, value, stack] = data.points.slice(nextPoint, nextPoint + 4);
    row.points.push({lane, kind: text(kind), from: at, to: at, text: text(value), stack: text(stack)});
  }
}
const links = [];
for (let i = 0; i < data.links.length; i += 5) {
  const [kind, waiter, target, from, length] = data.links.slice(i, i + 5);
  links.push({kind: text(kind), waiter: lanes[waiter], target: lanes[target], from, to: from + length});
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
  const first = {generators: 'generator', tasks: 'task'}[view.order];
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
