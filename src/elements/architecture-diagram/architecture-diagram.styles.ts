import { css } from 'lit';

export const styles = css`
  :host {
    --dd-diagram-surface: var(--dd-surface);
    --dd-diagram-node: var(--dd-paper);
    --dd-diagram-group: color-mix(in srgb, var(--dd-ink) 4%, transparent);
    --dd-diagram-border: var(--dd-line-strong);
    --dd-diagram-group-border: var(--dd-line);
    --dd-diagram-line: color-mix(in oklab, var(--dd-ink-quiet) 80%, transparent);
    --dd-diagram-text: var(--dd-ink);
  }
  [part='drawing'] {
    order: 0;
    overflow: auto;
    padding: 1.5rem 1.25rem;
  }
  [part='drawing']:focus-visible,
  button:focus-visible {
    outline: 2px solid var(--dd-accent, Highlight);
    outline-offset: -2px;
  }
  svg {
    display: block;
    /* Mermaid lays out from left to right whatever the page's direction. */
    direction: ltr;
    /* Never below a legible size: from there on it scrolls. */
    inline-size: clamp(calc(var(--_width) * 0.75), 100%, var(--_width));
    block-size: auto;
    margin-inline: auto;
  }
  [part='bar'] {
    order: 2;
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    align-items: baseline;
    justify-content: end;
    padding: 0 0.75rem 0.5rem;
    color: var(--dd-ink-quiet);
    font-size: var(--dd-text-label, 0.8125rem);
    line-height: 1.5;
  }
  [part='error'] {
    flex: 1 1 20rem;
    margin: 0;
    padding-inline-start: 0.5rem;
    color: var(--dd-danger, inherit);
  }
  button {
    min-block-size: 2rem;
    padding: 0.125rem 0.5rem;
    border: 0;
    border-radius: 0.375rem;
    background: none;
    color: inherit;
    font: inherit;
    cursor: pointer;
  }
  button:hover {
    background: color-mix(in oklab, currentColor 10%, transparent);
    color: var(--dd-ink);
  }
  @media print {
    button {
      display: none;
    }
  }
`;
