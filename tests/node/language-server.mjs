import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

/** TypeScript as editors ask it: https://microsoft.github.io/language-server-protocol */
export class LanguageServer {
  #process = spawn(process.execPath, ['node_modules/typescript/bin/tsc', '--lsp', '--stdio']);
  #waiting = new Map();
  #received = Buffer.alloc(0);

  constructor() {
    this.#process.stdout.on('data', (data) => this.#read(data));
  }

  async start() {
    const capabilities = { textDocument: { hover: { contentFormat: ['markdown'] } } };
    await this.#ask('initialize', { processId: process.pid, rootUri: pathToFileURL('.').href, capabilities });
    this.#send({ method: 'initialized', params: {} });
  }

  /** What is shown at the first place where a file says `words`. */
  async hover(path, words) {
    const uri = pathToFileURL(path).href;
    const text = readFileSync(path, 'utf8');
    const textDocument = { uri, languageId: 'typescriptreact', version: 1, text };
    this.#send({ method: 'textDocument/didOpen', params: { textDocument } });
    const before = text.slice(0, text.indexOf(words) + 1).split('\n');
    const position = { line: before.length - 1, character: before.at(-1).length };
    const { result } = await this.#ask('textDocument/hover', { textDocument: { uri }, position });
    this.#send({ method: 'textDocument/didClose', params: { textDocument: { uri } } });
    return result?.contents.value;
  }

  stop() {
    this.#process.kill();
  }

  #ask(method, params) {
    const id = this.#waiting.size + 1;
    this.#send({ id, method, params });
    return new Promise((resolve) => this.#waiting.set(id, resolve));
  }

  #send(message) {
    const text = JSON.stringify({ jsonrpc: '2.0', ...message });
    this.#process.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
  }

  #read(data) {
    this.#received = Buffer.concat([this.#received, data]);
    for (;;) {
      const start = this.#received.indexOf('\r\n\r\n') + 4;
      const length = Number(/Content-Length: (\d+)/i.exec(this.#received.subarray(0, start))?.[1]);
      if (start < 4 || this.#received.length < start + length) return;
      const { id, method, params, ...answer } = JSON.parse(this.#received.subarray(start, start + length));
      this.#received = this.#received.subarray(start + length);
      if (!method) this.#waiting.get(id)?.(answer);
      // It asks for the editor's settings, of which there are none.
      else if (id !== undefined) this.#send({ id, result: params?.items?.map(() => null) ?? null });
    }
  }
}
