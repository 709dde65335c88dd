/** The files of a new story. */

/** A title as YAML text: always in quotation marks, whatever is in it. */
const quoted = (title: string): string => JSON.stringify(title);

export function starterFiles(title: string): Readonly<Record<string, string>> {
  return { 'story.yaml': story(title), 'bible.yaml': bible, '01-the-lamp.md': chapter };
}

const story = (
  title: string,
): string => `# The work. Nothing here is required; every line adds something. Lines with # in front wait for you.

title: ${quoted(title)}
# subtitle: A second line
# author: Your pen name
language: en
summary: Two people keep a lamp lit, and disagree about why.

# What archives ask, in AO3's own words:
# fandoms: [Star Trek]
rating: General Audiences
warnings: [No Archive Warnings Apply]
categories: [Gen]
# relationships: [Ada Quill & Bram Ostler]   # "/" romantic, "&" platonic
# tags: [Slice of Life]

status: in progress        # in progress | complete | on hiatus | abandoned
# chaptersPlanned: 12
# disclaimer: Their world, my words; nothing is sold.
# rights: © 2026 Your pen name
# license: CC-BY-NC-SA-4.0
# url: https://example.org/my-story/    # where the site will live

# How times are written: date (2366-08-17), stardate (43625.2), or a calendar of your own.
calendar: date

# What stands at the head of a chapter:
showFacts: [stardate, pov, setting]

# A rule that is not for this story:
# rules: { structure/missing-alt: off }
`;

const bible = `# What is true in the story. The linter holds the chapters against it.

characters:
  ada:
    name: Ada Quill
    aliases: [Ada]
    pronouns: she
    born: 1821
    eyes: grey
  bram:
    name: Bram Ostler
    aliases: [Bram]
    pronouns: he
    # died: 1850-02-01       # from then on he cannot be in a scene, and padd lint says so

places:
  lighthouse:
    name: the lighthouse
    # travel: { town: 3 hours }
  lighthouse/lamp-room: { name: the lamp room }
`;

const chapter = `---
title: The Lamp
date: 1849-11-03
pov: ada
setting: lighthouse/lamp-room
cast: [ada, bram]
---

"You have let it burn down again," said Ada.

Bram did not look up. "It was burning when I left it."

She climbed the last four steps, and saw that he was right: the flame stood small and blue above the wick, as steady as
ever. It was the glass that had gone dark.

***

By morning they had cleaned every pane. Neither of them mentioned it at breakfast.
`;
