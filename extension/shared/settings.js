/** Every setting there is, once: validation, storage, the reader's sheet, the options page, export and import read this list. */

/** @type {readonly Quietpage.BundledFace[]} */
export const BUNDLED_FACES = ['literata', 'source_sans', 'atkinson', 'lexend', 'opendyslexic'];

/** @type {readonly Quietpage.Setting[]} */
export const SETTINGS = [
  {
    key: 'theme', message: 'setting_theme', group: 'colours', look: true,
    type: 'enum', values: ['system', 'light', 'dark', 'sepia', 'contrast', 'own'], default: 'system',
  },
  { key: 'ownBackground', message: 'setting_own_background', group: 'colours', look: true, when: ['theme', 'own'], type: 'colour', default: '#f4f1ea' },
  { key: 'ownText', message: 'setting_own_text', group: 'colours', look: true, when: ['theme', 'own'], type: 'colour', default: '#26241f' },
  { key: 'ownLink', message: 'setting_own_link', group: 'colours', look: true, when: ['theme', 'own'], type: 'colour', default: '#1f5a8a' },
  {
    key: 'face', message: 'setting_face', group: 'face', look: true,
    type: 'enum', values: ['serif', 'sans', ...BUNDLED_FACES, 'named'], default: 'serif',
  },
  // The longest family name that Windows can install has 31 characters, full names have 63: this is room for a list.
  { key: 'faceName', message: 'setting_face_name', group: 'face', look: true, when: ['face', 'named'], type: 'text', maxLength: 100, default: '' },
  // Three times the size, WCAG's 200 % and half as much again; below half nobody can read it.
  { key: 'size', message: 'setting_size', group: 'face', look: true, type: 'number', min: 50, max: 300, step: 5, default: 100, unit: 'percent' },
  { key: 'measure', message: 'setting_measure', group: 'spacing', look: true, type: 'number', min: 30, max: 120, step: 2, default: 66, unit: 'characters' },
  { key: 'lineHeight', message: 'setting_line_height', group: 'spacing', look: true, type: 'number', min: 1.1, max: 2.6, step: 0.05, default: 1.6, unit: 'times' },
  // The three ranges hold what WCAG 1.4.12 asks for: 12, 16 and 200 %.
  { key: 'letterSpacing', message: 'setting_letter_spacing', group: 'spacing', look: true, type: 'number', min: 0, max: 30, step: 1, default: 0, unit: 'percent' },
  { key: 'wordSpacing', message: 'setting_word_spacing', group: 'spacing', look: true, type: 'number', min: 0, max: 60, step: 2, default: 0, unit: 'percent' },
  { key: 'paragraphSpacing', message: 'setting_paragraph_spacing', group: 'spacing', look: true, type: 'number', min: 0, max: 300, step: 10, default: 110, unit: 'percent' },
  { key: 'align', message: 'setting_align', group: 'spacing', look: true, type: 'enum', values: ['start', 'justify'], default: 'start' },
  { key: 'hyphens', message: 'setting_hyphens', group: 'spacing', look: true, type: 'enum', values: ['narrow', 'on', 'off'], default: 'narrow' },
  { key: 'view', message: 'setting_view', group: 'reading', look: false, type: 'enum', values: ['reader', 'quiet'], default: 'reader' },
  { key: 'keepComments', message: 'setting_keep_comments', group: 'reading', look: false, type: 'boolean', default: false },
  { key: 'guide', message: 'setting_guide', group: 'reading', look: false, type: 'enum', values: ['off', 'paragraph', 'line'], default: 'off' },
  { key: 'keepPlace', message: 'setting_keep_place', group: 'reading', look: false, type: 'boolean', default: true },
  { key: 'linksQuiet', message: 'setting_links_quiet', group: 'reading', look: false, type: 'boolean', default: false },
  { key: 'learnFurniture', message: 'setting_learn_furniture', group: 'reading', look: false, type: 'boolean', default: false },
  // Slower than half is no speech any more; above three times most voices are as fast as they can.
  { key: 'aloudRate', message: 'setting_aloud_rate', group: 'aloud', look: false, type: 'number', min: 0.5, max: 3, step: 0.1, default: 1, unit: 'times' },
  { key: 'letterKeys', message: 'setting_letter_keys', group: 'keys', look: false, type: 'boolean', default: true },
];

