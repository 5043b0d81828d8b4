const followed = ['http:', 'https:', 'mailto:'];

/** Whether a link may be followed: `http`, `https`, `mailto`, or relative to the page, whatever the page's own scheme. */
export function isSafeUrl(url: string, base = document.baseURI): boolean {
  try {
    const { protocol } = new URL(url, base);
    return followed.includes(protocol) || protocol === new URL(base).protocol;
  } catch {
    return false;
  }
}
