import { all } from './api.js';
import { byId, el } from './dom.js';
import { regionName } from './format.js';
import { t } from './texts.js';

/** Regions down, years across: how many reports and numbers are in, and what failed. */
export async function drawCoverage(choose) {
  const [cells, failures] = await Promise.all([all('/api/v1/coverage?limit=1000'), all('/api/v1/failures?limit=1000')]);
  const table = byId('matrix');
  if (cells.length === 0) {
    table.replaceChildren(el('tbody', {}, el('tr', {}, el('td', {}, t().empty))));
    return;
  }
  const years = [...new Set(cells.map((cell) => cell.year))].sort((a, b) => a - b);
  const regions = new Map();
  for (const cell of cells) {
    if (!regions.has(cell.region_code)) regions.set(cell.region_code, { name: regionName(cell), inPaths: cell.region_name, cells: new Map() });
    regions.get(cell.region_code).cells.set(cell.year, cell);
  }
  const failed = failuresBy(failures, regions);
  const columns = [...new Set([...years, ...failed.years])].sort((a, b) => a - b);
  table.replaceChildren(
    el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t().regionHead), columns.map((year) => el('th', { scope: 'col' }, String(year))))),
    el('tbody', {}, [...regions].map(([code, region]) => el('tr', {}, el('th', { scope: 'row' }, region.name), columns.map((year) => el('td', {}, cellOf(code, region, year, failed.count(code, year), choose)))))));
}

function cellOf(code, region, year, failed, choose) {
  const cell = region.cells.get(year);
  if (!cell && !failed) return el('span', { className: 'cell none', 'aria-label': t().coverageCell(region.name, year, 0, 0, 0) }, '·');
  const numbers = cell ? cell.targets + cell.outcomes : 0;
  const reports = cell?.reports ?? 0;
  const label = t().coverageCell(region.name, year, reports, numbers, failed);
  const className = `cell ${reports > 0 ? (numbers >= 20 ? 'many' : 'in') : ''} ${failed ? 'bad' : ''}`;
  return el('button', { type: 'button', className, title: label, 'aria-label': label, onclick: () => choose(code) }, (failed ? '✕ ' : '') + (reports || '–'), el('small', {}, String(numbers)));
}

/** A failed document has no region of its own: its path often names region and year. */
function failuresBy(failures, regions) {
  const counts = new Map();
  const years = new Set();
  for (const failure of failures) {
    const year = Number(/(?:19|20)\d\d/.exec(failure.path.split('/').at(-1))?.[0] ?? 0);
    for (const [code, region] of regions) {
      if (year && failure.path.includes(region.inPaths)) {
        counts.set(`${code} ${year}`, (counts.get(`${code} ${year}`) ?? 0) + 1);
        years.add(year);
      }
    }
  }
  return { years: [...years], count: (code, year) => counts.get(`${code} ${year}`) ?? 0 };
}
