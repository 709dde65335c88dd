/** Serves the folder that is named, and says on the standard output where, and what the rules find: a line of JSON each. */

import { lint } from '../../src/lint.ts';
import { rules } from '../../src/rules/index.ts';
import { devServer } from '../../src/site/dev.ts';

const say = (what: object): unknown => process.stdout.write(`${JSON.stringify(what)}\n`);

const server = await devServer({
  folder: process.argv[2] as string,
  check: (manuscript) => lint(manuscript, rules),
  onManuscript: (manuscript, findings) => say({ chapters: manuscript.chapters.length, findings: findings.length }),
  onError: (error) => say({ error: error.message }),
});
say({ url: server.url });
process.once('SIGTERM', () => void server.stop().then(() => process.exit(0)));
