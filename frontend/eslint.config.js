import js from '@eslint/js'
import jsxA11y from 'eslint-plugin-jsx-a11y'
import reactHooks from 'eslint-plugin-react-hooks'
import globals from 'globals'
import { readdirSync } from 'node:fs'
import tseslint from 'typescript-eslint'

const features = readdirSync(new URL('./src/features', import.meta.url))

// Every import that leaves its own folder is written with '@/', so these patterns see all of them.
const upwards = { regex: '^\\.\\./\\.\\.', message: "Import with '@/' across folders." }
const app = { regex: '^@/app', message: 'Only app itself may import from app.' }
const anyFeature = { regex: '^@/features', message: 'Only app may import features.' }
const anyFeatureBut = (page) => ({
  regex: `^@/features/(?!${page}$)`,
  message: 'Only the preview shows a page of residents, and only that one.',
})
const components = { regex: '^@/components', message: 'lib knows no components.' }
const mijn = { regex: '^@/mijn', message: 'What residents fetch knows nothing of who logs in.' }
const otherFeature = (name) => ({
  regex: `^@/features/(?!${name}(/|$))`,
  message: 'A feature does not import another feature: move what both need to components or lib.',
})
const restrict = (files, patterns) => ({
  files,
  rules: { 'no-restricted-imports': ['error', { patterns: [upwards, ...patterns] }] },
})

export default tseslint.config(
  {
    ignores: [
      'dist',
      'dist-server',
      'src/lib/api/schema.gen.ts',
      'playwright-report',
      'test-results',
    ],
  },
  js.configs.recommended,
  {
    files: ['**/*.{ts,tsx}'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/only-throw-error': 'off', // the router redirects and reports 404 by throwing
    },
  },
  {
    files: ['src/**/*.{ts,tsx}'],
    extends: [jsxA11y.flatConfigs.strict],
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: reactHooks.configs.recommended.rules,
  },
  {
    // What visitors read stands in src/i18n, so that it can be translated and checked.
    files: ['src/**/*.tsx'],
    ignores: ['src/**/*.test.tsx'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'JSXText[value=/\\p{L}/u]', message: 'Put visible text in the language file.' },
        {
          selector:
            'JSXAttribute[name.name=/^(aria-label|aria-description|title|alt|placeholder|label)$/]' +
            ' > Literal[value=/\\p{L}/u]',
          message: 'Put text that is read aloud in the language file.',
        },
      ],
    },
  },
  { files: ['**/*.{js,mjs}'], ignores: ['public/**'], languageOptions: { globals: globals.node } },
  { files: ['public/sw.js'], languageOptions: { globals: globals.serviceworker } },
  restrict(['src/lib/**', 'src/i18n/**'], [app, anyFeature, components, mijn]),
  restrict(['src/components/**'], [app, anyFeature, mijn]),
  ...features.map((name) => restrict([`src/features/${name}/**`], [app, otherFeature(name), mijn])),
  restrict(['src/app/**'], [mijn]),
  restrict(['src/mijn/**'], [app, anyFeature]),
  // A preview is the page itself, or it would not be one.
  restrict(['src/mijn/bewerken/voorbeeld/**'], [app, anyFeatureBut('aanbod/AanbodDetail')]),
)
