// @ts-check
/** The article read aloud: what is said, what is marked, and how it is led and ended. */

import assert from 'node:assert/strict';
import { beforeEach, describe, test } from 'node:test';
import { clickInView, inView, placeOf } from './in_view.mjs';
import { HEADLINE } from './long_story.mjs';
import { eventually, leaveByEscape, openReader, view } from './reader.mjs';
import { storeOnly, stored } from './sheet.mjs';
import { VOICES, giveVoices } from './speech.mjs';

/** @typedef {import('./browsers.mjs').Page} Page */

/** What of the text is marked. @param {Page} page */
const marked = (page) =>
  page.evaluate(() => {
    const text = (/** @type {string} */ name) => [...(CSS.highlights.get(name) ?? [])].map(String).join('');
    return { sentence: text('quietpage-sentence'), word: text('quietpage-word') };
  });

/** Where what is marked stands, from the window's top. @param {Page} page */
const markedTop = (page) =>
  page.evaluate(() => {
    const [range] = CSS.highlights.get('quietpage-sentence') ?? [];
    return /** @type {Range} */ (range).getBoundingClientRect().top;
  });

/** @param {Page} page */
const scrolled = (page) => inView(page, (root) => root.querySelector('dialog')?.scrollTop ?? -1);

/** Where the text has come to rest. @param {Page} page */
async function atRest(page) {
  let last = -1;
  return eventually(async () => {
    const before = last;
    last = await scrolled(page);
    await new Promise((resolve) => setTimeout(resolve, 100));
    return last === before && { at: last };
  }, 'the text to rest').then(({ at }) => at);
}

/** What the controls say. @param {Page} page */
const message = (page) => inView(page, (root) => root.querySelector('.aloud-bar [role=status]')?.textContent ?? '');

/** @param {Page} page */
const isBarSeen = (page) => inView(page, (root) => root.querySelector('.aloud-bar')?.checkVisibility() ?? false);

