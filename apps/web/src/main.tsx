import './look/base.css';
import './look/tokens.css';
import '@fontsource-variable/source-sans-3/wght.css';
import '@mantine/core/styles.layer.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/me.js';
import { queries } from './api/queries.js';
import { theme, variables } from './look/theme.js';
import { router } from './router.js';
import { startWords } from './words/words.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const colours = localStorageColorSchemeManager({ key: 'leerbrug.colours' });

void queries.prefetchQuery(meQuery);
// No await out here: screens import what stands beside this file, and would wait for it while it waits for words.
void startWords().then(() => {
  createRoot(document.getElementById('app') as HTMLElement).render(
    <StrictMode>
      <MantineProvider
        theme={theme}
        cssVariablesResolver={variables}
        defaultColorScheme="auto"
        colorSchemeManager={colours}
        getStyleNonce={() => nonce}
      >
        <QueryClientProvider client={queries}>
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </StrictMode>,
  );
});
