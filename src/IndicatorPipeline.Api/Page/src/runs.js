import { all, some } from './api.js';
import { byId, el, tableHead } from './dom.js';
import { isOf } from './failures.js';
import { duration, moment } from './format.js';
import { t } from './texts.js';

/**
 * Runs of the pipeline and documents that failed.
 * @param {string} place region and year whose failures alone are shown, or empty for all
 * @param {() => void} showAll called when all are wanted after all
 */
export async function drawRuns(place, showAll) {
  const [runs, every] = await Promise.all([some('/api/v1/runs?limit=50'), all('/api/v1/failures?limit=1000')]);
  const failures = place ? every.filter((failure) => isOf(failure, place)) : every;
  byId('failure-choice').replaceChildren(...(place ? [t().failuresOf(place, failures.length, every.length), ' ', el('button', { type: 'button', className: 'quiet', onclick: showAll }, t().allFailures)] : []));
  const number = (value) => el('td', { className: 'number' }, String(value));
  byId('failure-table').replaceChildren(...body(t().failureHeads, t().noFailures, failures.map((failure) => el('tr', {},
    el('th', { scope: 'row', className: 'path' }, failure.path), el('td', {}, t().stages[failure.stage] ?? failure.stage),
    el('td', { className: 'reason' }, failure.reason, failure.remedy ? el('small', {}, failure.remedy) : null), number(failure.attempts),
    el('td', {}, moment(failure.last_failed_at)), el('td', {}, failure.set_aside_at ? el('span', { className: 'tag' }, t().setAside) : moment(failure.next_attempt_at))))));
  byId('run-table').replaceChildren(...body(t().runHeads, t().noRuns, runs.map((run) => el('tr', {},
    el('th', { scope: 'row' }, String(run.id)), el('td', {}, t().kinds[run.kind] ?? run.kind), el('td', {}, el('span', { className: `tag ${run.state}` }, t().states[run.state])),
    el('td', {}, moment(run.started_at)), el('td', { className: 'number' }, duration(run.seconds)), number(run.documents_seen), number(run.documents_new), number(run.documents_changed), number(run.documents_failed),
    el('td', { className: 'reason' }, run.error ?? '')))));
}

function body(heads, none, rows) {
  return rows.length ? [tableHead(heads), el('tbody', {}, rows)] : [el('tbody', {}, el('tr', {}, el('td', {}, none)))];
}
