import './look/base.css';
import './look/tokens.css';
import '@fontsource-variable/source-sans-3/wght.css';
import './look/mantine.css';
import { MantineProvider, localStorageColorSchemeManager } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode, startTransition } from 'react';
import { createRoot } from 'react-dom/client';
import { meQuery } from './api/me.js';
import { queries } from './api/queries.js';
import { theme, variables } from './look/theme.js';
import { router } from './router.js';
import { startWords } from './words/words.js';

const nonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? '';
const colours = localStorageColorSchemeManager({ key: 'leerbrug.colours' });

const app = (
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
  </StrictMode>
);

/** In ms; whoever is told apart later sees the header change. */
const patience = 200;
const known = Promise.race([
  queries.prefetchQuery(meQuery),
  new Promise((done) => setTimeout(done, patience)),
]);

// No await out here: screens import what stands beside this file, and would wait for it while it waits for words.
// Drawn once, when the screen can stand in it: on a slow processor an empty frame first takes as long again. Who one is
// is mostly known by then, and nothing moves for it afterwards.
void Promise.all([startWords(), router.load(), known]).then(() => {
  const root = createRoot(document.getElementById('app') as HTMLElement);
  const draw = () => root.render(app);
  // The catalogue tells what it is without any answer, so at once. Elsewhere answers are let in between, since most
  // lead to the next question, which a whole frame would keep waiting.
  if (router.state.location.pathname === '/') draw();
  else startTransition(draw);
});
