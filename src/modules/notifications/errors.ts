import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here. */
export const refuse = refusals('notifications', {
  not_found: [404, 'Este mensaje no existe, o no es suyo. Vuelva a su buzón.'],
  smtp_bad_url: [500, 'SMTP_URL debe ser como smtp://usuario:clave@servidor:587. Corríjala y vuelva a iniciar.'],
  smtp_bad_from: [500, 'SMTP_FROM debe ser una dirección de correo, como avisos@entidad.gob.bo. Corríjala y vuelva a iniciar.'],
});
