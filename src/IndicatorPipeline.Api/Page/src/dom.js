/** Makes an element. Children become text nodes: nothing is ever parsed as HTML. */
export function el(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value === null || value === undefined || value === false) continue;
    if (name.startsWith('on')) node.addEventListener(name.slice(2), value);
    else if (name === 'className') node.className = value;
    else node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.flat().filter((child) => child !== null && child !== undefined));
  return node;
}

export const byId = (id) => document.getElementById(id);

/** A head of a table with one cell a text; a text in brackets heads a column of numbers, null is left out. */
export function tableHead(texts) {
  return el('thead', {}, el('tr', {}, texts.filter((text) => text !== null).map((text) =>
    el('th', { scope: 'col', className: Array.isArray(text) ? 'number' : '' }, text))));
}
