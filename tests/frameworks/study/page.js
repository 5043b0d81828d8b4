/** Changes a page that no framework renders, and keeps the elements that have been there, as a framework does. */
import { actions, study as initial } from './study.js';

let study = initial;
const page = document.querySelector('case-study');
const main = page.parentElement;

/** A row of the data begins with what names it, and so does its element. */
const nameIn = (element) => element.querySelector('dt, td, h3, time');

function keep(place, rows, markup, write) {
  const list = page.querySelector(place);
  const old = new Map([...list.children].map((child) => [nameIn(child).textContent, child]));
  for (const [at, row] of rows.entries()) {
    const [name] = Object.values(row);
    const child = old.get(name) ?? made(markup);
    old.delete(name);
    say(nameIn(child), name);
    write(child, row);
    if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null);
  }
  for (const child of old.values()) child.remove();
}

function made(markup) {
  const template = document.createElement('template');
  template.innerHTML = markup;
  return template.content.firstChild;
}

function say(element, words) {
  if (element.textContent !== words) element.textContent = words;
}

function update() {
  say(page.querySelector('h1'), study.title);
  keep('quick-facts dl', study.facts, '<div><dt></dt><dd></dd></div>', (row, { value }) => {
    say(row.querySelector('dd'), value);
  });
  keep('law-table tbody', study.laws, '<tr><td></td><td></td><td></td></tr>', (row, { challenge, solution }) => {
    say(row.cells[1], challenge);
    say(row.cells[2], solution);
  });
  keep('card-grid', study.cards, '<pattern-card><h3></h3><p></p></pattern-card>', (card, { text, tier }) => {
    card.setAttribute('tier', tier);
    say(card.querySelector('p'), text);
  });
  page.querySelector('incident-callout').setAttribute('severity', study.severity);
  keep('incident-timeline ol', study.events, '<li><time></time> </li>', (item, { kind, text }) => {
    item.dataset.event = kind;
    nameIn(item).nextSibling.data = ` ${text}`;
  });
  page.querySelector('compare-table').rows = study.stores;
}

for (const [id, next] of Object.entries(actions)) {
  document.getElementById(id).addEventListener('click', () => {
    study = next(study);
    update();
  });
}
document.getElementById('toggle').addEventListener('click', () => {
  if (page.isConnected) page.remove();
  else main.append(page);
});
document.addEventListener('incident-times', ({ times }) => {
  document.getElementById('heard').textContent = `resolved after ${times.resolve} ms`;
});
update();
