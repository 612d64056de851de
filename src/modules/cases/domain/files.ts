import { fileAnswers, type Answers, type FileAnswer } from '#modules/forms/index.ts';

/** Every file that some answers name, at any depth: those of groups too. */
export const allFiles = (answers: Answers): FileAnswer[] => Object.values(answers).flatMap(filesIn);

function filesIn(value: unknown): FileAnswer[] {
  const own = fileAnswers(value);
  if (own.length > 0 || typeof value !== 'object' || value === null) return own;
  return Object.values(value).flatMap(filesIn);
}
