import purify from 'dompurify';
import mermaid from 'mermaid';

/**
 * Mermaid as this package ships it, bundled and corrected, once for all: for a script tag, for bundlers, and for commands.
 * Beside it what it cleans labels with, which `deepdive check` has to stand in for.
 */
export default Object.assign(mermaid, { purify });
