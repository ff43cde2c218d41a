import {
  type ButtonProps,
  createTheme,
  type CSSVariablesResolver,
  type MantineColorsTuple,
  type MantineTheme,
} from '@mantine/core';
import { windowMessages } from '#shared/messages/catalogue/window.ts';

/** The one accent: a deep evergreen, from its lightest tint to its darkest shade. */
const evergreen: MantineColorsTuple = [
  '#edf6f1',
  '#d7eae0',
  '#add4c1',
  '#7cc8a4',
  '#5aa783',
  '#419a70',
  '#2f8560',
  '#216e4e',
  '#195a40',
  '#0f4532',
];

/** Surfaces and text of the dark scheme, tinted like the light one's greys. */
const dark: MantineColorsTuple = [
  '#e4e9e6',
  '#c3ccc7',
  '#a2ada7',
  '#66716b',
  '#3c4641',
  '#313935',
  '#1f2522',
  '#171b19',
  '#101312',
  '#0b0e0d',
];

/** Dense and calm: 14 px text, 13 px in tables, small radii, transitions under 150 ms. */
export const theme = createTheme({
  primaryColor: 'evergreen',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  colors: { evergreen, dark },
  fontFamily:
    'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "Hiragino Sans", "Yu Gothic UI", sans-serif',
  fontSizes: { xs: '13px', sm: '14px', md: '14px', lg: '19px', xl: '19px' },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '19px' }, h2: { fontSize: '14px' }, h3: { fontSize: '14px' } },
  },
  defaultRadius: 4,
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Mantine picks the contrast by the light scheme's shade alone, which leaves white on the dark scheme's pale green.
    Button: {
      defaultProps: { size: 'xs' },
      vars: (_theme: MantineTheme, { variant, color }: ButtonProps) => ({
        root: buttonColours(variant, color),
      }),
    },
    Checkbox: { vars: () => ({ root: { '--checkbox-icon-color': 'var(--pn-on-accent)' } }) },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray' } },
    TextInput: { defaultProps: { size: 'sm' } },
    Select: { defaultProps: { size: 'sm', allowDeselect: false, checkIconPosition: 'right' } },
    Modal: {
      defaultProps: {
        centered: true,
        radius: 6,
        transitionProps: { transition: 'fade', duration: 100 },
        closeButtonProps: { 'aria-label': windowMessages['window.close-dialog'] },
      },
      styles: { title: { fontWeight: 600 } },
    },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { transition: 'fade', duration: 80 } } },
    Tooltip: { defaultProps: { openDelay: 400, transitionProps: { transition: 'fade', duration: 80 } } },
  },
});

/** Mantine's own red and grey are too pale for small text on the surfaces of either scheme. */
const readable = { '--mantine-color-error': 'var(--pn-fail)', '--mantine-color-dimmed': 'var(--pn-muted)' };

/** Colours of Mantine that the window sets by its own. */
export const cssVariables: CSSVariablesResolver = () => ({ variables: {}, light: readable, dark: readable });

function buttonColours(variant: ButtonProps['variant'], color: ButtonProps['color']): Record<string, string> {
  if (variant !== undefined && variant !== 'filled') return {};
  if (color === undefined) return { '--button-color': 'var(--pn-on-accent)' };
  // Red stands for what cannot be taken back: the red of a failure, which carries the same text colours as the accent.
  if (color !== 'red') return {};
  return {
    '--button-bg': 'var(--pn-fail)',
    '--button-hover': 'color-mix(in srgb, var(--pn-fail) 88%, var(--pn-text))',
    '--button-color': 'var(--pn-on-accent)',
  };
}
