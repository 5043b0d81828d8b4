/** Watches the page from its start, uses its diagrams, and tells the page around it what was refused and downloaded. */
(() => {
  const violations = [];
  addEventListener('securitypolicyviolation', ({ violatedDirective, sourceFile, lineNumber, sample }) => {
    violations.push(`${violatedDirective}: ${sourceFile}:${lineNumber} ${sample}`);
  });
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const settled = new Set();

  async function settle({ target }) {
    if (target.localName !== 'architecture-diagram') return;
    settled.add(target);
    const diagrams = [...document.querySelectorAll('architecture-diagram')];
    if (settled.size < diagrams.length) return;
    for (const diagram of diagrams) {
      diagram.scrollIntoView();
      await frame();
    }
    await frame();
    parent.postMessage(
      {
        violations,
        drawn: diagrams.map((diagram) => diagram.matches(':state(drawn)')),
        shown: diagrams.flatMap(({ svg }) =>
          [...(svg?.querySelectorAll('text') ?? [])].map((text) => text.textContent),
        ),
        requests: performance.getEntriesByType('resource').map(({ name }) => new URL(name).pathname),
      },
      '*',
    );
  }
  // They do not bubble.
  document.addEventListener('load', settle, { capture: true });
  document.addEventListener('error', settle, { capture: true });
})();
