import '@mantine/core/styles.layer.css';
import './tokens.css';
import { localStorageColorSchemeManager, MantineProvider } from '@mantine/core';
import { setNonce } from 'get-nonce';
import type { ReactNode } from 'react';
import { pageNonce } from './page-nonce.ts';
import { cssVariables, theme } from './theme.ts';

// The scroll lock of dialogs makes a style tag of its own and asks this package for the nonce.
setNonce(pageNonce);

const colorSchemes = localStorageColorSchemeManager({ key: 'perennial-colour-scheme' });

/** Theme, colour scheme and style nonce for everything that is drawn. */
export function Providers({ children }: { readonly children: ReactNode }) {
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={cssVariables}
      defaultColorScheme="auto"
      colorSchemeManager={colorSchemes}
      getStyleNonce={() => pageNonce}
    >
      {children}
    </MantineProvider>
  );
}
