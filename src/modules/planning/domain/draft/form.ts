import type { DraftRequirement } from './procedure.ts';

/** A field of a draft's form, as form.yaml writes it. */
export type DraftField = { readonly id: string; readonly type: string; readonly label: string; readonly called: string; readonly [attribute: string]: unknown };

export type DraftForm = { readonly title: string; readonly pages: readonly { readonly id: string; readonly title: string; readonly officerOnly?: true; readonly fields: readonly DraftField[] }[] };

const filesMax = 20;

/** form.yaml of a draft: who asks, what they ask, a file for each requirement, and what the officer writes into the document. */
export function formOf(name: string, requirements: readonly DraftRequirement[]): DraftForm {
  const files = requirements.slice(0, filesMax).map(({ id, name: label }): DraftField => ({ id: `r_${id.replaceAll('-', '_')}`.slice(0, 60), type: 'file', label, called: `el requisito «${label}»`, accept: ['pdf', 'jpeg', 'png'] }));
  return {
    title: name,
    pages: [
      { id: 'solicitante', title: 'Sus datos', fields: [
        { id: 'correo', type: 'email', label: 'Correo electrónico', called: 'el correo electrónico', prefill: 'solicitante.correo', autocomplete: 'email' },
        { id: 'celular', type: 'phone', label: 'Celular', called: 'el celular', required: 'recommended', prefill: 'solicitante.celular', autocomplete: 'tel' },
      ] },
      { id: 'pedido', title: 'Lo que pide', fields: [{ id: 'pedido', type: 'textarea', label: 'Describa lo que pide', called: 'lo que pide', maxLength: 1_500 }] },
      ...(files.length > 0 ? [{ id: 'requisitos', title: 'Requisitos', fields: files }] : []),
      { id: 'resultado', title: 'Resultado', officerOnly: true as const, fields: [{ id: 'detalle', type: 'textarea', label: 'Detalle de lo que se concede', called: 'el detalle de lo que se concede', maxLength: 1_500 }] },
    ],
  };
}
