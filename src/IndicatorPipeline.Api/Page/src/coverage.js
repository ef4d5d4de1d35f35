import { all } from './api.js';
import { byId, el } from './dom.js';
import { isOf, yearOf } from './failures.js';
import { regionName } from './format.js';
import { t } from './texts.js';

/** More regions than anybody looks through at once. */
const MANY = 200;

/**
 * Regions down, years across: how many reports and numbers are in, and what failed.
 * @param {object} state what is chosen; `within` is the province whose regions are shown, of many
 * @param {object[]} known regions of which anything is stored
 * @param {{region: function, failures: function, within: function}} go where a click leads
 */
export async function drawCoverage(state, known, go) {
  const [cells, failures] = await Promise.all([all(address(state, known)), all('/api/v1/failures?limit=1000')]);
  drawWithin(state, known, go.within);
  const table = byId('matrix');
  if (cells.length + failures.length === 0) {
    table.replaceChildren(el('tbody', {}, el('tr', {}, el('td', {}, t().empty))));
    return;
  }
  const regions = new Map();
  for (const cell of cells) {
    if (!regions.has(cell.region_code)) regions.set(cell.region_code, { name: regionName(cell), inPaths: cell.region_name, cells: new Map() });
    regions.get(cell.region_code).cells.set(cell.year, cell);
  }
  // A province of which nothing could be read has no cell, yet its documents failed.
  const provinces = failures.length && !state.within ? await all('/api/v1/regions?level=nation,province&limit=1000') : [];
  for (const province of provinces) {
    const isMissed = !regions.has(province.code) && failures.some((failure) => yearOf(failure.path) && failure.path.includes(province.name));
    if (isMissed) regions.set(province.code, { name: regionName({ region_name: province.name, region_name_en: province.name_en }), inPaths: province.name, cells: new Map() });
  }
  const failedYears = failures.filter((failure) => [...regions.values()].some((region) => failure.path.includes(region.inPaths))).map((failure) => yearOf(failure.path));
  const years = [...new Set([...cells.map((cell) => cell.year), ...failedYears.filter(Boolean)])].sort((a, b) => a - b);
  table.replaceChildren(
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t().regionHead), years.map((year) => el('th', { scope: 'col' }, String(year))))),
    el('tbody', {}, [...regions].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, region]) => el('tr', {}, el('th', { scope: 'row' }, region.name), years.map((year) => {
      const place = `${region.inPaths}${year}`;
      const failed = failures.filter((failure) => isOf(failure, place)).length;
      return el('td', {}, cellOf(code, region, year, failed, go.region), failed ? failedCell(region, year, failed, () => go.failures(place)) : null);
    })))));
  // What is latest is what is looked for first.
  byId('matrix').parentElement.scrollLeft = byId('matrix').scrollWidth;
}

function address(state, known) {
  if (known.length <= MANY) return '/api/v1/coverage?limit=1000';
  return state.within ? `/api/v1/coverage?limit=1000&region=${state.within}&regionChildren=true` : '/api/v1/coverage?limit=1000&level=nation,province';
}

function drawWithin(state, known, changed) {
  const field = byId('within-field');
  field.hidden = known.length <= MANY;
  const provinces = known.filter((region) => region.level === 'province');
  const select = byId('within');
  select.replaceChildren(
    el('option', { value: '' }, t().nationAndProvinces),
    ...provinces.map((region) => el('option', { value: region.code, selected: region.code === state.within }, t().regionsOf(regionName({ region_name: region.name, region_name_en: region.name_en })))));
  select.onchange = () => changed(select.value);
}

function cellOf(code, region, year, failed, choose) {
  const cell = region.cells.get(year);
  if (!cell) return failed ? null : el('span', { className: 'cell none', 'aria-label': t().coverageCell(region.name, year, 0, 0, 0) }, '·');
  const numbers = cell.targets + cell.outcomes;
  const label = t().coverageCell(region.name, year, cell.reports, numbers, failed);
  const className = `cell ${cell.reports > 0 ? (numbers >= 20 ? 'many' : 'in') : ''} ${failed ? 'bad' : ''}`;
  return el('button', { type: 'button', className, title: label, 'aria-label': label, onclick: () => choose(code) }, String(cell.reports || '–'), el('small', {}, String(numbers)));
}

function failedCell(region, year, failed, show) {
  const label = t().showFailures(region.name, year, failed);
  return el('button', { type: 'button', className: 'cell failed', title: label, 'aria-label': label, onclick: show }, `✕ ${failed}`);
}
