import { element, onClick } from '../shared/element.js';
import { message } from '../shared/i18n.js';
import { toolButton } from './toolbar.js';
import { createZoom } from './zoom.js';

/** In the picture's own pixels: less has nothing more to show. */
const MIN_PX = 100;
const ZOOM_STEP = 1.5;
/** How far a key moves an enlarged picture, in pixels. */
const PAN_PX = 80;
/** Wider than any screen, so that the browser takes the largest of the page's candidates. */
const ALL_THERE_IS = '99999px';

/**
 * The article's pictures by themselves, as large as the window or larger, one after the other.
 *
 * @param {AbortSignal} viewSignal the view's end
 * @returns {import('./reading_aids.js').Aid}
 */
export function createLightbox(viewSignal) {
  const picture = element('img', { alt: '', draggable: 'false' });
  // The picture stands in it as long as there is one.
  const frame = element('div', { class: 'frame' });
  const caption = element('div', { class: 'caption' });
  const counter = element('span', { role: 'status' });
  const previous = button('previous', () => go(-1));
  const next = button('next', () => go(1));
  const bar = element(
    'div',
    { class: 'bar' },
    button('close_picture', () => dialog.close()),
    previous,
    counter,
    next,
    button('zoom_out', () => zoom.zoom(1 / ZOOM_STEP)),
    button('zoom_in', () => zoom.zoom(ZOOM_STEP)),
  );
  const dialog = element('dialog', { class: 'lightbox', 'aria-label': message('pictures'), tabindex: '-1' }, bar, frame, caption);
  dialog.addEventListener('close', () => picture.remove(), { signal: viewSignal });
  const isRtl = () => getComputedStyle(dialog).direction === 'rtl';
  const zoom = createZoom({
    frame,
    picture,
    onSwipe: (towards) => go((towards === 'left') === isRtl() ? -1 : 1),
    onTapBeside: () => dialog.close(),
    signal: viewSignal,
  });
  /** @type {HTMLImageElement[]} */
  let pictures = [];
  let at = 0;

  /** @param {string} action @param {() => void} act */
  function button(action, act) {
    return onClick(toolButton(action), act, viewSignal);
  }

  /** @param {number} by */
  function go(by) {
    if (at + by >= 0 && at + by < pictures.length) show(at + by);
  }

  /** @param {number} number */
  function show(number) {
    at = number;
    const image = pictures[at];
    frame.append(picture);
    zoom.reset();
    picture.alt = image.alt;
    // What is there already is seen at once.
    picture.src = image.currentSrc || image.src;
    const largest = /** @type {HTMLImageElement} */ (image.cloneNode());
    largest.loading = 'eager';
    largest.sizes = ALL_THERE_IS;
    largest
      .decode()
      .then(() => pictures[at] === image && picture.src !== largest.currentSrc && (picture.src = largest.currentSrc))
      .catch(() => undefined); // what is shown is all there is
    const below = captionOf(image);
    caption.replaceChildren(...(below?.cloneNode(true).childNodes ?? []));
    caption.lang = image.closest('main')?.lang ?? '';
    caption.dir = below?.closest('[dir]')?.getAttribute('dir') ?? '';
    counter.textContent = message('picture_of', `${at + 1}`, `${pictures.length}`);
    // The focus must not go with a button that is switched off.
    for (const [one, end] of /** @type {const} */ ([[previous, 0], [next, pictures.length - 1]])) {
      one.setAttribute('aria-disabled', String(at === end));
      one.hidden = pictures.length < 2;
    }
  }

  /**
   * @param {'left' | 'right'} key
   * @param {number} dx
   */
  function sideways(key, dx) {
    if (zoom.isZoomed()) zoom.pan(dx, 0);
    else go((key === 'left') === isRtl() ? 1 : -1);
  }
  const keys = {
    ArrowLeft: () => sideways('left', PAN_PX),
    ArrowRight: () => sideways('right', -PAN_PX),
    ArrowUp: () => zoom.pan(0, PAN_PX),
    ArrowDown: () => zoom.pan(0, -PAN_PX),
    '+': () => zoom.zoom(ZOOM_STEP),
    '=': () => zoom.zoom(ZOOM_STEP),
    '-': () => zoom.zoom(1 / ZOOM_STEP),
    0: () => zoom.reset(),
  };

  return {
    parts: [dialog],
    panelKeys: () => (dialog.open ? keys : undefined),
    close() {
      const wasOpen = dialog.open;
      dialog.close();
      return wasOpen;
    },
    attach({ main, signal }) {
      const offer = (/** @type {HTMLImageElement} */ image) => {
        if (!isWorthIt(image) || image.parentElement?.matches('.enlarge')) return;
        const label = [message('button_enlarge'), image.alt].filter(Boolean).join(': ');
        const made = element('button', { type: 'button', class: 'enlarge', 'aria-label': label, 'aria-haspopup': 'dialog' });
        image.replaceWith(made);
        made.append(image);
        made.addEventListener(
          'click',
          () => {
            pictures = [...main.querySelectorAll('img')].filter((one) => one === image || isWorthIt(one));
            dialog.showModal();
            show(pictures.indexOf(image));
            dialog.focus();
          },
          { signal },
        );
      };
      // Only what has come: in the place of a picture that does not come stands its description.
      main.addEventListener('load', ({ target }) => target instanceof HTMLImageElement && offer(target), { signal, capture: true });
      for (const image of main.querySelectorAll('img')) if (image.complete) offer(image);
      signal.addEventListener('abort', () => {
        dialog.close();
        picture.remove();
        picture.removeAttribute('src');
        caption.replaceChildren();
        pictures = [];
      });
    },
  };
}

/**
 * @param {HTMLImageElement} image
 * @returns {boolean} whether it may be shown by itself: one that is a link leads where it leads
 */
function isWorthIt(image) {
  if (image.closest('a, .missing, [data-embed]')) return false;
  return !image.complete || Math.max(image.naturalWidth, image.naturalHeight) >= MIN_PX;
}

/**
 * @param {HTMLImageElement} image
 * @returns {Element | null} what stands below it in the article
 */
function captionOf(image) {
  return image.closest('figure')?.querySelector('figcaption') ?? null;
}
