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
    /** The decision, as the core names it. */
    because: string;
    /** English: the decision first, then what moved the score most. */
    reasons: string[];
    /** Of its text. */
    words: number;
    links: number;
    /** Its first characters. */
    text: string;
    /** Whether it stands in the text column, or between the article's first block and its last. */
    near: boolean;
    /** What finds it again on other pages of the site; only the core reads it. */
    shape: string;
  }

  /** What a person has decided of the blocks right in an element of this page. */
  interface Mark {
    /** Index into the walker's elements. */
    ordinal: number;
    keep: boolean;
  }

  /** What a person has decided on other pages of the site. */
  interface Rule {
    /** A block's. */
    shape: string;
    keep: boolean;
  }

  /** What a site's other pages have in common. */
  interface Furniture {
    /** Goes into every hash. */
    salt: string;
    /** Hashes of their texts. */
    seen: number[];
  }

  /** A rule as it is kept. */
  interface Correction extends Rule {
    /** The block's first words, to know it by. */
    words: string;
    /** Whether it holds. */
    on: boolean;
  }

  /** What is to be kept of a shape. */
  interface CorrectionChange {
    shape: string;
    /** Missing: nothing. */
    to?: Correction;
    /** Its place among the others; missing: the last. */
    at?: number;
  }

  /** A page to be read, as it stands. */
  interface Reading {
    tape: string;
    url: string;
    keep: Keep;
    /** The later one holds, and all of them against the rules. */
    marks?: Mark[];
    /** Missing: those that the background finds stored; it knows nothing of a private window's. */
    rules?: Rule[];
    /** Of the site; the background adds it. */
    furniture?: Furniture;
    /** Whether readers' comments stay in quiet in place; the background adds it. */
    comments?: boolean;
  }

  /**
   * What of the page is wanted: the article, all but what is certainly furniture, what the person has selected, or the
   * text that comes second where two are close.
   */
  type Keep = 'article' | 'everything' | 'selected' | 'second';

  /** A file of its own that a page gets when it is first wanted. */
  type Addition = 'highlighting' | 'aloud' | 'quiet';

  /** What the content script asks of the background. */
  type Request =
    | ({ type: 'extract' } & Reading)
    | { type: 'portion'; tape: string; url: string }
    | { type: 'report'; tape: string; url: string }
    | { type: 'correct'; changes: CorrectionChange[] }
    | { type: 'save'; file: SavedFile }
    | { type: Addition }
    | ({ type: 'face' } & FaceWanted)
    /** `on` missing: only asks what holds. */
    | { type: 'always'; on?: boolean }
    | ({ type: 'arrival' } & Arrival)
    | { type: 'shut'; entry: string; isShut: boolean }
    | { type: 'follow'; link?: Link }
    | { type: 'options' }
    | { type: 'unavailable'; reason: Unavailable };

  /** What a part of a code is, as far as colours tell it. */
  type TokenKind = 'attribute' | 'comment' | 'constant' | 'keyword' | 'string' | 'title' | 'type';

  interface Token {
    /** UTF-16 units. */
    start: number;
    end: number;
    kind: TokenKind;
  }

  /** A page that a person has arrived at, as it stands. */
  interface Arrival {
    /** The key of its entry in the tab's history; empty where it has none. */
    entry: string;
    /** What `glance.js` sees. */
    glance: Uint32Array;
    /** Of the document. */
    title: string;
  }

  /** A link that is about to be followed. */
  interface Link {
    /** Where it leads. */
    to: string;
    /** The key of the history entry in which it stands. */
    from: string;
  }

  interface SavedFile {
    name: string;
    text: string;
    /** Its media type. */
    mediaType: string;
  }

  /** What in the page's markup makes its text hard to tell from the rest, for the page's author. */
  interface Hint {
    /** Has its sentence `hint_…`. */
    code: string;
    /** The element in question; the root's where it is the whole page. */
    ordinal: number;
    /** How many words are concerned, where it is text. */
    words?: number;
    /** The hint in English. */
    text: string;
  }

  interface Extracted {
    ok: true;
    article: Article;
    /** The article's first and last block, and of what was left out what stands nearest to it. */
    blocks: Block[];
    /** How many blocks are not in the article. */
    leftOut: number;
    hints: Hint[];
    /** Whether another text of the page comes close to the article. */
    hasSecond: boolean;
    /** Whether the page shows no more than the beginning of its text. */
    isCut: boolean;
    /** The elements, by ordinal, that hold the article's blocks and what stands above them, one a block. */
    kept: number[];
    /** The outermost elements with nothing of the article in them. */
    hide: number[];
    /** Of those, the ones between the article's blocks. */
    cuts: number[];
    /** The elements of readers' comments, which stay; missing where they do not. */
    comments?: number[];
    /** Of the article's texts, where furniture was asked for. */
    hashes?: number[];
    words: Words;
    settings?: Stored;
    /** Of the bundled face that the settings name. */
    faceFiles?: FaceFile[];
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
    settings?: Stored;
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

  /** The two ways to read a page in. */
  type View = 'reader' | 'quiet';
  /** What a click is to come to; `other`: the view that is not open, or not the one the button opens. */
  type Wish = View | 'other' | 'leave';

  type Theme = 'system' | 'light' | 'dark' | 'sepia' | 'contrast' | 'own';
  /** Faces that the packages bring along. */
  type BundledFace = 'literata' | 'source_sans' | 'atkinson' | 'lexend' | 'opendyslexic';

  /** How the person likes to read: a value for each entry of shared/settings.js. */
  interface Settings {
    theme: Theme;
    /** `#rrggbb`, for the theme `own`. */
    ownBackground: string;
    ownText: string;
    ownLink: string;
    face: 'serif' | 'sans' | BundledFace | 'named';
    /** An installed font, for the face `named`. */
    faceName: string;
    /** Per cent of the size that fits the window. */
    size: number;
    /** Characters in a line. */
    measure: number;
    /** Times the text size. */
    lineHeight: number;
    /** Per cent of the text size, as the two below. */
    letterSpacing: number;
    wordSpacing: number;
    paragraphSpacing: number;
    align: 'start' | 'justify';
    hyphens: 'narrow' | 'on' | 'off';
    /** What the button opens. */
    view: View;
    /** In quiet in place. */
    keepComments: boolean;
    /** What stays bright while the rest is dimmed. */
    guide: 'off' | 'paragraph' | 'line';
    keepPlace: boolean;
    learnFurniture: boolean;
    linksQuiet: boolean;
    /** Times a voice's usual speed. */
    aloudRate: number;
    letterKeys: boolean;
  }

  type SettingKey = keyof Settings;
  type SettingGroup = 'colours' | 'face' | 'spacing' | 'reading' | 'aloud' | 'keys';

  interface SettingBase {
    key: SettingKey;
    /** Its key in _locales; the name of an enum's value follows it after `_`. */
    message: string;
    group: SettingGroup;
    /** Whether a site may have a value of its own. */
    look: boolean;
    /** Shown only where another setting has this value. */
    when?: [SettingKey, unknown];
  }
  interface EnumSetting extends SettingBase {
    type: 'enum';
    values: readonly string[];
    default: string;
  }
  interface NumberSetting extends SettingBase {
    type: 'number';
    min: number;
    max: number;
    step: number;
    default: number;
    unit: 'percent' | 'characters' | 'times';
  }
  interface BooleanSetting extends SettingBase {
    type: 'boolean';
    default: boolean;
  }
  interface TextSetting extends SettingBase {
    type: 'text';
    /** UTF-16 units. */
    maxLength: number;
    default: string;
  }
  interface ColourSetting extends SettingBase {
    type: 'colour';
    default: string;
  }
  type Setting = EnumSetting | NumberSetting | BooleanSetting | TextSetting | ColourSetting;

  /** What storage holds: the values that differ from the defaults, and for one site those that differ from the rest. */
  interface Stored {
    everywhere: Partial<Settings>;
    /** `null`: the site has no look of its own. */
    site: Partial<Settings> | null;
    /** What stood there and could not be read: keys of settings, or `storage` for all of it. */
    unreadable: string[];
    /** Nothing could be read at all: what is written in its place would take away what stands there. */
    isOutOfReach?: boolean;
  }

  /** One file of a bundled face, with what a FontFace wants to know of it. */
  interface FaceFile {
    bytes: ArrayBuffer;
    style: string;
    weight: string;
    unicodeRange: string;
  }

  /** Of a bundled face only what a text needs. */
  interface FaceWanted {
    face: BundledFace;
    /** Every character of the text, once. */
    characters: string;
    italic: boolean;
  }
}

