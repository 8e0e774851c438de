// @ts-check
/** Serves the pages of pages.mjs on loopback and remembers what was asked of it. */

import { createServer } from 'node:http';
import { LATE, PAGES } from './pages.mjs';

/**
 * @typedef {object} Served
 * @property {(name: string) => string} url a page's address
 * @property {string} origin
 * @property {string[]} requests the paths asked for, in order
 * @property {string[]} reports what browsers reported as violations of a page's policy
 * @property {() => void} answerLate answers what has been asked of the late page
 * @property {() => Promise<void>} close
 */

/** Half a minute of silence: 8 bit, mono, 8 kHz. */
function wav() {
  const samples = 8000 * 30;
  const header = Buffer.alloc(44);
  header.write('RIFF', 0);
  header.writeUInt32LE(36 + samples, 4);
  header.write('WAVEfmt ', 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(1, 22);
  header.writeUInt32LE(8000, 24);
  header.writeUInt32LE(8000, 28);
  header.writeUInt16LE(1, 32);
  header.writeUInt16LE(8, 34);
  header.write('data', 36);
  header.writeUInt32LE(samples, 40);
  return Buffer.concat([header, Buffer.alloc(samples, 128)]);
}

/** A picture of 640 by 360 points. */
const PICTURE = `<svg xmlns="http://www.w3.org/2000/svg" width="640" height="360"><rect width="640" height="360" fill="#789"/></svg>`;

/** The smallest document a browser shows in its PDF viewer. */
const PDF = `%PDF-1.1
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`;

/**
 * @typedef {object} ServedFile
 * @property {string} type
 * @property {string | Buffer} body
 * @property {{[name: string]: string}} [headers]
 */

/** @type {{[path: string]: ServedFile}} */
const FILES = {
  '/tone.wav': { type: 'audio/wav', body: wav() },
  '/picture.svg': { type: 'image/svg+xml', body: PICTURE },
  '/harbour.svg': { type: 'image/svg+xml', body: PICTURE },
  '/harbour-large.svg': { type: 'image/svg+xml', body: PICTURE.replaceAll('640', '1920').replaceAll('360', '1080') },
  '/paper.pdf': { type: 'application/pdf', body: PDF },
};

/**
 * @param {{[path: string]: ServedFile}} [more] further files
 * @returns {Promise<Served>}
 */
export async function serve(more = {}) {
  /** @type {string[]} */
  const requests = [];
  /** @type {string[]} */
  const reports = [];
  /** @type {(() => void)[]} */
  const late = [];
  const server = createServer((request, response) => {
    const path = (request.url ?? '/').split('?')[0];
    if (path === '/csp-report') {
      let body = '';
      request.on('data', (chunk) => (body += chunk));
      request.on('end', () => {
        reports.push(body);
        response.writeHead(204).end();
      });
      return;
    }
    requests.push(path);
    const page = PAGES[path.slice(1)];
    const file = more[path] ?? FILES[path];
    if (page) {
      const answer = () => {
        response.writeHead(page.status ?? 200, { 'content-type': 'text/html; charset=utf-8', ...page.headers });
        response.end(page.html());
      };
      if (path.slice(1) === LATE) late.push(answer);
      else answer();
    } else if (file) {
      response.writeHead(200, { 'content-type': file.type, 'cache-control': 'max-age=600', ...file.headers });
      response.end(file.body);
    } else {
      response.writeHead(404, { 'content-type': 'text/plain' }).end('not here');
    }
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = server.address();
  if (!address || typeof address === 'string') throw new Error('the server has no port');
  const origin = `http://127.0.0.1:${address.port}`;
  return {
    origin,
    url: (name) => `${origin}/${name}`,
    requests,
    reports,
    answerLate: () => late.splice(0).forEach((answer) => answer()),
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}
