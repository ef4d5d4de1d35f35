/** How a target looks: one glyph a bound, the same in the chart and in the legend. */

const diamond = (x, y, r) => `M${x} ${y - r}L${x + r} ${y}L${x} ${y + r}L${x - r} ${y}Z`;

/**
 * The shapes of a target, as plain descriptions that both SVG and the chart can draw.
 * @param {string} bound how the number limits the quantity
 * @param {number} x middle
 * @param {number} low y of the lower end
 * @param {number} high y of the upper end
 * @returns {{path: string, fill: boolean, dashed?: boolean, soft?: boolean}[]}
 */
export function targetShapes(bound, x, low, high, r = 6) {
  if (bound === '..') {
    // A band from end to end, with its edges drawn.
    const w = r + 2;
    return [
      { path: `M${x - w} ${high}H${x + w}V${low}H${x - w}Z`, fill: true, soft: true },
      { path: `M${x - w} ${high}H${x + w}M${x - w} ${low}H${x + w}M${x} ${high}V${low}`, fill: false },
    ];
  }
  if (bound === '~') return [{ path: `M${x - r - 5} ${low}H${x + r + 5}`, fill: false, dashed: true }, { path: diamond(x, low, r), fill: false, dashed: true }];
  if (bound === '>=' || bound === '>') return arrow(x, low, r, -1, bound === '>=');
  if (bound === '<=' || bound === '<') return arrow(x, low, r, 1, bound === '<=');
  return [{ path: diamond(x, low, r), fill: false }];
}

/** A bar at the bound and an arrow to where the outcome may lie; the bar is open where the bound itself is not allowed. */
function arrow(x, y, r, way, allowed) {
  const tip = y + way * (r * 2 + 8);
  return [
    { path: allowed ? `M${x - r - 2} ${y}H${x + r + 2}` : `M${x - r - 2} ${y}H${x - 2.5}M${x + 2.5} ${y}H${x + r + 2}`, fill: false },
    { path: `M${x} ${y}V${tip}M${x - 4.5} ${tip - way * 5.5}L${x} ${tip}L${x + 4.5} ${tip - way * 5.5}`, fill: false },
  ];
}

/** The glyph as an SVG element for the legend. */
export function glyph(bound, colour) {
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('viewBox', '0 0 22 22');
  svg.setAttribute('aria-hidden', 'true');
  const middle = bound === '>=' ? 18 : bound === '<=' ? 4 : 11;
  const shapes = bound === '..' ? targetShapes('..', 11, 18, 5, 4) : targetShapes(bound, 11, middle, middle, 4.5).map((shape) => shape);
  for (const shape of shapes) {
    const path = document.createElementNS('http://www.w3.org/2000/svg', 'path');
    path.setAttribute('d', shape.path);
    path.setAttribute('fill', shape.fill ? colour : 'none');
    if (shape.soft) path.setAttribute('fill-opacity', '0.2');
    else {
      path.setAttribute('stroke', colour);
      path.setAttribute('stroke-width', '1.8');
    }
    if (shape.dashed) path.setAttribute('stroke-dasharray', '2 2');
    svg.append(path);
  }
  return svg;
}
