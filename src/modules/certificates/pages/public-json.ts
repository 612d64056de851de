import { Type } from 'typebox';
import type { PublicView } from '../domain/public-view.ts';

const states = { valid: 'vigente', expired: 'vencido', revoked: 'revocado' } as const;

/** The public view as the API gives it; names are in Spanish, as in the State's own interfaces. Instants are ISO 8601, days `YYYY-MM-DD`. */
export const toPublicJson = (view: PublicView) => ({
  codigo: view.code, estado: states[view.standing], documento: view.title, tramite: view.procedure, entidad: view.entity, titular: view.holder,
  emitido: view.issuedAt.toISOString(), validoHasta: view.validUntil ?? null,
  revocacion: view.revoked === undefined ? null : { desde: view.revoked.at.toISOString(), motivo: view.revoked.reason },
  datos: view.facts.map((fact) => ({ etiqueta: fact.label, valor: fact.value })),
  sello: { sujeto: view.seal.subject, autoridad: view.seal.authority, demostracion: view.seal.demonstration }, sha256: view.sha256,
});

/** Shape of `toPublicJson`, for OpenAPI. */
export const publicJsonSchema = Type.Object({
  codigo: Type.String({ description: 'Código impreso en el documento' }),
  estado: Type.Union([Type.Literal('vigente'), Type.Literal('vencido'), Type.Literal('revocado')]),
  documento: Type.String(), tramite: Type.String(), entidad: Type.String(),
  titular: Type.String({ description: 'Iniciales de la persona o entidad titular' }),
  emitido: Type.String({ format: 'date-time' }),
  validoHasta: Type.Union([Type.String({ format: 'date' }), Type.Null()]),
  revocacion: Type.Union([Type.Object({ desde: Type.String({ format: 'date-time' }), motivo: Type.String() }), Type.Null()]),
  datos: Type.Array(Type.Object({ etiqueta: Type.String(), valor: Type.String() })),
  sello: Type.Object({ sujeto: Type.String(), autoridad: Type.String(), demostracion: Type.Boolean() }),
  sha256: Type.String({ description: 'Huella del archivo sellado, en hexadecimal' }),
});
