#!/usr/bin/env node
// Starts Padd on a Node that runs TypeScript as it is: this one if it can, else the one that is installed beside it.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { quickStart } from './quick-start.js';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const cli = join(root, 'src/cli.ts');
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
const runsTypeScript = (major === 22 && minor >= 18) || (major === 23 && minor >= 6) || major >= 24;

if (runsTypeScript) {
  quickStart(root);
  await import(pathToFileURL(cli).href);
} else {
  const node = pinnedNode();
  if (node === undefined) {
    process.stderr.write(
      `padd: Node 22.18 or newer is needed, and this is ${process.versions.node}. \`npm install\` brings one along on most systems.\n`,
    );
    process.exit(2);
  }
  const { status, signal } = spawnSync(node, [fileURLToPath(import.meta.url), ...process.argv.slice(2)], {
    stdio: 'inherit',
  });
  process.exit(status ?? (signal === 'SIGINT' ? 130 : 3));
}

/** The Node that npm installed with Padd, named as its packages are. */
function pinnedNode() {
  const require = createRequire(import.meta.url);
  const { platform, arch } = process;
  const system = platform === 'win32' ? 'win' : platform;
  for (const name of [`node-${system}-${arch}`, `node-bin-${system}-${arch}`]) {
    try {
      const folder = dirname(require.resolve(`${name}/package.json`));
      const binary = [join(folder, 'bin/node'), join(folder, 'bin/node.exe')].find((path) => existsSync(path));
      if (binary) return binary;
    } catch {
      // Not for this system.
    }
  }
  return undefined;
}