declare module '*.css' {
  const text: string;
  export default text;
}

/** Built from the core: present in the packages only. */
declare module '*/core/full/quietpage.js' {
  export default function init(options: { module_or_path: string | URL }): Promise<unknown>;
  export function reportTape(tape: string, url: string, seed: bigint): string;
  export function __wbg_reset_state(): void;
}

/** Built from the core: present in the packages only. */
declare module '*/core/quietpage.js' {
  export default function init(options: { module_or_path: string | URL }): Promise<unknown>;
  export function extractTape(
    tape: string,
    url: string,
    options: { keep: Quietpage.Keep; ledger: 'brief'; hints: true; marks?: Quietpage.Mark[]; rules?: Quietpage.Rule[]; furniture?: Quietpage.Furniture; comments?: boolean },
  ): Omit<Quietpage.Extracted, 'ok' | 'words' | 'settings' | 'faceFiles'>;
  export function probeGlance(glance: Uint32Array, url: string, title: string): { readerable: boolean; confidence: number };
  export function __wbg_reset_state(): void;
}

interface Element {
  /** Firefox, in content scripts: the shadow root, closed ones too. */
  readonly openOrClosedShadowRoot?: ShadowRoot | null;
  setHTML(html: string, options?: { sanitizer?: Sanitizer }): void;
}
