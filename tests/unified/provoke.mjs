import { visit } from 'unist-util-visit';
import { schema } from '../../dist/unified/schema.js';

const isFollowed = (address) => !/^[^/?#]*:/.test(address) || /^(https?|mailto):/.test(address);

const readByElements =
  /^data(Deepdive|Event|FootnoteBackref|FootnoteRef|Footnotes|From|Group|Kind|Label|Legible|Level|Name|Nodes?|Status|To)$/;

/** What in a tree could run, load or hide; empty where nothing could. */
export function findingsIn(tree) {
  const found = [];
  visit(tree, (node) => {
    if (node.type === 'raw' || node.type === 'comment' || node.type === 'doctype') found.push(`a ${node.type}`);
    if (node.type !== 'element') return;
    if (!schema.tagNames.includes(node.tagName)) found.push(`<${node.tagName}>`);
    for (const [name, value] of Object.entries(node.properties)) {
      if (/^on|^style$|^srcDoc$|^formAction$|^ping$|^is$|^xLink|^xmlBase/i.test(name))
        found.push(`${node.tagName} ${name}`);
      if (/^(href|src|poster|cite|longDesc)$/.test(name) && !isFollowed(String(value))) found.push(`${name}=${value}`);
      if (/url\((?!['"]?#)|\\/i.test(String(value)) && /^(fill|stroke|marker(Start|Mid|End)|clipPath)$/.test(name))
        found.push(`${name}=${value}`);
      if (/^data/i.test(name) && !readByElements.test(name)) found.push(`${node.tagName} ${name}`);
      // These three are found by it in no list of a window or document.
      if (name === 'name' && !/^(a|details|content-tabs)$/.test(node.tagName)) found.push(`${node.tagName} name`);
      if (name === 'slot' && value !== 'drawing') found.push(`slot=${value}`);
    }
  });
  return found;
}

/** Opens a page and notes what it does that no page should. `watch` gets the page before anything is in it. */
export async function watched(browser, html, watch = () => {}) {
  const seen = [];
  const page = await browser.openPage('/tests/node/blank.html', (one) => {
    watch(one);
    one.on('dialog', (dialog) => {
      seen.push(`a dialog: ${dialog.message()}`);
      void dialog.dismiss();
    });
    one.on('request', (request) => {
      if (new URL(request.url()).hostname === 'attack.invalid') seen.push(request.url());
    });
    one.on('framenavigated', (frame) => {
      if (frame.url() && !frame.url().endsWith('blank.html')) seen.push(`a navigation: ${frame.url()}`);
    });
  });
  await page.setContent(html.replace('<head>', `<head><script>(${noteEnds})()</script>`), { waitUntil: 'load' });
  return { page, seen };
}

/** Runs in a page before anything else: keeps what has loaded or failed. */
function noteEnds() {
  window.ended = new Set();
  for (const type of ['load', 'error']) document.addEventListener(type, ({ target }) => window.ended.add(target), true);
}

/** Runs in a page: draws, presses and reads again what is in it, and returns what it has found. */
export async function provoke() {
  window.pwn = () => {
    window.pwned = 1;
  };
  addEventListener('click', (event) => event.preventDefault(), true);
  const found = [];
  const drawn = [...document.querySelectorAll('architecture-diagram')].map((diagram) => {
    const { promise, resolve } = Promise.withResolvers();
    diagram.addEventListener('load', resolve);
    diagram.addEventListener('error', resolve);
    const isDone = window.ended.has(diagram) || diagram.matches(':state(drawn)');
    if (isDone || diagram.querySelector('svg') || !diagram.querySelector('pre')?.textContent) resolve();
    else diagram.draw();
    return promise;
  });
  await Promise.all(drawn);
  const roots = [document];
  for (const root of roots) {
    for (const node of root.querySelectorAll('*')) {
      if (node.shadowRoot) roots.push(node.shadowRoot);
      for (const { name, value } of node.attributes) {
        if (/^on/.test(name)) found.push(`${node.localName} ${name}=${value}`);
        if (!/href$|^src$|^action$|^formaction$/.test(name) || node.matches('head *')) continue;
        // What is no address leads nowhere.
        const protocol = URL.parse(value, 'https://page.example/')?.protocol;
        if (protocol && !/^(https?|mailto):$/.test(protocol)) found.push(`${node.localName} ${name}=${value}`);
      }
      if (node.matches('script:not(head *), iframe, object, embed, base, meta:not(head *), foreignObject'))
        found.push(node.localName);
      if (node.matches('a, [onclick], .node, g, pattern-card'))
        node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    }
  }
  // What changes when it is written and read once more is a way around every list.
  for (const root of roots
    .slice(1)
    .map((one) => one.innerHTML)
    .concat(document.body.innerHTML)) {
    const copy = document.createElement('div');
    copy.innerHTML = root;
    document.body.append(copy);
    for (const node of copy.querySelectorAll('*'))
      for (const { name } of node.attributes) if (/^on/.test(name)) found.push(`again: ${node.localName} ${name}`);
  }
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (window.pwned) found.push('script ran');
  if ({}.polluted) found.push('Object.prototype was changed');
  return { found, drawn: drawn.length };
}
