/** What is chosen. The address holds all of it, so that a link shows the same view. */
const LISTS = ['region', 'indicator'];
const WORDS = ['measure', 'from', 'to', 'view', 'lang', 'open', 'within', 'failed'];

export function readState(search = location.search) {
  const query = new URLSearchParams(search);
  const state = { region: [], indicator: [] };
  for (const name of LISTS) state[name] = (query.get(name) ?? '').split(',').filter(Boolean).slice(0, 12);
  for (const name of WORDS) state[name] = query.get(name) ?? '';
  state.lang = state.lang === 'zh' || state.lang === 'en' ? state.lang : preferredLanguage();
  state.view = ['compare', 'coverage', 'runs'].includes(state.view) ? state.view : 'compare';
  if (!/^\d{6}$/.test(state.within)) state.within = '';
  if (!/^.+\d{4}$/.test(state.failed)) state.failed = '';
  for (const name of ['from', 'to']) if (!/^\d{4}$/.test(state[name])) state[name] = '';
  return state;
}

export function addressOf(state) {
  const query = new URLSearchParams();
  for (const name of LISTS) if (state[name].length) query.set(name, state[name].join(','));
  for (const name of WORDS) if (state[name] && !(name === 'view' && state[name] === 'compare')) query.set(name, state[name]);
  return `${location.pathname}?${query.toString().replaceAll('%2C', ',')}`;
}

export function writeState(state) {
  history.replaceState(null, '', addressOf(state));
}

function preferredLanguage() {
  return (navigator.language ?? 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';
}
