/** Forms: the only door. Reads form.yaml, shows its pages, understands what was posted, and says what has to be put right. */
export type {
  Answers, AnswerValue, Field, FieldError, FileAnswer, Form, FormContext, FormPage, JsonSchema, UploadRules,
} from './domain/types.ts';
