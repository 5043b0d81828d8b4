/** A style sheet of others, as pages have it. */
export interface Sheet {
  name: string;
  /** In `node_modules`. */
  files: string[];
  /** The class of the article that its rules apply to. */
  wrapper?: string;
  /** Its rules apply in the element with this id, each of them, and weigh as much. */
  id?: string;
  /** How a page of it becomes dark. */
  dark: {
    /** Of `<html>`. */
    attribute?: readonly [name: string, value: string];
    /** The sheet for dark pages, where there are two. */
    files?: string[];
    /** What the page has to say for our elements to follow, where the sheet does not say it. */
    line?: string;
  };
}

const everywhere: Sheet[] = [
  {
    name: 'Bootstrap',
    files: ['bootstrap/dist/css/bootstrap.css'],
    dark: { attribute: ['data-bs-theme', 'dark'] },
  },
  {
    name: 'Tailwind’s preflight',
    files: ['tailwindcss/preflight.css'],
    dark: { attribute: ['class', 'dark'], line: 'html.dark { color-scheme: dark; background: #111; color: #eee; }' },
  },
  {
    name: 'GitHub Markdown',
    files: ['github-markdown-css/github-markdown-light.css'],
    wrapper: 'markdown-body',
    dark: { files: ['github-markdown-css/github-markdown-dark.css'] },
  },
  {
    name: 'Pico',
    files: ['@picocss/pico/css/pico.css'],
    dark: { attribute: ['data-theme', 'dark'] },
  },
  {
    name: 'Bulma',
    files: ['bulma/css/bulma.css'],
    wrapper: 'content',
    dark: { attribute: ['data-theme', 'dark'], line: '[data-theme="dark"] { color-scheme: dark; }' },
  },
  {
    name: 'normalize.css',
    files: ['normalize.css/normalize.css'],
    dark: { line: ':root { color-scheme: dark; }' },
  },
  {
    name: 'sanitize.css',
    files: ['sanitize', 'forms', 'typography', 'assets', 'reduce-motion', 'system-ui', 'ui-monospace'].map(
      (part) => `sanitize.css/${part}.css`,
    ),
    dark: { line: ':root { color-scheme: dark; }' },
  },
  {
    name: 'Water.css',
    files: ['water.css/out/light.css'],
    dark: { files: ['water.css/out/dark.css'], line: ':root { color-scheme: dark; }' },
  },
  {
    name: 'Infima',
    files: ['infima/dist/css/default/default.css'],
    wrapper: 'markdown',
    dark: { attribute: ['data-theme', 'dark'] },
  },
  {
    name: 'Water.css under an id',
    files: ['water.css/out/light.css'],
    id: 'content',
    dark: { files: ['water.css/out/dark.css'], line: ':root { color-scheme: dark; }' },
  },
  // Nothing of ours was ever tuned for this one.
  {
    name: 'MVP.css',
    files: ['mvp.css/mvp.css'],
    dark: { line: ':root { color-scheme: dark; --color-bg: #111; --color-text: #eee; --color-link: #9cf; }' },
  },
];

/** Where `.ci/setup.mjs` has put it; it is not on npm. */
const material: Sheet = {
  name: 'MkDocs Material',
  files: ['.mkdocs-material/main.css', '.mkdocs-material/palette.css'],
  wrapper: 'md-typeset',
  dark: {
    attribute: ['data-md-color-scheme', 'slate'],
    line: '[data-md-color-scheme="slate"] { color-scheme: dark; }',
  },
};
const hasMaterial = (await fetch(`/node_modules/${material.files[0]}`, { method: 'HEAD' })).ok;

export const sheets = hasMaterial ? [...everywhere, material] : everywhere;

/** The class that stands for `:hover`, with its weight: a real pointer is over one node, and an engine's driver may have none. */
export const pointed = 'is-pointed-at';

/** The rules of files in `node_modules`, with what Tailwind's compiler would put in, and `pointed`. */
export async function rulesOf({ files, id }: Pick<Sheet, 'files' | 'id'>): Promise<string> {
  const texts = await Promise.all(files.map(async (file) => (await fetch(`/node_modules/${file}`)).text()));
  const rules = texts
    .join('\n')
    .replace(/--theme\(\s*--[\w-]+,(.*?)\);/gs, '$1;')
    .replace(/(?<!::[\w-]+):hover\b/g, `:is(:hover, .${pointed})`);
  return id ? `#${id} { ${rules} }` : rules;
}

/** Makes a page dark in a sheet's own way. */
export async function darken(page: Document, sheet: Sheet): Promise<void> {
  const { attribute, files, line = '' } = sheet.dark;
  if (attribute) page.documentElement.setAttribute(...attribute);
  if (files) page.getElementById('theirs')!.textContent = await rulesOf({ ...sheet, files });
  page.getElementById('line')!.textContent = line;
}
