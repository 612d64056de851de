/** Scopes that Ciudadanía Digital knows, each with the claim it opens, in the words of its consent page. */
export const scopes = {
  openid: undefined, offline_access: undefined,
  profile: 'Nombre completo y documento de identidad', fecha_nacimiento: 'Fecha de nacimiento', email: 'Correo electrónico', celular: 'Número de celular',
} as const;
