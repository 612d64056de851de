import { refusals } from '../errors/index.ts';

/** What can be wrong with a request before any module sees it. */
export const refuse = refusals('http', {
  not_found: [404, 'No hay nada en esta dirección. Revise si está bien escrita, o busque el trámite por su nombre.'],
  not_allowed: [403, 'Su cuenta no tiene permiso para esto. Si lo necesita para su trabajo, pídalo a quien administra las cuentas de su entidad.'],
  login_needed: [401, 'Para continuar tiene que ingresar con su cuenta.'],
  too_long_to_keep: [401, 'Su sesión terminó, y lo que envió es demasiado largo para que lo guardemos mientras ingresa. Vuelva atrás, copie lo que escribió en otro lugar, ingrese otra vez y péguelo.'],
  form_expired: [403, 'Este formulario caducó o viene de otro sitio, y no se guardó nada. Vuelva atrás, recargue la página y envíelo de nuevo.'],
  invalid: [400, 'La petición tiene datos que no corresponden: {problem}. Corríjalos y vuelva a enviarla.'],
  unreadable: [400, 'No se pudo leer lo que se envió. Vuelva atrás e inténtelo de nuevo.'],
  too_large: [413, 'Lo que se envió es demasiado grande. Envíe menos texto o un archivo más pequeño.'],
  wrong_type: [415, 'Este tipo de contenido no se acepta aquí. Use el formulario de la página.'],
  too_many: [429, 'Hubo demasiados pedidos seguidos desde su conexión. Espere {seconds} segundos y vuelva a intentarlo.'],
  failed: [500, 'Algo falló de nuestro lado y no se guardó nada. Vuelva a intentarlo en unos minutos; si sigue igual, comuníquelo con el código {requestId}.'],
});
