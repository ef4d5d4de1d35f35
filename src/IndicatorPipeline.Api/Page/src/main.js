import { all, outcomesAddress, Problem, some } from './api.js';
import { describe, drawChart, lineName, resizeChart } from './chart.js';
import { drawCoverage } from './coverage.js';
import { byId, el } from './dom.js';
import { glyph } from './glyphs.js';
import { picker } from './picker.js';
import { drawRuns } from './runs.js';
import { openSentence } from './sentence.js';
import { addressOf, readState, writeState } from './state.js';
import { drawTable } from './table.js';
import { isChinese, setLanguage, t } from './texts.js';

const VIEWS = ['compare', 'coverage', 'runs'];
const state = readState();
let regions = [];
let indicators = [];
let rows = [];
let latest = 0;

start();

async function start() {
  setLanguage(state.lang);
  listen();
  say(t().loading);
  await guarded(async () => {
    [regions, indicators] = await Promise.all([all('/api/v1/regions?stored=true&limit=1000'), all('/api/v1/indicators?stored=true&limit=1000')]);
    if (!state.region.length && !state.indicator.length) await chooseFirst();
    drawChoices();
    await showView();
    if (/^\d+$/.test(state.open)) open(state.open);
  });
}

/** What a first visitor sees: growth of the economy, where the most is known. */
async function chooseFirst() {
  const known = await some('/api/v1/coverage?limit=1000');
  const judged = new Map();
  for (const cell of known) judged.set(cell.region_code, (judged.get(cell.region_code) ?? 0) + cell.judged * 100 + cell.targets + cell.outcomes);
  const best = [...judged].sort((a, b) => b[1] - a[1])[0];
  if (!best) return;
  state.region = [best[0]];
  const stated = await all(`/api/v1/outcomes?region=${best[0]}&limit=1000`);
  const counts = new Map();
  for (const row of stated) counts.set(`${row.indicator} ${row.measure}`, (counts.get(`${row.indicator} ${row.measure}`) ?? 0) + (row.target_low === null ? 0 : 2) + (row.outcome_low === null ? 0 : 2) + (row.indicator === 'gdp' ? 1 : 0));
  const [chosen] = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0].split(' ').map((word) => [word]) ?? [[]];
  state.indicator = chosen;
}

function listen() {
  for (const view of VIEWS) {
    byId(`tab-${view}`).addEventListener('click', () => change({ view, failed: '' }));
    byId(`tab-${view}`).addEventListener('keydown', (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      const to = VIEWS[(VIEWS.indexOf(view) + step + VIEWS.length) % VIEWS.length];
      change({ view: to });
      byId(`tab-${to}`).focus();
    });
  }
  byId('language').addEventListener('click', () => {
    state.lang = state.lang === 'zh' ? 'en' : 'zh';
    setLanguage(state.lang);
    drawChoices();
    change({});
  });
  byId('measure').addEventListener('change', (event) => change({ measure: event.target.value }));
  for (const name of ['from', 'to']) {
    byId(name).addEventListener('change', (event) => /^(\d{4})?$/.test(event.target.value) && change({ [name]: event.target.value }));
  }
  byId('choices').addEventListener('submit', (event) => event.preventDefault());
  byId('link').addEventListener('click', copyLink);
  addEventListener('resize', resizeChart);
}

function drawChoices() {
  byId('language').textContent = t().other;
  byId('language').lang = state.lang === 'zh' ? 'en' : 'zh-CN';
  picker(byId('region-picker'), {
    label: t().region, hint: t().regionHint, remove: t().remove, most: 12, chosen: state.region, changed: (region) => change({ region }),
    options: regions.map((region) => ({ value: region.code, text: isChinese() ? region.name : region.name_en ?? region.name, also: `${region.name} ${region.name_en ?? ''}`, note: region.code })),
  });
  picker(byId('indicator-picker'), {
    label: t().indicator, hint: t().indicatorHint, remove: t().remove, most: 12, chosen: state.indicator, changed: (indicator) => change({ indicator }),
    options: indicators.map((indicator) => ({ value: indicator.code, text: isChinese() ? indicator.name_zh : indicator.name_en, also: `${indicator.name_zh} ${indicator.name_en} ${indicator.aliases.join(' ')}`, note: indicator.code })),
  });
  byId('from').value = state.from;
  byId('to').value = state.to;
  byId('from').setAttribute('aria-label', t().fromYear);
  byId('to').setAttribute('aria-label', t().toYear);
}

