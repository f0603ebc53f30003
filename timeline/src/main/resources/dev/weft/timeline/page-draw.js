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
  pen.fillText(row.type + (row.lanes.length === 1 ? '' : ' × ' + row.lanes.length), 18, y + 31);
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
