const MAX_SCALE = 8;
/** What a double click makes of a picture that fits, and one press of a button of what it is. */
const DOUBLE_CLICK_SCALE = 2.5;
/** A wheel that turns by lines instead of pixels: how many pixels that is. */
const LINE_PX = 16;
/** How far a finger goes for it to be a swipe, not a tap. */
const SWIPE_PX = 50;

/**
 * Lets a picture be enlarged within its frame and moved there: by wheel, two fingers, double click, drag.
 *
 * @param {object} options
 * @param {HTMLElement} options.frame
 * @param {HTMLElement} options.picture in the middle of it
 * @param {(towards: 'left' | 'right') => void} options.onSwipe of a picture that fits: there is nothing to move
 * @param {() => void} options.onTapBeside the picture
 * @param {AbortSignal} options.signal
 */
export function createZoom({ frame, picture, onSwipe, onTapBeside, signal }) {
  let scale = 1;
  // From the middle, in pixels.
  let x = 0;
  let y = 0;
  /** The fingers, or the mouse. @type {Map<number, {x: number, y: number}>} */
  const pointers = new Map();
  /** Where the only one of them came down. @type {{x: number, y: number} | undefined} */
  let start;

  function show() {
    // No further than to the picture's edge.
    const limit = (/** @type {number} */ size, /** @type {number} */ room) => Math.max(0, (size * scale - room) / 2);
    const limitX = limit(picture.offsetWidth, frame.clientWidth);
    const limitY = limit(picture.offsetHeight, frame.clientHeight);
    x = Math.max(-limitX, Math.min(limitX, x));
    y = Math.max(-limitY, Math.min(limitY, y));
    picture.style.transform = scale === 1 ? '' : `translate(${x}px, ${y}px) scale(${scale})`;
    frame.classList.toggle('zoomed', scale > 1);
  }

  /**
   * @param {number} factor
   * @param {{x: number, y: number}} at what stays where it is, from the frame's middle
   */
  function zoom(factor, at = { x: 0, y: 0 }) {
    const next = Math.max(1, Math.min(MAX_SCALE, scale * factor));
    x = at.x - ((at.x - x) * next) / scale;
    y = at.y - ((at.y - y) * next) / scale;
    scale = next;
    show();
  }

  /**
   * @param {number} dx
   * @param {number} dy
   */
  function pan(dx, dy) {
    x += dx;
    y += dy;
    show();
  }

  /** @param {{x: number, y: number}} point */
  function fromMiddle(point) {
    const { left, top, width, height } = frame.getBoundingClientRect();
    return { x: point.x - left - width / 2, y: point.y - top - height / 2 };
  }

  frame.addEventListener(
    'wheel',
    (event) => {
      event.preventDefault();
      const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
      zoom(Math.exp(-pixels / 400), fromMiddle(event));
    },
    { signal, passive: false },
  );
  frame.addEventListener(
    'dblclick',
    (event) => zoom(scale > 1 ? 1 / scale : DOUBLE_CLICK_SCALE, fromMiddle(event)),
    { signal },
  );
  frame.addEventListener(
    'pointerdown',
    (event) => {
      if (event.button !== 0) return;
      // A finger that leaves the window is followed all the same.
      frame.setPointerCapture(event.pointerId);
      pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
      start = pointers.size === 1 ? { x: event.clientX, y: event.clientY } : undefined;
    },
    { signal },
  );
  frame.addEventListener(
    'pointermove',
    (event) => {
      const before = pointers.get(event.pointerId);
      if (!before) return;
      const now = { x: event.clientX, y: event.clientY };
      const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
      pointers.set(event.pointerId, now);
      if (other) {
        const distance = (/** @type {{x: number, y: number}} */ one) => Math.max(1, Math.hypot(one.x - other.x, one.y - other.y));
        zoom(distance(now) / distance(before), fromMiddle({ x: (now.x + other.x) / 2, y: (now.y + other.y) / 2 }));
        pan((now.x - before.x) / 2, (now.y - before.y) / 2);
      } else if (scale > 1) {
        pan(now.x - before.x, now.y - before.y);
      }
    },
    { signal },
  );
  frame.addEventListener(
    'pointerup',
    (event) => {
      if (!pointers.delete(event.pointerId) || !start || scale > 1) return;
      const [dx, dy] = [event.clientX - start.x, event.clientY - start.y];
      if (Math.abs(dx) > SWIPE_PX && Math.abs(dx) > Math.abs(dy)) onSwipe(dx > 0 ? 'right' : 'left');
      else if (Math.hypot(dx, dy) < SWIPE_PX / 5 && !isOver(picture, event)) onTapBeside();
    },
    { signal },
  );
  frame.addEventListener('pointercancel', ({ pointerId }) => pointers.delete(pointerId), { signal });

  return {
    zoom,
    pan,
    /** @returns {boolean} */
    isZoomed: () => scale > 1,
    /** All of the picture again. */
    reset() {
      scale = 1;
      pointers.clear();
      show();
    },
  };
}

/**
 * @param {HTMLElement} picture
 * @param {{clientX: number, clientY: number}} point
 */
function isOver(picture, { clientX, clientY }) {
  const { left, right, top, bottom } = picture.getBoundingClientRect();
  return clientX >= left && clientX <= right && clientY >= top && clientY <= bottom;
}