export const DEFAULTS = /** @type {Quietpage.Settings} */ (/** @type {unknown} */ (Object.fromEntries(SETTINGS.map((one) => [one.key, one.default]))));

/** The group's name in _locales is `group_` and this. @type {readonly Quietpage.SettingGroup[]} */
export const GROUPS = ['colours', 'face', 'spacing', 'reading', 'aloud', 'keys'];

/**
 * What several settings together are good for. A preset says what it changes; what it does not name stays as it is.
 * Its name in _locales is `preset_` and the key.
 *
 * @type {Record<string, Partial<Quietpage.Settings>>}
 */
export const PRESETS = {
  compact: { size: 90, measure: 76, lineHeight: 1.4, letterSpacing: 0, wordSpacing: 0, paragraphSpacing: 70 },
  comfortable: {
    size: DEFAULTS.size, measure: DEFAULTS.measure, lineHeight: DEFAULTS.lineHeight, letterSpacing: DEFAULTS.letterSpacing,
    wordSpacing: DEFAULTS.wordSpacing, paragraphSpacing: DEFAULTS.paragraphSpacing,
  },
  // The spacing of WCAG 1.4.12, letters large, lines short and ragged, and the face made for low vision.
  low_vision: {
    theme: 'contrast', face: 'atkinson', size: 160, measure: 50, lineHeight: 1.7, letterSpacing: 12, wordSpacing: 16,
    paragraphSpacing: 200, align: 'start', hyphens: 'off',
  },
};

/**
 * @param {Quietpage.Settings['face']} face
 * @returns {face is Quietpage.BundledFace}
 */
export const isBundled = (face) => BUNDLED_FACES.some((one) => one === face);

/**
 * Keeps of unknown values what each setting can be. Numbers come inside their range and onto their step.
 *
 * @param {unknown} raw
 * @returns {{values: Partial<Quietpage.Settings>, ignored: string[]}} `ignored`: the keys that are no setting or hold nothing it can be
 */
export function validate(raw) {
  if (typeof raw !== 'object' || raw === null || Array.isArray(raw)) return { values: {}, ignored: ['storage'] };
  /** @type {Record<string, unknown>} */
  const values = {};
  const ignored = [];
  for (const [key, value] of Object.entries(raw)) {
    const setting = SETTINGS.find((one) => one.key === key);
    const valid = setting && validValue(setting, value);
    if (valid === undefined) ignored.push(key);
    else values[key] = valid;
  }
  return { values, ignored };
}

/**
 * @param {Quietpage.Setting} setting
 * @param {unknown} value
 * @returns {string | number | boolean | undefined} `undefined` where the setting cannot be that
 */
export function validValue(setting, value) {
  switch (setting.type) {
    case 'enum':
      return setting.values.find((one) => one === value);
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'colour':
      return typeof value === 'string' && /^#[\da-f]{6}$/i.test(value) ? value.toLowerCase() : undefined;
    case 'text':
      return typeof value === 'string' ? oneLine(value).slice(0, setting.maxLength) : undefined;
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? onStep(setting, value) : undefined;
  }
}

/** @param {string} text */
function oneLine(text) {
  return text.replace(/[\p{Cc}\p{Cs}\s]+/gu, ' ').trim();
}

/**
 * @param {Quietpage.NumberSetting} setting
 * @param {number} value
 */
function onStep({ min, max, step }, value) {
  const steps = Math.round((Math.max(min, Math.min(max, value)) - min) / step);
  // Without 1.1 + 10 × 0.05 becoming 1.6000000000000001.
  return Number((min + steps * step).toFixed(4));
}

/**
 * The values that say something: those that are not the defaults.
 *
 * @param {Partial<Quietpage.Settings>} values
 * @returns {Partial<Quietpage.Settings>}
 */
export function withoutDefaults(values) {
  return Object.fromEntries(Object.entries(values).filter(([key, value]) => value !== DEFAULTS[/** @type {Quietpage.SettingKey} */ (key)]));
}

/**
 * The part of the values that a site may have of its own.
 *
 * @param {Partial<Quietpage.Settings>} values
 * @param {boolean} look `false`: the other part
 * @returns {Partial<Quietpage.Settings>}
 */
export function onlyLook(values, look = true) {
  return Object.fromEntries(SETTINGS.filter((one) => one.look === look && one.key in values).map(({ key }) => [key, values[key]]));
}
