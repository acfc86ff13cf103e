import type { topicIcons as names } from '../schema/topic.ts';

export type TopicIcon = (typeof names)[number];

/** What a topic stands for, in a square of 48 with a round line of 3; the arch returns in each of them. */
export const topicIcons: Readonly<Record<TopicIcon, string>> = {
  'digital-work':
    '<path d="M9 35V17a8 8 0 0 1 8-8h14a8 8 0 0 1 8 8v18M4 39h40"/><path d="M19 35v-3a5 5 0 0 1 10 0v3"/><circle cx="24" cy="20.5" r="3"/>',
  'data-protection':
    '<path d="M9 41V22h30v19zM15 22v-5a9 9 0 0 1 18 0v5"/><path d="M22 36v-2.5a2 2 0 0 1 4 0V36"/><circle cx="24" cy="28.5" r="1.5"/>',
  cybersecurity:
    '<path d="M24 43c9-4 15-10 15-19V11L24 5 9 11v13c0 9 6 15 15 19z"/><path d="M18 30v-6a6 6 0 0 1 12 0v6zM24 24v2.5"/>',
  'artificial-intelligence':
    '<path d="M9 41V23a15 15 0 0 1 30 0v18M18 41V25a6 6 0 0 1 12 0v16"/><path d="M24 3v5M24 19v-4M9 28H4M44 28h-5"/><circle cx="24" cy="31" r="1.5"/>',
  'accessibility-and-web':
    '<circle cx="24" cy="8.5" r="4"/><path d="M8 17.5c10 3.3 22 3.3 32 0M24 20v7M15.5 43v-7.5a8.5 8.5 0 0 1 17 0V43"/>',
  'public-management':
    '<path d="M4 41h40M8 41V19M40 41V19M5 19h38L24 6z"/><path d="M15 41V31a4.5 4.5 0 0 1 9 0v10M24 41V31a4.5 4.5 0 0 1 9 0v10"/>',
  'communication-and-languages':
    '<path d="M5 33V16A11 11 0 0 1 16 5h5a11 11 0 0 1 11 11v1M5 33l6-6h5"/><path d="M18 39h19l6 4V32a11 11 0 0 0-11-11h-3a11 11 0 0 0-11 11z"/>',
  'training-and-pedagogy':
    '<path d="M5 42V32h10v-9h10v-9h10V5"/><path d="M26 42v-5a6 6 0 0 1 12 0v5zM5 42h38"/><circle cx="32" cy="25" r="3.5"/>',
};
