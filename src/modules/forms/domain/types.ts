import type { FileKind } from '#modules/documents/index.ts';
import type { Feel } from '#kernel/feel/index.ts';
import type { LocalDate } from '#kernel/clock.ts';
import type { Html } from '#kernel/html/html.ts';
import type { FileId } from '#kernel/ids.ts';
import type { Language, Text } from '#kernel/text.ts';

/** A value as it is stored in the case: plain JSON. Each field type says in its README row which shape it has. */
export type AnswerValue = string | number | boolean | null | readonly AnswerValue[] | { readonly [name: string]: AnswerValue };

/** The answers to a form, under the ids of its fields. A field without an answer has no entry. */
export type Answers = Readonly<Record<string, AnswerValue>>;

/** One uploaded file as an answer keeps it: the documents module has the bytes under `id`. */
export type FileAnswer = { readonly id: FileId; readonly name: string; readonly type: string; readonly bytes: number };

/** What the outside knows while a form is filled: conditions, calculations and prefill read it. */
export type FormContext = {
  readonly now: Date;
  /** Who fills in or reads: an applicant (default) never sees officers' pages. */
  readonly viewer?: 'applicant' | 'officer';
  /** `solicitante`, `tramite`, and the results of earlier elements of the flow. `hoy` is added from `now`. */
  readonly variables?: Readonly<Record<string, unknown>>;
};

/** Something to put right. `field` is the path of the field, such as `socios.0.nombre`; `message` says what to write. */
export type FieldError = { readonly field: string; readonly page: string; readonly message: string };

/** A form as published: pages of fields, in the order in which they are asked. */
export type Form = { readonly title: Text; readonly pages: readonly FormPage[] };

/** One step: one question or a few that belong together. */
export type FormPage = {
  readonly id: string;
  readonly title: Text;
  /** A paragraph under the title. */
  readonly intro?: Text;
  readonly showIf?: Feel;
  /** Filled in by officers; applicants never see it. */
  readonly officerOnly: boolean;
  readonly fields: readonly Field[];
};

/** A question, a calculated value, a group of rows, or a piece of information between questions. */
export type Field = {
  readonly id: string;
  /** Name of the field type, one of the folders of `field-types/`. */
  readonly type: string;
  readonly label: Text;
  readonly hint?: Text;
  /** The field inside a sentence with its article, such as «la fecha de nacimiento». */
  readonly called?: string;
  /** `recommended` warns and never blocks. */
  readonly required: boolean | 'recommended' | Feel;
  readonly showIf?: Feel;
  /** Where the first value comes from: a path in the context's variables, such as `solicitante.nombre`. */
  readonly prefill?: string;
  /** Whether the answer may appear outside the case, in open data or on a public page. `false` unless the form says otherwise. */
  readonly public: boolean;
  /** Own sentences of the form, instead of the ones that the field type would say. */
  readonly messages: Readonly<Partial<Record<Fault, string>>>;
  /** HTML autocomplete token (WCAG 2.2 §1.3.5), such as `given-name`. */
  readonly autocomplete?: string;
  /** What the field type made of its own attributes. */
  readonly behaviour: Behaviour;
  /** Only of a group: the fields of each row. */
  readonly fields?: readonly Field[];
  /** What was written, for comparing two versions: the words, and everything that decides which answers are right. */
  readonly source: { readonly words: string; readonly rules: string };
};

/** What a person posted for one field, already cleaned: NFC, no control characters, ends trimmed. */
export type Posted = {
  /** The text posted as `<path>` or `<path>-<part>`; empty when absent. */
  readonly text: (part?: string) => string;
  /** Every text posted under `<path>`. */
  readonly list: () => readonly string[];
  /** Files that were there and were not taken away, then the new ones. */
  readonly files: readonly FileAnswer[];
};

/** What became of a posted or stored value: a value, nothing, or a sentence for the person. */
export type Reading =
  | { readonly kind: 'value'; readonly value: AnswerValue }
  | { readonly kind: 'empty' }
  | { readonly kind: 'error'; readonly fault: Fault; readonly message: string };

/** Why a value is not accepted. A form may give its own sentence for each. */
export type Fault = (typeof faults)[number];
export const faults = ['required', 'invalid', 'min', 'max', 'pattern'] as const;

/** What a field type needs to draw a field. Names and ids in the markup start with `path`. */
export type Shown = {
  readonly path: string;
  readonly value: AnswerValue | undefined;
  /** What the person typed when it could not be understood, under the same names as posted. */
  readonly entered: Entered;
  readonly error: string | undefined;
  /** Label with «(opcional)» where it applies, in the language of the page. */
  readonly label: string;
  readonly hint: string | undefined;
  readonly language: Language;
  readonly autocomplete: string | undefined;
  /** Whether the label is the page's only heading. */
  readonly isHeading: boolean;
  /** Only of a group: its rows, already drawn. */
  readonly rows?: readonly Html[];
};

/** The texts of a posted page under their names, shown again when something has to be put right. */
export type Entered = Readonly<Record<string, string | readonly string[]>>;

/** JSON Schema 2020-12, as OpenAPI 3.1 uses it. */
export type JsonSchema = { readonly [keyword: string]: AnswerValue };

/** What the sentences of a field type need: how the field is called inside one, and the legal day. */
export type Asked = { readonly name: string; readonly today: LocalDate };

/** What a field of some type can do, once its attributes are known. Pure: no member reads a clock or throws for bad input. */
export type Behaviour = {
  /** Makes a value of what a browser posted. */
  readonly read: (posted: Posted, asked: Asked) => Reading;
  /** Checks a value that is stored or came as JSON, of whatever type it is. */
  readonly check: (value: unknown, asked: Asked) => Reading;
  /** What to do when it was left empty: «Escriba la fecha de nacimiento, por ejemplo 27 3 1985.». */
  readonly ask: (asked: Asked) => string;
  readonly render: (shown: Shown) => Html;
  /** The value for the review page and for the officer, in lines. */
  readonly say: (value: AnswerValue) => readonly string[];
  readonly schema: JsonSchema;
  /** Endings of the posted names, such as `-day`; one name without ending when absent. */
  readonly parts?: readonly string[];
  /** Whether several texts may come under one name. */
  readonly many?: boolean;
  /** The value as FEEL sees it: bolivianos instead of centavos, for instance. */
  readonly variable?: (value: AnswerValue) => unknown;
  /** Only of calculated values: what they are made of. */
  readonly calculate?: (variables: Variables) => AnswerValue | undefined;
  /** Only of files: what may be uploaded. */
  readonly upload?: UploadRules;
  /** Only of files on officers' pages: handed to the applicant when what was asked is granted. */
  readonly delivered?: boolean;
  /** Only of groups: how many rows. */
  readonly rows?: RowRules;
  /** Information asks nothing; it only stands there. */
  readonly asksNothing?: boolean;
};

/** Values under the names that FEEL knows them by. */
export type Variables = Readonly<Record<string, unknown>>;

/** What one field accepts as uploads. */
export type UploadRules = { readonly accept: readonly FileKind[]; readonly bytesMax: number; readonly filesMax: number };

/** How many rows a group may have, and what one row is called: «socio». */
export type RowRules = { readonly min: number; readonly max: number; readonly rowName: string };

/** Files received with a post, by the path of their field; `problem` is the sentence where one was refused. */
export type Received = Readonly<Record<string, { readonly files: readonly FileAnswer[]; readonly problem?: string }>>;

/** A field that an officer observed, and why. */
export type Correction = { readonly field: string; readonly reason: string };
