/**
 * Opens a page of this project's server, or markup, in a frame of its own, and waits until it is loaded. The frame goes
 * after its test, unless it `stays` for others.
 */
export async function openFrame(
  page: { url: string } | { markup: string },
  { width = 1280, height = 800, sandbox = '', stays = false } = {},
): Promise<HTMLIFrameElement> {
  const frame = document.createElement('iframe');
  frame.style.cssText = `width: ${width}px; height: ${height}px; border: 0`;
  if (sandbox) frame.setAttribute('sandbox', sandbox);
  if ('url' in page) frame.src = page.url;
  else frame.srcdoc = page.markup;
  const loaded = new Promise((resolve) => {
    frame.onload = resolve;
  });
  document.body.append(frame);
  if (!stays) opened.push(frame);
  await loaded;
  return frame;
}

const opened: Element[] = [];
afterEach(() => {
  for (const frame of opened.splice(0)) frame.remove();
});

/** The stylesheet with its rules for screens and for paper changed about: so every engine shows what is on paper. */
export async function paperRules(): Promise<string> {
  return (await (await fetch('/dist/deepdive.css')).text())
    .replaceAll(/@media screen\b/g, '@media no-paper')
    .replaceAll(/@media print\b/g, '@media screen')
    .replaceAll('@media no-paper', '@media print');
}

/** Every text of a page that is more than white space, with the element that it stands in. */
export function textsIn(root: Element): { text: string; node: Text; parent: Element }[] {
  const walker = root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const texts = [];
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const text = node.data.trim();
    if (text) texts.push({ text, node, parent: node.parentElement! });
  }
  return texts;
}
