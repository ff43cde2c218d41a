import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app/App.tsx';
import { AppContext } from './app/app-context.ts';
import { Providers } from './app/Providers.tsx';
import { makeApp } from './store/app-store.ts';
import { makeNotices } from './store/notices.ts';
import { chooseTransport } from './transport/choose-transport.ts';
import { makeDroppedFile } from './transport/dropped-file.ts';

/** Below this width the grid needs the room that the checks would take. */
const NARROW_PX = 700;

const app = makeApp({
  transport: chooseTransport(window),
  notices: makeNotices(),
  now: () => Date.now(),
  isNarrow: () => window.innerWidth < NARROW_PX,
  findDropped: makeDroppedFile(window),
});

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root element');

createRoot(root).render(
  <StrictMode>
    <Providers>
      <AppContext value={app}>
        <App />
      </AppContext>
    </Providers>
  </StrictMode>,
);

void app.start();
