/** Watches the page from its start, uses what is in it, and tells the page around it what was refused and complained of. */
(() => {
  const complaints = [];
  addEventListener('securitypolicyviolation', ({ effectiveDirective, sourceFile, lineNumber, sample }) => {
    complaints.push(`${effectiveDirective}: ${sourceFile}:${lineNumber} ${sample}`);
  });
  for (const level of ['warn', 'error']) console[level] = (...words) => complaints.push(words.join(' '));
  addEventListener('error', ({ message }) => {
    // Styles that come late change sizes that are observed; the browser says that it goes on in the next frame.
    if (!message.startsWith('ResizeObserver loop')) complaints.push(message);
  });
  addEventListener('unhandledrejection', ({ reason }) => complaints.push(`${reason}`));
  const frame = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));

  /** Until it is drawn, or has failed; it may be drawn anew meanwhile. */
  async function settle(diagram) {
    while (!diagram.matches(':state(drawn), :state(failed)')) await frame();
  }

  addEventListener('load', async () => {
    await customElements.whenDefined('study-meta');
    const elements = [...document.querySelectorAll(':defined')].filter((element) => element.updateComplete);
    for (const element of elements) await element.updateComplete;
    const diagrams = [...document.querySelectorAll('architecture-diagram')];
    for (const diagram of diagrams) {
      diagram.scrollIntoView();
      await settle(diagram);
    }
    await frame();
    for (const element of elements) {
      for (const part of element.querySelectorAll('h2, h3, li, td'))
        part.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
      for (const button of element.shadowRoot?.querySelectorAll('button, [part~=link]') ?? []) {
        // No dialogs, no downloads, and no other page.
        if (/full screen|download/i.test(button.ariaLabel ?? button.title)) continue;
        button.focus();
        if (button.localName === 'button') button.click();
        await frame();
      }
    }
    await frame();
    await frame();
    for (const diagram of diagrams) await settle(diagram);
    parent.postMessage(
      {
        complaints,
        upgraded: [...new Set(elements.map(({ localName }) => localName))],
        drawn: diagrams.map((diagram) => diagram.matches(':state(drawn)')),
      },
      '*',
    );
  });
})();
