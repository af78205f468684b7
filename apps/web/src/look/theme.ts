import {
  createTheme,
  defaultVariantColorsResolver,
  type CSSVariablesResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const tuple = (...shades: MantineColorsTuple): MantineColorsTuple => shades;

/** Each from pale to dark; the third is the dark scheme's, the seventh the light one's (`tokens.css`). */
const colors = {
  bridge: tuple(
    ...(['#e3eff0', '#c4e2e6', '#8fd4dc', '#5cc4cf', '#38a3af', '#1e8390', '#126e7a', '#0b5d68'] as const),
    '#084751',
    '#05343b',
  ),
  sun: tuple(
    ...(['#fbeadb', '#f9d9bd', '#f6bd8a', '#f4a259', '#e58333', '#d06d1d', '#c15e11', '#b4530a'] as const),
    '#8b3f07',
    '#632c04',
  ),
  brick: tuple(
    ...(['#f9e5e3', '#f6cfcb', '#f3aca5', '#f08a80', '#dd6157', '#c84640', '#b43532', '#a32a2a'] as const),
    '#7d1f1f',
    '#591515',
  ),
  meadow: tuple(
    ...(['#e5f0e3', '#cbe4c9', '#a3d4a2', '#7cc47c', '#5aa65a', '#458a45', '#397a39', '#2f6b2f'] as const),
    '#235223',
    '#183a18',
  ),
  sky: tuple(
    ...(['#e4ecf7', '#c8daf3', '#a8c8f2', '#8ab6f0', '#5e90d2', '#4273b5', '#3464a5', '#2b5797'] as const),
    '#204274',
    '#162f53',
  ),
};

export const theme = createTheme({
  colors,
  primaryColor: 'bridge',
  primaryShade: { light: 7, dark: 3 },
  // What is filled is dark in the light scheme and light in the dark one, so its letters change too.
  variantColorResolver: (asked) => ({
    ...defaultVariantColorsResolver(asked),
    ...(asked.variant === 'filled' ? { color: 'var(--on-filled)' } : {}),
  }),
  black: '#16232b',
  fontFamily: "'Source Sans 3 Variable', system-ui, sans-serif",
  headings: { fontFamily: 'inherit', fontWeight: '650' },
  lineHeights: { md: '1.5' },
  defaultRadius: 8,
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  components: {
    Button: { defaultProps: { size: 'md' }, styles: { root: { minHeight: 44 } } },
    TextInput: { defaultProps: { size: 'md' } },
    Textarea: { defaultProps: { size: 'md', autosize: true, minRows: 3 } },
    NativeSelect: { defaultProps: { size: 'md' } },
    NumberInput: { defaultProps: { size: 'md' } },
  },
});

/** Mantine's colours of borders and boxes are ours. */
export const variables: CSSVariablesResolver = () => ({
  variables: { '--input-bd': 'var(--edge)' },
  light: {},
  dark: {},
});
