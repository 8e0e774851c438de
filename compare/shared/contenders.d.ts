// What the contenders' script uses of modules that are there only after a build and an `npm ci`.

declare module 'quietpage' {
  export default function init(module: { module_or_path: string }): Promise<{ memory: WebAssembly.Memory }>;
  export function extractDocument(document: Document, options?: { ledger: 'brief'; hints?: true }): { article: { readerable: boolean } };
  export function probe(document: Document): { readerable: boolean; confidence: number };
}

declare module '@mozilla/readability' {
  export class Readability {
    constructor(document: Document);
    parse(): unknown;
  }
}

declare module 'defuddle' {
  export default class Defuddle {
    constructor(document: Document);
    parse(): unknown;
  }
}
