import type { ReactiveController } from '@lit/reactive-element';
import { type WordsController, wordsFor } from '../controllers/words-controller.js';
import type { ArchitectureDiagram } from '../elements/architecture-diagram/architecture-diagram.js';
import type { DiagramWalkthrough } from '../elements/diagram-walkthrough/diagram-walkthrough.js';
import { element } from '../internal/data-content.js';
import { enforce } from '../internal/own-attributes.js';
import { addStyles } from '../internal/styles.js';
import { isElement, textOf } from '../internal/text.js';
import { provide } from '../internal/translations.js';
import { warnContent } from '../internal/warn.js';
import { diagrams } from '../languages/en-diagrams.js';
import { icon } from './icon.js';
import { diagramFor, follow, hold, missing, namesIn, unfollow, warnUnknownNodes } from './lookup.js';
import { bringIntoView } from './scroll.js';
import styles from './walkthrough.css?inline';

provide(diagrams);

/** Leads through the steps of a `<diagram-walkthrough>`. Imported with the first one of a page. */
export class WalkthroughController implements ReactiveController {
  readonly #before = element('slot') as HTMLSlotElement;
  readonly #after = element('slot') as HTMLSlotElement;
  readonly #previous = button(() => this.#goTo(this.#index - 1));
  readonly #next = button(() => this.#goTo(this.#index + 1));
  readonly #end = button(() => this.#showAll());
  readonly #ownWords: WordsController;
  readonly #position = part('position', 'span');
  readonly #words = part('words', 'p');
  readonly #announcement = element('div');
  readonly #bar = part('bar', 'div');
  /** Which of the step's words and the diagram can be seen. */
  readonly #inSight = new Set<Element>();
  #observer?: IntersectionObserver;
  #delay?: ReturnType<typeof setTimeout>;
  /** From a step on until its words, or the bar with them, can be seen. */
  #isArriving = false;
  /** From a step on until the drawing that it needs is there. */
  #isDrawing = false;
  #diagram?: ArchitectureDiagram;
  #list: HTMLOListElement | null = null;
  #step?: HTMLElement;

