/** For `npx astro build` and `npx astro dev`, which work on `chapters`. The door to the manuscript is the integration. */

import { defineConfig } from 'astro/config';
import padd from './src/site/integration.ts';

export default defineConfig({ integrations: [padd()] });
