const SVG = 'http://www.w3.org/2000/svg';

const CROSS = ['M6 6 18 18M18 6 6 18'];
const BACK = ['M14.5 5.5 8 12l6.5 6.5'];
const ON = ['M9.5 5.5 16 12l-6.5 6.5'];
const QUIET = ['M4 5h2.5M10.8 5h2.4M17.5 5H20M4 19h2.5M10.8 19h2.4M17.5 19H20M6 10h12M6 14h8'];

/**
 * Strokes on a field of 24 by 24.
 *
 * @type {Record<string, string[]>}
 */
const PATHS = {
  close: CROSS,
  smaller: ['M4 17 8.5 7h1L14 17M5.6 13.5h6.8M16.5 12h5'],
  larger: ['M3 17 7.5 7h1L13 17M4.6 13.5h6.8M15.5 12h6M18.5 9v6'],
  contents: ['M9 6h11M9 12h11M9 18h11M4 6h1M4 12h1M4 18h1'],
  take_along: ['M12 4v10.5M7.5 10.5 12 15l4.5-4.5M4.5 15v4.5h15V15'],
  close_picture: CROSS,
  previous: BACK,
  next: ON,
  zoom_out: ['M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.2 15.2 20 20M7.5 10.5h6'],
  zoom_in: ['M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.2 15.2 20 20M7.5 10.5h6M10.5 7.5v6'],
  copy_code: ['M9 8.5h9.5a1 1 0 0 1 1 1V19a1 1 0 0 1-1 1H9a1 1 0 0 1-1-1V9.5a1 1 0 0 1 1-1zM5 15.5H4.5v-11h11V5'],
  done: ['M5 12.5 10 17.5 19.5 7'],
  aloud: ['M4 9.5h3L12 5v14l-5-4.5H4zM15.5 9a4.2 4.2 0 0 1 0 6M18 6.5a7.8 7.8 0 0 1 0 11'],
  aloud_play: ['M7.5 5v14L19 12z'],
  aloud_pause: ['M8.5 5.5v13M15.5 5.5v13'],
  paragraph_back: ['M12.5 6 6.5 12l6 6M18.5 6l-6 6 6 6'],
  sentence_back: BACK,
  sentence_next: ON,
  paragraph_next: ['M11.5 6l6 6-6 6M5.5 6l6 6-6 6'],
  aloud_stop: CROSS,
  left_out: ['M4 6h16M4 18h16M4 12h3M10.5 12h3M17 12h3'],
  cut: ['M3 12h4M10 12h4M17 12h4'],
  reader: ['M6 4h12v16H6zM9 8h6M9 12h6M9 16h4'],
  quiet: QUIET,
  leave: CROSS,
  fold: ['M6 9.5 12 15.5 18 9.5'],
  unfold: QUIET,
  settings: ['M4 7h9M19 7h1M4 17h1M11 17h9M16 4.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5zM8 14.5a2.5 2.5 0 1 0 0 5 2.5 2.5 0 0 0 0-5z'],
};

/**
 * @param {string} name
 * @returns {SVGSVGElement}
 */
export function icon(name) {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  for (const strokes of PATHS[name]) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', strokes);
    svg.append(path);
  }
  return svg;
}
