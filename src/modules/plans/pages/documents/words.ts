import type { Field } from '#modules/forms/index.ts';
import { documentPage } from '../../content/documents/document-form.ts';

const said = (field: Field | undefined, value: string): string => field?.behaviour.say(value)[0] ?? value;

/** What a kind of document is called: «Manual de Organización y Funciones (MOF)». */
export const sayKind = (kind: string): string => said(documentPage.fields.find(({ id }) => id === 'clase'), kind);

/** What an area of an entity is called: «Tecnologías y sistemas». */
export const sayArea = (area: string): string => said(documentPage.fields.find(({ id }) => id === 'unidades')?.fields?.find(({ id }) => id === 'area'), area);
