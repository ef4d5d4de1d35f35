import { CustomChart, LineChart } from 'echarts/charts';
import { GridComponent, TooltipComponent } from 'echarts/components';
import { init, use } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { bounded, regionName, scaleOf, unitText } from './format.js';
import { targetShapes } from './glyphs.js';
import { isChinese, t } from './texts.js';

use([CustomChart, LineChart, GridComponent, TooltipComponent, SVGRenderer]);

/** Colours that people with colour blindness can tell apart (Okabe and Ito), darkened for a white ground. */
export const COLOURS = ['#17659c', '#b5522a', '#2a7a4f', '#7c4f9b', '#8a6d00', '#b23a74', '#3b6f7a', '#5b5b5b', '#4455b5', '#8c2d19', '#557a1f', '#6b4a2f'];

let chart;

/** Rows of outcomes as lines, one a region, indicator and measure. */
export function linesOf(rows) {
  const lines = new Map();
  for (const row of rows) {
    const key = `${row.region_code}|${row.indicator}`;
    if (!lines.has(key)) lines.set(key, { key, row, rows: [], colour: COLOURS[lines.size % COLOURS.length] });
    lines.get(key).rows.push(row);
  }
  return [...lines.values()];
}

/** Names only what differs: regions, or indicators, or both. */
export function lineName(line, lines) {
  const indicator = isChinese() ? line.row.indicator_name_zh : line.row.indicator_name_en;
  const many = (get) => new Set(lines.map(get)).size > 1;
  const parts = [];
  if (many((other) => other.row.region_code) || !many((other) => other.row.indicator)) parts.push(regionName(line.row));
  if (many((other) => other.row.indicator)) parts.push(indicator);
  return parts.join(' · ');
}

/**
 * Draws targets against outcomes.
 * @param {HTMLElement} host
 * @param {object[]} rows outcomes of one measure
 * @param {(observation: number) => void} open called with the observation of the point that was clicked
 */
export function drawChart(host, rows, open) {
  const lines = linesOf(rows);
  const units = [...new Set(rows.flatMap((row) => [row.target_unit, row.outcome_unit]).filter(Boolean))];
  const unit = units[0] ?? '';
  const drawn = (row, side) => row[`${side}_low`] !== null && row[`${side}_unit`] === unit;
  const years = rows.map((row) => row.year);
  const first = Math.min(...years);
  const last = Math.max(...years);
  const axis = Array.from({ length: last - first + 1 }, (_, i) => String(first + i));
  const values = rows.flatMap((row) => [row.target_low, row.target_high, row.outcome_low, row.outcome_high]).filter((value) => value !== null);
  const [factor, scale] = unit === '%' || unit === 'pp' ? [1, ''] : scaleOf(Math.max(...values.map(Math.abs), 0));

  const series = lines.flatMap((line, i) => {
    const name = lineName(line, lines);
    const points = new Map(line.rows.filter((row) => drawn(row, 'outcome')).map((row) => [String(row.year), {
      value: [String(row.year), (row.outcome_low + row.outcome_high) / 2 / factor], row, side: 'outcome', symbol: row.outcome_state === 'estimated' ? 'emptyCircle' : 'circle',
    }]));
    const outcomes = axis.map((year) => points.get(year));
    return [
      {
        id: `outcome-${line.key}`, name, type: 'line', symbol: 'circle', symbolSize: 8, lineStyle: { width: 2.2 }, itemStyle: { color: line.colour }, z: 3,
        data: outcomes.map((point, j) => point ?? { value: [axis[j], null] }),
      },
      {
        // Years of which nothing is known are bridged, and seen to be.
        id: `bridge-${line.key}`, name, type: 'line', connectNulls: true, symbol: 'none', silent: true, lineStyle: { width: 1.2, type: 'dotted', color: line.colour }, z: 2,
        data: outcomes.map((point, j) => ({ value: [axis[j], point?.value[1] ?? null] })),
      },
      {
        id: `target-${line.key}`, name, type: 'custom', z: 4, encode: { x: 0, y: [1, 2] }, itemStyle: { color: line.colour },
        data: line.rows.filter((row) => drawn(row, 'target')).map((row) => ({ value: [String(row.year), row.target_low / factor, row.target_high / factor], row, side: 'target' })),
        renderItem: (params, api) => {
          // Targets of several lines in one year stand side by side, within the year.
          const shift = (i - (lines.length - 1) / 2) * Math.min(13, (api.size([1, 0])[0] * 0.7) / lines.length);
          const row = line.rows.filter((candidate) => drawn(candidate, 'target'))[params.dataIndex];
          const [x, low] = api.coord([api.value(0), api.value(1)]);
          const [, high] = api.coord([api.value(0), api.value(2)]);
          return {
            type: 'group',
            children: [
              // A surface to hit: thin lines are hard to click.
              { type: 'rect', shape: { x: x + shift - 11, y: Math.min(high, low) - 12, width: 22, height: Math.abs(low - high) + 24 }, style: { fill: '#fff', opacity: 0 } },
              ...targetShapes(row.target_bound, x + shift, low, high).map((shape) => ({
                type: 'path', silent: true, shape: { pathData: shape.path },
                style: {
                  fill: shape.fill ? line.colour : shape.path.endsWith('Z') ? '#fff' : 'none', fillOpacity: shape.soft ? 0.2 : 1,
                  stroke: shape.soft ? 'none' : line.colour, lineWidth: 1.9, lineDash: shape.dashed ? [2, 2] : null,
                },
              })),
            ],
          };
        },
      },
    ];
  });

  chart?.dispose();
  chart = init(host, null, { renderer: 'svg' });
  const narrow = host.clientWidth < 560;
  chart.setOption({
    animation: false,
    textStyle: { fontFamily: getComputedStyle(document.documentElement).fontFamily, color: '#1d2733' },
    grid: { left: 8, right: narrow ? 8 : 18, top: 34, bottom: 4, containLabel: true },
    tooltip: {
      trigger: 'item', renderMode: 'richText', confine: true, backgroundColor: '#1d2733', borderWidth: 0, padding: [7, 10], textStyle: { color: '#fff', fontSize: 13 },
      formatter: ({ data, seriesName }) => `${seriesName} ${data.row.year}\n${tip(data.row, data.side)}`,
    },
    xAxis: { type: 'category', data: axis, axisTick: { alignWithLabel: true, lineStyle: { color: '#c5ced7' } }, axisLine: { onZero: false, lineStyle: { color: '#c5ced7' } }, axisLabel: { color: '#5b6875', hideOverlap: true } },
    yAxis: { type: 'value', scale: true, name: unitText(unit, scale), nameTextStyle: { align: 'left', color: '#5b6875', padding: [0, 0, 2, -24] }, axisLabel: { color: '#5b6875' }, splitLine: { lineStyle: { color: '#edf0f3' } }, boundaryGap: ['6%', '10%'] },
    series,
  });
  chart.on('click', ({ data }) => data?.row && open(data.row[`${data.side}_observation`]));
  return { lines, units };
}

function tip(row, side) {
  const words = bounded(row[`${side}_low`], row[`${side}_high`], row[`${side}_bound`], row[`${side}_unit`]);
  return `${side === 'target' ? t().target : t().outcome}: ${words}`;
}

/** What the chart shows, for those who cannot see it. */
export function describe(lines) {
  return lines.map((line) => `${lineName(line, lines)}: ${line.rows.map((row) => `${row.year} ${[tip(row, 'target'), tip(row, 'outcome')].filter((text) => !text.endsWith(': ')).join(', ')}`).join('; ')}`).join('. ');
}

export function resizeChart() {
  chart?.resize();
}
