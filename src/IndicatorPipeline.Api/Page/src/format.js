import { isChinese, t } from './texts.js';

/** A scale that makes the largest number short: 1e8 and 亿 for Chinese money. */
export function scaleOf(largest) {
  return t().scales.find(([factor]) => Math.abs(largest) >= factor * 1.0001) ?? [1, ''];
}

const digits = (value) => new Intl.NumberFormat(isChinese() ? 'zh-CN' : 'en-GB', { maximumSignificantDigits: 6 }).format(value);

/** The unit with its scale, for a heading: 亿元, bn yuan, %. */
export function unitText(unit, scale = '') {
  const name = t().units[unit] ?? unit ?? '';
  return isChinese() ? scale + name : `${scale} ${name}`.trim();
}

/** A number with its unit: 5.2%, 300亿元, 30 bn yuan. */
export function quantity(value, unit) {
  if (value === null || value === undefined) return '';
  if (unit === '%') return `${digits(value)}%`;
  const [factor, scale] = scaleOf(value);
  const tail = unit === 'pp' ? (isChinese() ? '个百分点' : 'pp') : unitText(unit, scale);
  return isChinese() || !tail ? digits(value / factor) + tail : `${digits(value / factor)} ${tail}`;
}

const SIGNS = { '=': '', '~': '≈ ', '>': '> ', '>=': '≥ ', '<': '< ', '<=': '≤ ' };

/** A quantity with what the text says about how exact it is. */
export function bounded(low, high, bound, unit) {
  if (low === null || low === undefined) return '';
  if (bound === '..') return `${quantity(low, unit)} – ${quantity(high, unit)}`;
  return (SIGNS[bound] ?? '') + quantity(low, unit);
}

/** So many seconds, as h:mm:ss. */
export function duration(seconds) {
  const two = (value) => String(Math.floor(value)).padStart(2, '0');
  return `${Math.floor(seconds / 3600)}:${two((seconds / 60) % 60)}:${two(seconds % 60)}`;
}

export function moment(text) {
  if (!text) return '';
  return new Intl.DateTimeFormat(isChinese() ? 'zh-CN' : 'en-GB', { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(text));
}

/** The region's name in the language of the page. */
export const regionName = (row) => (isChinese() ? row.region_name : row.region_name_en ?? row.region_name);
