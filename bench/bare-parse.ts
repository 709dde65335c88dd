/** What everything is held against: remark-parse alone, over every Markdown file of a folder. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import remarkParse from 'remark-parse';
import { unified } from 'unified';

const [folder = '.'] = process.argv.slice(2);
const parser = unified().use(remarkParse).freeze();
let blocks = 0;
for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort()) {
  if (file.endsWith('.md')) blocks += parser.parse(readFileSync(join(folder, file), 'utf8')).children.length;
}
process.stdout.write(`${blocks} blocks\n`);
