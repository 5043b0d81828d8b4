/** For `node --import`: lets a page do to the library what a fault in it would, by its front matter: `deed: spin`. */
import { registerHooks } from 'node:module';

const source = `
const deeds = {
  spin() { for (;;); },
  throw() { throw new TypeError('no place'); },
  exit() { process.exit(0); },
};
export function readFrontMatter(text) {
  const [, deed] = /^deed: (\\w+)/m.exec(text) ?? [];
  deeds[deed]?.();
  return {};
}`;

registerHooks({
  load: (url, context, next) =>
    url.endsWith('/dist/unified/front-matter.js')
      ? { format: 'module', source, shortCircuit: true }
      : next(url, context),
});
