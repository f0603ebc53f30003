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
    lines.push(line('quiet', count === 1 ? row.type : `${count} of type ${row.type}, one after the other`));
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
