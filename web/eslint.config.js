import js from '@eslint/js';
import svelte from 'eslint-plugin-svelte';
import globals from 'globals';
import typescript from 'typescript-eslint';
import svelteConfig from './svelte.config.js';

export default typescript.config(
  { ignores: ['src/api/schema.ts', 'node_modules/', 'dev-dist/'] },
  js.configs.recommended,
  typescript.configs.strict,
  svelte.configs.recommended,
  { languageOptions: { globals: { ...globals.browser, ...globals.node } } },
  {
    files: ['**/*.svelte', '**/*.svelte.ts'],
    languageOptions: { parserOptions: { parser: typescript.parser, svelteConfig } },
  },
  {
    rules: {
      'no-undef': 'off', // TypeScript looks for these, and knows its own types
      'no-console': 'error',
      'svelte/prefer-svelte-reactivity': 'off', // values here are replaced, never changed in place ($state.raw)
      'svelte/no-useless-mustaches': 'off', // {' '} keeps a blank that the compiler would drop
      '@typescript-eslint/no-dynamic-delete': 'off', // a key of a record that was copied a line before
      'svelte/no-at-html-tags': 'error',
      'svelte/no-inline-styles': ['error', { allowTransitions: true }], // our Content-Security-Policy refuses them
      'svelte/no-navigation-without-resolve': 'off', // that is SvelteKit's router; ours is src/router.svelte.ts
      'svelte/require-each-key': 'error',
      'svelte/button-has-type': 'error',
    },
  },
  { files: ['tools/**'], rules: { 'no-console': 'off' } },
);
