/** A figure that the burden is computed with. Without an amount nothing is counted by it. */
export type Parameter = { readonly key: ParameterKey; readonly name: string; readonly unit: string; /** Centavos of a boliviano. */ readonly amountMinor: number | undefined; readonly source: string };

export type ParameterKey = 'hora' | 'hora_servidor' | 'viaje' | 'copia';

/** Figures by their keys. */
export type Parameters = Readonly<Record<ParameterKey, Parameter>>;

// The national minimum wage over 30 days of 8 hours: the least that an hour is worth.
const minimumWage = 'Salario mínimo nacional de 2025 (Bs 2.750, DS 5383, por confirmar) entre 240 horas al mes';

/** The figures until the entity sets its own. A trip and a copy cost what they cost in each place, so they have none. */
export const defaultParameters: Parameters = {
  hora: { key: 'hora', name: 'Una hora de quien solicita', unit: 'Bs por hora', amountMinor: 1_146, source: minimumWage },
  hora_servidor: { key: 'hora_servidor', name: 'Una hora de quien atiende', unit: 'Bs por hora', amountMinor: undefined, source: '' },
  viaje: { key: 'viaje', name: 'Un viaje de ida y vuelta a la oficina', unit: 'Bs por viaje', amountMinor: undefined, source: '' },
  copia: { key: 'copia', name: 'Una copia', unit: 'Bs por copia', amountMinor: undefined, source: '' },
};

export const parameterKeys = ['hora', 'hora_servidor', 'viaje', 'copia'] as const satisfies readonly ParameterKey[];
