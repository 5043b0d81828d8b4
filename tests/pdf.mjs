import { getDocumentProxy } from 'unpdf';

/**
 * What is printed on each page of a PDF.
 * @typedef {object} PrintedPage
 * @property {number} width in points, as is all that follows
 * @property {number} height
 * @property {{ text: string, left: number, right: number, top: number }[]} items runs of text, in the order of the file
 * @property {string[]} links the addresses that are linked on it
 */

/** @returns {Promise<PrintedPage[]>} */
export async function readPdf(file) {
  const pdf = await getDocumentProxy(new Uint8Array(file));
  const pages = [];
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number);
    const [, , width, height] = page.view;
    const { items } = await page.getTextContent();
    const links = (await page.getAnnotations()).flatMap(({ unsafeUrl }) => unsafeUrl ?? []);
    pages.push({
      width,
      height,
      links,
      items: items
        .filter(({ str }) => str.trim())
        .map(({ str, width: length, transform: [, , , , x, y] }) => ({
          text: str,
          left: x,
          right: x + length,
          top: height - y,
        })),
    });
  }
  return pages;
}
