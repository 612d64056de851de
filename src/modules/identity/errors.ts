import { refusals } from '#kernel/errors/index.ts';

/** What a person can cause here, each with the next step. */
export const refuse = refusals('identity', {
  login_expired: [400, 'El ingreso caducó o se abrió en otra ventana. Vuelva a la página de ingreso y empiece otra vez.'],
  login_failed: [400, 'No se pudo comprobar la respuesta del proveedor de identidad. Vuelva a la página de ingreso y empiece otra vez.'],
  login_declined: [403, 'Usted no autorizó el ingreso con Ciudadanía Digital. Puede volver a intentarlo desde la página de ingreso.'],
  provider_unavailable: [503, 'Ciudadanía Digital no responde en este momento. Espere unos minutos y vuelva a intentarlo; sus borradores siguen guardados.'],
  provider_incomplete: [502, 'Ciudadanía Digital no envió los datos necesarios para identificarle. Revise sus datos en su cuenta de Ciudadanía Digital y vuelva a intentarlo.'],
  document_changed: [409, 'El documento o la fecha de nacimiento de su Ciudadanía Digital no coincide con los que tenemos. Acuda a la ventanilla de la entidad con su cédula para corregirlos.'],
  account_disabled: [403, 'Su cuenta está dada de baja. Consulte con la administración de su entidad.'],
  too_many_attempts: [429, 'Hubo demasiados intentos. Podrá volver a intentarlo a las {time}. Si olvidó su contraseña, pida una nueva a la administración de su entidad.'],
  person_not_found: [404, 'Esta persona no existe, o usted no puede verla.'],
  session_not_found: [404, 'Esa sesión ya estaba cerrada. Vuelva a su cuenta para ver las que siguen abiertas.'],
  username_taken: [409, 'Ya existe una cuenta con ese nombre de usuario. Elija otro.'],
  username_wrong: [422, 'El nombre de usuario «{username}» no sirve. Use de 3 a 60 letras minúsculas, números, puntos o guiones.'],
  password_weak: [422, '{fault}.'],
  passwords_differ: [422, 'Las dos contraseñas no son iguales. Escríbalas otra vez.'],
  password_wrong: [422, 'La contraseña actual no es correcta. Escríbala otra vez.'],
  role_not_given: [403, 'Su entidad no puede dar esa función: abre lo que es de otras entidades. Pídala a quien opera la instalación.'],
  not_yourself: [409, 'No puede quitarse a sí misma o a sí mismo el acceso de administración. Pídalo a otra persona que administre.'],
  nothing_recovered: [404, 'No hay nada guardado para recuperar: ya lo envió, lo descartó o pasó demasiado tiempo. Vuelva a la página del formulario y escríbalo otra vez.'],
  entity_not_found: [404, 'Esta entidad no existe en la instalación. Revise la clave de la entidad.'],
  keys_unreadable: [500, 'El archivo de claves {file} no se puede leer. Recupérelo de una copia de respaldo; sin él no se pueden abrir las sesiones ni los segundos factores.'],
});