async function change(part) {
  Object.assign(state, part);
  await guarded(showView);
}

async function showView() {
  for (const view of VIEWS) {
    const chosen = view === state.view;
    byId(view).hidden = !chosen;
    byId(`tab-${view}`).setAttribute('aria-selected', String(chosen));
    byId(`tab-${view}`).tabIndex = chosen ? 0 : -1;
  }
  writeState(state);
  if (state.view === 'coverage') {
    await drawCoverage(state, regions, {
      region: (region) => change({ view: 'compare', region: [region] }).then(drawChoices),
      failures: (failed) => change({ view: 'runs', failed }).then(() => byId('failure-table').querySelector('th')?.scrollIntoView({ block: 'center' })),
      within: (within) => change({ within }),
    });
    say('');
  } else if (state.view === 'runs') {
    await drawRuns(state.failed, () => change({ failed: '' }));
    say('');
  } else {
    await showOutcomes();
  }
}

async function showOutcomes() {
  const mine = ++latest;
  const chosen = state.region.length > 0 && state.indicator.length > 0;
  if (chosen) {
    try {
      const found = await all(outcomesAddress({ ...state, measure: '' }));
      if (mine !== latest) return;
      rows = found;
    } catch (reason) {
      if (mine !== latest) return;
      showCards(false);
      throw reason;
    }
  } else {
    rows = [];
  }
  const measures = [...new Set(rows.map((row) => row.measure))];
  const shown = measures.includes(state.measure) ? state.measure : mostFrequent(rows);
  byId('measure').replaceChildren(...(measures.length ? measures : [shown]).map((measure) => el('option', { value: measure, selected: measure === shown }, t().measures[measure] ?? '')));
  const drawn = rows.filter((row) => row.measure === shown);
  byId('csv').href = outcomesAddress({ ...state, measure: shown }, '.csv');
  showCards(drawn.length > 0);
  if (drawn.length === 0) {
    say(!regions.length ? t().empty : chosen ? t().none : t().choose);
    return;
  }
  say('');
  const { lines } = drawChart(byId('chart'), drawn, open);
  const names = [...new Set(drawn.map((row) => (isChinese() ? row.indicator_name_zh : row.indicator_name_en)))];
  byId('chart-title').textContent = `${names.join(isChinese() ? '、' : ', ')}${isChinese() ? '：' : ' – '}${t().measures[shown]}`;
  byId('chart-note').textContent = t().chartNote;
  byId('chart').setAttribute('aria-label', describe(lines));
  drawLegend(lines, drawn);
  drawTable(byId('table'), drawn, open);
}

function mostFrequent(all_) {
  const counts = new Map();
  for (const row of all_) counts.set(row.measure, (counts.get(row.measure) ?? 0) + (row.target_low === null ? 1 : 2));
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'growth';
}

function drawLegend(lines, drawn) {
  const bounds = [...new Set(drawn.map((row) => ({ '>': '>=', '<': '<=' })[row.target_bound] ?? row.target_bound))].filter(Boolean);
  byId('legend').replaceChildren(
    ...lines.map((line) => {
      const swatch = el('span', { className: 'swatch', 'aria-hidden': 'true' });
      swatch.style.background = line.colour;
      return el('li', {}, swatch, lineName(line, lines));
    }),
    ...['=', '~', '>=', '<=', '..'].filter((bound) => bounds.includes(bound)).map((bound) => el('li', {}, glyph(bound, '#5b6875'), t().bounds[bound])));
}

function open(id) {
  if (!id) return;
  state.open = String(id);
  writeState(state);
  openSentence(id, () => {
    state.open = '';
    writeState(state);
  }, tell);
}

async function copyLink() {
  const address = new URL(addressOf(state), location.href).href;
  await navigator.clipboard?.writeText(address).catch(() => {});
  byId('link').textContent = t().copied;
  say(address);
  setTimeout(() => { byId('link').textContent = t().copyLink; }, 2000);
}

async function guarded(action) {
  try {
    await action();
  } catch (reason) {
    tell(reason);
  }
}

function tell(reason) {
  if (!(reason instanceof Problem)) throw reason;
  say(reason.message ? t().problem(reason.message) : t().offline, true);
}

/** The cards of the chart and the table: not shown while they hold nothing. */
function showCards(shown) {
  byId('figure').hidden = !shown;
  byId('table').closest('.card').hidden = !shown;
}

function say(text, wrong = false) {
  byId('status').textContent = text;
  byId('status').classList.toggle('wrong', wrong);
}
