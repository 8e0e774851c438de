/** The shapes that cross from one part of the extension to another. */
declare namespace Quietpage {
  /** The article's fields, as the core gives them; missing = null. */
  interface Article {
    title: string | null;
    dek: string | null;
    byline: string | null;
    siteName: string | null;
    /** ISO 8601, as precise as the page says. */
    published: string | null;
    modified: string | null;
    lang: string | null;
    dir: 'ltr' | 'rtl' | null;
    leadImage: string | null;
    excerpt: string | null;
    html: string;
    markdown: string;
    text: string;
    wordCount: number;
    readingMinutes: number;
    /** 0 to 1. */
    confidence: number;
    verdict: 'whole' | 'probably' | 'unsure';
    readerable: boolean;
    nextPage: string | null;
    kind: string;
  }

  /** One block of the page: kept or left out, and why. */
  interface Block {
    /** Index into the walker's elements. */
    ordinal: number;
    /** Probability that the block belongs to the article, 0 to 1. */
    score: number;
    kept: boolean;
    chars: number;
    /** Share of the characters inside links, 0 to 1. */
    linkDensity: number;
    reasons: string[];
  }

  /** What the content script asks of the background. */
  type Request =
    | { type: 'extract'; tape: string; url: string; everything: boolean }
    | { type: 'unavailable'; reason: Unavailable };

  interface Extracted {
    ok: true;
    article: Article;
    /** The article's first and last block, and of what was left out what stands nearest to it. */
    blocks: Block[];
    /** How many blocks are not in the article. */
    leftOut: number;
    words: Words;
    choices?: Choices;
  }

  /** The view's own sentences with dates and numbers in them. */
  interface Words {
    published: string | null;
    /** Only where it is another day than `published`. */
    updated: string | null;
    readingTime: string;
    leftOut: string;
  }

  interface Refused {
    ok: false;
    /** The core's code, or `core_failed`, `no_answer`, `reloaded`. */
    code: string;
    message: string;
    /** Missing where the background was not reached. */
    choices?: Choices;
  }

  type Answer = Extracted | Refused;

  /** Why a tab can show no reader view; each has its sentence `unavailable_…`. */
  type Unavailable =
    | 'browser_page'
    | 'store_page'
    | 'extension_page'
    | 'page_source'
    | 'native_reader'
    | 'local_file'
    | 'pdf'
    | 'no_html'
    | 'not_loaded'
    | 'blocked';

  type Theme = 'system' | 'light' | 'dark';

  /** How the person likes to read; kept in `storage.local`. */
  interface Choices {
    theme: Theme;
    /** Steps above or below the size that fits the window. */
    textSize: number;
  }
}

declare module '*.css' {
  const text: string;
  export default text;
}

/** Built from the core: present in the packages only. */
declare module '*/core/quietpage.js' {
  export default function init(options: { module_or_path: string | URL }): Promise<unknown>;
  export function extractTape(
    tape: string,
    url: string,
    options: { everything: boolean; ledger: 'brief' },
  ): { article: Quietpage.Article; blocks: Quietpage.Block[]; leftOut: number };
  export function __wbg_reset_state(): void;
}

interface Element {
  /** Firefox, in content scripts: the shadow root, closed ones too. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
  setHTML(html: string, options?: { sanitizer?: Sanitizer }): void;
}
