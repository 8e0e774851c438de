// @ts-check
/** What pages do to be rid of a reader, to hide it or to break it. Each runs in the page, as a script of its own would. */

/** @typedef {() => unknown} Deed */

/** Done before the click, to a reader that is read and left all the same. @type {{[deed: string]: Deed}} */
export const AT_CLICK = {
  'names its forms as the document’s properties': () => {
    const names = ['documentElement', 'body', 'head', 'URL', 'contentType', 'activeElement', 'adoptedStyleSheets', 'addEventListener', 'getSelection', 'createRange', 'createTreeWalker', 'defaultView', 'scrollingElement', 'fonts', 'nodeType', 'firstChild'];
    const forms = names.map((name) => Object.assign(document.createElement('form'), { name }));
    document.querySelector('main')?.append(...forms);
  },
  'names the controls of the form around its text as the form’s properties': () => {
    const names = ['nodeType', 'nextSibling', 'firstChild', 'localName', 'parentNode', 'parentElement', 'getAttributeNames', 'getAttribute', 'hasAttribute', 'checkVisibility', 'isConnected', 'shadowRoot', 'children', 'childElementCount', 'setAttribute', 'removeAttribute'];
    const controls = names.map((name) => Object.assign(document.createElement('input'), { name }));
    const article = /** @type {Element} */ (document.querySelector('article'));
    const form = document.createElement('form');
    article.before(form);
    form.append(...controls, article);
  },
  'leads from a form back to what stands before it': () => {
    const control = Object.assign(document.createElement('input'), { name: 'nextSibling' });
    control.setAttribute('form', 'circle');
    const form = Object.assign(document.createElement('form'), { id: 'circle' });
    document.querySelector('article')?.before(control, form);
  },
  'has elements by the reader’s name, with shadow roots of their own': () => {
    const own = class extends HTMLElement {
      constructor() {
        super();
        this.attachShadow({ mode: 'closed' });
      }
    };
    customElements.define('quietpage-reader', own);
  },
  'has elements by the reader’s name that may have no shadow root': () => {
    const rootless = class extends HTMLElement {
      static disabledFeatures = ['shadow'];
    };
    customElements.define('quietpage-reader', rootless);
  },
  'has made all that scripts call throw, getters and toString among it': () => {
    const refuse = () => {
      throw new Error('overridden');
    };
    const owners = [Array, String, Object, Function, Element, HTMLElement, HTMLDialogElement, Node, Document, ShadowRoot, EventTarget, CustomElementRegistry, MutationObserver];
    for (const { prototype } of owners) {
      for (const [name, { configurable, get, set }] of Object.entries(Object.getOwnPropertyDescriptors(prototype))) {
        if (!configurable || name === 'constructor') continue;
        const isAccessor = get !== undefined || set !== undefined;
        Reflect.defineProperty(prototype, name, isAccessor ? { get: refuse, set: refuse } : { value: refuse });
      }
    }
    for (const name of ['CSSStyleSheet', 'Sanitizer', 'AbortController', 'MutationObserver', 'ResizeObserver', 'customElements', 'getSelection', 'requestAnimationFrame']) {
      Reflect.defineProperty(globalThis, name, { get: refuse });
    }
  },
};

/** Done while the reader is open, which stays. @type {{[deed: string]: Deed}} */
export const WHILE_OPEN = {
  'removes the reader': () => document.querySelector('quietpage-reader')?.remove(),
  'removes it twenty times': async () => {
    for (let times = 0; times < 20; times++) {
      document.querySelector('quietpage-reader')?.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  'moves it to where nothing is seen': () => {
    const dark = Object.assign(document.createElement('div'), { hidden: true });
    document.body.append(dark);
    dark.append(/** @type {Element} */ (document.querySelector('quietpage-reader')));
  },
  'empties it': () => document.querySelector('quietpage-reader')?.shadowRoot?.replaceChildren(),
  'restyles it': () => {
    const host = /** @type {HTMLElement} */ (document.querySelector('quietpage-reader'));
    const hidden = 'display: none !important; visibility: hidden !important; opacity: 0 !important; pointer-events: none !important; font-size: 0 !important; z-index: -1 !important;';
    host.style.cssText = hidden;
    host.inert = true;
    host.hidden = true;
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(`quietpage-reader, quietpage-reader::part(dialog) { ${hidden} } :root { visibility: hidden !important; transform: translateX(-9000px) !important; }`);
    document.adoptedStyleSheets.push(sheet);
    document.documentElement.inert = true;
  },
  'clones it': () => {
    const host = /** @type {Element} */ (document.querySelector('quietpage-reader'));
    host.after(host.cloneNode(true));
  },
  'covers it with a dialog': () => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'width: 100vw; height: 100vh';
    document.body.append(dialog);
    dialog.showModal();
  },
  'covers it with a dialog in a closed shadow tree': () => {
    const dialog = document.createElement('dialog');
    dialog.style.cssText = 'width: 100vw; height: 100vh';
    const host = document.createElement('div');
    document.body.append(host);
    host.attachShadow({ mode: 'closed' }).append(dialog);
    dialog.showModal();
  },
  'covers it with a popover': () => {
    const popover = Object.assign(document.createElement('div'), { popover: 'manual' });
    popover.style.cssText = 'width: 100vw; height: 100vh; z-index: 2147483647';
    document.body.append(popover);
    popover.showPopover();
  },
  'covers it with a popover in a closed shadow tree': () => {
    const popover = Object.assign(document.createElement('div'), { popover: 'manual' });
    popover.style.cssText = 'width: 100vw; height: 100vh; background: red';
    const host = document.createElement('div');
    document.body.append(host);
    host.attachShadow({ mode: 'closed' }).append(popover);
    popover.showPopover();
  },
  'covers it with a popover in a shadow tree in a shadow tree': async () => {
    const popover = Object.assign(document.createElement('div'), { popover: 'manual' });
    popover.style.cssText = 'width: 100vw; height: 100vh; background: red';
    const [outer, inner] = [document.createElement('div'), document.createElement('section')];
    document.body.append(outer);
    outer.attachShadow({ mode: 'closed' }).append(inner);
    inner.attachShadow({ mode: 'open' }).append(popover);
    // Opened long after its tree was there.
    await new Promise((resolve) => setTimeout(resolve, 1000));
    popover.showPopover();
  },
  'goes on to another address by itself': () => history.pushState(null, '', '/elsewhere'),
};

/** Done while the reader is open, which gives the page back. @type {{[deed: string]: Deed}} */
export const TO_BE_RID_OF_IT = {
  'removes it twenty-one times': async () => {
    for (let times = 0; times < 21; times++) {
      document.querySelector('quietpage-reader')?.remove();
      await new Promise((resolve) => setTimeout(resolve));
    }
  },
  'closes its dialog': () => document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog')?.close(),
  'has its dialog opened anew, not modal': () => {
    const dialog = document.querySelector('quietpage-reader')?.shadowRoot?.querySelector('dialog');
    dialog?.close();
    dialog?.show();
  },
  'is written anew': () => {
    document.open();
    document.write('<!doctype html><title>Another</title><p>Another page altogether.</p>');
    document.close();
  },
  'puts another document element in the place of its own': () => {
    const root = document.createElement('html');
    root.innerHTML = '<body><p>Another page altogether.</p></body>';
    document.documentElement.replaceWith(root);
  },
  'is not rendered any more': async () => {
    document.documentElement.style.setProperty('display', 'none', 'important');
    await new Promise((resolve) => setTimeout(resolve, 200));
    document.documentElement.style.removeProperty('display');
  },
};
