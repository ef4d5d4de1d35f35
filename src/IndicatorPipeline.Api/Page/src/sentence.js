import { one } from './api.js';
import { byId, el } from './dom.js';
import { bounded } from './format.js';
import { isChinese, t } from './texts.js';

let opener = null;
let request = null;

/** Opens the sentence of an observation in its document, with where it comes from. */
export async function openSentence(id, closed, failed) {
  request?.abort();
  request = new AbortController();
  try {
    const observation = await one(`/api/v1/observations/${id}`, request.signal);
    const document_ = await one(`/api/v1/documents/${encodeURIComponent(observation.document)}?version=${observation.version}`, request.signal);
    show(observation, document_, closed);
  } catch (reason) {
    if (reason.name !== 'AbortError') failed(reason);
  }
}

function show(observation, source, closed) {
  const dialog = byId('sentence');
  const facts = t().facts;
  byId('sentence-title').textContent = observation.speech_title ?? observation.document;
  const value = bounded(observation.low, observation.high, observation.bound, observation.unit) || observation.value_text;
  const years = observation.period_start === null ? '' : observation.period_start === observation.period_end ? `${observation.period_start}` : `${observation.period_start}–${observation.period_end}`;
  const reading = [t().statuses[observation.status], observation.indicator_text, t().measures[observation.measure], years, observation.period_part, value].filter(Boolean).join(' · ');
  const rows = [
    [facts.reading, reading], [facts.region, observation.region_name], [facts.date, observation.speech_date], [facts.document, observation.document], [facts.source, source.uri],
    [facts.confidence, `${Math.round(observation.confidence * 100)} %`], [facts.rule, observation.rule],
  ];
  byId('sentence-facts').replaceChildren(...rows.filter(([, text]) => text).flatMap(([name, text]) => [el('dt', {}, name), el('dd', {}, text)]));

  // Offsets are UTF-16 code units, as JavaScript's own.
  const text = source.text;
  const { start, end, quote_start: from, quote_end: to } = observation;
  const mark = el('mark', { id: 'sentence-mark' }, text.slice(from, start), el('strong', {}, text.slice(start, end)), text.slice(end, to));
  byId('sentence-text').lang = 'zh-CN';
  byId('sentence-text').replaceChildren(text.slice(0, from), mark, text.slice(to));

  opener = dialog.open ? opener : document.activeElement;
  dialog.onclose = () => {
    opener?.focus?.();
    closed();
  };
  byId('sentence-close').onclick = () => dialog.close();
  dialog.onclick = (event) => event.target === dialog && dialog.close();
  if (!dialog.open) dialog.showModal();
  dialog.setAttribute('aria-label', `${observation.quote}`);
  mark.scrollIntoView({ block: 'center' });
  byId('sentence-text').focus({ preventScroll: true });
  document.documentElement.dataset.language = isChinese() ? 'zh' : 'en';
}
