import eslint from '@eslint/js';
import tseslint from 'typescript-eslint';

const environment = {
  selector: "MemberExpression[object.name='process'][property.name='env']",
  message: 'Settings are read once, in the config.ts of an app.',
};
const wallClock = [
  {
    selector: "CallExpression[callee.object.name='Date'][callee.property.name='now']",
    message: 'Time comes from the Clock port.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'Time comes from the Clock port.',
  },
];

export default tseslint.config(
  {
    ignores: [
      'dist/',
      'data/',
      'node_modules/',
      'libs/facts/src/generated/',
      'apps/web/src/route-tree.gen.ts',
      'apps/web/src/api/schema.d.ts',
      'apps/web/public/',
      'test/support/page/',
    ],
  },
  eslint.configs.recommended,
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: {
      parserOptions: {
        projectService: true,
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/require-await': 'off',
      // class-validator and Nest hand out their decorators and hooks as methods.
      '@typescript-eslint/unbound-method': 'off',
      'no-console': 'error',
      'max-params': ['error', 4],
      'no-restricted-syntax': ['error', environment, ...wallClock],
    },
  },
  {
    // Plain scripts are in no TypeScript project.
    files: ['**/*.{js,cjs,mjs}'],
    ...tseslint.configs.disableTypeChecked,
  },
  {
    // Nest reads constructor types at run time: a type-only import would leave it without.
    files: ['libs/services/**/*.ts', 'libs/runtime/**/*.ts', 'libs/contracts/**/*.ts'],
    rules: { '@typescript-eslint/consistent-type-imports': 'off' },
  },
  {
    // Constructors that Nest fills may name what they need; more than four is still a smell the reviewer sees.
    files: ['libs/services/**/*.ts', 'libs/runtime/**/*.ts'],
    rules: { 'max-params': 'off' },
  },
  {
    files: [
      'apps/*/src/{main,serve}.ts',
      'apps/*/src/demo.ts',
      'libs/ports/clock/system/*.ts',
      'libs/runtime/src/service/start-service.ts',
      'libs/services/gateway/src/start-gateway.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    // A page has the time and the ids of its device.
    files: ['apps/web/**/*.{ts,tsx}'],
    rules: { 'no-restricted-syntax': 'off' },
  },
  {
    files: ['test/**/*.ts', 'bench/**/*.ts', '**/*.spec.ts', '**/contract/**/*.ts'],
    rules: {
      'no-restricted-syntax': 'off',
      'no-console': 'off',
      '@typescript-eslint/no-explicit-any': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
    },
  },
  {
    files: ['**/*.js', '**/*.cjs', '**/*.mjs'],
    ...tseslint.configs.disableTypeChecked,
    languageOptions: {
      globals: {
        process: 'readonly',
        console: 'readonly',
        module: 'writable',
        URL: 'readonly',
        Buffer: 'readonly',
        fetch: 'readonly',
        AbortSignal: 'readonly',
      },
    },
    rules: {
      ...tseslint.configs.disableTypeChecked.rules,
      'no-restricted-syntax': 'off',
      'no-console': 'off',
    },
  },
);
