import { el, tableHead } from './dom.js';
import { bounded, quantity, regionName } from './format.js';
import { isChinese, t } from './texts.js';

/** The rows as a table; every value is a button that opens its sentence. */
export function drawTable(table, rows, open) {
  const several = new Set(rows.map((row) => row.measure)).size > 1;
  const name = (row) => (isChinese() ? row.indicator_name_zh : row.indicator_name_en) + (several ? ` · ${t().measures[row.measure]}` : '');
  // A column that says the same or nothing in every row is left out.
  const byIndicator = several || new Set(rows.map((row) => row.indicator)).size > 1;
  const amplified = rows.some((row) => row.amplification !== null);
  const head = tableHead([t().regionHead, byIndicator ? t().indicatorHead : null, t().year, [t().target], [t().outcome], [t().gapColumn], t().verdict, amplified ? [t().amplification] : null]);
  const sorted = [...rows].sort((a, b) => a.region_code.localeCompare(b.region_code) || a.indicator.localeCompare(b.indicator) || a.measure.localeCompare(b.measure) || b.year - a.year);
  table.replaceChildren(head, el('tbody', {}, sorted.map((row) => el('tr', {},
    el('th', { scope: 'row' }, regionName(row)), byIndicator ? el('td', {}, name(row)) : null, el('td', {}, String(row.year)),
    value(row, 'target', open), value(row, 'outcome', open),
    el('td', { className: 'number' }, row.gap === null ? '' : signed(row.gap, row.target_unit)),
    el('td', {}, verdict(row)),
    amplified ? el('td', { className: 'number' }, row.amplification === null ? '' : signed(row.amplification, row.target_unit)) : null))));
}

function value(row, side, open) {
  const observation = row[`${side}_observation`];
  if (!observation) return el('td', { className: 'number' }, '');
  const words = row[`${side}_low`] === null;
  const text = words ? row[`${side}_text`] : bounded(row[`${side}_low`], row[`${side}_high`], row[`${side}_bound`], row[`${side}_unit`]);
  const conflict = row[`${side}_conflict`];
  return el('td', { className: 'number' },
    el('button', { type: 'button', className: words ? 'value words' : 'value', title: row[`${side}_text`], 'aria-label': t().open(`${regionName(row)} ${row.year} ${t()[side]} ${text}`), onclick: () => open(observation) }, text),
    conflict ? el('div', { className: 'others' }, el('span', { className: 'tag conflict' }, t().conflict), others(row, side).flatMap((other) => [' ', el('button', {
      type: 'button', className: 'value', title: other.document, 'aria-label': t().open(`${other.document} ${other.text}`), onclick: () => open(other.id),
    }, other.text)])) : null);
}

/** What other documents state of the same, each number once. */
function others(row, side) {
  const text = (one) => bounded(one.low, one.high, one.bound, one.unit);
  const seen = new Set([bounded(row[`${side}_low`], row[`${side}_high`], row[`${side}_bound`], row[`${side}_unit`])]);
  return (row.conflicting ?? [])
    .filter((other) => (side === 'target') === (other.status === 'target') && other.low !== null)
    .map((other) => ({ ...other, text: text(other) }))
    .filter((other) => !seen.has(other.text) && seen.add(other.text));
}

function signed(number, unit) {
  const sign = number > 0 ? '+' : number < 0 ? '−' : '';
  return sign + quantity(Math.abs(number), unit === '%' ? 'pp' : unit);
}

function verdict(row) {
  const kind = { met: 'met', missed: 'missed', not_judged: 'unjudged', no_outcome: 'open', no_target: 'no_target', target_without_number: 'no_number' }[row.verdict];
  return el('span', { className: `tag ${kind}` }, t().verdicts[kind]);
}
