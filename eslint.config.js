// @ts-check
import js from '@eslint/js';
import globals from 'globals';

/** Ways by which a string becomes elements. */
const PARSING_PROPERTIES = ['innerHTML', 'outerHTML'];
const PARSING_METHODS = ['insertAdjacentHTML', 'setHTMLUnsafe', 'parseHTMLUnsafe', 'createContextualFragment', 'write'];

const noParsing = [
  {
    selector: `AssignmentExpression[left.property.name=/^(${PARSING_PROPERTIES.join('|')})$/]`,
    message: 'Build elements with createElement and textContent.',
  },
  {
    selector: `CallExpression[callee.property.name=/^(${PARSING_METHODS.join('|')})$/]`,
    message: 'Build elements with createElement and textContent.',
  },
];

const noSetHtml = {
  selector: "CallExpression[callee.property.name='setHTML']",
  message: 'Only insert_article.js, of the reader or of the site, turns a string into elements.',
};

const noModuleState = {
  selector: 'Program > VariableDeclaration[kind=/^(let|var)$/], Program > ExportNamedDeclaration > VariableDeclaration[kind=/^(let|var)$/]',
  message: 'Modules hold no mutable state: whoever starts a thing owns it.',
};

const noSwallowing = {
  selector: 'CatchClause > BlockStatement[body.length=0]',
  message: 'Say in a comment and in code what happens where this fails.',
};

const shipped = ['extension/**/*.js', 'src/wasm/*.js', 'www/**/*.js'];

export default [
  { ignores: ['dist/', 'target/', '**/node_modules/'] },
  js.configs.recommended,
  {
    languageOptions: { ecmaVersion: 2024, sourceType: 'module' },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      eqeqeq: 'error',
      'no-eval': 'error',
      'no-implied-eval': 'error',
      'no-new-func': 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'no-control-regex': 'off',
    },
  },
  {
    files: shipped,
    languageOptions: { globals: { ...globals.browser, ...globals.webextensions } },
    rules: { 'no-restricted-syntax': ['error', ...noParsing, noSetHtml, noSwallowing] },
  },
  {
    files: ['extension/**/*.js'],
    rules: { 'no-restricted-syntax': ['error', ...noParsing, noSetHtml, noSwallowing, noModuleState] },
  },
  {
    files: ['www/insert_article.js'],
    rules: { 'no-restricted-syntax': ['error', ...noParsing, noSwallowing] },
  },
  {
    files: ['extension/reader/insert_article.js'],
    rules: { 'no-restricted-syntax': ['error', ...noParsing, noSwallowing, noModuleState] },
  },
  {
    files: ['scripts/**', 'tests/**', 'compare/**', '*.js'],
    // Tests and measurements hold functions that run in a page.
    languageOptions: { globals: { ...globals.node, ...globals.browser, ...globals.webextensions } },
  },
];
