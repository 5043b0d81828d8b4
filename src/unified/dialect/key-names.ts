// cspell:ignore exclam backtab altgr bksp bktab cplk dblquote numlk prtsc xbutton

/** A key, by what pymdownx calls it in its class, and what is written on it. A quoted one has no name. */
export interface Key {
  name?: string;
  label: string;
}

/** Keys whose label is their name. */
const named = `space page-up page-down home end backspace tab break caps-lock clear eject enter help print-screen scroll-lock
  num-clear num-lock num-enter alt meta option shift super browser-back browser-favorites browser-forward browser-home
  browser-refresh browser-search browser-stop copy mail media print reset select sleep volume-down volume-up zoom power
  fingerprint left-button middle-button right-button`;

/** Keys that have something else written on them. */
const labels: Record<string, string> = {
  backslash: '\\',
  bar: '|',
  'brace-left': '{',
  'brace-right': '}',
  'bracket-left': '[',
  'bracket-right': ']',
  colon: ':',
  comma: ',',
  'double-quote': '"',
  equal: '=',
  exclam: '!',
  grave: '`',
  greater: '>',
  less: '<',
  minus: '-',
  period: '.',
  plus: '+',
  question: '?',
  semicolon: ';',
  'single-quote': "'",
  slash: '/',
  tilde: '~',
  underscore: '_',
  'arrow-up': 'Up',
  'arrow-down': 'Down',
  'arrow-left': 'Left',
  'arrow-right': 'Right',
  delete: 'Del',
  insert: 'Ins',
  escape: 'Esc',
  'num-asterisk': 'Num *',
  'num-delete': 'Num Del',
  'num-equal': 'Num =',
  'num-minus': 'Num -',
  'num-plus': 'Num +',
  'num-separator': 'Num .',
  'num-slash': 'Num /',
  'alt-graph': 'AltGr',
  command: 'Cmd',
  control: 'Ctrl',
  function: 'Fn',
  windows: 'Win',
  backtab: 'Back Tab',
  'context-menu': 'Menu',
  'media-next-track': 'Next Track',
  'media-pause': 'Pause',
  'media-play': 'Play',
  'media-play-pause': 'Play/Pause',
  'media-prev-track': 'Previous Track',
  'media-stop': 'Stop',
  'volume-mute': 'Mute',
  'x-button1': 'X Button 1',
  'x-button2': 'X Button 2',
};

/** Keys, each with its other names. */
const otherNames = `
  num-plus: add
  alt-graph: altgr
  context-menu: apps menu
  backspace: back bksp
  backtab: bktab
  break: cancel
  caps-lock: capital cplk
  brace-right: close-brace
  bracket-right: close-bracket
  clear: clr
  command: cmd
  control: ctrl
  double-quote: dblquote
  num-separator: decimal separator
  delete: del
  num-slash: divide
  arrow-down: down
  escape: esc
  enter: return
  exclam: exclamation
  browser-favorites: favorites
  function: fn
  browser-forward: forward
  grave: grave-accent
  greater: greater-than gt
  minus: hyphen
  insert: ins
  mail: launch-mail
  media: launch-media
  left-button: lbutton
  arrow-left: left
  less: less-than lt
  middle-button: mbutton
  num-asterisk: multiply
  volume-mute: mute vol-mute
  page-down: next page-dn pg-dn
  media-next-track: next-track
  num-delete: num-del
  num-lock: numlk
  brace-left: open-brace
  bracket-left: open-bracket
  option: opt
  media-pause: pause
  page-up: pg-up prior
  bar: pipe
  media-play: play
  media-play-pause: play-pause
  media-prev-track: prev-track
  print-screen: prtsc
  question: question-mark
  right-button: rbutton
  browser-refresh: refresh
  arrow-right: right
  scroll-lock: scroll
  browser-search: search
  space: spc
  media-stop: stop
  num-minus: subtract
  tab: tabulator
  arrow-up: up
  volume-down: vol-down
  volume-up: vol-up
  windows: win
  x-button1: xbutton1
  x-button2: xbutton2`;

/** Keys that are there twice, each with its other names. */
const modifiers: Record<string, string[]> = {
  alt: [],
  command: ['cmd'],
  control: ['ctrl'],
  meta: [],
  option: ['opt'],
  shift: [],
  super: [],
  windows: ['win'],
};

let known: Map<string, Key> | undefined;

/** All keys, by each of their names. Most pages have none, and need no list of them. */
function allKeys(): Map<string, Key> {
  if (known) return known;
  const keys = new Map<string, Key>();
  const add = (name: string, label: string) => keys.set(name, { name, label });
  for (const character of 'abcdefghijklmnopqrstuvwxyz0123456789') add(character, character.toUpperCase());
  for (let number = 1; number <= 24; number++) add(`f${number}`, `F${number}`);
  for (let number = 0; number <= 9; number++) add(`num${number}`, `Num ${number}`);
  for (const name of named.split(/\s+/)) add(name, titled(name));
  for (const [name, label] of Object.entries(labels)) add(name, label);
  for (const line of otherNames.trim().split('\n')) {
    const [name = '', others = ''] = line.trim().split(': ');
    for (const other of others.split(' ')) keys.set(other, keys.get(name)!);
  }
  for (const side of ['left', 'right']) addModifiers(keys, side);
  known = keys;
  return keys;
}

const titled = (name: string) => name.replace(/(^|-)(.)/g, (_, dash, letter) => (dash && ' ') + letter.toUpperCase());

function addModifiers(keys: Map<string, Key>, side: string): void {
  for (const [modifier, others] of Object.entries(modifiers)) {
    const name = `${side}-${modifier}`;
    const label = `${titled(side)} ${modifier === 'command' ? 'Command' : keys.get(modifier)!.label}`;
    const names = [name, side[0] + modifier, ...others.flatMap((other) => [`${side}-${other}`, side[0] + other])];
    for (const one of names) keys.set(one, { name, label });
  }
}

const part = /\+?(?:"((?:\\.|[^"\\])+)"|'((?:\\.|[^'\\])+)'|([\w-]+))/y;

/** The keys that are written between `++`, joined by `+`; `undefined` where one of them is none. */
export function keysOf(written: string): Key[] | undefined {
  const text = written.slice(2, -2);
  const keys: Key[] = [];
  part.lastIndex = 0;
  while (part.lastIndex < text.length) {
    const [, double, single, name = ''] = part.exec(text) ?? [];
    const quoted = double ?? single;
    const key = quoted === undefined ? allKeys().get(plain(name)) : { label: quoted.replace(/\\(.)/g, '$1').trim() };
    if (!key?.label) return undefined;
    keys.push(key);
  }
  return keys;
}

/** `PgUp`, as some write it, is `pg-up`. */
const plain = (name: string) => name.replace(/(?<![-A-Z]|^)(?=[A-Z])/g, '-').toLowerCase();
