/** An answer that is no success, with the detail of its problem. */
export class Problem extends Error {}

async function getJson(address, signal) {
  let response;
  try {
    response = await fetch(address, { headers: { Accept: 'application/json' }, signal });
  } catch (reason) {
    if (reason.name === 'AbortError') throw reason;
    throw new Problem('');
  }
  const body = await response.json().catch(() => ({}));
  if (!response.ok) throw new Problem(body.detail ?? `${response.status}`);
  return body;
}

/** All items of a list, following every next link. */
export async function all(address, signal) {
  const items = [];
  for (let next = address; next; ) {
    const page = await getJson(next, signal);
    items.push(...page.items);
    next = page.next;
  }
  return items;
}

/** The first page of a list. */
export const some = async (address, signal) => (await getJson(address, signal)).items;

export const one = getJson;

/** The address of the outcomes that are chosen. */
export function outcomesAddress(state, ending = '') {
  const query = new URLSearchParams({ region: state.region.join(','), indicator: state.indicator.join(',') });
  if (state.measure) query.set('measure', state.measure);
  if (state.from) query.set('from', state.from);
  if (state.to) query.set('to', state.to);
  if (ending === '.csv') query.set('excel', '1');
  else query.set('limit', '1000');
  return `/api/v1/outcomes${ending}?${query}`;
}
