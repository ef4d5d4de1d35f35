import { el } from './dom.js';

let next = 0;

/**
 * A combobox that takes several values, shown as chips: arrow keys move, Enter takes, Escape closes, Backspace removes the last.
 * @param {HTMLElement} host
 * @param {{label: string, hint: string, remove: (name: string) => string, most: number, options: {value: string, text: string, also: string, note: string}[], chosen: string[], changed: (chosen: string[]) => void}} setup
 */
export function picker(host, setup) {
  const id = `picker-${next++}`;
  const chosen = [...setup.chosen];
  let shown = [];
  let active = -1;

  const chips = el('ul', { className: 'chips' });
  const list = el('ul', { id: `${id}-list`, role: 'listbox', className: 'options', 'aria-label': setup.label, hidden: true });
  const input = el('input', {
    id, type: 'text', role: 'combobox', autocomplete: 'off', spellcheck: 'false', placeholder: setup.hint,
    'aria-expanded': 'false', 'aria-controls': `${id}-list`, 'aria-autocomplete': 'list',
    oninput: open, onfocus: open, onclick: open, onkeydown: key, onblur: () => setTimeout(close, 120),
  });
  host.replaceChildren(el('label', { for: id }, setup.label), el('div', { className: 'picker' }, chips, input, list));
  drawChips();

  function textOf(value) {
    return setup.options.find((option) => option.value === value)?.text ?? value;
  }

  function drawChips() {
    chips.replaceChildren(...chosen.map((value) => el('li', {}, textOf(value),
      el('button', { type: 'button', 'aria-label': setup.remove(textOf(value)), onclick: () => toggle(value) }, '×'))));
  }

  function toggle(value) {
    const at = chosen.indexOf(value);
    if (at >= 0) chosen.splice(at, 1);
    else if (chosen.length < setup.most) chosen.push(value);
    drawChips();
    setup.changed([...chosen]);
  }

  function open() {
    const words = input.value.trim().toLowerCase();
    shown = setup.options.filter((option) => !words || `${option.text} ${option.value} ${option.also}`.toLowerCase().includes(words)).slice(0, 200);
    active = words && shown.length ? 0 : -1;
    list.replaceChildren(...shown.map((option, i) => el('li', {
      id: `${id}-${i}`, role: 'option', 'aria-selected': String(chosen.includes(option.value)),
      onmousedown: (event) => { event.preventDefault(); take(option.value); },
    }, el('span', {}, option.text), el('small', {}, option.note))));
    list.hidden = shown.length === 0;
    mark();
  }

  function take(value) {
    toggle(value);
    input.value = '';
    open();
  }

  function close() {
    list.hidden = true;
    active = -1;
    mark();
  }

  function mark() {
    input.setAttribute('aria-expanded', String(!list.hidden));
    [...list.children].forEach((child, i) => child.classList.toggle('active', i === active));
    if (active >= 0) {
      input.setAttribute('aria-activedescendant', `${id}-${active}`);
      list.children[active].scrollIntoView({ block: 'nearest' });
    } else {
      input.removeAttribute('aria-activedescendant');
    }
  }

  function key(event) {
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      if (list.hidden) open();
      else active = (active + (event.key === 'ArrowDown' ? 1 : shown.length - 1) + (active < 0 && event.key === 'ArrowUp' ? 1 : 0)) % shown.length;
      mark();
    } else if (event.key === 'Enter') {
      event.preventDefault();
      if (active >= 0 && !list.hidden) take(shown[active].value);
    } else if (event.key === 'Escape') {
      close();
    } else if (event.key === 'Backspace' && input.value === '' && chosen.length) {
      toggle(chosen.at(-1));
    }
  }
}
