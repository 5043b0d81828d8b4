/** Loads the page again when it has been built again; only in pages that `deepdive build --watch` serves. */
const source = new EventSource('/__deepdive/changes');
source.addEventListener('message', ({ data }) => {
  const files: string[] = JSON.parse(data);
  const path = decoded(location.pathname).slice(1);
  const names = [path, `${path}.html`, `${path}index.html`, `${path}/index.html`];
  if (files.some((file) => !file.endsWith('.html') || names.includes(file))) location.reload();
});

/** This is served by itself, so that it has no other file to decode with. */
function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

export {};
