/**
 * Runs in a page: gives payloads to elements, as the value of each attribute, as text and as data, uses what comes of it, and
 * returns what it has found.
 * @param {{ tag: string, attributes: string[], payload: string }[]} given
 */
export async function useElements(given) {
  const found = [];
  addEventListener('click', (event) => event.preventDefault(), true);
  addEventListener('unhandledrejection', ({ reason }) => found.push(`a rejection: ${reason}`));
  await customElements.whenDefined('study-meta');
  const data = { rows: 'rows', facts: 'facts', percentiles: 'percentiles', events: 'events' };
  const itemOf = (word) => ({
    [word]: word,
    label: word,
    value: word,
    note: word,
    time: word,
    datetime: word,
    text: word,
    event: word,
  });
  const updated = [];
  for (const { tag, attributes, payload } of given) {
    const element = document.createElement(tag);
    for (const name of [...attributes, 'lang', 'id', 'data-kind', 'data-event', 'title'])
      element.setAttribute(name, payload);
    const heading = document.createElement('h3');
    heading.textContent = payload;
    const list = document.createElement(/table/.test(tag) ? 'p' : 'ol');
    const item = list.appendChild(document.createElement(/table/.test(tag) ? 'span' : 'li'));
    const link = document.createElement('a');
    link.setAttribute('href', '#x');
    link.textContent = payload;
    item.append(payload, link);
    element.append(heading, list);
    document.body.append(element);
    updated.push({ element, payload });
    const property = Object.keys(data).find((name) => name in element);
    if (!property) continue;
    const filled = document.createElement(tag);
    filled[property] = [itemOf(payload), itemOf('x')];
    document.body.append(filled);
    updated.push({ element: filled, payload });
  }
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  for (const { element } of updated) await element.updateComplete;
  await frame();
  for (const { element, payload } of updated) {
    if (!element.textContent.includes(payload)) found.push(`${element.localName} has lost its words`);
    for (const root of [element, element.shadowRoot].filter(Boolean)) {
      for (const node of root.querySelectorAll('*')) {
        if (node.matches('script, iframe, object, embed, base, meta, img, style'))
          found.push(`${element.localName}: ${node.localName}`);
        for (const { name, value } of node.attributes) {
          if (/^on/.test(name)) found.push(`${element.localName}: ${name}=${value}`);
          if (!/^(href|src|action|formaction)$/.test(name)) continue;
          if (!/^(https?|mailto):$/.test(URL.parse(value, location.href)?.protocol ?? 'https:'))
            found.push(`${element.localName}: ${name}=${value}`);
        }
      }
    }
    for (const node of [
      element,
      ...element.querySelectorAll('a'),
      ...(element.shadowRoot?.querySelectorAll('a') ?? []),
    ])
      node.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, composed: true }));
    element.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
  }
  await frame();
  if (window.pwned) found.push('script ran');
  if ({}.polluted) found.push('Object.prototype was changed');
  return { found };
}
