import core from 'highlight.js/lib/core';
import bash from 'highlight.js/lib/languages/bash';
import c from 'highlight.js/lib/languages/c';
import cpp from 'highlight.js/lib/languages/cpp';
import csharp from 'highlight.js/lib/languages/csharp';
import css from 'highlight.js/lib/languages/css';
import dart from 'highlight.js/lib/languages/dart';
import diff from 'highlight.js/lib/languages/diff';
import dockerfile from 'highlight.js/lib/languages/dockerfile';
import elixir from 'highlight.js/lib/languages/elixir';
import go from 'highlight.js/lib/languages/go';
import graphql from 'highlight.js/lib/languages/graphql';
import haskell from 'highlight.js/lib/languages/haskell';
import ini from 'highlight.js/lib/languages/ini';
import java from 'highlight.js/lib/languages/java';
import javascript from 'highlight.js/lib/languages/javascript';
import json from 'highlight.js/lib/languages/json';
import kotlin from 'highlight.js/lib/languages/kotlin';
import lua from 'highlight.js/lib/languages/lua';
import makefile from 'highlight.js/lib/languages/makefile';
import markdown from 'highlight.js/lib/languages/markdown';
import nginx from 'highlight.js/lib/languages/nginx';
import perl from 'highlight.js/lib/languages/perl';
import php from 'highlight.js/lib/languages/php';
import powershell from 'highlight.js/lib/languages/powershell';
import python from 'highlight.js/lib/languages/python';
import r from 'highlight.js/lib/languages/r';
import ruby from 'highlight.js/lib/languages/ruby';
import rust from 'highlight.js/lib/languages/rust';
import scala from 'highlight.js/lib/languages/scala';
import scss from 'highlight.js/lib/languages/scss';
import shell from 'highlight.js/lib/languages/shell';
import sql from 'highlight.js/lib/languages/sql';
import swift from 'highlight.js/lib/languages/swift';
import typescript from 'highlight.js/lib/languages/typescript';
import xml from 'highlight.js/lib/languages/xml';
import yaml from 'highlight.js/lib/languages/yaml';

const LANGUAGES = {
  bash, c, cpp, csharp, css, dart, diff, dockerfile, elixir, go, graphql, haskell, ini, java, javascript, json, kotlin, lua,
  makefile, markdown, nginx, perl, php, powershell, python, r, ruby, rust, scala, scss, shell, sql, swift, typescript, xml, yaml,
};

/** Names under which pages have them, beside those that the library knows. */
const ALIASES = {
  bash: ['ash', 'fish', 'ksh'],
  cpp: ['arduino', 'cuda'],
  csharp: ['dotnet'],
  ini: ['dosini', 'editorconfig', 'properties'],
  javascript: ['javascriptreact', 'node', 'nodejs'],
  json: ['geojson', 'webmanifest'],
  nginx: ['nginx-conf'],
  python: ['ipython3', 'pycon', 'py3', 'python3'],
  rust: ['ron'],
  shell: ['sh-session', 'shell-session', 'terminal'],
  sql: ['mysql', 'pgsql', 'plpgsql', 'plsql', 'postgres', 'postgresql', 'sqlite', 'sqlite3', 'tsql'],
  typescript: ['typescriptreact'],
  xml: ['astro', 'markup', 'mathml', 'svelte', 'vue'],
  yaml: ['docker-compose'],
};

/**
 * The library's scopes → what they are here. Of a scope with parts, `title.function`, the longest that is named counts;
 * what is not named is as what stands around it.
 *
 * @type {Record<string, Quietpage.TokenKind | null>}
 */
const KINDS = {
  comment: 'comment', quote: 'comment',
  keyword: 'keyword', doctag: 'keyword', 'selector-tag': 'keyword', 'template-tag': 'keyword', deletion: 'keyword',
  string: 'string', regexp: 'string', addition: 'string', code: 'string', link: 'string',
  number: 'constant', literal: 'constant', symbol: 'constant', bullet: 'constant', 'char.escape': 'constant', 'variable.constant': 'constant',
  title: 'title', section: 'title', name: 'title', 'selector-id': 'title', 'selector-class': 'title',
  type: 'type', built_in: 'type', 'title.class': 'type',
  attr: 'attribute', attribute: 'attribute', variable: 'attribute', property: 'attribute', meta: 'attribute', 'template-variable': 'attribute',
  'selector-attr': 'attribute', 'selector-pseudo': 'attribute',
  // Code inside a string.
  subst: null,
};

/** @typedef {string | {scope?: string, children: TreeNode[]}} TreeNode of the library's tree of tokens */

const library = core.newInstance();
for (const [name, language] of Object.entries(LANGUAGES)) library.registerLanguage(name, language);
for (const [languageName, names] of Object.entries(ALIASES)) library.registerAliases(names, { languageName });

/**
 * What the parts of a code are.
 *
 * @param {string} text
 * @param {string} language as pages name it
 * @returns {Quietpage.Token[]} in order, none within another; none at all where the language is not known
 */
export function tokensIn(text, language) {
  if (!library.getLanguage(language)) return [];
  const { _emitter, errorRaised } = library.highlight(text, { language, ignoreIllegals: true });
  // It gave up somewhere.
  if (errorRaised) return [];
  return flattened(/** @type {{rootNode: TreeNode}} */ (/** @type {unknown} */ (_emitter)).rootNode);
}

/**
 * @param {TreeNode} root
 * @returns {Quietpage.Token[]}
 */
function flattened(root) {
  /** @type {Quietpage.Token[]} */
  const tokens = [];
  let at = 0;
  /** The next one last. @type {{node: TreeNode, kind: Quietpage.TokenKind | null}[]} */
  const pending = [{ node: root, kind: null }];
  for (let next = pending.pop(); next; next = pending.pop()) {
    const { node, kind } = next;
    if (typeof node !== 'string') {
      const inner = kindOf(node.scope, kind);
      pending.push(...node.children.map((child) => ({ node: child, kind: inner })).reverse());
      continue;
    }
    const start = at;
    at += node.length;
    const last = tokens.at(-1);
    if (kind && last?.kind === kind && last.end === start) last.end = at;
    else if (kind && node) tokens.push({ start, end: at, kind });
  }
  return tokens;
}

/**
 * @param {string | undefined} scope
 * @param {Quietpage.TokenKind | null} around
 */
function kindOf(scope, around) {
  if (scope?.startsWith('language:')) return null;
  for (let name = scope ?? ''; name; name = name.slice(0, Math.max(0, name.lastIndexOf('.')))) {
    if (name in KINDS) return KINDS[name];
  }
  return around;
}