/** @param {import('./main.mjs').Bench} bench */
export function aloudTests(bench) {
  /**
   * @param {string} [name] of the page
   * @param {import('./speech.mjs').Voice[]} [voices]
   */
  async function reading(name = 'sections', voices = VOICES) {
    const page = await bench.quiet.open(bench.served.url(name));
    assert.equal((await openReader(bench.quiet, page)).state, 'reading');
    const speech = await giveVoices(bench.quiet, page, voices);
    const says = (/** @type {string | RegExp} */ text) =>
      eventually(async () => {
        const now = await speech.speaking();
        return now !== null && (typeof text === 'string' ? now === text : text.test(now)) && now;
      }, `the voice to say ${text}`);
    const close = async () => {
      await speech.close();
      await page.close();
    };
    return { page, speech, says, close };
  }

  /** What each sentence is, one after the other, up to the one that matches. @param {Awaited<ReturnType<typeof reading>>} at @param {RegExp} last */
  async function listenTo({ speech }, last) {
    for (let count = 0; count < 400; count++) {
      const text = await eventually(speech.speaking, 'the next sentence');
      if (last.test(text)) return (await speech.said()).map((one) => one.text);
      await speech.end();
    }
    throw new Error(`${last} was never said`);
  }

  describe('reading aloud', () => {
    beforeEach(() => storeOnly(bench.quiet, {}));

    test('begins with the headline, goes on by itself, and marks the sentence and the word', async () => {
      const { page, speech, says, close } = await reading();
      await clickInView(page, '.toolbar [data-action=aloud]');
      await says(HEADLINE);
      assert.deepEqual(await speech.said(), [{ text: HEADLINE, lang: 'en-US', voice: 'Ada', rate: 1 }]);
      await eventually(async () => (await marked(page)).sentence === HEADLINE, 'the mark on the headline');
      assert.equal((await marked(page)).word, '');
      await speech.word({ charIndex: HEADLINE.indexOf('that'), charLength: 4 });
      await eventually(async () => (await marked(page)).word === 'that', 'the mark on the word');
      await speech.word({ charIndex: HEADLINE.indexOf('outlived') });
      await eventually(async () => (await marked(page)).word === 'outlived', 'the mark where the browser gives no length');
      await speech.end();
      const first = await says(/today\.$/);
      await eventually(async () => (await marked(page)).sentence === first, 'the mark on the first sentence');
      assert.equal((await marked(page)).word, '');
      const painted = await inView(page, (root) => {
        const paragraph = /** @type {Element} */ (root.querySelector('article p'));
        return ['sentence', 'word'].map((name) => getComputedStyle(paragraph, `::highlight(quietpage-${name})`).backgroundColor);
      });
      assert.equal(new Set([...painted, 'rgba(0, 0, 0, 0)']).size, 3, `${painted}`);
      await close();
    });

    test('says the article and nothing else', async () => {
      const all = await reading('aids');
      await all.page.keyboard.press('r');
      const said = await listenTo(all, /photograph of the second boat/);
      const once = (/** @type {string} */ text) => assert.equal(said.filter((one) => one === text).length, 1, text);
      once(HEADLINE);
      once('The first crossing');
      once('The ferry on Monday');
      // Of code only that it is there, of a table a row in one go.
      once('Code');
      assert.ok(said.some((one) => one.startsWith('1921, 1048 vehicles, ')));
      const text = said.join('\n');
      for (const silent of ['def fare', 'Copy the code', 'Published', '↩']) assert.ok(!text.includes(silent), `says “${silent}”`);
      // What calls a note stands behind the first section's first paragraph.
      assert.ok(!said.some((one) => /^\W*\d\W*$/.test(one) || /\.\s*1$/.test(one)), 'says the number of a note');
      await all.close();
    });

    test('pauses, goes on with the same sentence, and is led by keys and buttons', async () => {
      const { page, speech, says, close } = await reading();
      await page.keyboard.press('r');
      await says(HEADLINE);
      await speech.end();
      const first = await says(/today\.$/);
      await page.keyboard.press('r');
      await eventually(async () => (await speech.speaking()) === null, 'silence');
      assert.equal((await marked(page)).sentence, first);
      await clickInView(page, '[data-action=aloud_play]');
      await says(first);
      await page.keyboard.press('n');
      const second = await eventually(async () => {
        const now = await speech.speaking();
        return now !== first && now;
      }, 'the second sentence');
      await clickInView(page, '[data-action=sentence_back]');
      await says(first);
      await page.keyboard.press('N');
      await says('How it began');
      await clickInView(page, '[data-action=paragraph_back]');
      await says(first);
      await page.keyboard.press('n');
      await says(second);
      // In the middle of a paragraph back is its beginning.
      await page.keyboard.press('B');
      await says(first);
      // A button that has the focus is pressed by the space bar, and the letters hold there, too.
      await inView(page, (root) => /** @type {HTMLElement} */ (root.querySelector('[data-action=sentence_next]')).focus());
      await page.keyboard.press(' ');
      await says(second);
      await page.keyboard.press('r');
      await eventually(async () => (await speech.speaking()) === null, 'silence');
      await page.keyboard.press('b');
      await eventually(async () => (await marked(page)).sentence === first, 'the mark, while all is silent');
      assert.equal(await speech.speaking(), null);
      await close();
    });

    test('begins where the reader is, and ends with the text', async () => {
      const { page, speech, says, close } = await reading();
      await inView(page, (root) => [...root.querySelectorAll('article h2')].find((one) => one.textContent === 'What is left')?.scrollIntoView());
      await atRest(page);
      await page.keyboard.press('r');
      await says('What is left');
      await eventually(async () => {
        await speech.end();
        return (await message(page)) === 'That was all of it.';
      }, 'the end');
      assert.deepEqual(await marked(page), { sentence: '', word: '' });
      assert.equal(await isBarSeen(page), true);
      await close();
    });

    test('takes the text along, but not the reader who has scrolled away, and shows the way back', async () => {
      const { page, speech, says, close } = await reading();
      const canGoBack = () => inView(page, (root) => root.querySelector('[data-action=aloud_find]')?.checkVisibility() ?? false);
      const isSpokenSeen = async () => {
        const top = await markedTop(page);
        return top > 50 && top < 800;
      };
      await page.keyboard.press('r');
      await says(HEADLINE);
      for (let count = 0; (await scrolled(page)) === 0; count++) {
        assert.ok(count < 100, 'the text never moves');
        const before = (await marked(page)).sentence;
        await speech.end();
        await eventually(async () => (await marked(page)).sentence !== before, 'the next sentence');
        await atRest(page);
      }
      assert.ok(await isSpokenSeen(), `${await markedTop(page)} px`);
      assert.equal(await canGoBack(), false);

      await page.mouse.move(400, 400);
      await page.mouse.wheel({ deltaY: 4000 });
      await eventually(canGoBack, 'the way back');
      const away = await atRest(page);
      const before = (await marked(page)).sentence;
      await speech.end();
      await eventually(async () => (await marked(page)).sentence !== before, 'the next sentence');
      assert.equal(await atRest(page), away);

      await clickInView(page, '[data-action=aloud_find]');
      await eventually(isSpokenSeen, 'what is spoken to be seen');
      assert.equal(await canGoBack(), false);
      assert.equal(await inView(page, (root) => root.activeElement?.getAttribute('data-action')), 'aloud_play');
      await close();
    });

    test('takes another speed and another voice at once, keeps both, and the page sees neither', async () => {
      const { page, speech, says, close } = await reading();
      await page.keyboard.press('r');
      await says(HEADLINE);
      const tree = () => inView(page, (root) => [...root.querySelectorAll('.aloud-bar, .aloud-bar *')].map((one) => `${one.localName} ${[...one.attributes].map(({ name, value }) => `${name}=${value}`)} ${one.textContent}`).join('\n'));
      const before = await tree();
      assert.ok(!/Brian|select|×/.test(before), before);
      await bench.quiet.openClosedRoot(page, '.aloud-choices');
      const choose = (/** @type {number} */ which, /** @type {string} */ value) =>
        inView(
          page,
          (root, [index, chosen]) => {
            const list = /** @type {HTMLSelectElement} */ (root.querySelector('.aloud-choices')?.shadowRoot?.querySelectorAll('select')[Number(index)]);
            list.value = `${chosen}`;
            list.dispatchEvent(new Event('change'));
            return [...list.options].map((option) => option.text);
          },
          [which, value],
        );
      assert.equal((await choose(0, '1.7'))[12], '1.7 ×');
      const last = async () => (await speech.said()).at(-1);
      await eventually(async () => (await last())?.rate === 1.7, 'the speed');
      // Voices that send the text away are none, other languages' are no choice.
      assert.deepEqual(await choose(1, 'Brian'), ['Ada (en-US)', 'Brian (en-GB)']);
      await eventually(async () => (await last())?.voice === 'Brian', 'the voice');
      assert.equal((await last())?.text, HEADLINE);
      assert.equal(await tree(), before);
      await eventually(async () => {
        const { settings, voices } = await stored(bench.quiet);
        return settings?.values.aloudRate === 1.7 && voices?.en === 'Brian';
      }, 'both to be kept');
      await close();
      const again = await reading();
      await again.page.keyboard.press('r');
      await again.says(HEADLINE);
      assert.deepEqual(await again.speech.said(), [{ text: HEADLINE, lang: 'en-GB', voice: 'Brian', rate: 1.7 }]);
      await again.close();
    });

    test('gives each language its own voice, and says who reads what nobody speaks', async () => {
      const all = await reading('languages');
      await all.page.keyboard.press('r');
      await listenTo(all, /That was in the north/);
      const said = await all.speech.said();
      const french = said.filter(({ voice }) => voice === 'Claire').map(({ text }) => text);
      assert.deepEqual(french, ['La mer ne demande rien à personne.', 'Elle attend.', 'sans rien dire']);
      assert.equal(said.find(({ text }) => text.includes('utan ett ord'))?.voice, 'Ada', 'a part that no voice speaks is read with the rest');
      assert.equal(await message(all.page), '');
      await all.close();
      const other = await reading('languages', [{ name: 'Dieter', lang: 'de-DE' }]);
      await other.page.keyboard.press('r');
      await other.says(/./);
      assert.equal(await message(other.page), 'No voice here speaks this language (English). Dieter reads instead.');
      await other.close();
    });

    test('ends with Escape, which only then closes the reader', async () => {
      const { page, speech, says, close } = await reading();
      await page.keyboard.press('r');
      await says(HEADLINE);
      await page.keyboard.press('Escape');
      await eventually(async () => (await speech.speaking()) === null, 'silence');
      assert.equal((await view(page))?.state, 'reading');
      assert.equal(await isBarSeen(page), false);
      assert.deepEqual(await marked(page), { sentence: '', word: '' });
      await leaveByEscape(page);
      await close();
    });

    for (const [way, leave] of /** @type {[string, (page: Page) => Promise<unknown>][]} */ ([
      ['the reader', (page) => clickInView(page, '[data-action=close]')],
      ['the page', (page) => page.goto(bench.served.url('csp-none'))],
    ])) {
      test(`ends with ${way}`, async () => {
        const { page, says, close } = await reading();
        await page.keyboard.press('r');
        await says(HEADLINE);
        assert.equal(await page.evaluate(() => sessionStorage.getItem('cancelled')), null);
        await leave(page);
        await eventually(() => page.evaluate(() => sessionStorage.getItem('cancelled') === '1'), 'silence');
        assert.deepEqual(await marked(page), { sentence: '', word: '' });
        await close();
      });
    }

    test('says that there is no voice, where there is none or none of this device', async () => {
      const page = await bench.quiet.open(bench.served.url('sections'));
      await openReader(bench.quiet, page);
      await clickInView(page, '.toolbar [data-action=aloud]');
      await eventually(async () => /no voice on this device/.test(await message(page)), 'the sentence');
      assert.equal(await inView(page, (root) => root.querySelector('[data-action=aloud_play]')?.checkVisibility()), false);
      await clickInView(page, '[data-action=aloud_stop]');
      assert.equal(await isBarSeen(page), false);
      await page.close();
      const far = await reading('sections', [VOICES[0]]);
      await far.page.keyboard.press('r');
      await eventually(async () => /no voice on this device/.test(await message(far.page)), 'the sentence');
      assert.deepEqual(await far.speech.said(), []);
      await far.close();
    });

    test('has controls that fit a narrow window and can be hit', async () => {
      const { page, says, close } = await reading();
      await page.setViewport({ width: 320, height: 568 });
      await page.keyboard.press('r');
      await says(HEADLINE);
      const { x, width } = await placeOf(page, '.aloud-bar');
      assert.ok(x >= 0 && x + width <= 320, `${x} to ${x + width}`);
      const controls = await inView(page, (root) =>
        [...root.querySelectorAll('.aloud-bar button, .toolbar > *')].filter((one) => one.checkVisibility()).map((one) => {
          const place = one.getBoundingClientRect();
          const hit = root.elementFromPoint(place.x + place.width / 2, place.y + place.height / 2);
          return { name: one.getAttribute('aria-label') ?? one.textContent, small: one.matches('button') && Math.min(place.width, place.height) < 24, left: place.left, right: place.right, isHit: !one.matches('button') || one.contains(hit) };
        }),
      );
      for (const { name, small, left, right, isHit } of controls) assert.ok(!small && left >= 0 && right <= 320 && isHit, `${name}: ${left} to ${right}`);
      assert.ok(controls.length >= 11, `${controls.length} controls`);
      await close();
    });
  });
}
