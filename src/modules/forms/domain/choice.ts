import { empty, value, wrong } from './field-type.ts';
import { askToChoose } from './name.ts';
import { sayOption, type Option } from './options.ts';
import type { Asked, Behaviour, Reading } from './types.ts';

/** The members that fields with one chosen option share. */
export function choiceChecks(options: readonly Option[]): Pick<Behaviour, 'read' | 'check' | 'ask' | 'say' | 'schema'> {
  const check = (it: unknown, { name }: Asked): Reading => {
    if (it === undefined || it === null || it === '') return empty;
    return options.some((option) => option.value === it) ? value(String(it)) : wrong('invalid', `${askToChoose(name)}: lo elegido no está en la lista.`);
  };
  return {
    check,
    read: (posted, asked) => check(posted.text(), asked),
    ask: ({ name }) => `${askToChoose(name)}.`,
    say: (it) => [sayOption(options, it)],
    schema: { enum: options.map((option) => option.value) },
  };
}
