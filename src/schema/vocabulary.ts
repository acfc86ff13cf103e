/** The closed lists of the domain that several forms share. Their words are strings, under the field's name. */

export const levels = ['all', 'beginner', 'intermediate', 'advanced', 'expert'] as const;

export const modalities = ['in-person', 'virtual-class', 'blended', 'e-learning'] as const;

export const audiences = [
  'trainees',
  'state-agents',
  'commune-agents',
  'managers',
  'trainers',
  'public',
] as const;

/** The careers of the public service. */
export const careerGroups = ['A1', 'A2', 'B1', 'C1', 'D1', 'D2', 'D3'] as const;

export const spokenLanguages = ['fr', 'de', 'lb', 'en'] as const;

/** The 21 competences of DigComp 3.0 (European Commission, November 2025, CC BY 4.0), by their codes. */
export const competences = [
  '1.1',
  '1.2',
  '1.3',
  '2.1',
  '2.2',
  '2.3',
  '2.4',
  '2.5',
  '2.6',
  '3.1',
  '3.2',
  '3.3',
  '3.4',
  '4.1',
  '4.2',
  '4.3',
  '4.4',
  '5.1',
  '5.2',
  '5.3',
  '5.4',
] as const;

/** SPDX identifiers of the licences under which the academy gives its content away. */
export const licences = ['CC-BY-4.0', 'CC-BY-SA-4.0', 'CC0-1.0'] as const;