  constructor(private readonly host: DiagramWalkthrough) {
    // The bar stands before the list, wherever that is, and no node of the author's has to say so.
    const root = host.attachShadow({ mode: 'open', slotAssignment: 'manual' });
    this.#ownWords = wordsFor(host);
    addStyles(root, styles);
    this.#previous.prepend(icon('M8 2 4 6l4 4', 12));
    this.#next.append(icon('m4 2 4 4-4 4', 12));
    this.#next.classList.add('next');
    this.#end.ariaKeyShortcuts = 'Escape';
    const row = element('div', this.#previous, this.#next, this.#position, this.#end);
    row.className = 'controls';
    // It repeats what the list and the announcement say.
    this.#words.ariaHidden = 'true';
    this.#announcement.role = 'status';
    this.#announcement.className = 'announcement';
    this.#bar.role = 'group';
    this.#bar.append(this.#words, row);
    this.#bar.addEventListener('keydown', this.#onKey);
    host.addEventListener('click', this.#onClick);
    root.append(this.#before, this.#bar, this.#after, this.#announcement);
    host.addController(this);
  }

  hostConnected(): void {
    follow(this.host);
  }

  hostDisconnected(): void {
    unfollow(this.host);
    this.#turnTo(undefined);
    this.#stopWatching();
    this.#bar.part.remove('away');
  }

  hostUpdated(): void {
    const { host } = this;
    if (!host.isConnected) return;
    this.#list = host.querySelector<HTMLOListElement>(':scope > ol');
    this.#distribute();
    this.#turnTo(diagramFor(host, host.htmlFor));
    if (this.#step && this.#index < 0) this.#showAll();
    this.#render();
    this.#showNodes();
    warnContent(host, true, this.#mistakes);
    this.#check();
  }

  get #steps(): HTMLElement[] {
    return [...(this.#list?.querySelectorAll<HTMLElement>(':scope > li') ?? [])];
  }

  /** The step that the reader is at; -1 where the whole diagram is shown. */
  get #index(): number {
    return this.#step ? this.#steps.indexOf(this.#step) : -1;
  }

  get #isRightToLeft(): boolean {
    return getComputedStyle(this.host).direction === 'rtl';
  }

  get #mistakes(): string[] {
    const { host } = this;
    const unnamed = this.#steps.flatMap((step, index) => (namesOf(step).length ? [] : index + 1));
    return [
      this.#steps.length ? '' : 'has no steps: put them into an <ol> that is a child of it.',
      unnamed.length
        ? `does not know what step ${unnamed.join(', ')} is about: write names of nodes into data-nodes.`
        : '',
      this.#diagram ? '' : missing(host, host.htmlFor),
    ].filter(Boolean);
  }

  #distribute(): void {
    const nodes = [...this.host.childNodes].filter(
      (node): node is Element | Text => isElement(node) || node.nodeType === Node.TEXT_NODE,
    );
    const end = this.#list ? nodes.indexOf(this.#list) : nodes.length;
    assign(this.#before, nodes.slice(0, end));
    assign(this.#after, nodes.slice(end));
  }

  #turnTo(diagram: ArchitectureDiagram | undefined): void {
    const old = this.#diagram;
    if (old === diagram) return;
    old?.removeEventListener('load', this.#attend);
    if (old && this.#step) void hold(old, []);
    this.#diagram = diagram;
    diagram?.addEventListener('load', this.#attend);
  }

  /** A drawing that is there at last, or anew, shows the step. */
  #attend = (): void => {
    this.#check();
    this.#showNodes();
    if (this.#isDrawing) this.#bringIntoView();
    this.#isDrawing = false;
  };

  #check(): void {
    if (this.#diagram) void warnUnknownNodes(this.host, this.#diagram, this.#steps.flatMap(namesOf));
  }

  #showNodes(): void {
    if (this.#diagram && this.#step) void hold(this.#diagram, namesOf(this.#step));
  }

  #goTo(index: number): void {
    const step = this.#steps[index];
    if (!step) return;
    this.#step = step;
    this.#render();
    this.#say(`${this.#position.textContent}: ${textOf(step)}`);
    this.#watch();
    this.#isArriving = true;
    const diagram = this.#diagram;
    if (diagram?.svg || !diagram?.draw) {
      this.#showNodes();
      this.#bringIntoView();
    } else {
      this.#isDrawing = true;
      diagram.draw();
    }
  }

  #showAll(): void {
    if (!this.#step) return;
    this.#step = undefined;
    this.#render();
    this.#say(this.#ownWords.term('wholeDiagramShown'));
    this.#stopWatching();
    if (this.#diagram) void hold(this.#diagram, []);
  }

  #say(words: string): void {
    this.#announcement.textContent = words;
  }

  #render(): void {
    const [steps, index] = [this.#steps, this.#index];
    for (const step of steps) {
      if (step === this.#step) enforce(step, 'aria-current', 'step');
      else if (step.ariaCurrent === 'step') enforce(step, 'aria-current', null);
    }
    this.#bar.hidden = !steps.length;
    const own = this.#ownWords;
    this.#bar.ariaLabel = own.term('walkthrough');
    for (const [node, key] of [
      [this.#previous, 'previous'],
      [this.#next, 'next'],
      [this.#end, 'showAll'],
    ] as const) {
      node.querySelector('span')!.textContent = own.term(key);
    }
    this.#position.textContent = this.#step
      ? own.term('stepOf', index + 1, steps.length)
      : own.term('steps', steps.length);
    this.#words.textContent = textOf(this.#step);
    // A button that is disabled in truth would lose the focus.
    this.#previous.ariaDisabled = String(index < 1);
    this.#next.ariaDisabled = String(index === steps.length - 1);
    this.#previous.ariaKeyShortcuts = this.#isRightToLeft ? 'ArrowRight' : 'ArrowLeft';
    this.#next.ariaKeyShortcuts = this.#isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
    this.#end.ariaDisabled = String(!this.#step);
    if (!this.#step) this.#bar.part.remove('away');
  }

  /** While a step is shown: where its words have left the screen and the diagram has not, the bar comes along with them. */
  #watch(): void {
    this.#stopWatching();
    this.#observer ??= new IntersectionObserver(this.#follow, { threshold: [0, 0.25, 0.5, 0.75, 1] });
    for (const target of [this.#step, this.#diagram]) if (target) this.#observer.observe(target);
  }

  #stopWatching(): void {
    this.#observer?.disconnect();
    clearTimeout(this.#delay);
    this.#inSight.clear();
  }

  #follow = (entries: IntersectionObserverEntry[]): void => {
    for (const { target, isIntersecting, intersectionRect, boundingClientRect } of entries) {
      const enough = target === this.#step ? Math.min(boundingClientRect.height, innerHeight / 2) - 1 : 0;
      this.#inSight[isIntersecting && intersectionRect.height >= enough ? 'add' : 'delete'](target);
    }
    clearTimeout(this.#delay);
    const sees = (one?: Element) => Boolean(one && this.#inSight.has(one));
    const isAway = sees(this.#diagram) && !sees(this.#step);
    // The page may be scrolling to the words just now.
    if (isAway) this.#delay = setTimeout(this.#come, settling);
    else this.#bar.part.remove('away');
    if (sees(this.#step)) this.#isArriving = false;
  };

  /** Nodes that the bar would cover make room, unless the reader has scrolled there. */
  #come = (): void => {
    this.#bar.part.add('away');
    if (this.#isArriving) this.#bringIntoView();
    this.#isArriving = false;
  };

  #bringIntoView(): void {
    const covered = this.#bar.part.contains('away') ? this.#bar.offsetHeight : 0;
    if (this.#step) bringIntoView(this.#diagram, namesOf(this.#step), this.#step, covered);
  }

  #onKey = (event: KeyboardEvent): void => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    const forward = this.#isRightToLeft ? -1 : 1;
    const [last, index] = [this.#steps.length - 1, this.#index];
    const actions: Record<string, () => void> = {
      ArrowRight: () => this.#goTo(index + forward),
      ArrowLeft: () => this.#goTo(index - forward),
      Home: () => this.#goTo(0),
      End: () => this.#goTo(last),
      Escape: () => this.#showAll(),
    };
    const action = actions[event.key];
    // Escape may be meant for a dialog around.
    if (!action || (event.key === 'Escape' && !this.#step)) return;
    event.preventDefault();
    action();
  };

  /** A click on a step's words, unless it was meant for something in them, or has selected some. */
  #onClick = (event: MouseEvent): void => {
    const path = event.composedPath();
    const index = this.#steps.findIndex((step) => path.includes(step));
    const inner = path.slice(0, path.indexOf(this.host)).filter((node): node is Element => isElement(node as Node));
    if (index < 0 || inner.some((node) => node.matches(controls)) || getSelection()?.type === 'Range') return;
    this.#goTo(index);
  };
}

/** Assigns nodes to a slot, and to more behind it where they are many: no function takes a hundred thousand arguments. */
function assign(slot: HTMLSlotElement, nodes: (Element | Text)[]): void {
  const most = 10_000;
  slot.assign(...nodes.slice(0, most));
  const rest = nodes.slice(most);
  const next = slot.nextElementSibling;
  const more =
    next?.localName === 'slot'
      ? (next as HTMLSlotElement)
      : rest.length
        ? (element('slot') as HTMLSlotElement)
        : undefined;
  if (!more) return;
  slot.after(more);
  assign(more, rest);
}

/** How long a page scrolls smoothly, in milliseconds. */
const settling = 400;

const controls = 'a[href], button, input, label, select, summary, textarea, [tabindex]';

const namesOf = (step: HTMLElement): string[] => namesIn(step.dataset['nodes']);

function part(name: string, tag: string): HTMLElement {
  const node = element(tag);
  node.setAttribute('part', name);
  return node;
}

function button(action: () => void): HTMLButtonElement {
  const node = part('button', 'button') as HTMLButtonElement;
  node.type = 'button';
  node.append(element('span'));
  node.addEventListener('click', action);
  return node;
}
