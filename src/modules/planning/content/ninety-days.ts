import { readFileSync } from 'node:fs';
import { invariant } from '#kernel/errors/index.ts';
import { readYaml, type YamlValue } from '#kernel/yaml/index.ts';
import type { StepMeant } from '../domain/ninety-days/step.ts';
import { readForm } from './read-form.ts';

/** The forms of a programme of ninety days: what it begins with, its parts, one step, one key result, one value of it. */
export const startForm = readForm('ninety-days-start.form.yaml'), programmeForm = readForm('ninety-days.form.yaml'), stepForm = readForm('ninety-days-step.form.yaml'),
  resultForm = readForm('ninety-days-result.form.yaml'), measureForm = readForm('ninety-days-measure.form.yaml');

const { root, faults } = readYaml(readFileSync(new URL('ninety-days.yaml', import.meta.url), 'utf8'), 'ninety-days.yaml', 'ninety_days');

/** The ten steps in their order, with the day of the programme on which each is proposed to end. */
export const tenSteps: readonly StepMeant[] = root?.object(['steps']).steps?.items().map(stepOf) ?? [];

invariant(faults.length === 0 && tenSteps.length === 10, `ninety-days.yaml has ten sound steps: ${JSON.stringify(faults)}`);

function stepOf(value: YamlValue): StepMeant {
  const { number, dueDay, title, deliverable, does, part, room, roomName } = value.object(['number', 'dueDay', 'title', 'deliverable', 'does', 'part', 'room', 'roomName']);
  const href = room?.text(), name = roomName?.text(), partId = part?.text();
  return {
    number: number?.integer(1, 10) ?? 0, dueDay: dueDay?.integer(1, 90) ?? 0, title: title?.text() ?? '', deliverable: deliverable?.text() ?? '', does: does?.text() ?? '',
    ...(partId === undefined ? {} : { part: partId }), ...(href === undefined || name === undefined ? {} : { room: { href, name } }),
  };
}
